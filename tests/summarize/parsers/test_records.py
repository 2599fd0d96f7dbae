"""Tables whose first row names the columns."""

from datetime import date

import pytest

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


def test_columns_of_unknown_name_do_not_hide_the_known_ones() -> None:
    resume = _read(
        "VESSEL|TYPE|GRT|RANK|PRINCIPAL|SIGN ON|SIGN OFF|REASON",
        "MV BARROW STAR|BULK|43,012|AB|Humber Lines Ltd.|12 JAN 2025|20 OCT 2025|EOC",
        "MV TEES ROSE|GEN. CARGO|9,400|OS|Elbe Reederei GmbH|03 JUN 2019|02 APR 2020|EOC",
        heading="*SEA SERVICE RECORD",
    )
    assert _roles(resume) == [
        ("AB", "Humber Lines Ltd.", Period(PartialDate(2025, 1), PartialDate(2025, 10))),
        ("OS", "Elbe Reederei GmbH", Period(PartialDate(2019, 6), PartialDate(2020, 4))),
    ]


@pytest.mark.parametrize("now", ["A la fecha", "Vigente", "A la actualidad", "Till date", "heute"])
def test_numbered_rows_in_any_language_and_an_end_that_is_now(now: str) -> None:
    resume = _read(
        "N°|Entidad|Cargo|Inicio|Término|Régimen",
        f"1|Clínica San Telmo|Enfermera asistencial|01/09/2021|{now}|CAS",
        "2|Hospital del Sur|Enfermera|15/02/2019|31/08/2021|Planilla",
        heading="*III. EXPERIENCIA LABORAL",
    )
    assert _roles(resume) == [
        ("Enfermera asistencial", "Clínica San Telmo", Period(PartialDate(2021, 9), None, current=True)),
        ("Enfermera", "Hospital del Sur", Period(PartialDate(2019, 2), PartialDate(2021, 8))),
    ]


def test_pay_and_reasons_for_leaving_are_nothing_of_a_role() -> None:
    resume = _read(
        "S.No|Name of Organisation|Designation|From|To|Last Salary",
        "1|Rangoli Mills LLP|Accountant|01/12/2018|30/11/2021|38,000/-",
        "2|Dhruv Exports|Accounts Clerk|15/06/2015|30/11/2018|24,500/-",
        heading="*EMPLOYMENT RECORD",
    )
    assert [(title, employer) for title, employer, _ in _roles(resume)] == [
        ("Accountant", "Rangoli Mills LLP"),
        ("Accounts Clerk", "Dhruv Exports"),
    ]
    assert "38,000" not in str([(role.note, role.bullets) for role in resume.roles])


def test_a_table_of_skills_with_levels_holds_no_degrees() -> None:
    resume = _read(
        "Skill|Level|Years",
        "ServiceNow|Expert|8",
        "Jira|Intermediate|4",
        "Python|Beginner|1",
        heading="*Skills",
    )
    assert resume.education == ()


def test_the_school_is_not_taken_for_the_board_beside_it() -> None:
    resume = _read(
        "Course|School / College|University / Board|Year|%",
        "B.Com|Mount Hill College|Madurai University|2015|61",
        "HSC|Govt. Higher Secondary School|State Board|2012|72",
        heading="*Academic Profile",
    )
    assert [(_value(each.degree), _value(each.institution)) for each in resume.education] == [
        ("B.Com", "Mount Hill College"),
        ("HSC", "Govt. Higher Secondary School"),
    ]


def test_a_table_of_trainings_under_title_and_sponsor_holds_no_jobs() -> None:
    resume = _read(
        "Title|Organised by|Duration|Year",
        "Gender and Safeguarding|Haor Foundation|3 days|2022",
        "Campus Journalism Congress|Division Office|24|2019",
        heading="*Training Received",
    )
    assert resume.roles == ()
    assert [each.name.value for each in resume.credentials] == [
        "Gender and Safeguarding",
        "Campus Journalism Congress",
    ]
