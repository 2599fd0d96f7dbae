"""Tables of records: a first row that names the columns, then a role, a course or a certificate a row.

Which column holds what is said by its head, so nothing has to be guessed from the words of a cell.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Literal, cast

from functions.summarize.docx.document import Line
from functions.summarize.parsers.words import folded

Subject = Literal["experience", "education", "certifications"]
_SUBJECTS: tuple[Subject, ...] = ("experience", "education", "certifications")
_NEEDED: Mapping[Subject, tuple[frozenset[str], ...]] = {
    "experience": (
        frozenset({"title", "employer"}),
        frozenset({"start", "end", "period", "task", "employer"}),
    ),
    "education": (
        frozenset({"degree", "institution"}),
        frozenset({"period", "start", "end", "grade", "institution", "board", "subject"}),
    ),
    "certifications": (
        frozenset({"certificate"}),
        frozenset({"number", "issuer", "date", "expiry"}),
    ),
}
_LONGEST_HEAD = 5  # words
_APART = re.compile(r"[\s.:*#]+")


@dataclass(frozen=True, slots=True)
class Record:
    """One row: the lines of its cells by what their columns hold. A column that is not understood is left out."""

    cells: Mapping[str, tuple[Line, ...]]

    def line(self, kind: str) -> Line | None:
        """The first line of a cell."""
        lines = self.cells.get(kind, ())
        return lines[0] if lines else None


@dataclass(frozen=True, slots=True)
class RecordTable:
    """A table of records about one subject; `lines` are all of its lines, the head's included."""

    subject: Subject
    records: tuple[Record, ...]
    lines: tuple[Line, ...]

    def about(self, subject: Subject) -> "RecordTable":
        """The same table read under a heading that says what it is about: courses may be certificates."""
        if subject == self.subject or subject != "certifications":
            return self
        renamed = {"degree": "certificate", "institution": "issuer", "period": "date", "end": "date"}
        records = (
            Record({renamed.get(kind, kind): lines for kind, lines in record.cells.items()})
            for record in self.records
        )
        return RecordTable(subject, tuple(records), self.lines)


def find_tables(lines: Iterable[Line]) -> dict[int, RecordTable]:
    """The tables of records among the lines, by the number of the table."""
    found: dict[int, RecordTable] = {}
    in_cells = (line for line in lines if line.block.cell is not None)
    for number, group in groupby(in_cells, lambda line: _address(line)[0]):
        if number not in found and (table := _table(list(group))):
            found[number] = table
    return found


def names_column(label: str) -> bool:
    """Whether the words are a label of something that the header of a role or a course says."""
    return any(
        kind_of(label, subject) not in ("", "task", "other") for subject in ("experience", "education")
    )


def kind_of(text: str, subject: Subject) -> str:
    """What a column or a field with this label holds; "other" is known and of no use, "" is not known."""
    words = _APART.sub(" ", folded(text)).strip()
    if len(words.split()) > _LONGEST_HEAD:
        return ""
    kinds = _kinds(subject)
    return kinds.get(words) or next(
        (kind for part in re.split(r"\s*[/&|]\s*|\s+and\s+", words) if (kind := kinds.get(part))), ""
    )


def _table(lines: list[Line]) -> RecordTable | None:
    first = _address(lines[0])[1]
    head = [line for line in lines if _address(line)[1] == first]
    rows = [list(row) for _, row in groupby(lines[len(head) :], lambda line: _address(line)[1])]
    columns = [_address(line)[2] for line in head]
    if len(head) < 2 or len(set(columns)) < len(head) or not any(_width(row) > 1 for row in rows):
        return None
    subject, kinds = _subject_of(head)
    if subject is None:
        return None
    named = dict(zip(columns, kinds, strict=True))
    return RecordTable(subject, tuple(_records(rows, named)), tuple(lines))


def _subject_of(head: Sequence[Line]) -> tuple[Subject | None, list[str]]:
    """What the columns are about: the subject that knows most of their heads, and has what it needs."""
    best: tuple[int, Subject | None, list[str]] = (1, None, [])
    for subject in _SUBJECTS:
        kinds = [kind_of(line.text, subject) for line in head]
        known = sum(kind != "" for kind in kinds)
        whole = all(set(kinds) & needed for needed in _NEEDED[subject])
        if whole and known > best[0] and known * 2 >= len(kinds) and _has_two(kinds, subject):
            best = known, subject, kinds
    return best[1], best[2]


def _has_two(kinds: list[str], subject: Subject) -> bool:
    """Employer alone satisfies both needs of a role; two different columns must."""
    needed = frozenset().union(*_NEEDED[subject])
    return len(set(kinds) & needed) > 1


def _records(rows: Iterable[list[Line]], columns: Mapping[int, str]) -> Iterator[Record]:
    for row in rows:
        cells: dict[str, tuple[Line, ...]] = {}
        for column, lines in groupby(row, lambda line: _address(line)[2]):
            kind = columns.get(column, "")
            if kind and kind not in cells:
                cells[kind] = tuple(lines)
        if cells:
            yield Record(cells)


def _width(row: list[Line]) -> int:
    return len({_address(line)[2] for line in row})


def _address(line: Line) -> tuple[int, int, int]:
    cell = line.block.cell
    assert cell is not None
    return cell.table, cell.row, cell.column


@cache
def _kinds(subject: Subject) -> dict[str, str]:
    table = cast("dict[str, list[str]]", _columns()[subject])
    return {_APART.sub(" ", folded(name)).strip(): kind for kind, names in table.items() for name in names}


@cache
def _columns() -> dict[str, object]:
    return tomllib.loads(files(__package__).joinpath("columns.toml").read_text("utf-8"))
