"""Text as it is compared: in small letters, without accents, with straight quotes and plain spaces."""

import re
import unicodedata
from functools import cache, lru_cache

_SPACES = re.compile(r"\s+")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """The text in lower case without accents, of the same length: offsets into it are offsets into the text."""
    lowered = text.lower()
    if len(lowered) != len(text):  # "İ" has two small letters
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return lowered if lowered.isascii() else lowered.translate(_letters())


def plain(text: str) -> str:
    """The folded text with single spaces and none outside: what is equal when people would call it equal."""
    return _SPACES.sub(" ", fold(text)).strip()


@cache
def _letters() -> dict[int, str]:
    """One letter for one letter: the base of every accented one, and the plain form of quotes and spaces."""
    bases = {
        code: base
        for code in range(0x80, 0x2000)
        if chr(code).isalpha() and len(base := _base(chr(code))) == 1
    }
    return bases | {ord("’"): "'", ord("ʼ"): "'", 0xA0: " ", 0x202F: " ", 0x2007: " "}


def _base(letter: str) -> str:
    decomposed = unicodedata.normalize("NFKD", letter.casefold())
    return "".join(part for part in decomposed if not unicodedata.combining(part))
