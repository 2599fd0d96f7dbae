"""The beginnings of words, by which forms of one word are known in any language: "coiffure" and "coiffeuse"."""

import re

_LETTERS = 5
"""Letters by which two words are of one root, in any language."""
_WORD = re.compile(r"[^\W\d_]+")


def roots_in(text: str) -> frozenset[str]:
    """The beginnings of the longer words of a text."""
    return frozenset(word[:_LETTERS] for word in _WORD.findall(text.lower()) if len(word) >= _LETTERS)
