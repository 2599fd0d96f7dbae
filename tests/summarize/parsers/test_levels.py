from datetime import date

import pytest

from functions.summarize.parsers.ranking.levels import band_of, read_level
from functions.summarize.resume import Education, Evidence, Experience, Fact, Resume
from tests.builders.bullets import resume_of

PLACE = (Evidence(0, 4, "text"),)


def worked(months: int) -> Experience:
    return Experience(months, date(2026, 1, 1), "union-of-periods", PLACE)


@pytest.mark.parametrize(
    ("title", "band"),
    [
        ("Senior Backend Engineer", "senior"),
        ("Sr. Accountant", "senior"),
        ("Team Leader, Stores", "lead"),
        ("Charge Nurse", "lead"),
        ("Assistant Manager", "lead"),
        ("Restaurant Manager", "manager"),
        ("Head of Chemistry", "manager"),
        ("Bauleiter", None),
        ("Leiterin Einkauf", "manager"),
        ("Marketing Director", "director"),
        ("Vice President, Sales", "director"),
        ("Chief Financial Officer", "executive"),
        ("CTO and Co-founder", "executive"),
        ("Managing Director", "executive"),
        ("Graduate Engineer", "graduate"),
        ("Trainee Solicitor", "graduate"),
        ("Junior Designer", "junior"),
        ("Account Manager", None),
        ("Product Manager", None),
        ("Stock Controller", None),
        ("Funeral Director", None),
        ("Executive Assistant to the CEO", None),
        ("Staff Nurse", None),
        ("Staff Accountant", None),
        ("Staff Software Engineer", "lead"),
        ("Senior Care Assistant", None),
        ("Lead Generation Specialist", None),
        ("Electrician", None),
    ],
)
def test_a_level_needs_a_word_of_the_title_that_shows_it(title: str, band: str | None) -> None:
    assert band_of(title) == band


def test_the_newest_title_decides_and_is_the_evidence() -> None:
    resume = resume_of(("Senior Chef", ()), ("Junior Cook", ()), experience=worked(12))
    assert read_level(resume) == Fact("senior", resume.roles[0].title.evidence, 0.9, "title-word")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("months", "band"), [(6, "junior"), (30, None), (48, "mid"), (119, "mid"), (240, None)]
)
def test_months_give_a_level_only_at_the_start_of_a_career(months: int, band: str | None) -> None:
    level = read_level(resume_of(("Electrician", ()), experience=worked(months)))
    assert level == (Fact(band, PLACE, 0.6, "months-worked") if band else None)


def test_a_degree_without_employment_is_a_graduate() -> None:
    course = Education(Fact("BSc", PLACE), None, None)
    level = read_level(Resume(text="BSc", education=(course,)))
    assert level == Fact("graduate", PLACE, 0.6, "degree-and-no-employment")


def test_nothing_shows_nothing() -> None:
    assert read_level(Resume(text="")) is None
