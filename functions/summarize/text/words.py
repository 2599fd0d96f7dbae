"""The words of a text, each with its place."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from functions.summarize.text.folding import fold

_WORD = re.compile(r"[^\W_]+(?:\+\+|\+(?!\w)|#)?|&")


class Word(NamedTuple):
    """A run of letters and figures at `start:end` of a text; "C++", "C#" and "&" are words. `folded` is compared."""

    start: int
    end: int
    text: str
    folded: str


@lru_cache(maxsize=1024)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of the text in order. Marks between them are no words: "B.Sc." has two, "well-known" two."""
    return tuple(_words(text))


def folded_words(text: str) -> tuple[str, ...]:
    """The words of the text as they are compared, without their places."""
    folded = fold(text)
    if text.isascii() and text.replace(" ", "").isalnum():
        return tuple(folded.split())  # what nearly every entry of a list is, and there are tens of thousands
    return tuple(folded[match.start() : match.end()] for match in _WORD.finditer(text))


def _words(text: str) -> Iterator[Word]:
    folded = fold(text)
    for match in _WORD.finditer(text):
        start, end = match.span()
        yield Word(start, end, match.group(), folded[start:end])
