"""The words of a line with what parts them: dates as one token each, separators by kind, offsets kept."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from functions.summarize.parsers.dates.periods import FoundPeriod

TokenKind = Literal[
    "word", "period", "tab", "bar", "dash", "comma", "open", "close", "colon", "slash", "stop", "at"
]

_KINDS = (
    r"(?P<tab>\t+|\s{3,})|(?P<bar>[|¦│║·•●▪■♦◆‣;~]|//)|(?P<comma>,)|(?P<open>[(\[])|(?P<close>[)\]])|(?P<colon>:)"
    r"|(?P<word>[.#]?[^\W_](?:[\w’'&+#@*%]|[.](?=[\w,;)])|[-‐‑/.](?=[\w(])|,(?=\d{3}(?!\d))|[.](?=\s|$))*[+#*%]*|&|\+|@|[$€£]\S+)"
    r"|(?P<slash>/)|(?P<dash>[-–—−‒]+)|(?P<stop>[^\s\w])"
)
_AT = r"(?P<at>(?<=\s)(?:(?i:at|bei|bij|chez|hos|presso|with)(?=\s+[\"“'(]?[^\W\d_a-zß-ÿ])|@(?=\s*\w)))"
_TOKEN, _TOKEN_OR_AT = re.compile(_KINDS), re.compile(f"{_AT}|{_KINDS}")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a date or a separator at `start:end` of its line's text."""

    start: int
    end: int
    text: str
    kind: TokenKind
    period: FoundPeriod | None = None


def tokens_of(text: str, periods: Sequence[FoundPeriod], *, at: bool = False) -> tuple[Token, ...]:
    """The tokens of a text in order; `periods` are those found in it.

    With `at`, the word before a name parts what it stands between, as in "Porter at Hotel Ritz"; it does in the headers
    of jobs, not in "University of Texas at Austin".
    """
    return tuple(_scan(text, periods, _TOKEN_OR_AT if at else _TOKEN))


def _scan(text: str, periods: Sequence[FoundPeriod], token: re.Pattern[str]) -> Iterator[Token]:
    start = 0
    for found in periods:
        yield from _between(text, start, found.start, token)
        yield Token(found.start, found.end, text[found.start : found.end], "period", found)
        start = max(start, found.end)
    yield from _between(text, start, len(text), token)


def _between(text: str, start: int, end: int, token: re.Pattern[str]) -> Iterator[Token]:
    for match in token.finditer(text, start, end):
        kind: TokenKind = match.lastgroup  # type: ignore[assignment]
        yield Token(match.start(), match.end(), match.group(), kind)
