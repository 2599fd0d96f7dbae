"""Tables of records -> roles, courses and credentials."""

import re
from collections.abc import Iterable, Iterator

from functions.summarize.docx.document import Line
from functions.summarize.parsers.credentials import is_status
from functions.summarize.parsers.cues import is_internship, place_strength
from functions.summarize.parsers.degrees import find_degree
from functions.summarize.parsers.evidence import Source
from functions.summarize.parsers.periods import find_periods
from functions.summarize.parsers.pieces import pieces_of
from functions.summarize.parsers.records import Record, RecordTable
from functions.summarize.resume import Credential, Education, Fact, PartialDate, Period, Role, RoleKind

_NUMBERED = re.compile(r"^\d{1,2}[.)]?$")
_NUMBER_OF_HOUSE = re.compile(r"^\d+[a-zA-Z]?\b.+|\s\d+[a-zA-Z]?$|^\d{2}-\d{3}\b")


def role_records(
    tables: Iterable[RecordTable], source: Source, kind: RoleKind, *, day_first: bool
) -> Iterator[Role]:
    """A role for each row that names a title or an employer; an empty employer is the one above."""
    employer: Fact[str] | None = None
    for record in (record for table in tables for record in table.records):
        title = _stated(record.line("title"), source)
        employer = _employer(record, source) or employer
        if title is None and record.line("employer") is None:
            continue
        intern = kind == "employment" and title is not None and is_internship(title.value)
        yield Role(
            title=title,
            employer=employer,
            location=_stated(record.line("place"), source),
            period=_period(record, source, day_first=day_first),
            bullets=tuple(source.line(line) for line in record.cells.get("task", ())),
            kind="internship" if intern else kind,
        )


def course_records(tables: Iterable[RecordTable], source: Source, *, day_first: bool) -> Iterator[Education]:
    """A course for each row that names a degree or a place of study."""
    for record in (record for table in tables for record in table.records):
        line = record.line("degree")
        institution = _stated(record.line("institution") or record.line("board"), source)
        if line is None and institution is None:
            continue
        degree, field = _degree(line, source) if line else (None, None)
        period = _period(record, source, day_first=day_first)
        if period is not None and period.value.start is not None and period.value.end is None:
            period = Fact(Period(None, period.value.start), period.evidence, period.confidence)
        yield Education(
            degree, _stated(record.line("subject"), source) or field, institution, period,
            _stated(record.line("grade"), source),
        )  # fmt: skip


def credential_records(tables: Iterable[RecordTable], source: Source) -> Iterator[Credential]:
    """A credential for each row that names one."""
    for record in (record for table in tables for record in table.records):
        line = record.line("certificate")
        if line is None or is_status(line.text) or _NUMBERED.match(line.text):
            continue
        pieces = [piece for piece in pieces_of(line, ()) if piece.before in ("line", "bracket", "closed")]
        end = pieces[0].end if len(pieces) > 1 and not line.text.endswith(")") else line.end
        yield Credential(
            source.stated(line.start, end),
            _stated(record.line("issuer"), source),
            _date(record.line("date"), source),
        )


def _stated(line: Line | None, source: Source) -> Fact[str] | None:
    return source.line(line) if line and any(letter.isalnum() for letter in line.text) else None


def _employer(record: Record, source: Source) -> Fact[str] | None:
    """The first line of the cell, without the place or the address that follows it."""
    line = record.line("employer")
    if line is None:
        return None
    pieces = pieces_of(line, ())
    kept = len(pieces)
    while kept > 1 and place_strength(pieces[kept - 1].text):
        kept -= 1
    street = (number for number in range(1, kept) if _NUMBER_OF_HOUSE.search(pieces[number].text))
    kept = next(street, kept)
    return source.stated(line.start, pieces[kept - 1].end) if 0 < kept < len(pieces) else source.line(line)


def _degree(line: Line, source: Source) -> tuple[Fact[str], Fact[str] | None]:
    found = find_degree(line.text)
    if found is None:
        return source.line(line, 0.9), None
    degree = source.stated(line.start + found.start, line.start + found.end)
    if found.subject is None:
        return degree, None
    start, end = found.subject
    return degree, source.stated(line.start + start, line.start + end)


def _period(record: Record, source: Source, *, day_first: bool) -> Fact[Period] | None:
    start, end = record.line("start"), record.line("end")
    whole = record.line("period")
    if start is None or end is None:
        line = whole or start or end
        return _one_cell(record.cells["period"] if whole else (line,), source, day_first) if line else None
    joined = f"{start.text} - {end.text}"
    for found in find_periods(joined, day_first=day_first):
        if found.period is not None and found.end > len(start.text):
            evidence = (source.at(start.start, start.end), source.at(end.start, end.end))
            return Fact(found.period, evidence, 0.7 if found.ambiguous else 1.0)
    return None


def _one_cell(lines: tuple[Line, ...], source: Source, day_first: bool) -> Fact[Period] | None:
    """A period in one cell, on one line or, from and to, on two."""
    text = source.text[lines[0].start : lines[-1].end]
    for found in find_periods(text, day_first=day_first):
        if found.period is not None:
            return source.read(
                found.period, lines[0].start + found.start, lines[0].start + found.end,
                0.7 if found.ambiguous else 1.0,
            )  # fmt: skip
    return None


def _date(line: Line | None, source: Source) -> Fact[PartialDate] | None:
    for found in find_periods(line.text) if line else ():
        date = found.period and (found.period.start or found.period.end)
        if line is not None and date:
            return source.read(date, line.start + found.start, line.start + found.end)
    return None
