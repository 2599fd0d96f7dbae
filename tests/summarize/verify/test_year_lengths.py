"""How long somebody has worked, in the words of a summary and of people who edit one."""

from typing import Any

import pytest

from functions.summarize.language.function_words import ENGLISH, function_words
from functions.summarize.pipeline import Pipeline
from functions.summarize.verify.year_lengths import lengths_in


def _site_engineer(since: str) -> dict[str, Any]:
    """A resume as of November 2026 of somebody who works since a month."""
    work = {
        "name": "Al Wadi Contracting",
        "position": "Site Engineer",
        "startDate": since,
        "highlights": ["Raised output of the plant from 58% to 74% in three years", "Coordinates 9 crews"],
    }
    return {"work": [work], "meta": {"yearsExperience": {"asOf": "2026-11-01"}}}


ELEVEN_AND_A_HALF, JUST_OVER_TEN, ELEVEN_AND_TEN_MONTHS = "2015-05", "2016-10", "2015-01"


def _doubted(resume: dict[str, Any], text: str) -> list[str]:
    return [problem for check in Pipeline().verify(resume, text) for problem in check.verdict.problems]


@pytest.mark.parametrize(
    ("since", "years"),
    [
        (ELEVEN_AND_TEN_MONTHS, "nearly twelve years"),
        (ELEVEN_AND_TEN_MONTHS, "almost 12 years"),
        (ELEVEN_AND_TEN_MONTHS, "close to twelve years"),
        (ELEVEN_AND_TEN_MONTHS, "just under twelve years"),
        (ELEVEN_AND_TEN_MONTHS, "around twelve years"),
        (ELEVEN_AND_TEN_MONTHS, "nearly twelve years in construction"),
        (ELEVEN_AND_TEN_MONTHS, "nearly twelve years in the post"),
        (ELEVEN_AND_A_HALF, "over a decade"),
        (ELEVEN_AND_A_HALF, "more than a decade of experience"),
        (ELEVEN_AND_A_HALF, "upwards of ten years"),
        (ELEVEN_AND_A_HALF, "eleven and a half years"),
        (ELEVEN_AND_A_HALF, "eleven years and a half"),
        ("2025-04", "a year and a half of experience"),
    ],
)
def test_years_that_the_dates_bear_out_are_supported(since: str, years: str) -> None:
    assert _doubted(_site_engineer(since), f"Site engineer with {years} at Al Wadi Contracting.") == []


@pytest.mark.parametrize(
    ("since", "years", "marked"),
    [
        (ELEVEN_AND_A_HALF, "more than twelve years", "twelve years"),
        (ELEVEN_AND_A_HALF, "nearly thirteen years", "thirteen years"),
        (ELEVEN_AND_A_HALF, "nearly eleven years", "eleven years"),
        (ELEVEN_AND_A_HALF, "nearly nine years", "nine years"),
        (JUST_OVER_TEN, "nearly twelve years", "twelve years"),
        (JUST_OVER_TEN, "ten and a half years", "ten and a half years"),
        (ELEVEN_AND_A_HALF, "two decades", "two decades"),
        ("2018-05", "over a decade", "a decade"),
        ("2025-09", "a year and a half of experience", "a year and a half"),
        (JUST_OVER_TEN, "nearly twelve years in the post", "twelve years in the post"),
        (JUST_OVER_TEN, "over twelve years in construction at Al Wadi Contracting", "twelve years"),
    ],
)
def test_years_that_they_do_not_are_doubted(since: str, years: str, marked: str) -> None:
    assert f"years: {marked}" in _doubted(_site_engineer(since), f"Site engineer with {years}.")


@pytest.mark.parametrize(
    ("told", "doubted"), [("three years", False), ("nine years", True), ("over nine years", True)]
)
def test_the_years_of_a_line_are_not_those_of_the_career(told: str, doubted: bool) -> None:
    text = f"Raised output of the plant from 58% to 74% in {told}."

    assert bool(_doubted(_site_engineer(ELEVEN_AND_A_HALF), text)) is doubted


def test_the_years_of_one_employer_are_not_those_of_two() -> None:
    resume = _site_engineer("2020-01")
    before = {"name": "Orvik", "position": "Site Engineer", "startDate": "2010-01", "endDate": "2019-12"}
    resume["work"].append(before)

    assert _doubted(resume, "Site engineer with more than sixteen years in construction.") == []
    assert _doubted(
        resume, "Site engineer with more than sixteen years in construction at Al Wadi Contracting."
    )


def test_what_makes_other_figures_more_than_they_are_is_a_word_like_others() -> None:
    assert "word: nearly" in _doubted(_site_engineer(ELEVEN_AND_A_HALF), "Coordinates nearly 9 crews.")


@pytest.mark.parametrize(
    ("language", "text", "months"),
    [
        ("en", "Nurse for over two decades", 240),
        ("en", "a decade and a half in care", 180),
        ("en", "four and a half years", 54),
        ("de", "seit über einem Jahrzehnt", 120),
        ("fr", "plus d une décennie", 120),
        ("es", "más de una década", 120),
        ("pt", "mais de uma década", 120),
        ("it", "oltre un decennio", 120),
        ("nl", "ruim een decennium", 120),
    ],
)
def test_a_length_is_read_in_months(language: str, text: str, months: int) -> None:
    words = ENGLISH if language == "en" else function_words(language)

    assert [length.months for length in lengths_in(text, words) if length.counted] == [months]


@pytest.mark.parametrize("told", ["who works at Orvik", "and is at Orvik", "and now works at Orvik"])
def test_the_years_of_a_career_may_stand_before_where_somebody_works_now(told: str) -> None:
    resume = _site_engineer("2010-01")
    resume["work"][0]["endDate"] = "2019-12"
    resume["work"].insert(0, {"name": "Orvik", "position": "Site Engineer", "startDate": "2020-01"})

    assert _doubted(resume, f"Site engineer with more than sixteen years of experience {told}.") == []
