"""Noun phrases: what the person was ("Member of the works council"), and work that is only named."""

import re
from collections.abc import Sequence

from functions.summarize.language.surface import article
from functions.summarize.lines.clauses import Clause
from functions.summarize.lines.lexicon import noun_kinds, word_classes
from functions.summarize.lines.nouns import head_noun
from functions.summarize.lines.phrase import FIGURE, form_telling, telling
from functions.summarize.lines.records import Forms, LineReading, Part, Piece
from functions.summarize.lines.rules import rule_words
from functions.summarize.lines.surface import joined, ours, part_words, start_small, with_comma

_ADDING = frozenset(("adverb", "preposition", "bag", "direction"))
"""What begins something that belongs to the thing before it: "74 families, mainly entrepreneurs"."""
_PERSONS = ("witness", "ist", "ian", "man", "woman", "yst")


def thing_forms(reading: LineReading, chosen: Sequence[Clause]) -> Forms:
    """As it stands after "with"; as what the person was or is where it names a person."""
    chosen = _apart(reading, _before_note(reading, chosen))
    pieces = _joined(reading, chosen)
    if not pieces:
        return Forms()
    dropped = tuple(part for clause in chosen for part in clause.of("bracket"))
    noun = telling(pieces, "noun phrase", None, dropped)
    if len(chosen) > 1 and _article(_text(reading, chosen[0])) is not None:
        return _with_extent(reading, chosen)
    several = len(chosen) > 1  # the first of them names no person
    before = None if several or _is_heading(reading, chosen[-1]) else _article(joined(pieces))
    if noun is None or before is None or "," in noun.text:
        person = noun is not None and noun.text.split(maxsplit=1)[0].lower().strip(",") in rule_words("role")
        return Forms() if person else Forms(noun=noun)
    past, present = ("was", "is") if _is_distinction(noun.text) else ("served as", "serves as")
    was = form_telling("past", (*ours(*past.split(), *before), *pieces), dropped)
    if not reading.current:
        return Forms(past=was, noun=noun)
    since = [
        part for clause in chosen for part in clause.of("time") if reading.words(part).startswith("since ")
    ]
    perfect = None
    if since:
        perfect = form_telling("perfect", (*ours("been", *before), *pieces), dropped)
        pieces = _joined(reading, [_without(clause, since) for clause in chosen])
    now = form_telling("present", (*ours(*present.split(), *before), *pieces), dropped)
    return Forms(past=None if since else was, present=now, perfect=perfect, noun=None if since else noun)


def is_figured(reading: LineReading, clause: Clause) -> bool:
    """Whether a thing begins with its figure: counted things and others are no series of one kind."""
    return re.match(FIGURE, reading.words(clause.parts[0])) is not None


_COUNTED = frozenset("one two three four five six seven eight nine ten several".split())


def is_person(text: str) -> bool:
    """Whether words name a person: "keyholder", "assistant examiner for WAEC"."""
    head = head_noun(text).lower()
    return head in rule_words("role") or head in rule_words("role", "alone") or head.endswith("holder")


def _apart(reading: LineReading, chosen: Sequence[Clause]) -> Sequence[Clause]:
    """A person, and behind a comma how long or over whom, as two clauses: "Mentor, two terms"."""
    first, *others = chosen[0].parts
    if len(chosen) == 1 and len(others) == 1 and _TIMES.match(reading.words(others[0])):
        return (Clause("thing", (first,)), Clause("thing", (others[0],)))
    comma = reading.words(first).find(", ")
    if len(chosen) > 1 or comma < 0 or _article(reading.words(first)[:comma]) is None:
        return chosen
    at = first.start + comma
    rest = Part(first.tag, at + 2, first.end)
    return (Clause("thing", (Part(first.tag, first.start, at + 1),)), Clause("thing", (rest, *others)))


def _before_note(reading: LineReading, chosen: Sequence[Clause]) -> Sequence[Clause]:
    """A person without the note of how often: "Coach for Grades 1 to 3, two mornings a week"."""
    first, *notes = chosen[0].parts
    words = reading.words(first)
    if len(chosen) > 1 or not notes or not words.endswith(",") or _article(words[:-1]) is None:
        return chosen
    person = Part(first.tag, first.start, first.end - 1)
    often = all(part.tag == "time" and _OFTEN.search(reading.words(part)) for part in notes)
    return (Clause("thing", (person,)),) if often else chosen


_OFTEN = re.compile(r"\b(?:an?|per|each|every) (?:day|week|month|term|year|quarter|season)\b")


