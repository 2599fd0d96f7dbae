"""What goes from one number to another and is no change."""

import pytest

from functions.summarize.lines import read_line, tellings


def told(line: str, form: str, *, current: bool = False) -> str:
    told = getattr(tellings(read_line(line, title="Manager", current=current)).whole, form)
    return told.text if told else ""


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Upgrade of ESXi from 6.0 to 6.7", "upgraded ESXi from 6.0 to 6.7"),
        ("ESXi upgrade from 6.0 to 6.7", "upgraded ESXi from 6.0 to 6.7"),
        ("Literacy coach for Grades 1 to 3", "served as a literacy coach for Grades 1 to 3"),
        ("Maths instructor for Years 7 to 11", "served as a maths instructor for Years 7 to 11"),
        ("Taught Classes 6 to 8", "taught Classes 6 to 8"),
        ("Usually 11 to 12 thousand km a month", ""),
        ("Mostly 40 to 60 covers a night", ""),
        ("Staff 6 to 14", ""),
        ("Crew 4 to 9", ""),
        ("Firmware update from v2.1 to v3.4 on 400 meters", ""),
        ("Sch 40 to 160", ""),
    ],
)
def test_a_range_is_no_change(line: str, text: str) -> None:
    assert told(line, "past") == text


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Recordable rate 4.1 to 1.3", "cut the recordable rate from 4.1 to 1.3"),
        ("Upgrade time from 6 to 2 hours", "cut upgrade time from 6 to 2 hours"),
        ("Headcount 6 to 14", "raised headcount from 6 to 14"),
        ("Door-to-needle 62 to 41 min", "cut door-to-needle from 62 to 41 min"),
        ("Lead times 6 to 2 weeks", "cut lead times from 6 to 2 weeks"),
    ],
)
def test_a_change_is_told(line: str, text: str) -> None:
    assert told(line, "past") == text


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Team of 12 in CRM, performance, influencers and marketplace", "leads a team of 12"),
        ("Team of 12 in CRM, media and content", "leads a team of 12 in CRM, media and content"),
        ("Crew of 9 for concrete, formwork and rebar", "leads a crew of 9 for concrete, formwork and rebar"),
        ("Team of 7 in Leeds, budget £1.9m", "leads a team of 7 in Leeds"),
    ],
)
def test_of_the_fields_of_a_group_the_first_is_never_told_alone(line: str, text: str) -> None:
    forms = tellings(read_line(line, title="Manager", current=True))
    assert (told(line, "present", current=True), forms.half.present and forms.half.present.text) == (
        text,
        text,
    )


def test_what_was_so_in_a_year_is_not_told_as_if_it_held_now() -> None:
    line = "Destocked to 3,200 in the 2019 drought"
    assert told(line, "past", current=True) == "destocked to 3,200 in the 2019 drought"
    assert not told(line, "perfect", current=True)
    assert told("Cut waiting time from 9 to 4 days", "perfect", current=True)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Lead 6 DE + 2 analytics eng; hired 4 of them", "leads 6 DE and 2 analytics eng"),
        ("Day-to-day supervision of two PhD students", "supervises two PhD students day to day"),
        ("Daily reconciliation of bank accounts", "reconciles bank accounts daily"),
        ("Overall supervision of three sites", "supervises three sites"),
        ("L3 support for 1,200 servers", "provides L3 support for 1,200 servers"),
        ("First-line support to 300 users", "provides first-line support to 300 users"),
        ("Administrative support for the sales team", "provides administrative support for the sales team"),
        ("Budget holder $240k", "manages a budget of $240k"),
        ("Budget responsibility for £1.2m", "manages a budget of £1.2m"),
    ],
)
def test_what_a_job_is_is_told_with_its_verb(line: str, text: str) -> None:
    assert told(line, "present", current=True) == text


@pytest.mark.parametrize(
    "line", ["Lead 41% in two quarters", "Family support for carers", "Technical supervision of two sites"]
)
def test_what_only_looks_like_it_has_none(line: str) -> None:
    assert not told(line, "present", current=True)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("setup times shortened by 1/3 (zero-point clamping)", "shortened the setup times by a third"),
        ("Lead time shortened by 40%", "shortened lead time by 40%"),
        ("Cut scrap $2.6M annualized", "cut scrap by $2.6M annualized"),
        ("Went organic 2016.", "went organic 2016"),
        ("Revenue R$ 210M → R$ 334M", "raised revenue from R$ 210M to R$ 334M"),
        ("Cycle time cut from 58 hrs to 41 hrs / panel", "cut cycle time from 58 hours to 41 hours per panel"),
        ("Hired five reporters, lost two to papers, proud of both", "hired five reporters and lost two to papers"),
        ("hours reduced by half", ""),
        ("sales reduced by 9%", ""),
        ("staff reduced by a third", ""),
    ],
)  # fmt: skip
def test_a_change_in_other_words(line: str, text: str) -> None:
    assert told(line, "past") == text
