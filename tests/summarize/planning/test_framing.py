"""Things told as acts: who leads people, what is run, what a change was brought from and to."""

import pytest

from functions.summarize.planning.framing import Job, framed, head_of, shared
from functions.summarize.planning.records import Variant
from functions.summarize.resume import Evidence

PLACE = (Evidence(0, 1, "x"),)


def _thing(text: str) -> tuple[Variant, ...]:
    return (Variant(text, "noun phrase", PLACE),)


def _told(text: str, title: str, *, current: bool = True) -> list[str]:
    acts = framed(_thing(text), Job(title, PLACE, current, "implied"))
    return [one.text for one in acts if one.form != "noun phrase"]


@pytest.mark.parametrize(
    ("thing", "title", "told"),
    [
        ("24 colleagues", "Branch Manager", "leads 24 colleagues"),
        ("brigade of 96", "Executive Chef", "leads a brigade of 96"),
        ("crew of 8", "Deckhand", "works in a crew of 8"),
        ("three hospitals, 1,180 beds and $412M labor budget", "Chief Nursing Officer",
         "oversees three hospitals with 1,180 beds and a $412M labor budget"),
        ("17 small business clients", "Bookkeeper", "serves 17 small business clients"),
        ("EGP 48bn portfolio with 212 obligors", "Head of Credit", "manages an EGP 48bn portfolio with 212 obligors"),
        ("1,200 invoices per month", "Accounts Clerk", "works through 1,200 invoices per month"),
        ("contract playbook for sales", "Counsel", "works on contract playbook for sales"),
        ("weekly claims dashboard in Power BI", "Analyst", "runs a weekly claims dashboard in Power BI"),
        ("negotiator in 14 hostage cases", "Officer", "serves as a negotiator in 14 hostage cases"),
        ("chair, unit practice council", "Nurse", "serves as chair of the unit practice council"),
    ],
)  # fmt: skip
def test_a_thing_takes_a_verb_that_adds_nothing(thing: str, title: str, told: str) -> None:
    assert _told(thing, title)[0] == told


def test_a_job_that_is_over_is_told_in_the_past() -> None:
    assert _told("17 small business clients", "Bookkeeper", current=False) == [
        "served 17 small business clients"
    ]


def test_a_change_is_brought_and_has_been_brought_where_the_job_goes_on() -> None:
    assert _told("a DPIA turnaround down from 30 to 8 days", "Counsel") == [
        "brought the DPIA turnaround down from 30 to 8 days",
        "has brought the DPIA turnaround down from 30 to 8 days",
    ]


@pytest.mark.parametrize(
    "thing",
    [
        "no audit query in four years",
        "responsible for backups",
        "first in the group",
        "2023 breach",
        "one leaver",
    ],
)
def test_a_state_a_rank_and_a_time_are_no_work(thing: str) -> None:
    assert _told(thing, "Officer") == []


def test_an_act_is_not_told_as_another() -> None:
    act = Variant("cut costs by half", "past", PLACE)

    assert not list(
        framed((act, *_thing("costs down by half")), Job("Manager", PLACE, current=True, voice="implied"))
    )


def test_a_change_can_share_the_verb_of_another() -> None:
    act = Variant("cut sick leave from 9% to 6%", "past", PLACE)

    assert [one.text for one in shared((act,))] == ["sick leave from 9% to 6%"]


@pytest.mark.parametrize(
    ("thing", "head"),
    [
        ("two scanners in theatre", "scanners"),
        ("61,000 residents", "residents"),
        ("P&L of ₹340 crore", "P&L"),
    ],
)
def test_the_head_of_a_thing_stands_before_its_first_preposition(thing: str, head: str) -> None:
    assert head_of(thing).lower() == head.lower()