def _is_heading(reading: LineReading, last: Clause) -> bool:
    """Whether a colon follows: "Port operator: new tariff plan" says for whom, and not what the person was."""
    end = last.parts[-1].end
    return f"{reading.text[end - 1]}{reading.text[end:].lstrip()}".find(":", 0, 2) >= 0


def _with_extent(reading: LineReading, chosen: Sequence[Clause]) -> Forms:
    """ "Acting battalion chief, 60+ shifts": served as acting battalion chief for 60+ shifts.

    Whom one was set over stands behind "with", a time behind "for", a body behind "of the". Anything else is left to
    itself, and so is a member of what is not said.
    """
    first, second, *more = chosen
    head = thing_forms(reading, [first])
    extent = _text(reading, second)
    body = head_noun(extent).lower() in rule_words("role", "bodies")
    word = "of the" if body else "with" if re.match(r"\d+\+? [a-z]", extent) else ""
    word = "for" if _LASTING.match(extent) else "" if _TIMES.match(extent) else word
    if head.past is None or _is_heading(reading, chosen[-1]):
        return Forms()
    if more or not (word or _TIMES.match(extent)):
        alone = rule_words("role") | rule_words("role", "alone")
        return Forms() if _text(reading, first).strip(",") in alone else head
    tail = (*ours(*word.split()), *part_words(reading.text, second.parts[0]))
    past = form_telling("past", (*head.past.pieces, *tail), head.past.dropped)
    if _TIMES.match(extent):
        had = form_telling("perfect", (*head.past.pieces, *tail), head.past.dropped)
        return Forms(past=past, perfect=had if reading.current else None)
    present = head.present and form_telling("present", (*head.present.pieces, *tail), head.present.dropped)
    return Forms(past=past, present=present, perfect=head.perfect)


_TIMES = re.compile(r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) times\b")
_LASTING = re.compile(
    r"(?:\d+\+?|two|three|four|five|six|seven|eight|nine|ten) "
    r"(?:shifts|nights|days|weeks|months|years|seasons|terms|voyages|winters|summers|tours|deployments)\b"
)


def _text(reading: LineReading, clause: Clause) -> str:
    return joined(
        start_small(tuple(piece for part in clause.parts for piece in part_words(reading.text, part)))
    )


def _without(clause: Clause, parts: Sequence[Part]) -> Clause:
    return Clause(clause.kind, tuple(part for part in clause.parts if part not in parts), clause.joint)


def _joined(reading: LineReading, chosen: Sequence[Clause]) -> tuple[Piece, ...]:
    """The words of the clauses; the last of a series gets its "and", unless it holds one or the line says "or"."""
    pieces: tuple[Piece, ...] = ()
    alike = len({is_figured(reading, clause) for clause in chosen}) == 1
    for index, clause in enumerate(chosen):
        listed = re.search(r"\band\b|, ", _words(reading, clause)) or not alike
        opener = _words(reading, clause).split(maxsplit=1)[0]
        adds = word_classes().get(opener) in _ADDING or opener.endswith(("ly", "."))
        closes = 0 < index == len(chosen) - 1 and not listed and not adds
        for part in clause.parts:
            words = () if part.tag == "bracket" else part_words(reading.text, part)
            comma = reading.text[: part.start].rstrip().endswith(",") and pieces and words
            joint = ours("and") if closes and part is clause.parts[0] and pieces and words else ()
            pieces = (*(with_comma(pieces) if comma and not joint else pieces), *joint, *words)
    return start_small(pieces) if pieces else ()


def _words(reading: LineReading, clause: Clause) -> str:
    return reading.text[clause.parts[0].start : clause.parts[-1].end].replace("&", "and").lower()


def _is_distinction(text: str) -> bool:
    """Whether one is it without doing it: a winner, a finalist; of anything else one serves as."""
    return not {head_noun(text).lower(), text.split(maxsplit=1)[0].lower()}.isdisjoint(
        rule_words("role", "distinctions")
    )


def _article(text: str) -> tuple[str, ...] | None:
    """The article before a person; None where the phrase names none."""
    head = head_noun(text).lower()
    first = text.split(maxsplit=1)[0].lower()
    if first in _COUNTED or first[:1].isdigit():
        return None  # "one apprentice at the moment": whom somebody has
    known = head in rule_words("role") or head in rule_words("role", "alone")
    kinds = noun_kinds().get(head, "")
    named_so = head.endswith(_PERSONS) and "N" in kinds and len(head) > 5
    link = head in ("contact", "point", "link") and first not in rule_words("role", "unique")
    if link or not (known or named_so):
        return None
    if first in rule_words("role", "unique"):
        return ("the",)
    if head in rule_words("role", "alone") or first in rule_words("role", "alone"):
        return ()
    return (article(text),)
