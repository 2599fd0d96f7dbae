"""A line of work is told of whom the job shows it, not of everybody whose title shares a word with it."""

from dataclasses import replace

import pytest

from functions.summarize.planning.families import family_of, is_shared
from functions.summarize.planning.field import field_of
from functions.summarize.resume import Resume, Skill
from tests.summarize.planning.test_honest_time import _resume as resume_of


def job(title: str, employer: str, line: str) -> Resume:
    return resume_of((title, employer, "2016-02", "present"), lines=((line,),))


def field(title: str, employer: str, line: str) -> str | None:
    found = field_of(job(title, employer, line), (0,))
    return found.text if found else None


@pytest.mark.parametrize(
    ("title", "employer", "line"),
    [
        ("Quality Assurance Manager", "Mlekarna Planika", "Responsible for HACCP plans at two dairy plants"),
        ("QA Officer", "Kestrel Pharma", "Released 40 batches of API a year"),
        ("Soil Tester", "Groundwork Labs", "Took 30 samples a week"),
        ("QA Inspector", "Orvik Steel", "Checked welds"),
        ("Quality Assurance Nurse", "Elm Hospital", "Audited care plans"),
        ("Tester", "Aqua Mains", "Tested hydrants"),
    ],
)
def test_who_assures_the_quality_of_other_things_is_no_software_tester(
    title: str, employer: str, line: str
) -> None:
    assert field(title, employer, line) != "software testing"


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Software Tester", "Found faults"),
        ("QA Engineer", "Wrote 300 Selenium tests"),
        ("Test Analyst", "Ran regression suites for the mobile apps"),
        ("Quality Assurance Lead", "Leads test automation of three apps"),
    ],
)
def test_a_software_tester_is_one_where_the_job_shows_it(title: str, line: str) -> None:
    assert field(title, "Orvik", line) == "software testing"


@pytest.mark.parametrize(
    ("title", "wrong"),
    [
        ("Document Controller", "accounting"), ("Bank Nurse", "banking"), ("Civil Servant", "engineering"),
        ("Wedding Planner", "public"), ("Financial Planner", "public"), ("Crane Operator", "manufacturing"),
        ("Business Developer", "software"), ("Data Warehouse Developer", "warehouse"),
        ("Production Designer", "manufacturing"), ("Deputy Head of Compliance", "teaching"),
        ("Kitchen Fitter", "kitchen"), ("Blood Bank Technician", "banking"), ("Resident Engineer", "medicine"),
        ("Court Reporter", "journalism"), ("Naval Architect", "military"), ("Marine Surveyor", "property"),
        ("Cake Decorator", "painting"), ("Fashion Stylist", "hair"), ("Bus Mechanic", "driving"),
        ("Dairy Technologist", "farming"), ("Plant Pathologist", "manufacturing"), ("In-house Engineer", "sound"),
        ("Wind Farm Technician", "farming"), ("Environmental Services Aide", "sustainability"),
    ],
)  # fmt: skip
def test_a_word_of_several_trades_gives_nobody_the_wrong_one(title: str, wrong: str) -> None:
    found = family_of(title)
    assert is_shared(title) or found is None or found.id != wrong


@pytest.mark.parametrize(
    ("title", "right"),
    [
        ("Financial Controller", "accounting"), ("Town Planner", "public"), ("Java Developer", "software"),
        ("Civil Engineer", "engineering"), ("Machine Operator", "manufacturing"), ("Deputy Head", "teaching"),
        ("Bank Manager", "banking"), ("Bus Driver", "driving"), ("Dairy Farmer", "farming"),
        ("Surveyor", "property"), ("Hair Stylist", "hair"), ("Resident Physician", "medicine"),
    ],
)  # fmt: skip
def test_who_is_of_the_trade_stays_in_it(title: str, right: str) -> None:
    found = family_of(title)
    assert found is not None
    assert found.id == right


@pytest.mark.parametrize(
    ("title", "called"),
    [
        ("Senior Physiotherapist", "physiotherapy"), ("Occupational Therapist", "occupational therapy"),
        ("School Counsellor", "counselling"), ("Landscape Architect", "landscape architecture"),
        ("Head Gardener", "gardening"), ("Electrical Engineer", "electrical engineering"),
        ("Electrician", "electrical work"), ("Tower Crane Operator", "crane operation"),
    ],
)  # fmt: skip
def test_a_trade_has_the_name_of_those_who_practise_it(title: str, called: str) -> None:
    found = family_of(title)
    assert found is not None
    assert found.said_of(title) == called


@pytest.mark.parametrize(
    ("title", "shown", "not_shown"),
    [
        ("Collections Manager", "Lent 40 objects to exhibitions", "Collections of overdue debts rose by 12%"),
        ("Security Engineer", "Closed 90 vulnerabilities", "Fitted 200 alarms a year"),
        ("Branch Manager", "Grew deposits and loans by 9%", "Grew the hire of tools by 9%"),
        ("Engineering Manager", "Leads nine developers", "Runs the boiler house"),
        ("Quality Manager", "Cut scrap on two production lines", "Ran the survey of patients"),
    ],
)
def test_a_title_of_several_trades_needs_what_shows_the_trade(title: str, shown: str, not_shown: str) -> None:
    family = family_of(title)
    assert family is not None
    assert field(title, "Orvik", shown) == family.name
    assert field(title, "Orvik", not_shown) != family.name


def test_a_tester_whose_skills_are_those_of_software_is_one() -> None:
    plain = job("QA Officer", "Orvik", "Wrote plans")
    tester = replace(plain, skills=_skills(plain, "Selenium", "Postman"))
    assert field_of(plain, (0,)) is None
    assert getattr(field_of(tester, (0,)), "text", None) == "software testing"


def _skills(resume: Resume, *names: str) -> tuple[Skill, ...]:
    place = resume.roles[0].title.evidence if resume.roles[0].title else ()
    return tuple(Skill(name, place) for name in names)
