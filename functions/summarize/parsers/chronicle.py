"""Tables of events, as in a rirekisho: year, month, and whom one joined, as what, and left.

"2012 | April | Joined Genkai Precision Co., Ltd. as Mould Design Engineer", "2019 | September | Left Genkai ...".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from functions.summarize.docx.document import Line
from functions.summarize.parsers.records import Record, RecordTable
from functions.summarize.parsers.words import folded

_YEAR, _MONTH = re.compile(r"(?:19|20)\d\d"), re.compile(r"[01]?\d|[^\W\d_]{3,9}\.?")
_JOINED = re.compile(
    r"(?P<verb>(?:joined|employed (?:by|at)|started (?:work )?(?:at|with))\s+)(?P<employer>[^\n]{2,100}?)"
    r"(?:\s+as\s+(?:an? |the )?(?P<title>[^\n(]{2,80}?))?"
    r"(?:\s*\(?(?:to (?:the )?)?(?P<now>present|date|now)\)?)?[.\s]*$"
)
_LEFT = re.compile(r"(?:left|resigned from|retired from|transferred from)\s+(?P<employer>[^\n]{2,120})")
_LONGEST = 300  # characters


def find_chronicles(lines: Iterable[Line]) -> Iterator[RecordTable]:
    """The tables in which somebody joins an employer; each joining is a record."""
    in_cells = (line for line in lines if line.block.cell is not None)
    for _, group in groupby(in_cells, lambda line: line.block.cell and line.block.cell.table):
        table = list(group)
        rows = [list(row) for _, row in groupby(table, lambda line: line.block.cell and line.block.cell.row)]
        if all(_is_event(row) for row in rows) and (records := tuple(_records(rows))):
            yield RecordTable("experience", records, tuple(table))


def _is_event(row: Sequence[Line]) -> bool:
    return (
        len(row) == 3
        and len(row[2].text) <= _LONGEST
        and bool(_YEAR.fullmatch(row[0].text) and _MONTH.fullmatch(row[1].text))
    )


def _records(rows: Sequence[list[Line]]) -> Iterator[Record]:
    for number, row in enumerate(rows):
        event = row[2]
        joined = _JOINED.match(folded(event.text))
        if joined is None:
            continue
        cells = {"start": _date(row), "employer": _part(event, joined.span("employer"))}
        if joined["title"]:
            cells["title"] = _part(event, joined.span("title"))
        if joined["now"]:
            cells["end"] = _part(event, joined.span("now"))
        elif left := _leaving(rows[number + 1 : number + 2]):
            cells["end"] = _date(left)
        yield Record({kind: (line,) for kind, line in cells.items()})


def _leaving(following: Sequence[list[Line]]) -> list[Line] | None:
    return next((row for row in following if _LEFT.match(folded(row[2].text))), None)


def _date(row: Sequence[Line]) -> Line:
    """Year and month, side by side in the document, written so that they are read as one date of equal length."""
    year, month = row[0], row[1]
    return Line(year.block, year.start, f"{month.text}{'/' if month.text.isdigit() else ' '}{year.text}")


def _part(line: Line, span: tuple[int, int]) -> Line:
    return Line(line.block, line.start + span[0], line.text[span[0] : span[1]])
