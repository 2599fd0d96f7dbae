"""What one person's session holds. It lives in the server's memory only, and is gone when the tab is closed."""

import hashlib
from dataclasses import dataclass
from functools import cached_property

import streamlit as st

from functions.summarize import samples
from ui.client import ServiceError
from ui.records import Options, Summary, Version

Outcome = Summary | ServiceError
"""What became of a document: a summary, or the reason why there is none."""


@dataclass(frozen=True)
class Document:
    """A resume as it was uploaded: its file's name and its bytes."""

    name: str
    data: bytes

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True)
class Edit:
    """A wording that a person changed: what was checked, and what came of it."""

    text: str
    version: Version


Question = tuple[str, str, Options]
"""What a summary answers: a document, by name and digest, and the options."""


def question(document: Document, options: Options) -> Question:
    """The question that `document` and `options` make."""
    return document.name, document.digest, options


def outcomes() -> dict[Question, Outcome]:
    """The answers of this session, so that no question is asked twice."""
    answered: dict[Question, Outcome] = st.session_state.setdefault("outcomes", {})
    return answered


def reopen() -> None:
    """Forget the failures that may have passed, so that their questions are asked again."""
    for asked, outcome in tuple(outcomes().items()):
        if isinstance(outcome, ServiceError) and outcome.passing:
            del outcomes()[asked]


def edits() -> dict[tuple[Question, int], Edit]:
    """The person's own wordings, by the question and the number of the version that was changed."""
    changed: dict[tuple[Question, int], Edit] = st.session_state.setdefault("edits", {})
    return changed


def chosen() -> Document | None:
    """The resume that the pages are about."""
    document: Document | None = st.session_state.get("document")
    return document


def choose(document: Document) -> None:
    """Make the pages be about this resume."""
    st.session_state.document = document


def sample(name: str) -> Document:
    """A sample resume."""
    return Document(f"{name}.docx", samples.path(name).read_bytes())


def generation() -> int:
    """How often this session was cleared. Widgets that keep files are named after it, so that they forget too."""
    number: int = st.session_state.get("generation", 0)
    return number


def forget() -> None:
    """Drop everything this session knows."""
    following = generation() + 1
    st.session_state.clear()
    st.session_state.generation = following
