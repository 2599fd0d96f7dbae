"""Lines whose first word looks like a verb and is a part of a name."""

import pytest

from functions.summarize.lines.first_words import (
    is_doubtful,
    names_a_house,
    names_a_station,
    names_shifts,
    refers_back,
)


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
