"""Pieces put together: a phrase, what it leaves out, and the telling that is made of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from functions.summarize.lines.articles import missing_articles
from functions.summarize.lines.records import LineReading, Part, Piece, Shape, Telling, Tense
from functions.summarize.lines.surface import has_pronoun, joined, ours, part_words, with_comma

Name = Literal["past", "present", "perfect", "gerund", "noun"]
_SHAPES: dict[Name, tuple[Shape, Tense | None]] = {
    "past": ("verb phrase", "past"),
    "present": ("verb phrase", "present"),
    "perfect": ("verb phrase", "perfect"),
    "gerund": ("participle", None),
    "noun": ("noun phrase", None),
}


_ASIDE = re.compile(r"[;:?!|]\s|\w{3,}[.]\s|\s[-–—=|]\s|[<>{}\\\\]|https?:|www\.|\S@\S")
"""Marks that no clause holds: something else begins behind them, or they are no prose."""

FIGURE = r"(?:[$£€¥₹₱]|[A-Z]{2,3}\s?)?\d"
"""How a figure begins, with its currency."""
_AND_FIGURE = re.compile(rf"(?:,| and)\s+(?={FIGURE})")

_DATED = re.compile(
    r"\b(?:in|on|during) (?:\w+ )?(?:19|20)\d\d\b|\blast (?:year|month|quarter|season)\b"
    r"|\b(?!since )[a-z]{3,} (?:19|20)\d\d(?=,|$)"
)
"""A date in the past, which the perfect does not go with."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Pieces of a telling, and the parts that were left out of it."""

    pieces: tuple[Piece, ...]
    dropped: tuple[Part, ...] = ()


def form_telling(name: Name, pieces: tuple[Piece, ...], dropped: tuple[Part, ...] = ()) -> Telling | None:
    """Pieces whose subject is the person as the telling of that form; the perfect gets its "has"."""
    shape, tense = _SHAPES[name]
    if name == "perfect" and _DATED.search(joined(pieces)):
        return None
    return telling((*ours("has"), *pieces) if name == "perfect" else pieces, shape, tense, dropped)


def telling(
    pieces: tuple[Piece, ...], shape: Shape, tense: Tense | None, dropped: tuple[Part, ...] = ()
) -> Telling | None:
    """The pieces as a telling, if they can be told at all: none without words or with a pronoun of the writer."""
    if not pieces or has_pronoun(pieces) or any(_ASIDE.search(piece.text) for piece in pieces):
        return None
    if _has_bare_change(pieces):
        return None
    pieces = _with_articles(pieces)
    return Telling(joined(pieces), shape, tense, pieces, dropped)


def _with_articles(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces with the articles that telegram style left out."""
    for place, word in reversed(missing_articles(joined(pieces))):
        pieces = (*up_to(pieces, place), *ours(word), *_from(pieces, place))
    return pieces


def up_to(pieces: tuple[Piece, ...], place: int) -> tuple[Piece, ...]:
    """The pieces before a place of their text; a piece that ends there is whole."""
    at = 0
    for index, piece in enumerate(pieces):
        if at + len(piece.text) >= place:
            head = piece.text[: max(0, place - at - 1)]
            end = None if piece.start is None else piece.start + len(head)
            return (*pieces[:index], *((replace(piece, text=head, end=end),) if head else ()))
        at += len(piece.text) + 1
    return pieces


def _from(pieces: tuple[Piece, ...], place: int) -> tuple[Piece, ...]:
    """The pieces from a place of their text on."""
    at = 0
    for index, piece in enumerate(pieces):
        if at + len(piece.text) > place:
            skip = max(0, place - at)
            start = None if piece.start is None else piece.start + skip
            return (replace(piece, text=piece.text[skip:], start=start), *pieces[index + 1 :])
        at += len(piece.text) + 1
    return ()


def _has_bare_change(pieces: tuple[Piece, ...]) -> bool:
    """Whether an arrow became a "to" without its "from"."""
    arrows = [at for at, piece in enumerate(pieces) if piece.rule == "written out" and piece.text == "to"]
    return any(not any("from" in piece.text.split() for piece in pieces[:at]) for at in arrows)


def with_figures(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """ "62 sewing lines, 4,300 workers and 2.4m pieces": the first joint before a figure is "with"."""
    for at, piece in enumerate(pieces):
        following = pieces[at + 1].text if at + 1 < len(pieces) else ""
        if piece.text == "and" and piece.start is None and re.match(FIGURE, following):
            return (*pieces[:at], *ours("with"), *pieces[at + 1 :])
        if piece.text.endswith(",") and re.match(FIGURE, following):
            head = replace(piece, text=piece.text[:-1])
            return (*pieces[:at], head, *ours("with"), *pieces[at + 1 :])
        found = (
            _AND_FIGURE.search(piece.text)
            if piece.rule in (None, "small") and piece.start is not None
            else None
        )
        if found and piece.start is not None:
            head = Piece(piece.text[: found.start()], piece.start, piece.start + found.start())
            rest = Piece(piece.text[found.end() :], piece.start + found.end(), piece.end)
            return (*pieces[:at], head, *ours("with"), rest, *pieces[at + 1 :])
    return tuple(pieces)


def in_line_order(reading: LineReading, parts: Sequence[Part]) -> tuple[Piece, ...]:
    """The words of parts in their order, with the commas of the line between them; brackets are left out."""
    pieces: tuple[Piece, ...] = ()
    for part in parts:
        if part.tag == "bracket":
            continue
        words = ours("and") if part.tag == "and" else part_words(reading.text, part)
        pieces = follow(reading, pieces, part, words)
    return pieces


def follow(
    reading: LineReading, pieces: tuple[Piece, ...], part: Part, words: tuple[Piece, ...]
) -> tuple[Piece, ...]:
    """The pieces with the words of a part behind them, after a comma where the line has one."""
    comma = (
        reading.text[: part.start].rstrip().endswith((",", ";"))
        and pieces
        and words
        and pieces[-1].text != "and"
    )
    return (*(with_comma(pieces) if comma and part.tag not in ("and", "bracket") else pieces), *words)
