"""Parts of a line -> its clauses: what the person did, what became of a thing, and things without a verb."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from functions.summarize.lines.records import LineReading, Part
from functions.summarize.lines.rules import rule_words
from functions.summarize.lines.verbs import verb_form

ClauseKind = Literal["verb", "subject", "thing"]


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of parts that holds together. `joint` is the word or mark before it, in small letters."""

    kind: ClauseKind
    parts: tuple[Part, ...]
    joint: str = ""

    def of(self, *tags: str) -> tuple[Part, ...]:
        """Its parts with one of the tags."""
        return tuple(part for part in self.parts if part.tag in tags)


def clauses(reading: LineReading) -> tuple[Clause, ...]:
    """The clauses of a line in order; marks, labels and fillers left out."""
    found: list[Clause] = []
    parts = [part for part in _before_aside(reading) if part.tag not in ("mark", "filler", "label")]
    while len(parts) > 1 and parts[0].tag in ("time", "place", "purpose") and reading.head in ("act", "duty"):
        parts = parts[1:]
    joint = ""
    for index, part in enumerate(parts):
        following = parts[index + 1] if index + 1 < len(parts) else None
        if part.tag == "and" and (
            following is None or _begins(reading, found[-1] if found else None, following)
        ):
            joint = reading.words(part).lower()
            continue
        if not found or _begins(reading, found[-1], part):
            found.append(Clause(_kind(part), (part,), joint or _mark_before(reading, part)))
            joint = ""
        else:
            found[-1] = Clause(found[-1].kind, (*found[-1].parts, part), found[-1].joint)
    return tuple(found)


def _before_aside(reading: LineReading) -> Sequence[Part]:
    """The parts up to a mark in the middle: what stands behind a colon or a dash says something else."""
    told = [index for index, part in enumerate(reading.parts) if part.tag not in ("mark", "filler", "label")]
    change = any(part.tag in ("change", "extent") for part in reading.parts)
    for index, part in enumerate(reading.parts):
        inside = bool(told) and told[0] < index < told[-1]
        subject = reading.parts[index - 1].tag == "subject" and change
        if inside and part.tag == "and" and reading.head == "thing" and _is_finite(reading, index + 1):
            return reading.parts[:index]  # "Member of the guild; run the demo": another line behind a thing
        if part.tag == "mark" and inside and not subject and reading.words(part).strip() in _ASIDES:
            return reading.parts[:index]
    return reading.parts


def _is_finite(reading: LineReading, index: int) -> bool:
    """Whether a part is a verb that could be one of the person: "run", not "finished [products]"."""
    part = reading.parts[index]
    verb = verb_form(reading.words(part).split(maxsplit=1)[0]) if part.tag == "verb" else None
    return verb is not None and "base" in verb.forms


_ASIDES = frozenset((":", "-", "–", "—", "=", "|", ";"))


def _kind(part: Part) -> ClauseKind:
    return "verb" if part.tag == "verb" else "subject" if part.tag == "subject" else "thing"


def _mark_before(reading: LineReading, part: Part) -> str:
    before = reading.text[: part.start].rstrip()
    return before[-1:] if before[-1:] in (",", ";", "/", "|") else ""


def _begins(reading: LineReading, last: Clause | None, part: Part) -> bool:
    """Whether a part begins a clause of its own after the last one."""
    if last is None:
        return True
    has_verb = bool(last.of("verb"))
    closed = last.parts[-1].tag not in ("verb", "and")
    if part.tag == "verb":
        return last.kind == "verb" and closed and not _is_helped(reading, last)
    if part.tag == "subject":
        return not reading.words(part).lower().startswith("by ")
    if part.tag == "object" and last.kind != "verb":
        apart = _comma(reading, last) or reading.text[: part.start].rstrip().endswith(";")
        return apart and (has_verb or last.kind == "thing" or _is_done_to(reading, last, part))
    return False


def _is_done_to(reading: LineReading, last: Clause, part: Part) -> bool:
    """Whether a thing behind a change has a verb of its own: "DSO from 94 to 61 days, EUR 33M of cash freed"."""
    following = reading.parts[reading.parts.index(part) + 1 :][:1]
    return bool(last.of("change", "extent")) and any(one.tag == "verb" for one in following)


def _comma(reading: LineReading, last: Clause) -> bool:
    return reading.words(last.parts[-1]).endswith((",", ";"))


def _is_helped(reading: LineReading, last: Clause) -> bool:
    """ "Helped a team resolve ...": the second verb belongs to who is helped."""
    words = reading.words(last.parts[0]).lower().split()
    return (
        bool(words)
        and words[0] in rule_words("helping")
        and len(last.of("verb")) == 1
        and not _comma(reading, last)
    )
