"""Entries of education -> courses of study; of certificates -> credentials."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from functions.summarize.docx.document import Line
from functions.summarize.parsers.asked_for import kinds_asked
from functions.summarize.parsers.entries import Entry
from functions.summarize.parsers.fields import Field, ReadLine
from functions.summarize.parsers.grades import find_grade
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
_DRIVES = re.compile(
    r"\b(?:licen[cs]e|permis|driving|categor|fuhrerschein|fahrerlaubnis|patente|carne|carta de cond|rijbewijs)"
)
_CLASS = r"[A-DT]1?\+?E?"
_MORE_CLASSES = re.compile(rf"(?:(?:, ?| ?/ ?| ?\+ ?| and ){_CLASS}(?![\w+-]))+")
"""Classes behind those of a licence that were read: "Licence: B, C" before ", CE"."""
_ONLY_CLASSES = re.compile(
    r"(?:(?i:klassen?|kl\.|class(?:es)?|categor(?:y|ies|ias?|ías?|ie)|catégories?|cat\.|type)\s*)?"
    rf"{_CLASS}(?:(?:, ?| ?/ ?| ?\+ ?| and | und | et | y | e ){_CLASS})*"
)
"""Classes of a licence to drive and nothing beside them."""
_REGISTERED = re.compile(r"regist|licen[cs]|member|\b(?:pin|no|number|nr)\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?!ISO|IEC|BS|EN|NFPA)[A-Z]{0,4}[ /-]?\d{5,}[A-Z]?|\d{2}[A-Z]\d{4}[A-Z]")
"""A number of a register; one of a standard is of what was learned."""
_TIED = re.compile(r"\s*(?:and|&|\+|/)\s*", re.IGNORECASE)


def courses_of(reading: Reading, statements: Statements) -> Iterator[Education]:
    """A course for each entry that names a degree or a place of study."""
    for section, entry in reading.entries:
        if section == "education" and not entry.heads and (course := _course(entry, statements)):
            yield course


def credentials_of(reading: Reading, statements: Statements) -> Iterator[Credential]:
    """A credential for each entry that names one, wherever it stands; each once."""
    seen: set[str] = set()
    beside, rows = _by_line(reading), _rows(reading)
    labels = {line.line.start: label for line, label in licences_of_forms(reading)}
    for section, entry in reading.entries:
        if section == "credentials" and not entry.heads:
            for number, one in enumerate(list(entry.all("credential"))):
                if one.text.casefold() not in seen and not _is_number(one, beside[one.line.start]):
                    seen.add(one.text.casefold())
                    found = _credential(one, entry, statements, beside, rows, first=not number)
                    yield _labelled(found, labels.get(one.line.start), statements)
    for line, label in licences_of_forms(reading):
        if not line.fields:
            yield _labelled(Credential(statements.line(line.line, "certifications")), label, statements)
    for line in reading.of("education", "skills", "awards"):
        for one in line.fields:
            if one.name == "credential" and one.text.casefold() not in seen:
                seen.add(one.text.casefold())
                yield _credential(one, Entry(line.fields), statements, beside, rows, first=True)


def licences_of_forms(reading: Reading) -> Iterator[tuple[ReadLine, Line]]:
    """The lines of a form that say nothing but classes, and the label "Driving licence" before each."""
    for before, line in pairwise(reading.lines):
        asked = before.kind == line.kind == "field" and "credential" in kinds_asked(before.line.text)
        if (
            asked
            and _DRIVES.search(fold(before.line.text))
            and _ONLY_CLASSES.fullmatch(line.line.text.strip())
        ):
            yield line, before.line


def _labelled(credential: Credential, label: Line | None, statements: Statements) -> Credential:
    """The classes of a licence with the words of their label: "Driving licence B", "Führerschein Klasse B"."""
    if label is None:
        return credential
    name, said = credential.name, statements.line(label, "certifications")
    whole = Fact(f"{said.value.strip(' :')} {name.value}", (*said.evidence, *name.evidence), name.confidence)
    return replace(credential, name=whole)


def _is_number(one: Field, beside: Sequence[Field]) -> bool:
    """Whether it is but the number of the registration that stands before it: "HCPC registered, PH104477"."""
    before = [other for other in beside if other.start < one.start and _REGISTERED.search(other.text)]
    return bool(before) and _NUMBER.fullmatch(one.text) is not None


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
    named = _with_classes(one, beside.get(one.line.start, [one]))
    return Credential(
        statements.bare(named, "credential", "certifications"),  # type: ignore[arg-type]
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


def _with_classes(one: Field, beside: Sequence[Field]) -> Field:
    """A licence to drive with all the classes that its line lists."""
    text, at = one.line.text, one.end - one.line.start
    more = _MORE_CLASSES.match(text, at)
    lists = _DRIVES.search(fold(one.text)) and re.search(rf"(?<![\w.]){_CLASS}$", one.text)
    if more is None or not lists or any(one.end <= other.start < one.end + len(more[0]) for other in beside):
        return one
    return replace(one, end=one.end + len(more[0]), text=one.text + more[0])


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
