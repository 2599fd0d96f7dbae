"""Entries as roles: fields are given, no model is asked."""

from dataclasses import replace
from datetime import date

import pytest

from functions.summarize.docx.document import Line, document_of
from functions.summarize.parsers.dates.periods import find_periods
from functions.summarize.parsers.fields import Field, ReadLine
from functions.summarize.parsers.labels import Label, LabelledLine
from functions.summarize.parsers.reading import Reading
from functions.summarize.parsers.role_facts import roles_of
from functions.summarize.parsers.statements import Statements
from functions.summarize.resume import Role


def _field(line: Line, name: str, words: str) -> Field:
    start = line.start + line.text.index(words)
    period = find_periods(words)[0] if name == "period" else None
    return Field(name, start, start + len(words), words, line, 0.7, period)


def _role(*fields: tuple[str, str], second: str) -> Role:
    """The last role of the fields, each on a line of its own; `second` is the next best name of every note."""
    document = document_of(*(words for _, words in fields))
    lines = []
    for line, (name, words) in zip(document.lines, fields, strict=True):
        labelled = LabelledLine(line, Label("work", "head"), 1.0, None, forced=False)
        field = _field(line, name, words)
        lines.append(ReadLine(labelled, (replace(field, second=second) if name == "note" else field,)))
    return list(roles_of(Reading(document, tuple(lines)), Statements(document.text, "en", date(2026, 1, 1))))[
        -1
    ]


def _told(role: Role) -> tuple[str | None, str | None]:
    return role.employer.value if role.employer else None, role.note.value if role.note else None


def test_what_may_be_the_employer_is_no_note_where_nobody_else_is_named() -> None:
    role = _role(("title", "Cook"), ("note", "The Brambles"), ("period", "2015 – 2017"), second="employer")
    assert _told(role) == ("The Brambles", None)
    assert role.employer is not None
    assert round(role.employer.confidence, 2) == 0.3


def test_a_note_stays_one_under_an_employer_and_where_it_could_not_be_one() -> None:
    header = (("title", "Baker"), ("note", "Pastry"), ("period", "2012 – 2014"))
    assert _told(_role(("employer", "Acme Ltd"), *header, second="employer")) == ("Acme Ltd", "Pastry")
    assert _told(_role(*header, second="other")) == (None, "Pastry")


@pytest.mark.parametrize(
    "words",
    [
        "same firm",
        "same institute",
        "in the same house",
        "même établissement",
        "mesma cooperativa",
        "im selben Haus",
        "stessa azienda",
    ],
)
@pytest.mark.parametrize("name", ["employer", "note"])
def test_the_same_employer_is_the_one_named_before(words: str, name: str) -> None:
    above = (("title", "Cook"), ("employer", "Acme Ltd"), ("period", "2015 – 2017"))
    role = _role(*above, ("title", "Baker"), (name, words), ("period", "2012 – 2014"), second="other")
    assert _told(role) == ("Acme Ltd", None)


@pytest.mark.parametrize("words", ["Same Day Couriers", "The Same Company Theatre Ltd"])
def test_a_name_that_begins_with_such_words_is_a_name(words: str) -> None:
    above = (("title", "Cook"), ("employer", "Acme Ltd"), ("period", "2015 – 2017"))
    role = _role(*above, ("title", "Baker"), ("employer", words), ("period", "2012 – 2014"), second="other")
    assert _told(role) == (words, None)


@pytest.mark.parametrize(
    "line",
    [
        "same company, on Brambles and Anker",
        "(same studio)",
        "dieselbe Firma, Abteilung 2",
        "mismo hotel | recepción",
    ],
)
def test_words_for_the_same_employer_count_though_no_field_was_read_of_them(line: str) -> None:
    above = (("title", "Cook"), ("employer", "Acme Ltd"), ("period", "2015 – 2017"))
    document = document_of(*(words for _, words in above), f"Baker, {line}", "2012 – 2014")
    names = [*above, ("title", "Baker"), ("period", "2012 – 2014")]
    read = [
        ReadLine(LabelledLine(at, Label("work", "head"), 1.0, None, forced=False), (_field(at, *name),))
        for at, name in zip(document.lines, names, strict=True)
    ]
    roles = list(roles_of(Reading(document, tuple(read)), Statements(document.text, "en", date(2026, 1, 1))))
    assert _told(roles[-1])[0] == "Acme Ltd"


def test_the_same_employer_below_one_of_its_own_is_that_one() -> None:
    above = (("title", "Cook"), ("employer", "Acme Ltd"), ("period", "2015 – 2017"))
    named = (("employer", "Ritz Ltd"), ("title", "Baker"), ("period", "2012 – 2014"), ("note", "same firm"))
    assert _told(_role(*above, *named, second="other"))[0] == "Ritz Ltd"


def _lines_behind(text: str, *fields: tuple[str, str]) -> list[str]:
    """What is read of a role behind its header, whose fields all stand on one line."""
    document = document_of(text)
    (line,) = document.lines
    labelled = LabelledLine(line, Label("work", "head"), 1.0, None, forced=False)
    read = ReadLine(labelled, tuple(_field(line, name, words) for name, words in fields))
    roles = roles_of(Reading(document, (read,)), Statements(document.text, "en", date(2026, 1, 1)))
    return [bullet.value for role in roles for bullet in role.bullets]


_NURSE = (("title", "Nurse"), ("employer", "Lakes Clinic"), ("period", "2014 - 2019"))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Nurse, Lakes Clinic. 2014 - 2019. Triage up to 40 patients a day. Trained six students in 2018.",
            ["Triage up to 40 patients a day.", "Trained six students in 2018."],
        ),
        ("Nurse, Lakes Clinic, 2014 - 2019: ran the ward; led six nurses", ["ran the ward; led six nurses"]),
        ("Nurse, Lakes Clinic, 2014 - 2019, nights. I ran the ward.", ["I ran the ward."]),
        ("Nurse, Lakes Clinic, 2014 - 2019 – ran the ward", ["ran the ward"]),
        ("Nurse, Lakes Clinic, 2014 - 2019. Wound care, vaccines and triage.", ["Wound care, vaccines and triage."]),
        ("Nurse, Lakes Clinic, 2014 - 2019. Full time.", []),
        ("Nurse, Lakes Clinic, 2014 - 2019 – St Mary Mead and Lower Slaughter", []),
        ("Nurse, Lakes Clinic, 2014 - 2019 (host: Prof. D. M. Roth and others)", []),
        ("Nurse, Lakes Clinic, 2014 - 2019", []),
    ],
)  # fmt: skip
def test_a_line_that_goes_on_behind_its_header_tells_of_the_job(text: str, lines: list[str]) -> None:
    assert _lines_behind(text, *_NURSE) == lines


def test_where_another_job_begins_on_the_line_nothing_is_told_behind_the_first() -> None:
    text = "Nurse, Lakes Clinic, 2014 - 2019. Ran the ward there. Cook, Tivoli, 2010 - 2013"
    fields = (*_NURSE, ("title", "Cook"), ("employer", "Tivoli"), ("period", "2010 - 2013"))

    assert _lines_behind(text, *fields) == []
