"""Entries of education -> courses of study; of certificates -> credentials."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from functions.summarize.docx.document import Line
from functions.summarize.parsers.asked_for import kinds_asked
from functions.summarize.parsers.entries import Entry
from functions.summarize.parsers.fields import Field, ReadLine
from functions.summarize.parsers.reading import Reading
from functions.summarize.parsers.statements import Statements
from functions.summarize.parsers.word_lists import pattern
from functions.summarize.resume import Credential, Education, Fact, Period, Status
from functions.summarize.status.answers import answer_of
from functions.summarize.text.folding import fold

_ANOTHER = re.compile(r"\.\s+(?=[A-Z]{2,6}\s)")
"""Where another credential begins that was not read as one: "Certified Municipal Clerk, 2018. MMC expected 2027"."""

_OF_ALL = re.compile(r"[\s(–—-](?:all|both|each)\b", re.IGNORECASE)
"""What is said of every credential of a line behind the last: "ADR, HIAB, Moffett - all expired"."""


_CLASSES = re.compile(r"(?:[^\W\d_]{4,}\.? )?[A-Z][A-Z\d]{0,2}(?:(?:, | ?/ ?| \w{1,3} )[A-Z][A-Z\d]{0,2})*")
"""Classes of a licence, with or without the word that says so: "B", "A1, B", "categories B and T"."""


def courses_of(reading: Reading, statements: Statements) -> Iterator[Education]:
    """A course for each entry that names a degree or a place of study."""
    for section, entry in reading.entries:
        if section == "education" and not entry.heads and (course := _course(entry, statements)):
            yield course


def credentials_of(reading: Reading, statements: Statements) -> Iterator[Credential]:
    """A credential for each entry that names one, wherever it stands; each once."""
    seen: set[str] = set()
    beside, rows = _by_line(reading), _rows(reading)
    labels = {
        line.line.start: before.line for before, line in pairwise(reading.lines) if before.kind == "field"
    }
    for section, entry in reading.entries:
        if section == "credentials" and not entry.heads:
            for number, one in enumerate(list(entry.all("credential"))):
                if one.text.casefold() not in seen:
                    seen.add(one.text.casefold())
                    found = _credential(one, entry, statements, beside, rows, first=not number)
                    yield _with_label(found, labels.get(one.line.start), statements)
    for line in reading.of("education", "skills", "awards"):
        for one in line.fields:
            if one.name == "credential" and one.text.casefold() not in seen:
                seen.add(one.text.casefold())
                yield _credential(one, Entry(line.fields), statements, beside, rows, first=True)


def _with_label(credential: Credential, label: Line | None, statements: Statements) -> Credential:
    """The letters that a form answers with the label before them: "Driving licence B", "Führerschein Klasse B"."""
    name = credential.name
    if label is None or not _CLASSES.fullmatch(name.value) or "credential" not in kinds_asked(label.text):
        return credential
    said = statements.line(label, "certifications")
    whole = Fact(f"{said.value.strip(' :')} {name.value}", (*said.evidence, *name.evidence), name.confidence)
    return replace(credential, name=whole)


def _course(entry: Entry, statements: Statements) -> Education | None:
    degree, institution = entry.first("degree"), entry.inherited("institution")
    if degree is None and institution is None:
        return None
    period = next(iter(statements.periods(entry, "education")), None)
    status = statements.status(_lines(entry), "education", "education", period) or _denied(entry, statements)
    return Education(
        degree=statements.field(degree, "education"),
        field=statements.joined(_subjects(entry), "education"),
        institution=statements.field(institution, "education"),
        period=_ended(period),
        grade=_grade(entry, statements),
        status=status,
    )


def _denied(entry: Entry, statements: Statements) -> Fact[Status] | None:
    """A cell of a table's row that says no to its heading: "Diploma: nee"; the mark of a list says nothing."""
    for line in (*(one.line for one in entry.fields), *(one.line for one in entry.body)):
        if line.block.cell is not None and answer_of(line.text) is False:
            place = statements.at(line.start, line.start + len(line.text), "education")
            return Fact("not completed", (place,))
    return None


def _subjects(entry: Entry) -> list[Field]:
    """The subject; all of them where one line names several: "A levels: Biology (B), Chemistry (A)"."""
    first = entry.first("subject")
    return [one for one in entry.all("subject") if first is not None and one.line is first.line]


def _ended(period: Fact[Period] | None) -> Fact[Period] | None:
    """A single date is the end of a course."""
    if period is None or period.value.current or period.value.start != period.value.end:
        return period
    return replace(period, value=Period(None, period.value.end))


