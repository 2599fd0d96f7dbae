"""What one person's session holds. It lives in the server's memory only, and is gone when the tab is closed."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any

import streamlit as st

from functions.summarize import samples
from ui.client import ServiceError
from ui.keeping import Kept, with_kept
from ui.records import Options, Sentence, Summary, Version

Outcome = Summary | ServiceError
"""What became of a document: a summary, or the reason why there is none."""


@dataclass(frozen=True)
class Document:
    """A resume as it was uploaded: its file's name and bytes, and its facts as JSON Resume if they were corrected."""

    name: str
    data: bytes
    corrected: str = ""

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the bytes and of the corrected facts."""
        return hashlib.sha256(self.data + self.corrected.encode()).hexdigest()


@dataclass(frozen=True)
class Draft:
    """A person's own wording. `version` is what the check made of it; None as long as it was not checked."""

    text: str
    version: Version | None = None


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


Place = tuple[Question, int]
"""Where a draft belongs: the question, and the number of the version that was changed."""


@dataclass(frozen=True)
class History:
    """The wordings of one place in the order in which they came to be; None is the text as it was written."""

    steps: tuple[Draft | None, ...] = (None,)
    at: int = 0

    @property
    def draft(self) -> Draft | None:
        """The wording that holds."""
        return self.steps[self.at]

    def then(self, draft: Draft | None) -> "History":
        """One step more; what was undone before it is gone."""
        return History((*self.steps[: self.at + 1], draft), self.at + 1)

    def checked(self, draft: Draft) -> "History":
        """The same step, now that it was checked."""
        return History((*self.steps[: self.at], draft, *self.steps[self.at + 1 :]), self.at)

    def had(self, text: str) -> bool:
        """Whether a step before the one that holds was this text."""
        return any(step is not None and step.text == text for step in self.steps[: self.at])

    def moved(self, by: int) -> "History":
        """Undone or redone."""
        return History(self.steps, min(max(self.at + by, 0), len(self.steps) - 1))


def histories() -> dict[Place, History]:
    """The person's own wordings. They outlive every change of options and pages."""
    changed: dict[Place, History] = st.session_state.setdefault("histories", {})
    return changed


def history(place: Place) -> History:
    """The wordings of one place."""
    return histories().get(place, History())


def change(place: Place, draft: Draft | None, *, typed: bool = False) -> None:
    """Make `draft` the wording of a place; None is the text as it was written."""
    histories()[place] = history(place).then(draft)
    if not typed:
        renew_field()


def move(place: Place, by: int) -> None:
    """Undo (-1) or do again (1)."""
    histories()[place] = history(place).moved(by)
    renew_field()


def field_key(place: Place) -> str:
    """The key of the field for a text. A field keeps what was typed, so that any other change makes a new one."""
    return f"text-{abs(hash((place, kept(place))))}-{st.session_state.get('fields', 0)}"


def renew_field() -> None:
    """Make the field for the text anew, with the text that holds."""
    st.session_state.fields = st.session_state.get("fields", 0) + 1


def as_written(place: Place, summary: Summary) -> Summary:
    """The version at `place` as the service gave it, but for the sentences that the person keeps."""
    version, keeping = summary.versions[place[1]], kept(place)
    return summary.taking(with_kept(version, keeping) if keeping and not summary.brief else version)


def as_taken(place: Place, summary: Summary) -> Summary:
    """The version at `place` as it is shown, copied and downloaded: as it was written, or as the person changed it."""
    written = as_written(place, summary)
    draft = history(place).draft
    return written.taking(draft.version or written.unchecked(draft.text)) if draft else written


def kept(place: Place) -> tuple[Kept, ...]:
    """The sentences that the person keeps of this resume; a blind review keeps its own."""
    return _kept().get(_keeper(place), ())


def keep(place: Place, number: int, sentence: Sentence) -> None:
    """Keep a sentence, or let it go if it is kept."""
    others = tuple(each for each in kept(place) if each.sentence.text != sentence.text)
    if len(others) == len(kept(place)):
        others = (*others, Kept(number, sentence))
    _kept()[_keeper(place)] = others


def _kept() -> dict[tuple[str, bool], tuple[Kept, ...]]:
    sentences: dict[tuple[str, bool], tuple[Kept, ...]] = st.session_state.setdefault("kept", {})
    return sentences


def _keeper(place: Place) -> tuple[str, bool]:
    (_, digest, options), _ = place
    return digest, options.blind


def versions() -> dict[Question, int]:
    """The number of the version that was taken of an answer; the first, where none was."""
    taken: dict[Question, int] = st.session_state.setdefault("versions", {})
    return taken


def place_of(asked: Question, summary: Summary) -> Place:
    """The version of an answer that the person chose."""
    number = versions().get(asked, 0)
    return asked, number if number < len(summary.versions) else 0


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


def correct(resume: Mapping[str, Any] | None) -> None:
    """Let the facts of this resume be those given; None takes back what was corrected."""
    if document := chosen():
        facts = json.dumps(resume, ensure_ascii=False) if resume else ""
        choose(replace(document, corrected=facts))


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


def has_work() -> bool:
    """Whether closing the page would lose something that somebody made."""
    return bool(
        histories()
        or any(_kept().values())
        or st.session_state.get("batch")
        or st.session_state.get("target")
    )


def forget() -> None:
    """Drop everything this session knows."""
    following = generation() + 1
    st.session_state.clear()
    st.session_state.generation = following
