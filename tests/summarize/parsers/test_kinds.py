"""Kinds of misreading that real resumes showed, each in other words than those it was found in."""

from datetime import date

import pytest

from functions.summarize.parsers.ats import AtsParser
from functions.summarize.resume import Resume
from tests.builders.pages import page

HEAD = "*Ines Calloway\nLeeds | ines@example.org\n"


def read(text: str) -> Resume:
    return AtsParser().parse(page(HEAD + text), date(2026, 11, 28))


def roles(text: str) -> list[tuple[str | None, str | None]]:
    return [
        (role.title.value if role.title else None, role.employer.value if role.employer else None)
        for role in read(text).roles
    ]


def test_a_team_after_a_comma_is_no_employer() -> None:
    text = (
        "*Experience\nHarrow Bank – Graduate Trainee, Trade Finance⇥Sep 2021 – Present\n- Wrote notes\n"
        "Pellow – Summer Intern, Payments⇥Jun – Aug 2020\n- Built a model"
    )
    assert roles(text) == [("Graduate Trainee", "Harrow Bank"), ("Summer Intern", "Pellow")]


def test_two_employers_with_a_slash_are_one_name() -> None:
    text = (
        "*Experience\nVelden Software / QRT Data Systems\n"
        "Support Engineer | Graz | Sep 2016 – Apr 2020\n- Closed tickets"
    )
    assert roles(text) == [("Support Engineer", "Velden Software / QRT Data Systems")]


def test_a_line_manager_and_a_reason_for_leaving_are_nothing() -> None:
    text = (
        "*Experience\nBuyer, Stone & Sons Ltd\nMarch 2019 – May 2021\nLine manager: Ida Grey\n"
        "Reason for leaving: redundancy\n- Bought timber"
    )
    resume = read(text)
    assert roles(text) == [("Buyer", "Stone & Sons Ltd")]
    assert "Ida" not in str([fact.value for role in resume.roles for fact in role.bullets])


def test_a_second_stint_is_a_role_of_its_own() -> None:
    resume = read("*Experience\nBuyer, Stone & Sons Ltd, 2012 – 2014 and 2018 – 2020\n- Bought timber")
    assert [str(role.period and role.period.value.start) for role in resume.roles] == ["2018", "2012"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Polish, fluent German, no French", [("Polish", None), ("German", "fluent")]),
        ("Dutch (native), English (B2)", [("Dutch", "native"), ("English", "B2")]),
    ],
)
def test_a_level_is_that_of_its_own_language(line: str, told: list[tuple[str, str | None]]) -> None:
    found = read(f"*Experience\nCook, Savoy Hotel, 2019 - 2021\n- Cooked\n*Languages\n{line}").languages
    assert [(one.name.value, one.fluency.value if one.fluency else None) for one in found] == told


def test_languages_listed_as_skills_are_languages() -> None:
    resume = read(
        "*Experience\nCook, Savoy Hotel, 2019 - 2021\n- Cooked\n*Skills\nEnglish and Tagalog\nExcel, HACCP"
    )
    assert [one.name.value for one in resume.languages] == ["English", "Tagalog"]
    assert [skill.name for skill in resume.skills] == ["Excel", "HACCP"]


def test_unknown_scraps_are_no_skills() -> None:
    resume = read("*Experience\nCook, Savoy Hotel, 2019 - 2021\n- Cooked\n*Skills\nExcel, q, K4z, HACCP")
    assert [skill.name for skill in resume.skills] == ["Excel", "HACCP"]


def test_a_recruiter_in_the_footer_is_not_the_person() -> None:
    text = (
        "*Ines Calloway\n*Experience\nCook, Savoy Hotel, 2019 - 2021\n- Cooked\n"
        "{footer}Tidewater Recruitment | desk@tidewater.example | +47 2200 0009"
    )
    contact = AtsParser().parse(page(text), date(2026, 11, 28)).contact
    assert (contact.emails, contact.phones) == ((), ())


def test_a_role_that_ends_before_it_starts_is_said() -> None:
    codes = [notice.code for notice in read("*Experience\nCook, Savoy Hotel, 2019 - 2014\n- Cooked").notices]
    assert "dates-reversed" in codes


def test_lines_that_nothing_understood_are_no_facts_and_are_said() -> None:
    resume = read("*Experience\nCook, Savoy Hotel, 2019 - 2021\n- Cooked\n*Skills\nExcel, HACCP\n(3y)")
    assert [place.quote for place in resume.unused] == ["(3y)"]
    assert "lines-not-used" in [notice.code for notice in resume.notices]
