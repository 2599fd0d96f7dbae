"""Levels without a verb: "Retention 97%" is told as "retention at 97%", a rate as "a rate of 97%"."""

import pytest

from functions.summarize.lines import read_line, tellings
from functions.summarize.lines.levels import is_level


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
    ],
)
def test_a_change_a_workload_and_a_share_are_no_levels(line: str) -> None:
    assert not is_level(read_line(line, title="Service Manager", current=True))
