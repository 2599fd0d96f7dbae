"""A header line cut into pieces: what stands between tabs, bars, dashes, commas, brackets and dates.

Pieces keep their offsets into `Document.text`, so that any run of them is again an exact quotation.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from functions.summarize.docx.document import Line
from functions.summarize.parsers.periods import FoundPeriod

Break = Literal["line", "column", "bar", "at", "date", "dash", "comma", "bracket", "closed", "colon"]
HARD: frozenset[Break] = frozenset({"line", "column", "bar", "at", "date"})

_BREAKS = re.compile(
    r"(?=[\s|¦│║·•●▪■♦◆‣;~—–,:()\[\]])(?:(?P<column>\s*\t\s*|\s{3,})"
    r"|(?P<bar>\s*[|¦│║]\s*|\s*[·•●▪■♦◆‣]\s*|\s//\s|\s+~\s+|\s*;\s+)"
    r"|(?P<at>\s+@\s*|\s+(?:at|bei der|bei|chez|presso|hos|à l'|w)\s+(?=[\"“'(]?[^\W_a-zß-ÿ]))"
    r"|(?P<dash>\s+[-–—−‒]+\s+|\s*—\s*|(?<=\w)\s?[–]\s+|\s+[–]\s?(?=\w))"
    r"|(?P<bracket>\s*[(\[]\s*)|(?P<closed>\s*[)\]](?!\s*,)\s*)"
    r"|(?P<comma>\s*[)\]]\s*,\s*|\s*,\s+|,(?=[^\W\d_]))"
    r"|(?P<colon>\s*:\s+|:$))"
)
_LONGEST = 1_000  # characters
_IN_A_NAME = re.compile(r"\buniversity of [\w ]+$|\b(?:suny|cuny)\b[\w ]*$|\bcollege$")
_LINKING = re.compile(r"^\.\s+|^(?:(?:from|at|bei|chez|presso|in)\s+(?=[^\W_a-zß-ÿ])|M/[Ss]\.?\s*(?=\w))")
_NUMBERING = re.compile(r"^\(?(?:\d{1,2}|[ivx]{1,4})[.)]\s+(?=[^\W\d_])")
_TELLING = re.compile(
    r"(?:(?:i am|i was|i have been|i've been|currently|presently|at present|previously|formerly|also|now)\s+)*"
    r"(?P<verb>working|worked|employed|serving|served|engaged|joined|appointed)\s+(?:as\s+)?(?:an?\s|the\s)?",
    re.IGNORECASE,
)
_IN_TELLING = re.compile(r"\s+(?:in|with|for|at|as)\s+(?:an?\s|the\s)?(?=[^\W_a-zß-ÿ])")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a header line. `before` is what parts it from the piece before it."""

    start: int
    end: int
    text: str
    before: Break
    line: Line


def pieces_of(line: Line, periods: tuple[FoundPeriod, ...]) -> tuple[Piece, ...]:
    """The pieces of a line, dates left out; none of a line too long to be a header."""
    return tuple(_pieces(line, periods)) if len(line.text) <= _LONGEST else ()


def _pieces(line: Line, periods: tuple[FoundPeriod, ...]) -> Iterator[Piece]:
    start, before = _beginning(line.text), "line"
    first = True
    for cut_start, cut_end, kind in [*_cuts(line.text, periods), (len(line.text), len(line.text), "line")]:
        if cut_start < start:
            continue
        if kind == "at" and _IN_A_NAME.search(line.text[start:cut_start].lower()):
            continue
        text = _LINKING.sub("", line.text[start:cut_start].strip(" ,;:·•|-–—"))
        if text and any(letter.isalnum() for letter in text):
            at = line.start + line.text.index(text, start)
            yield Piece(at, at + len(text), text, "line" if first else before, line)  # type: ignore[arg-type]
            first = False
            before = kind
        elif _rank(kind) < _rank(before) or start == cut_start == 0:
            before = kind
        start = max(start, cut_end)


def _beginning(text: str) -> int:
    """Past a number ("1. Bonny Works Ltd") or the words of someone telling ("Working as Cook in the Savoy")."""
    numbered = _NUMBERING.match(text)
    start = numbered.end() if numbered else 0
    telling = _TELLING.match(text, start)
    return telling.end() if telling and text[telling.end() : telling.end() + 1].isupper() else start


def _cuts(text: str, periods: tuple[FoundPeriod, ...]) -> list[tuple[int, int, str]]:
    dates = [(found.start, found.end, "date") for found in periods]
    cuts = list(dates)
    if telling := _TELLING.match(text):
        cuts += [(found.start(), found.end(), "at") for found in _IN_TELLING.finditer(text, telling.end())]
    for match in _BREAKS.finditer(text):
        inside_date = any(start < match.end() and match.start() < end for start, end, _ in dates)
        if match.end() > match.start() and not inside_date:
            cuts.append((match.start(), match.end(), str(match.lastgroup)))
    return sorted(cuts)


_STRENGTH = ("line", "column", "bar", "at", "date", "dash", "colon", "bracket", "comma", "closed")


def _rank(kind: str) -> int:
    return _STRENGTH.index(kind)
