"""The word lists of the parser as one question each: is there such a word in this text, and where?

Lists are compared without case and accents, on word boundaries only.
"""

import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from functions.summarize.parsers.headings import plain


@cache
def _data(name: str) -> Any:
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def word_list(name: str, *keys: str) -> tuple[str, ...]:
    """The strings under `keys` of `<name>.toml`, as written there."""
    data = _data(name)
    for key in keys:
        data = data[key]
    return tuple(data)


@cache
def word_set(name: str, *keys: str) -> frozenset[str]:
    """The same strings as `folded` text compares them."""
    return frozenset(map(folded, word_list(name, *keys)))


@cache
def pattern(name: str, *keys: str) -> re.Pattern[str]:
    """Any phrase of the list, the longest first, as whole words in `folded` text."""
    return phrases(word_list(name, *keys))


def phrases(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the phrases, the longest first, as whole words in `folded` text."""
    longest_first = sorted({folded(word) for word in words}, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, longest_first))})(?![^\W_])")


@cache
def _folding() -> dict[int, str]:
    """One letter for one letter, so that offsets into folded text are offsets into the text."""
    letters = (chr(code) for code in range(0x80, 0x2000))
    table = {ord(letter): plain(letter) for letter in letters if letter.isalpha()}
    return {code: base for code, base in table.items() if len(base) == 1} | {
        ord("’"): "'",
        0xA0: " ",
        0x202F: " ",
    }


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """The text in lower case without accents, of the same length."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return lowered if lowered.isascii() else lowered.translate(_folding())


def languages_in(text: str) -> list[tuple[int, int]]:
    """Where human languages are named in the text."""
    return [match.span() for match in pattern("languages", "names").finditer(folded(text))]
