"""What a job is to a career: only paid work in a trade is counted, and told as a profession."""

from dataclasses import replace

import pytest

from functions.summarize.planning.employment import (
    is_aside,
    is_pause,
    is_pocket_money,
    is_seasonal,
    is_training,
    is_unpaid,
)
from functions.summarize.resume import Education, Fact, PartialDate, Period, Resume, Role


def _fact(value: str) -> Fact[str]:
    return Fact(value, ())


def _years(start: int, end: int | None) -> Fact[Period]:
    period = Period(PartialDate(start), PartialDate(end) if end else None, current=end is None)
    return Fact(period, ())


def _role(title: str | None, *, note: str | None = None, employer: str | None = None) -> Role:
    return Role(
        _fact(title) if title else None,
        _fact(employer) if employer else None,
        note=_fact(note) if note else None,
    )


@pytest.mark.parametrize(
    ("title", "note"),
    [
        ("Full time family carer", None),
        ("Family Carer (mother)", None),
        ("Unpaid carer", None),
        ("Carer for my elderly grandmother", None),
        ("Carer for an elderly relative", None),
        ("Homemaker", None),
        ("Huisman", None),
        ("Hausmann und Vater", None),
        ("Carer", "unpaid"),
        ("Caring for my elderly mother", None),
        ("Looking after our children", None),
        ("Stay-at-home dad", None),
        ("Housewife", None),
        ("Familienfrau", None),
        ("Pflege meines Vaters", None),
        ("Mère au foyer", None),
        ("Cuidado de familiares", None),
        ("Caregiver familiare", None),
        ("Mantelzorger", None),
    ],
)
def test_care_for_the_own_family_is_no_job(title: str, note: str | None) -> None:
    assert is_unpaid(Resume("", roles=(_role(title, note=note),)), 0)


@pytest.mark.parametrize(
    ("title", "note"),
    [
        ("Family Carer Support Worker", "paid"),
        ("Live-in Carer", None),
        ("Teacher (maternity leave cover)", None),
        ("Carer Coordinator", None),
        ("Familienhelferin", None),
        ("Erzieherin", "Elternzeitvertretung"),
        ("Family Lawyer", None),
        ("Childcare Worker", None),
        ("Family Care Nurse", None),
        ("Family Care Nurse Practitioner", None),
        ("Unpaid Carers Support Worker", None),
        ("Carer for an elderly gentleman", None),
        ("Carer for a private client", None),
        ("Homemaker / Home Health Aide", None),
        ("Welder, Huisman", None),
        ("Welder", "Huisman"),
    ],
)
def test_work_with_families_is_a_job(title: str, note: str | None) -> None:
    assert not is_unpaid(Resume("", roles=(_role(title, note=note),)), 0)


def test_an_entry_without_a_title_whose_lines_tell_of_care_is_no_job() -> None:
    role = replace(
        _role(None, employer="Orme"), bullets=(_fact("Childcare and family care (no employment)"),)
    )

    assert is_unpaid(Resume("", roles=(role,)), 0)
    assert not is_unpaid(Resume("", roles=(replace(role, bullets=(_fact("Ran the childcare room"),)),)), 0)


@pytest.mark.parametrize(
    "line",
    [
        "Childcare and family care (no employment)",
        "Parental leave",
        "Elternzeit (2 Kinder)",
        "Congé parental",
    ],
)
def test_a_time_without_a_job_is_no_line_of_one(line: str) -> None:
    assert is_pause(line)


@pytest.mark.parametrize(
    "line",
    ["Handled parental leave requests", "Childcare for 14 toddlers", "Counselled unemployed graduates"],
)
def test_work_with_those_who_have_none_is_a_line(line: str) -> None:
    assert not is_pause(line)


@pytest.mark.parametrize(
    "house",
    ["University Debate Club", "Engineering Society, Hill College", "Students' Union", "AIESEC in Hanoi"],
)
@pytest.mark.parametrize(
    ("begun", "ended", "counts"), [(2023, None, True), (2023, 2024, False), (2019, 2024, True)]
)
def test_a_club_beside_studies_does_not_employ(
    house: str, begun: int, ended: int | None, counts: bool
) -> None:
    role = replace(_role("Head of Content", employer=house), period=_years(begun, ended))
    course = Education(_fact("BBA"), None, None, period=_years(2022, None))

    assert is_unpaid(Resume("", roles=(role,), education=(course,)), 0) != counts
    assert not is_unpaid(Resume("", roles=(role,)), 0)


@pytest.mark.parametrize(
    "house", ["Nationwide Building Society", "Leeds Golf Club", "The Law Society", "Red Cross Chapter"]
)
def test_a_club_or_society_that_nobody_studies_at_employs(house: str) -> None:
    course = Education(_fact("BSc"), None, None, period=_years(2015, 2018))
    for ended in (2017, None):
        role = replace(_role("Mortgage Adviser", employer=house), period=_years(2016, ended))
        assert not is_unpaid(Resume("", roles=(role,), education=(course,)), 0)