def _grade(entry: Entry, statements: Statements) -> Fact[str] | None:
    for start, end in _lines(entry):
        if span := _find_grade(statements.text[start:end]):
            found = Field("grade", start + span[0], start + span[1], statements.text[start + span[0] : start + span[1]],
                          entry.fields[0].line, 0.9)  # fmt: skip
            return statements.field(found, "education")
    return None


def _find_grade(text: str) -> tuple[int, int] | None:
    """Where the first grade stands in the text: "First class honours", "GPA 3.8/4.0", "108/110"."""
    match = _grade_pattern().search(fold(text))
    return match.span() if match else None


@cache
def _grade_pattern() -> re.Pattern[str]:
    points = pattern("degree/points").pattern
    grades = pattern("degree/grade").pattern
    figure = rf"{points}\s*[:=]?\s*(?:of\s*)?\d[\d.,]*\s*(?:%|(?:/|out of|su)\s*\d[\d.,]*)?"
    return re.compile(
        rf"{figure}|\d[.,]\d+\s*(?:/\s*\d[.,]?\d*)?\s*c?gpa|\b\d{{2,3}}\s*/\s*(?:110|100)(?:\s+(?:e|con)\s+lode)?"
        rf"|(?<!with )(?<!\(){grades}(?:\s+(?:degree|honours|honors))?"
    )


def _lines(entry: Entry) -> list[tuple[int, int]]:
    """The lines of the header and those below it."""
    lines = [one.line for one in entry.fields] + [line.line for line in entry.body]
    return list(dict.fromkeys((line.start, line.end) for line in lines))


def _by_line(reading: Reading) -> dict[int, list[Field]]:
    """The credentials that stand on one line, by where it begins: each may be an entry of its own."""
    found: dict[int, list[Field]] = {}
    for line in reading.lines:
        for one in line.fields:
            if one.name == "credential":
                found.setdefault(one.line.start, []).append(one)
    return found


def _rows(reading: Reading) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """The cells of each row of a table that name no credential: how long one is valid, its number.

    A row of many lines is none of a list, it lays out a page.
    """
    rows: dict[tuple[int, int], list[ReadLine]] = {}
    for line in reading.lines:
        if cell := line.line.block.cell:
            rows.setdefault((cell.table, cell.row), []).append(line)
    return {
        place: [
            (line.line.start, line.line.end)
            for line in lines
            if not any(one.name == "credential" for one in line.fields)
        ]
        for place, lines in rows.items()
        if len(lines) <= _MOST_CELLS
    }


_MOST_CELLS = 6


def _credential(
    one: Field,
    entry: Entry,
    statements: Statements,
    beside: Mapping[int, Sequence[Field]],
    rows: Mapping[tuple[int, int], Sequence[tuple[int, int]]],
    *,
    first: bool,
) -> Credential:
    issuer = entry.inherited("issuer") if first else None
    date = statements.date(entry, "certifications") if first else None
    return Credential(
        statements.bare(one, "credential", "certifications"),  # type: ignore[arg-type]
        statements.field(issuer, "certifications"),
        date,
        statements.status(
            [*_around(one, entry, beside.get(one.line.start, [one])), *_of_row(one, rows)],
            "credential",
            "certifications",
        ),
    )


def _of_row(
    one: Field, rows: Mapping[tuple[int, int], Sequence[tuple[int, int]]]
) -> Sequence[tuple[int, int]]:
    cell = one.line.block.cell
    return rows.get((cell.table, cell.row), ()) if cell else ()


def _around(one: Field, entry: Entry, beside: Sequence[Field]) -> list[tuple[int, int]]:
    """The part of the line that belongs to a credential, what stands before the first; then the entry's other lines.

    That part goes up to the next credential on the line, up to its end where the last words are of all of them.
    """
    line, first, last = one.line, beside[0], beside[-1]
    end = line.end if _OF_ALL.search(line.text, last.end - line.start) else _end_of(one, beside)
    other = _ANOTHER.search(line.text, one.end - line.start, end - line.start)
    end = line.start + other.start() if other else end
    others = [place for place in _lines(entry) if place != (line.start, line.end)]
    if one.start <= first.start:
        return [(line.start, end), *others]
    return [(one.start, end), (line.start, first.start), *others]


def _end_of(one: Field, beside: Sequence[Field]) -> int:
    """Where the next credential begins that is not tied to this one: "CPR and BLS (expired)" says it of both."""
    end = one.end
    for other in beside:
        if other.start < end:
            continue
        if not _TIED.fullmatch(one.line.text, end - one.line.start, other.start - one.line.start):
            return other.start
        end = other.end
    return one.line.end


_TIED = re.compile(r"\s*(?:and|&|\+|/)\s*", re.IGNORECASE)
