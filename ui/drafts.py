"""What a person made of the answers: own wordings, the versions taken, the sentences kept."""

from dataclasses import dataclass

import streamlit as st

from ui.keeping import Kept, with_kept
from ui.records import Sentence, Summary, Version
from ui.session import Outcome, Question, chosen, outcomes


@dataclass(frozen=True)
class Draft:
    """A person's own wording. `version` is what the check made of it; None as long as it was not checked."""

    text: str
    version: Version | None = None


Place = tuple[Question, int]
"""Where a draft belongs: the question, and the number of the version that was changed."""
Keeper = tuple[str, str, bool]
"""For what sentences are kept: a document by its digest, a summary or a brief, and whether it is a blind one."""


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


_UNTOUCHED = History()


def histories() -> dict[Place, History]:
    """The person's own wordings. They outlive every change of options and pages."""
    changed: dict[Place, History] = st.session_state.setdefault("histories", {})
    return changed


def history(place: Place) -> History:
    """The wordings of one place."""
    return histories().get(place, _UNTOUCHED)


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


def versions() -> dict[Question, int]:
    """The number of the version that was taken of an answer; the first, where none was."""
    taken: dict[Question, int] = st.session_state.setdefault("versions", {})
    return taken


def kept(place: Place) -> tuple[Kept, ...]:
    """The sentences that the person keeps of this resume; a brief keeps its own, and so does a blind review."""
    return _kept().get(_keeper(place), ())


def keep(place: Place, number: int, sentence: Sentence) -> None:
    """Keep a sentence, or let it go if it is kept."""
    others = tuple(each for each in kept(place) if each.sentence.text != sentence.text)
    if len(others) == len(kept(place)):
        others = (*others, Kept(number, sentence))
    _kept()[_keeper(place)] = others


def _kept() -> dict[Keeper, tuple[Kept, ...]]:
    sentences: dict[Keeper, tuple[Kept, ...]] = st.session_state.setdefault("kept", {})
    return sentences


def _keeper(place: Place) -> Keeper:
    (_, digest, options), _ = place
    return digest, options.output, options.blind


@dataclass(frozen=True, slots=True)
class Memory:
    """The answers of this session and what the person made of them.

    Every look into a session takes locks, so that whoever asks about hundreds of resumes takes this once. The parts
    are those of the session: what is put into them is kept.
    """

    outcomes: dict[Question, Outcome]
    histories: dict[Place, History]
    versions: dict[Question, int]
    kept: dict[Keeper, tuple[Kept, ...]]

    def shown(self, asked: Question) -> Outcome | None:
        """What became of a resume, as the person took and changed it; None until something did."""
        outcome = self.outcomes.get(asked)
        return (
            self.as_taken(self.place_of(asked, outcome), outcome) if isinstance(outcome, Summary) else outcome
        )

    def place_of(self, asked: Question, summary: Summary) -> Place:
        """The version of an answer that the person chose."""
        number = self.versions.get(asked, 0)
        return asked, number if number < len(summary.versions) else 0

    def as_written(self, place: Place, summary: Summary) -> Summary:
        """The version at `place` as the service gave it, but for the sentences that the person keeps."""
        version, keeping = summary.versions[place[1]], self.kept.get(_keeper(place), ())
        return summary.taking(with_kept(version, keeping) if keeping else version)

    def as_taken(self, place: Place, summary: Summary) -> Summary:
        """The version at `place` as it is shown, copied and downloaded: as it was written, or as it was changed."""
        written = self.as_written(place, summary)
        draft = self.histories.get(place, _UNTOUCHED).draft
        return written.taking(draft.version or written.unchecked(draft.text)) if draft else written


def memory() -> Memory:
    """What this session knows now."""
    return Memory(outcomes(), histories(), versions(), _kept())


def has_work() -> bool:
    """Whether closing the page would lose something that somebody made."""
    document = chosen()
    return bool(
        histories()
        or (document and document.corrected)
        or any(_kept().values())
        or st.session_state.get("batch")
        or st.session_state.get("target")
    )