def test_a_course_whose_end_nobody_knows_holds_no_job() -> None:
    role = replace(_role("President", employer="Students' Union"), period=_years(2016, 2017))
    dated = Education(_fact("BSc"), None, None, period=_years(2015, 2018))
    undated = replace(dated, period=Fact(Period(PartialDate(2015), None), ()))

    assert is_unpaid(Resume("", roles=(role,), education=(dated,)), 0)
    assert not is_unpaid(Resume("", roles=(role,), education=(undated,)), 0)


@pytest.mark.parametrize(
    "title",
    [
        "Paper round",
        "Newspaper delivery",
        "Babysitting",
        "Dog walker",
        "Friday and Saturday nights",
        "Saturday job",
        "Working holiday",
        "Work and Travel",
        "Zeitungsbote",
        "Ferienjob",
    ],
)
def test_pocket_money_is_no_profession(title: str) -> None:
    assert is_pocket_money(_role(title))


@pytest.mark.parametrize("title", ["Paper Machine Operator", "Night Manager", "Dog Groomer", "Travel Agent"])
def test_a_job_that_sounds_so_is_one(title: str) -> None:
    assert not is_pocket_money(_role(title))


@pytest.mark.parametrize(
    "title",
    [
        "Internee",
        "Apprentice Joiner",
        "Teaching Practice",
        "National Service",
        "Zivildienst",
        "Student Nurse",
        "Trainee Manager",
        "Apprentice Engineer",
        "Stagiaire",
        "Stagista",
        "Software Internship",
        "Army Cadet",
        "National Service Teacher",
    ],
)
def test_learning_a_trade_is_training(title: str) -> None:
    assert is_training(_role(title))


@pytest.mark.parametrize(
    "title",
    [
        "Lead Service Technician",
        "Customer Service Manager",
        "Student Services Officer",
        "Placement Coordinator",
        "Volunteer Coordinator",
        "Internal Auditor",
        "National Service Manager",
        "Youth Service Manager",
        "Community Service Officer",
        "National Service Engineer",
        "Staging Engineer",
        "Apprenticeship Assessor",
        "Apprenticeship Programme Manager",
        "Internship Coordinator",
        "Student Engagement Manager",
        "Student Records Officer",
        "Student Housing Manager",
        "Cadet Instructor",
    ],
)
def test_serving_and_looking_after_those_who_learn_is_none(title: str) -> None:
    assert not is_training(_role(title))


def test_a_placement_is_known_by_its_note() -> None:
    assert is_training(_role("Farm Operative", note="placement, home farm"))
    assert not is_training(_role("Farm Operative", note="dairy unit"))


@pytest.mark.parametrize("note", ["stage", "Stage de fin d'études", "6-month internship", "placement (farm)"])
def test_training_is_the_whole_note(note: str) -> None:
    assert is_training(_role("Analyst", note=note))


@pytest.mark.parametrize(
    "note", ["Growth stage fintech", "early-stage startup", "recruitment and placement agency"]
)
def test_a_note_on_the_employer_is_no_training(note: str) -> None:
    assert not is_training(_role("Analyst", note=note))


@pytest.mark.parametrize(
    ("title", "note", "seasonal"),
    [
        ("Waiter, Four Seasons", None, False),
        ("Waiter", "Four Seasons Hotel", False),
        ("Seasonal Merchandise Buyer", None, False),
        ("Waiter", "Four seasons in all", True),
        ("Seasonal Farm Worker", None, True),
    ],
)
def test_a_name_and_goods_of_a_season_are_no_seasons(title: str, note: str | None, seasonal: bool) -> None:
    assert is_seasonal(_role(title, note=note)) == seasonal


@pytest.mark.parametrize(
    ("title", "aside"),
    [
        ("Weekend Editor", False),
        ("Summer Camp Director", False),
        ("Nurse in school settings", False),
        ("Weekend job", True),
        ("Camp counselor (summers)", True),
        ("Barista while in high school", True),
    ],
)
def test_only_a_job_of_weekends_or_summers_is_aside(title: str, aside: bool) -> None:
    assert is_aside(_role(title)) == aside


@pytest.mark.parametrize("note", ["seasonal", "summers", "stagionale", "saisonal"])
def test_seasons_are_known_by_their_note(note: str) -> None:
    assert is_seasonal(_role("Apple picker", note=note))
    assert not is_seasonal(_role("Seasoning operator", note="full time"))


@pytest.mark.parametrize(
    "note", ["part time in school", "part-time", "while at university", "neben dem Studium"]
)
def test_work_beside_school_is_known_by_its_note(note: str) -> None:
    assert is_aside(_role("Yard hand", note=note))
    assert not is_aside(_role("School bus driver", note="St Mary's school"))
