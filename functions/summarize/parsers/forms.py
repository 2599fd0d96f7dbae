"""Forms in tables: a label in the left cell, what it asks for in the right one, a role or a course a few rows.

"Dates | 04/2018 - present", "Occupation or position held | Warehouse Manager", "Name and address of employer | ...".
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from functions.summarize.docx.document import Line
from functions.summarize.parsers.records import Record, RecordTable, Subject, kind_of

_NEEDED: dict[Subject, tuple[frozenset[str], ...]] = {
    "experience": (frozenset({"title"}), frozenset({"employer"}), frozenset({"period", "start"})),
    "education": (frozenset({"degree"}), frozenset({"institution", "board"})),
}
_Field = tuple[str, list[Line]]


def find_forms(lines: Iterable[Line]) -> Iterator[RecordTable]:
    """The runs of labelled rows that state roles or courses, each as a table of records."""
    in_cells = (line for line in lines if line.block.cell is not None)
    for _, table in groupby(in_cells, lambda line: line.block.cell and line.block.cell.table):
        rows = [list(row) for _, row in groupby(table, lambda line: line.block.cell and line.block.cell.row)]
        for subject in _NEEDED:
            yield from _runs(rows, subject)


def _runs(rows: Sequence[list[Line]], subject: Subject) -> Iterator[RecordTable]:
    kinds = [_kind(row, subject) for row in rows]
    for known, numbers in groupby(range(len(rows)), lambda number: kinds[number] != ""):
        if not known:
            continue
        fields = [(kinds[number], rows[number]) for number in numbers]
        asked = {kind for kind, _ in fields}
        if all(asked & needed for needed in _NEEDED[subject]):
            yield RecordTable(
                subject, tuple(_records(fields)), tuple(line for _, row in fields for line in row)
            )


def _kind(row: list[Line], subject: Subject) -> str:
    """What the row's label asks for; nothing where the row is not one label and its answer."""
    columns = [line.block.cell.column for line in row if line.block.cell]
    if len(set(columns)) != 2 or columns.count(columns[0]) != 1:
        return ""
    return kind_of(row[0].text, subject)


def _records(fields: Iterable[_Field]) -> Iterator[Record]:
    """A label asked for again begins the next record."""
    cells: dict[str, tuple[Line, ...]] = {}
    for kind, (_, *answer) in fields:
        if kind in cells and kind not in ("task", "other"):
            yield Record(cells)
            cells = {}
        cells[kind] = cells.get(kind, ()) + tuple(answer)
    yield Record(cells)
