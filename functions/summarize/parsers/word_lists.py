"""The word lists of the reader, `lexicons/*/*.txt`: as one index, which no list decides alone, and each as a question.

Lists are compared without case and accents, on word boundaries only.
"""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from functions.summarize.text.folding import fold
from functions.summarize.text.phrases import PhraseIndex, read_list, read_lists

FOLDER = Path(__file__).parent / "lexicons"


@cache
def word_index() -> PhraseIndex:
    """All lists of the reader."""
    return PhraseIndex(read_lists(FOLDER))


@cache
def word_list(name: str) -> tuple[str, ...]:
    """The entries of a list ("title/head") as written there."""
    return read_list(FOLDER / f"{name}.txt")


@cache
def word_set(*names: str) -> frozenset[str]:
    """The entries of the lists as text as `fold` gives it compares them."""
    return frozenset(fold(word) for name in names for word in word_list(name))


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Any entry of the list, the longest first, as whole words in text as `fold` gives it."""
    return phrases(word_list(name))


def phrases(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the phrases, the longest first, as whole words in text as `fold` gives it."""
    return re.compile(rf"(?<![^\W_]){any_of(map(fold, words))}(?![^\W_])")


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of the words as they stand, the longest first."""
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, longest_first))})"
