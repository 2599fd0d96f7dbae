"""Tables whose first row names the columns."""

from datetime import date

from functions.summarize.parsers.facts import read_facts
from functions.summarize.resume import Fact, PartialDate, Period, Resume
from tests.builders.pages import page

AS_OF = date(2026, 1, 1)


def _read(*rows: str, heading: str = "") -> Resume:
    cells = (
        f"[0,{number},{column}]{text}"
        for number, row in enumerate(rows)
        for column, text in enumerate(row.split("|"))
        if text
    )
    return read_facts(page("\n".join(["Ann Example", "ann@example.org", heading, *cells])), AS_OF)


def _value(fact: Fact[str] | None) -> str | None:
    return fact.value if fact else None


def _roles(resume: Resume) -> list[tuple[str | None, str | None, Period | None]]:
    return [(_value(r.title), _value(r.employer), r.period.value if r.period else None) for r in resume.roles]


def test_columns_in_any_order_are_read_by_their_heads() -> None:
    resume = _read(
        "Carrier|From|To|Position|Equipment",
        "Maumee Bulk|04/2018|Present|Tanker Driver|Kenworth",
        "Fort Gravel|05/2008|03/2018|Dump Truck Driver|Tri-axle",
        heading="*Driving History",
    )
    assert _roles(resume) == [
        ("Tanker Driver", "Maumee Bulk", Period(PartialDate(2018, 4), None, current=True)),
        ("Dump Truck Driver", "Fort Gravel", Period(PartialDate(2008, 5), PartialDate(2018, 3))),
    ]


def test_a_table_of_records_needs_no_heading() -> None:
    resume = _read("Employer|Job Title|Dates", "Acme|Cook|2019 - 2021")
    assert _roles(resume) == [("Cook", "Acme", Period(PartialDate(2019), PartialDate(2021)))]


def test_the_period_of_two_cells_quotes_both() -> None:
    role = _read("Company|Rank|Sign on|Sign off", "Visayan|Second Officer|10 Jan 2023|15 Oct 2025").roles[0]
    assert role.period is not None
    assert [place.quote for place in role.period.evidence] == ["10 Jan 2023", "15 Oct 2025"]


def test_duties_are_the_lines_of_the_role() -> None:
    resume = _read("Year|Institution|Position|Duties", "2019 - 2021|Lake Academy|Teacher|Led nine teachers")
    assert [bullet.value for bullet in resume.roles[0].bullets] == ["Led nine teachers"]


def test_an_employer_cell_that_is_left_empty_repeats_the_one_above() -> None:
    resume = _read("Employer|Post|Dates", "Acme|Chef|2020 - 2021", "|Cook|2018 - 2020")
    assert [_value(role.employer) for role in resume.roles] == ["Acme", "Acme"]


def test_degrees_in_a_table_keep_institution_and_year() -> None:
    resume = _read(
        "Course|Institution|University / Board|Year|Percentage", "M.Com|Meenakshi College|Coromandel|2013|71%",
        heading="*Academic Profile",
    )  # fmt: skip
    course = resume.education[0]
    assert (_value(course.degree), _value(course.institution), _value(course.grade)) == (
        "M.Com", "Meenakshi College", "71%",
    )  # fmt: skip
    assert course.period is not None
    assert course.period.value == Period(None, PartialDate(2013))


def test_courses_under_a_heading_of_training_are_certificates() -> None:
    resume = _read("Course|Institute|Year", "Fire Safety|Harbour School|2019", heading="*Trainings Attended")
    assert resume.education == ()
    assert [(each.name.value, _value(each.issuer)) for each in resume.credentials] == [
        ("Fire Safety", "Harbour School")
    ]


def test_numbers_and_expiry_are_no_certificates() -> None:
    resume = _read(
        "Certificate|Number|Issued|Expiry", "GMDSS General Operator|GOC-55|15 Apr 2021|14 Apr 2026"
    )
    assert [(each.name.value, each.date and each.date.value) for each in resume.credentials] == [
        ("GMDSS General Operator", PartialDate(2021, 4))
    ]
