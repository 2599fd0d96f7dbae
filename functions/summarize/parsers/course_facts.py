"""Entries of education -> courses of study; of certificates -> credentials."""

import re
from collections.abc import Iterator
from dataclasses import replace

from functions.summarize.parsers.entries import Entry
from functions.summarize.parsers.fields import Field
from functions.summarize.parsers.grades import find_grade
from functions.summarize.parsers.reading import Reading
from functions.summarize.parsers.statements import Statements
from functions.summarize.parsers.word_lists import pattern
from functions.summarize.resume import Credential, Education, Fact, Period, Status
from functions.summarize.status.answers import answer_of
from functions.summarize.text.folding import fold

_ANOTHER = re.compile(r"\.\s+(?=[A-Z]{2,6}\s)")
"""Where another credential begins that was not read as one: "Certified Municipal Clerk, 2018. MMC expected 2027"."""


def courses_of(reading: Reading, statements: Statements) -> Iterator[Education]:
    """A course for each entry that names a degree or a place of study."""
    for section, entry in reading.entries:
        if section == "education" and not entry.heads and (course := _course(entry, statements)):
            yield course


def credentials_of(reading: Reading, statements: Statements) -> Iterator[Credential]:
    """A credential for each entry that names one, wherever it stands; each once."""
    seen: set[str] = set()
    for section, entry in reading.entries:
        if section == "credentials" and not entry.heads:
            for number, one in enumerate(list(entry.all("credential"))):
                if one.text.casefold() not in seen:
                    seen.add(one.text.casefold())
                    yield _credential(one, entry, statements, first=not number)
    for line in reading.of("education", "skills", "awards"):
        for one in line.fields:
            if one.name == "credential" and one.text.casefold() not in seen:
                seen.add(one.text.casefold())
                yield _credential(one, Entry(line.fields), statements, first=True)


def _course(entry: Entry, statements: Statements) -> Education | None:
    degree, institution = entry.first("degree"), entry.inherited("institution")
    if degree is None and (institution is None or _is_stay(entry)):
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


def _is_stay(entry: Entry) -> bool:
    """Whether the line of the school tells of a stay there, of which no degree is named: "Erasmus, KTH Stockholm"."""
    told = pattern("degree/exchange")
    return any(told.search(fold(one.line.text)) for one in entry.all("institution"))


def _subjects(entry: Entry) -> list[Field]:
    """The subject; all of them where one line names several: "A levels: Biology (B), Chemistry (A)".

    What begins small after a subject that does not is a remark on it: "Engenharia Mecânica, ramo Energia".
    """
    first = entry.first("subject")
    if first is None:
        return []
    same = [one for one in entry.all("subject") if one.line is first.line]
    return [one for one in same if one is first or first.text[:1].islower() or not one.text[:1].islower()]


def _ended(period: Fact[Period] | None) -> Fact[Period] | None:
    """A single date is the end of a course."""
    if period is None or period.value.current or period.value.start != period.value.end:
        return period
    return replace(period, value=Period(None, period.value.end))


def _grade(entry: Entry, statements: Statements) -> Fact[str] | None:
    for start, end in _lines(entry):
        if span := find_grade(statements.text[start:end]):
            found = Field("grade", start + span[0], start + span[1], statements.text[start + span[0] : start + span[1]],
                          entry.fields[0].line, 0.9)  # fmt: skip
            return statements.field(found, "education")
    return None


def _lines(entry: Entry) -> list[tuple[int, int]]:
    """The lines of the header and those below it."""
    lines = [one.line for one in entry.fields] + [line.line for line in entry.body]
    return list(dict.fromkeys((line.start, line.end) for line in lines))


def _credential(one: Field, entry: Entry, statements: Statements, *, first: bool) -> Credential:
    issuer = entry.inherited("issuer") if first else None
    date = statements.date(entry, "certifications") if first else None
    return Credential(
        statements.bare(one, "credential", "certifications"),  # type: ignore[arg-type]
        statements.field(issuer, "certifications"),
        date,
        statements.status(_around(one, entry), "credential", "certifications"),
    )


def _around(one: Field, entry: Entry) -> list[tuple[int, int]]:
    """The part of the line that belongs to a credential, up to the next one on it; then the entry's other lines."""
    same = sorted(
        other.start for other in entry.fields if other.name == "credential" and other.line is one.line
    )
    following = next((start for start in same if start > one.start), one.line.end)
    other = _ANOTHER.search(one.line.text, one.end - one.line.start, following - one.line.start)
    following = one.line.start + other.start() if other else following
    begin = one.line.start if not same or one.start == same[0] else one.start
    others = [place for place in _lines(entry) if place != (one.line.start, one.line.end)]
    return [(begin, following), *others]
