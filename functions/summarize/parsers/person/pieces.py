"""A line of the head cut into pieces: what stands between tabs, bars, dashes, commas and brackets.

Pieces keep their offsets into `Document.text`, so that any run of them is again an exact quotation.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from functions.summarize.docx.document import Line

Break = Literal["line", "column", "bar", "at", "dash", "colon", "bracket", "comma", "closed"]
"""What parts two pieces, the strongest first."""
HARD: frozenset[Break] = frozenset({"line", "column", "bar", "at"})

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


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line. `before` is what parts it from the piece before it."""

    start: int
    end: int
    text: str
    before: Break
    line: Line


def pieces_of(line: Line) -> tuple[Piece, ...]:
    """The pieces of a line; none of one too long to be of the head."""
    return tuple(_pieces(line)) if len(line.text) <= _LONGEST else ()


def _pieces(line: Line) -> Iterator[Piece]:
    start, before = 0, "line"
    for cut_start, cut_end, kind in [*_cuts(line.text), (len(line.text), len(line.text), "line")]:
        if kind == "at" and _IN_A_NAME.search(line.text[start:cut_start].lower()):
            continue
        text = line.text[start:cut_start].strip(" ,;:·•|-–—")
        if any(letter.isalnum() for letter in text):
            at = line.start + line.text.index(text, start)
            yield Piece(at, at + len(text), text, before, line)  # type: ignore[arg-type]
            before = kind
        elif start:
            before = min(before, kind, key=get_args(Break).index)
        start = cut_end


def _cuts(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _BREAKS.finditer(text):
        if match.group():
            yield (*match.span(), str(match.lastgroup))
