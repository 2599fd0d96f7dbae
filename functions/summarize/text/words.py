"""The words of a text, each with its place."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from functions.summarize.text.folding import fold

_WORD = re.compile(r"[^\W_]+(?:\+\+|\+(?!\w)|#)?|&")


class Word(NamedTuple):
    """A run of letters and figures at `start:end` of a text; "C++", "C#" and "&" are words. `folded` is compared."""

    start: int
    end: int
    text: str
    folded: str


def words_of(text: str) -> tuple[Word, ...]:
    """The words of the text in order. Marks between them are no words: "B.Sc." has two, "well-known" two."""
    return tuple(_words(text))


def _words(text: str) -> Iterator[Word]:
    folded = fold(text)
    for match in _WORD.finditer(text):
        start, end = match.span()
        yield Word(start, end, match.group(), folded[start:end])
