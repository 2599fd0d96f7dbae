"""A person's text as a version: sentence by sentence, with what the service says of each."""

from collections.abc import Iterator

from ui.brief import brief_lines, slot_label
from ui.client import Services
from ui.keeping import model_share
from ui.records import Checked, Place, Sentence, Summary, Version
from ui.result.original import spelled
from ui.wording import words

UNCHECKED = "unchecked"
"""The problem of a line that no resume can support: what it does not state."""


def checked(services: Services, written: Summary, text: str, voice: str) -> Version:
    """The version that a person made of `written`. Sentences left as they were keep their author and sources.

    Raises `ServiceError`. The service is asked about all of a paragraph, and about the lines of a brief that were
    changed, one by one, as the fragments that they may be. What it does not bear out of a sentence left as it was is
    no fault of the person's: that sentence has not `passed`, no more.
    """
    if written.brief:
        sentences = [each for line in text.splitlines() for each in _line(services, written, line)]
    else:
        verdicts = services.verify(written.resume, text, voice)
        sentences = [_taken(written, each, None) for each in verdicts.sentences]
    return Version(summary=text.strip(), sentences=tuple(sentences), model_share=model_share(sentences))


def _line(services: Services, written: Summary, line: str) -> Iterator[Sentence]:
    label, _, text = line.partition(":")
    slot = _slots().get(label.strip())
    text = text.strip() if slot else line.strip()
    if (slot_label(slot), text) in brief_lines(written.sentences):
        yield from (sentence for sentence in written.sentences if sentence.slot == slot)
    elif slot == "not_stated":
        yield Sentence(text=text, origin="person", slot=slot, problems=(UNCHECKED,))
    elif text:
        for verdict in services.verify(written.resume, text, None).sentences:
            yield _taken(written, verdict, slot)


def _slots() -> dict[str, str]:
    return {label: slot for slot, label in words("slot").items()}


def _taken(written: Summary, verdict: Checked, slot: str | None) -> Sentence:
    """The sentence as it was written, with what the check says of it; the person's, where it was not."""
    found = next((sentence for sentence in written.sentences if sentence.text == verdict.text), None)
    if found:
        return found.model_copy(update={"passed": verdict.supported, "slot": slot})
    if verdict.supported:
        places = tuple(_places(written, verdict.text))
        return Sentence(text=verdict.text, origin="person", slot=slot, passed=True, evidence=places)
    return Sentence(
        text=verdict.text, origin="person", slot=slot, problems=verdict.problems, faults=verdict.faults
    )


def _places(written: Summary, text: str) -> Iterator[Place]:
    """Where the resume says just this: a line of it that became a sentence."""
    if found := spelled(text.rstrip(" .")).search(written.text):
        yield Place(start=found.start(), end=found.end(), quote=found[0], section=words("facts")["same"])
