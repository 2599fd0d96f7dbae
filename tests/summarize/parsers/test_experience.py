"""Years of experience: the union of employment, and nothing else."""

from datetime import date

import pytest

from functions.summarize.parsers.dates.periods import find_periods
from functions.summarize.parsers.evidence import Source
from functions.summarize.parsers.experience import experience_of
from functions.summarize.parsers.facts import read_facts
from functions.summarize.resume import Fact, Role, RoleKind
from tests.builders.pages import page

AS_OF = date(2026, 1, 15)


@pytest.mark.parametrize(
    ("periods", "months"),
    [
        (["Jan 2015 - Mar 2020"], 63),
        (["2015 - 2018"], 36),
        (["2015 - 2018", "2018 - 2020"], 60),
        (["Jan 2015 - Dec 2016", "Jul 2016 - Jun 2017"], 30),
        (["Jan 2015 - Dec 2015", "Jan 2017 - Dec 2017"], 24),
        (["Jan 2025 - Present"], 12),
        (["Jan 2026 - Present"], 1),
        (["May 2025 - Dec 2030"], 9),
        (["Mar 2019"], 1),
    ],
)
def test_a_month_counts_once_and_never_past_the_day_read_for(periods: list[str], months: int) -> None:
    experience = experience_of([_role(period) for period in periods], AS_OF, Source("", "experience"))
    assert experience is not None
    assert (experience.months, experience.rule) == (months, "union-of-employment-periods")
    assert [place.quote for place in experience.evidence] == periods


@pytest.mark.parametrize("kind", ["internship", "volunteering"])
def test_only_employment_counts(kind: RoleKind) -> None:
    assert experience_of([_role("2015 - 2018", kind)], AS_OF, Source("", "experience")) is None


@pytest.mark.parametrize(
    "written", ["summers 2021 – 2023", "summer 2015 and summer 2016", "hivers 2018 - 2020"]
)
def test_a_season_that_came_back_for_years_is_of_unknown_length(written: str) -> None:
    assert experience_of([_role(written)], AS_OF, Source("", "experience")) is None


def test_a_job_from_one_season_to_another_counts() -> None:
    experience = experience_of([_role("Fall 2021 – Spring 2023")], AS_OF, Source("", "experience"))
    assert experience is not None
    assert experience.months == 24


def test_education_years_are_not_experience() -> None:
    resume = read_facts(
        page(
            "Education\nBA History, Lakeview University, 1998 - 2001\nExperience\nArchivist, City Museum, 2015 - 2018"
        ),
        AS_OF,
    )
    assert resume.experience is not None
    assert resume.experience.months == 36


def test_years_are_taken_as_stated_only_where_no_date_is_found() -> None:
    text = "Summary\nWelder with 15+ years of experience.\nExperience\nWelder, Ironside Repair Co."
    stated = read_facts(page(text), AS_OF)
    dated = read_facts(page(text + ", 2018 - 2020"), AS_OF)
    assert stated.experience is not None
    assert dated.experience is not None
    assert (stated.experience.months, stated.experience.rule) == (180, "stated")
    assert (dated.experience.months, dated.experience.rule) == (24, "union-of-employment-periods")


def _role(written: str, kind: RoleKind = "employment") -> Role:
    (found,) = find_periods(written)
    assert found.period is not None
    place = Source(written, "experience").at(0, len(written))
    return Role(None, None, period=Fact(found.period, (place,)), kind=kind)


@pytest.mark.parametrize(
    ("profile", "stated"),
    [
        ("Cook with 12 years of experience.", "12 years"),
        ("Cook with over twelve years in hotel kitchens.", "twelve years"),
        ("12+ yrs of professional kitchen experience, 9 years as a chef.", "12+ yrs"),
        ("Fifteen years’ experience in hotels.", "Fifteen years’"),
        ("Cook with 6 years of experience.", None),  # the dates give five: rounded up
        ("Cook with 2 years in pastry.", None),  # a part of the whole
        ("Served a house of 300 years and 120 seats.", None),
        ("Cut waste by 12% over three years.", None),
    ],
)
def test_years_that_the_dates_do_not_bear_out_are_named_with_their_place(
    profile: str, stated: str | None
) -> None:
    text = f"*Profile\n{profile}\n*Experience\nCook, Savoy Hotel, Jan 2015 - Dec 2019"
    resume = read_facts(page(text), AS_OF)
    found = resume.years_stated
    assert (found and found.evidence[0].quote) == stated
    assert [each.code for each in resume.notices].count("years-not-borne-out") == bool(stated)
    assert resume.experience is not None
    assert resume.experience.months == 60


def test_years_are_not_doubted_where_no_dates_were_read() -> None:
    resume = read_facts(page("*Profile\nCook with 12 years of experience.\n*Experience\nCook, Savoy"), AS_OF)
    assert resume.years_stated is None
