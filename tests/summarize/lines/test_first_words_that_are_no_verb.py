"""Lines whose first word looks like a verb and is a part of a name."""

import pytest

from functions.summarize.lines import read_line, tellings
from functions.summarize.lines.first_words import (
    acts_in_third_person,
    is_doubtful,
    names_a_house,
    names_a_station,
    names_shifts,
    refers_back,
)
from functions.summarize.lines.records import Telling


@pytest.mark.parametrize(
    "line",
    [
        "Waking nights for four ladies with complex needs",
        "Sleep-in shifts at a home for six",
        "Rotating shifts, 4 on 4 off",
        "12-hour rotating shifts",
        "Split shifts in two restaurants",
        "• Live-in weekends, one in three",
        "Worked 7 on 7 off",
        "Works 12-hour shifts",
    ],
)
def test_a_line_may_begin_with_a_kind_of_shift(line: str) -> None:
    assert names_shifts(line)


@pytest.mark.parametrize(
    "line", ["Rotating stock daily", "Splitting logs", "Waking residents at 7", "Night shifts"]
)
def test_other_lines_begin_with_none(line: str) -> None:
    assert not names_shifts(line)


@pytest.mark.parametrize(
    "line",
    [
        "Pawning counter, current account opening",
        "Packing line, night shift",
        "Welding shop",
        "Vouching and ledger scrutiny of a jute mill",
        "Serving and customer care",
        "Planning and budget control",
        "Opening team of a 120-room hotel",
        "Safeguarding alerts to the local authority",
        "Micro-tunnelling shafts, dewatering, shoring",
    ],
)
def test_a_line_may_begin_with_a_noun_that_looks_like_a_verb(line: str) -> None:
    assert names_a_station(line)


@pytest.mark.parametrize(
    "line",
    [
        "Managing counter, till and safe",
        "Cleaning and sanitising rooms",
        "Loading and unloading trucks",
        "Teaching and marking papers",
        "Serving tables and customers",
        "Opening shops in Kent",
        "Safeguarding children",
        "Cleaning rooms, hoovering, dusting",
        "Cross-selling cards, upselling",
    ],
)
def test_a_verb_with_what_is_done_is_one(line: str) -> None:
    assert not names_a_station(line)


@pytest.mark.parametrize(
    ("line", "back"),
    [
        ("Gave it away when the paperwork got too much", True),
        ("Sold them at the weekend market", True),
        ("Also covered reception", True),
        ("Occasionally helped at the till", True),
        ("Also ran a budget of £40,000", False),
        ("Gave itemised quotes", False),
        ("Sold the van", False),
        ("Spare parts, ordered them", False),
    ],
)
def test_an_act_done_to_what_is_not_named_is_known(line: str, back: bool) -> None:
    assert refers_back(line) == back


@pytest.mark.parametrize("line", ["Google review score from 4.3 to 4.6", "Slack channel for parents"])
def test_the_name_of_a_company_is_no_verb(line: str) -> None:
    assert is_doubtful(line, 1.0)


@pytest.mark.parametrize(
    "line",
    [
        "Plans emergent curriculum with documentation boards",
        "Processes motor renewals in peak period",
        "Plans menus for 60 guests",
        "Controls linen stock and amenities",
        "Files monthly returns",
        "Charts vitals",
    ],
)
def test_a_plural_that_is_surely_an_act_is_told_as_one(line: str) -> None:
    assert not is_doubtful(line, 0.99)
    told = tellings(read_line(line, title="", current=True)).whole.present
    assert told is not None
    assert told.text.split()[0] == line.split(" ", maxsplit=1)[0].lower()


@pytest.mark.parametrize(
    "line",
    [
        "Values from €80k to a €19m nursing home",
        "Calls about potholes and street lighting",
        "Drugs and dressings",
        "Works orders and wages",
        "Plans, sections and elevations",
    ],
)
def test_a_plural_before_a_preposition_is_a_thing(line: str) -> None:
    assert not acts_in_third_person(line, 1.0)


@pytest.mark.parametrize(
    "line",
    [
        "Sit down, stand up reach and cherry picker",
        "Walk in, drive in racking and mezzanine",
        "Planned maintenance of compressors",
        "Scheduled servicing of the fleet",
        "Standardized patient for medical students",
    ],
)
def test_names_that_look_like_acts_are_none(line: str) -> None:
    forms = tellings(read_line(line, title="", current=True)).whole
    assert forms.present is None
    assert forms.past is None or forms.past.text.split()[0] not in ("sat", "walked", "planned", "scheduled")


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("Handles VIP arrivals and group check in.", "group check in"),
        ("Manages the market stall set up", "set up"),
        ("Supervised the night clean down", "clean down"),
    ],
)
def test_a_particle_at_the_end_is_of_the_word_before_it(line: str, end: str) -> None:
    told = tellings(read_line(line, title="", current=True)).half
    assert end in (told.present or told.past or Telling("", "verb phrase", None, ())).text


@pytest.mark.parametrize(
    "line",
    [
        "Rose Spring All Age School",
        "Park View Clinic",
        "Drew Memorial Hospital, Leeds",
        "Grove Hill Hotel",
        "Stone & Bolt Engineering Ltd",
        "Spring Gardens College",
    ],
)
def test_the_name_of_a_house_is_no_act(line: str) -> None:
    assert names_a_house(line)


@pytest.mark.parametrize(
    "line",
    ["Managed Queens Hotel", "Refurbished Grand Hotel", "Opened Rose Hill Clinic", "Rose to head of school"],
)
def test_what_was_done_with_a_house_is_an_act(line: str) -> None:
    assert not names_a_house(line)
