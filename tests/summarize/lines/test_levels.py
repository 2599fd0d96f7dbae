"""Levels without a verb: "Retention 97%" is told as "retention at 97%", a rate as "a rate of 97%"."""

import pytest

from functions.summarize.lines import read_line, tellings
from functions.summarize.lines.levels import is_level, is_unmeasured


def told(line: str, title: str = "Service Manager") -> str:
    forms = tellings(read_line(line, title=title, current=True)).half
    assert forms.past is None
    assert forms.present is None
    return forms.noun.text if forms.noun else ""


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Retention 97%", "retention at 97%"),
        ("Retention: 97%", "retention at 97%"),
        ("CSAT 4.7/5", "CSAT at 4.7/5"),
        ("Availability 98.4% (contract: 97)", "availability at 98.4%"),
        ("Stock accuracy 98.9%", "stock accuracy at 98.9%"),
        ("Callbacks under 2%", "callbacks under 2%"),
        ("Local hiring 58% against a target of 40%", "local hiring at 58% against a target of 40%"),
        ("Weld reject rate 0.9% on 2,100 welds", "a weld reject rate of 0.9% on 2,100 welds"),
        ("First-visit fix 91%, best of 14 techs", "first-visit fix at 91%, the best of 14 techs"),
        ("NPL 1.4%; bank average 3.1%", "NPL at 1.4%"),
        ("Bar exam pass rate 96%", "a bar exam pass rate of 96%"),
    ],
)
def test_a_level_is_told_as_how_high_a_thing_stands(line: str, text: str) -> None:
    assert told(line) == text


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("100% cooling uptime since May 2021", "100% cooling uptime since May 2021"),
        ("81% rebooking rate", "an 81% rebooking rate"),
    ],
)
def test_a_level_may_begin_with_its_value(line: str, text: str) -> None:
    assert told(line) == text


@pytest.mark.parametrize(
    "line",
    [
        "Raised retention to 97%",
        "Workload 80%",
        "German 90%",
        "Travel 40%",
        "Grew 12%",
        "70% of assignments from returning clients",
        "Discount of up to 20% for members",
        "Quota for women met at 31%",
        "Patients with blood sugar at or below 8%: 51% -> 68%",
        "Home office 40%",
        "Home office share 40%",
        "Remote 60%",
        "Disability 50%",
        "Grade of disability 50%",
        "Disability grade 50%",
        "100% disability level",
        "Hearing loss 30%",
        "Absence 3%",
        "Photoshop 90%",
        "Python level 4/5",
        "English 70%",
        "Italian level 3 out of 5",
        "Ownership 20%",
        "Own shares 10%",
        "Shares: 10%",
        "Company share 20%",
        "Share 20%",
        "GPA 4.6/5",
    ],
)
def test_a_change_a_workload_and_a_share_are_no_levels(line: str) -> None:
    assert not is_level(read_line(line, title="Service Manager", current=True))


@pytest.mark.parametrize(
    "text",
    [
        "disability 50%",
        "a grade of disability 50%",
        "Photoshop 90%",
        "remote 60%",
        "Python level 4/5",
        "English 70%",
    ],
)
def test_a_value_of_what_is_no_measure_is_not_told(text: str) -> None:
    assert is_unmeasured(text)


@pytest.mark.parametrize(
    "text",
    ["waste by 12%", "sales up 12%", "a market share of 12%", "retention at 97%", "stock accuracy 98.9%"],
)
def test_a_change_and_a_measure_may_be_told(text: str) -> None:
    assert not is_unmeasured(text)
