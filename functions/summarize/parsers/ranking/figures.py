"""Figures: what a line of a resume measures, among them changes from one amount to another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from functions.summarize.parsers.ranking.amounts import Amount, AmountKind, find_amounts

FigureKind = Literal["change"] | AmountKind

_ABOUT = r"(?:(?:over|about|around|nearly|under|some|just|only|below|above)\s)?"
_FROM = re.compile(rf"\bfrom\s{_ABOUT}$", re.IGNORECASE)
_TO = re.compile(rf"(?:\s?[\w%/-]+(?:\s[\w%/-]+){{0,4}}?)??\s+(?:down\s|up\s)?to\s+{_ABOUT}", re.IGNORECASE)
_ARROW = re.compile(r"(?:\s?[\w%/²³-]+){0,3}?\s*(?:→|->|=>|➜|➔|»|⇒)\s*")
_PLAIN_TO = re.compile(r"(?:\s?/\s?\w+)?(?:\s(?:down|up))?\s+to\s+", re.IGNORECASE)
_UNIT_AFTER = re.compile(
    r"\s?/\s?\w+|\s(?!(?:a|an|the|in|on|of|by|to|for|and|with|at|per|over|after|within|while|through|each|every|as|or|from)\b)[^\W\d]+"
)
_MULTIPLE = re.compile(
    r"\b(?:(?:doubl|tripl|trebl|quadrupl|halv)(?:ed|ing)|twice|(?:two|three|four|five) times)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure in a text, by offsets into that text."""

    kind: FigureKind
    start: int
    end: int
    text: str


@lru_cache(maxsize=1024)
def find_figures(text: str) -> tuple[Figure, ...]:
    """The figures of a line in text order, none overlapping; two amounts of a change are one figure."""
    amounts = find_amounts(text)
    changes = tuple(_changes(text, amounts))
    plain = (_figure(text, amount.kind, amount.start, amount.end) for amount in amounts if not amount.bare)
    words = (_figure(text, "multiple", *found.span()) for found in _MULTIPLE.finditer(text))
    figures = list(changes)
    for figure in (*words, *plain):
        if all(figure.end <= other.start or other.end <= figure.start for other in figures):
            figures.append(figure)
    return tuple(sorted(figures, key=lambda figure: figure.start))


def _figure(text: str, kind: FigureKind, start: int, end: int) -> Figure:
    return Figure(kind, start, end, text[start:end].strip())


def _changes(text: str, amounts: tuple[Amount, ...]) -> Iterator[Figure]:
    done = 0
    for earlier, later in pairwise(amounts):
        if earlier.start < done:
            continue
        begin = _begins(text, earlier, later)
        if begin is not None:
            unit = _UNIT_AFTER.match(text, later.end) if later.kind == "count" else None
            done = unit.end() if unit else later.end
            yield _figure(text, "change", begin, done)


def _begins(text: str, earlier: Amount, later: Amount) -> int | None:
    """Where a change from the one to the other begins; None where they are no change."""
    between = text[earlier.end : later.start]
    if _ARROW.fullmatch(between):
        return earlier.start
    if (opening := _FROM.search(text, 0, earlier.start)) and _TO.fullmatch(between):
        return opening.start()
    exact = earlier.kind == later.kind and earlier.kind in ("percent", "money")
    if (exact or "/" in between) and _PLAIN_TO.fullmatch(between):
        return earlier.start
    return None
