import pytest

from functions.summarize.parsers.ranking.scope import read_scope
from functions.summarize.resume import Scope
from tests.builders.bullets import resume_of


def scope_of(*lines: str) -> dict[str, list[str]]:
    scope = read_scope(resume_of((None, lines)))
    return {
        name: [fact.value for fact in getattr(scope, name)]
        for name in ("team_size", "budget", "sites", "volume")
    }


def only(**found: str) -> dict[str, list[str]]:
    return {
        name: [found[name]] if name in found else [] for name in ("team_size", "budget", "sites", "volume")
    }


@pytest.mark.parametrize(
    ("line", "phrase"),
    [
        ("Led a team of 12 engineers", "team of 12 engineers"),
        ("Lead a brigade of 14", "brigade of 14"),
        ("Manage 48 staff and two assistant managers", "48 staff and two assistant managers"),
        ("Supervised a 12-person support team", "12-person support team"),
        ("Ran the night shift with 11 nurses and 4 technicians", "11 nurses and 4 technicians"),
        ("Line-managed six officers", "six officers"),
        ("HRBP for operations (850 FTE)", "850 FTE"),
        ("Responsible for 5 subcontractors", "5 subcontractors"),
    ],
)
def test_people_led_are_a_team(line: str, phrase: str) -> None:
    assert scope_of(line) == only(team_size=phrase)


@pytest.mark.parametrize(
    "line",
    [
        "Worked in a team of 12",
        "Member of a crew of 4",
        "Second highest in team of 16",
        "Trained 30 colleagues",
    ],
)
def test_people_worked_with_are_no_team_led(line: str) -> None:
    assert scope_of(line)["team_size"] == []


@pytest.mark.parametrize(
    ("line", "phrase"),
    [
        ("Managed a $4M budget", "$4M budget"),
        ("Owned a P&L of £12m", "P&L of £12m"),
        ("Held an annual budget of €1.5 million", "annual budget of €1.5 million"),
    ],
)
def test_money_run_is_a_budget(line: str, phrase: str) -> None:
    assert scope_of(line) == only(budget=phrase)


@pytest.mark.parametrize(
    "line", ["Won a $9M contract", "Added £2.2m fee income", "Came in £6,200 under budget"]
)
def test_money_made_or_saved_is_no_budget(line: str) -> None:
    assert scope_of(line)["budget"] == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Managed HR across 6 sites", only(sites="6 sites")),
        ("Oversee 23 plants in 7 countries", only(sites="23 plants in 7 countries")),
        ("Serve 220 covers a day", only(volume="220 covers a day")),
        ("Handled about 90 calls per day", only(volume="about 90 calls per day")),
        ("Managed 65 accounts in packaging", only(volume="65 accounts")),
    ],
)
def test_sites_and_volume_are_noun_phrases_as_stated(line: str, found: dict[str, list[str]]) -> None:
    assert scope_of(line) == found


@pytest.mark.parametrize(
    "line",
    [
        "Grew the team from 4 to 12 engineers",
        "Cut cost by 30 people a year",
        "Saved 6 hours a week",
        "Waste 38 kg/day → 14 kg/day",
        "Promoted in 2019",
    ],
)
def test_a_change_is_no_size(line: str) -> None:
    assert scope_of(line) == only()


def test_a_phrase_is_told_once_and_points_at_its_words() -> None:
    resume = resume_of((None, ("Lead a team of 5 today", "Also lead a team of 5 abroad")))
    (fact,) = read_scope(resume).team_size
    (place,) = fact.evidence
    assert (fact.value, fact.rule) == ("team of 5", "scope-phrase")
    assert resume.text[place.start : place.end] == place.quote == "team of 5"


def test_a_resume_without_roles_has_no_scope() -> None:
    assert read_scope(resume_of()) == Scope()
