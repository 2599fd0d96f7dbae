"""The word lists of the parser as one question each: is there such a word in this text, and where?

Lists are compared without case and accents, on word boundaries only.
"""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from functions.summarize.parsers.word_lists import FOLDER
from functions.summarize.text.folding import fold
from functions.summarize.text.phrases import read_list


@cache
def _data(name: str) -> Any:
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def word_list(name: str, *keys: str) -> tuple[str, ...]:
    """The strings of a list of the lexicons ("title/head"), or under `keys` of `<name>.toml`, as written there."""
    if "/" in name:
        return read_list(FOLDER / f"{name}.txt")
    data = _data(name)
    for key in keys:
        data = data[key]
    return tuple(data)


@cache
def word_set(name: str, *keys: str) -> frozenset[str]:
    """The same strings as text as `fold` gives it compares them."""
    return frozenset(map(fold, word_list(name, *keys)))


@cache
def pattern(name: str, *keys: str) -> re.Pattern[str]:
    """Any phrase of the list, the longest first, as whole words in text as `fold` gives it."""
    return phrases(word_list(name, *keys))


def phrases(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the phrases, the longest first, as whole words in text as `fold` gives it."""
    longest_first = sorted({fold(word) for word in words}, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, longest_first))})(?![^\W_])")


def languages_in(text: str) -> list[tuple[int, int]]:
    """Where human languages are named in the text."""
    return [match.span() for match in pattern("language/name").finditer(fold(text))]
