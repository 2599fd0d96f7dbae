"""What one person's session holds. It lives in the server's memory only, and is gone when the tab is closed."""

import hashlib
import json
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any

import streamlit as st

from functions.summarize import samples
from ui.client import ServiceError
from ui.records import Options, Place, Summary

Outcome = Summary | ServiceError
"""What became of a document: a summary, or the reason why there is none."""


@dataclass(frozen=True)
class Document:
    """A resume as it was uploaded: its file's name and bytes, and its facts as JSON Resume if they were corrected.

    `unread` are the lines of a corrected one that nothing understood and of which nobody said what they are.
    """

    name: str
    data: bytes
    corrected: str = ""
    unread: tuple[Place, ...] = ()

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the bytes and of the corrected facts."""
        return hashlib.sha256(self.data + self.corrected.encode()).hexdigest()


Question = tuple[str, str, Options]
"""What a summary answers: a document, by name and digest, and the options."""


def question(document: Document, options: Options) -> Question:
    """The question that `document` and `options` make."""
    return document.name, document.digest, options


def outcomes() -> dict[Question, Outcome]:
    """The answers of this session, so that no question is asked twice."""
    answered: dict[Question, Outcome] = st.session_state.setdefault("outcomes", {})
    return answered


def reopen(questions: Iterable[Hashable]) -> None:
    """Forget the failures of these questions that may have passed, so that they are asked again; the catalog's too."""
    if isinstance(st.session_state.get("shelf"), ServiceError):
        del st.session_state.shelf
    known: dict[Any, Outcome] = outcomes()
    for asked in tuple(questions):
        outcome = known.get(asked)
        if isinstance(outcome, ServiceError) and outcome.passing:
            del known[asked]


def today() -> date:
    """The day that "present" means: that of the first question, so that midnight makes no new ones."""
    day: date = st.session_state.setdefault("today", datetime.now(UTC).astimezone().date())
    return day


def chosen() -> Document | None:
    """The resume that the pages are about."""
    document: Document | None = st.session_state.get("document")
    return document


def choose(document: Document) -> None:
    """Make the pages be about this resume."""
    st.session_state.document = document


def batch() -> tuple[Document, ...]:
    """The resumes that are dealt with together."""
    documents: tuple[Document, ...] = st.session_state.get("batch", ())
    return documents


def holder(asked: Question) -> Document | None:
    """The document that a question is about, where the session still has it."""
    name, digest, _ = asked
    held = (*filter(None, (chosen(),)), *batch())
    return next((each for each in held if each.name == name and each.digest == digest), None)


def correct(document: Document, resume: Mapping[str, Any], unread: tuple[Place, ...]) -> None:
    """Let the facts of a document be those given; `unread` are the lines that are still not understood."""
    facts = json.dumps(resume, ensure_ascii=False)
    other = replace(document, corrected=facts, unread=unread)
    st.session_state.correcting = document, other
    drop_refusal()
    _replace(document, other)


def take_correction(document: Document) -> Document | None:
    """The document as it was before its facts were put right, once: None where that was answered before."""
    before, after = st.session_state.get("correcting", (None, None))
    if after != document:
        return None
    del st.session_state.correcting
    found: Document | None = before
    return found


def put_back(document: Document, before: Document, refusal: ServiceError) -> None:
    """Let a document be as it was before its facts were put right: there is no summary of these facts."""
    _replace(document, before)
    st.session_state.pop("again", None)
    st.session_state.refusal = before, refusal, json.loads(document.corrected)


def refusal(document: Document) -> tuple[ServiceError, Mapping[str, Any]] | None:
    """Why there is no summary of the facts that the person put right in a document last, and these facts."""
    about, error, facts = st.session_state.get("refusal", (None, None, None))
    return (error, facts) if about == document else None


def drop_refusal() -> None:
    """Say no more of facts that were refused."""
    st.session_state.pop("refusal", None)
    st.session_state.pop("refused_edits", None)


def uncorrect(document: Document) -> None:
    """Take back what was corrected."""
    _replace(document, replace(document, corrected="", unread=()))


def _replace(document: Document, other: Document) -> None:
    """Put a document in the place of another, wherever that is; the batch asks for it at once."""
    if chosen() == document:
        choose(other)
    if document in batch():
        st.session_state.batch = tuple(other if each == document else each for each in batch())
        st.session_state.again = other


def settle(document: Document) -> None:
    """Nothing more is to be asked about the years of a document: its dates are right."""
    drop_refusal()
    st.session_state.settled = (*st.session_state.get("settled", ()), document.data)


def is_settled(document: Document) -> bool:
    """Whether the person has said that the dates are right."""
    return document.data in st.session_state.get("settled", ())


def sample(name: str) -> Document:
    """A sample resume."""
    return Document(f"{name}.docx", samples.path(name).read_bytes())


def generation() -> int:
    """How often this session was cleared. Widgets that keep files are named after it, so that they forget too."""
    number: int = st.session_state.get("generation", 0)
    return number


def another() -> None:
    """Leave this resume for another one; the options, the batch and all that was written stay."""
    st.session_state.pop("document", None)
    st.session_state.pop("sample", None)
    st.session_state.another = st.session_state.get("another", 0) + 1


def upload_key(kind: str) -> str:
    """The key of an upload widget: it changes where the widget must let go of its files."""
    return f"{kind}-{generation()}-{st.session_state.get('another', 0)}"


def forget() -> None:
    """Drop everything this session knows."""
    following = generation() + 1
    st.session_state.clear()
    st.session_state.generation = following
