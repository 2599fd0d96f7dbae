"""A date in brackets below the period of the same job is a remark: since when the hours, the title or the team."""

from datetime import date

import pytest

from functions.summarize.parsers.facts import read_facts
from functions.summarize.resume import PartialDate, Period
from tests.builders.pages import page


def _periods(*lines: str) -> list[Period]:
    document = page("\n".join(("Ann Example", "ann@example.org", "*Experience", *lines)))
    resume = read_facts(document, date(2026, 11, 1))
    return [role.period.value for role in resume.roles if role.period]


@pytest.mark.parametrize(
    "title",
    [
        "Staff Nurse (80% since 2018)",
        "Staff Nurse, intensive care (from 2018)",
        "Staff Nurse (nights since 2018)",
    ],
)
def test_hours_changed_since_then_and_the_job_began_before(title: str) -> None:
    periods = _periods(
        "March 2015 to present", "Riverside Hospital, Leeds", title, "- Mentored nine students"
    )

    assert periods == [Period(PartialDate(2015, 3), None, current=True)]


def test_a_date_in_brackets_is_that_of_the_job_where_there_is_no_other() -> None:
    periods = _periods("Riverside Hospital, Leeds", "Staff Nurse (since 2018)", "- Mentored nine students")

    assert periods == [Period(PartialDate(2018), None, current=True)]
