"""Notes behind a comma: what goes on stays, what is counted or never happened follows "with", the rest is left out."""

import pytest

from functions.summarize.lines.joints import (
    in_series,
    joined_notes,
    keeps_limits,
    up_to_semicolon,
    without_note,
)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (
            "agreed the shift model with the council, no strike",
            "agreed the shift model with the council, with no strike",
        ),
        ("relocated three bases, no injury to staff", "relocated three bases, with no injury to staff"),
        ("launched a bug bounty, 118 valid reports", "launched a bug bounty, with 118 valid reports"),
        ("founded a music week, around 50 players", "founded a music week, with around 50 players"),
        ("emptied the warehouses, 96% of stock saved", "emptied the warehouses, with 96% of stock saved"),
        ("started a car with county nurses, 1,340 calls, 27 arrests", "started a car with county nurses"),
        ("rescued a study six months behind, enrolment target met", "rescued a study six months behind"),
        ("served customers, till work", "served customers"),
        ("carried tools and equipment, attic work", "carried tools and equipment"),
        ("rewrote guidance, filing errors -17%", "rewrote guidance"),
        ("posted invoices, bank deposits", "posted invoices and bank deposits"),
        ("installs split systems, heat pumps, ductwork", "installs split systems, heat pumps and ductwork"),
        (
            "launched a bug bounty, 118 valid reports, with €9K paid",
            "launched a bug bounty, with 118 valid reports and €9K paid",
        ),
        ("cut shrink to 1.2% of sales, R$ 37m a year", "cut shrink to 1.2% of sales"),
        ("took the works digital, 2018-2020, without a stop", "took the works digital, without a stop"),
        (
            "founded a club, 60 students, the first in the county",
            "founded a club, with 60 students, the first in the county",
        ),
        ("negotiated a protocol and signed 2021", "negotiated a protocol, signed in 2021"),
        ("picked, unloaded containers", "picked and unloaded containers"),
        ("leads 24 staff, three trainees", "leads 24 staff and three trainees"),
        ("contracts hotels in Peru, Bolivia, Chile", "contracts hotels in Peru, Bolivia and Chile"),
        ("prepares speeches, Cabinet notes", "prepares speeches and Cabinet notes"),
        ("assists in intubation, CPR, suturing", "assists in intubation, CPR and suturing"),
        ("taught classes in English, maths, history", "taught classes in English, maths and history"),
        ("made the beds, the breakfast room", "made the beds and the breakfast room"),
        ("did the gear, the deck, the safety drills", "did the gear, the deck and the safety drills"),
        (
            "cares for a bay of six patients, including stroke monitoring, NG feeding",
            "cares for a bay of six patients, including stroke monitoring and NG feeding",
        ),
        ("handled 16 agents, CSAT 88%", "handled 16 agents"),
        ("checks in guests, an average of 60 rooms", "checks in guests"),
        ("commissions inverters and batteries, COES paperwork", "commissions inverters and batteries"),
        ("runs three crews, around 11 installs a week", "runs three crews"),
        ("raises WIR, MIR, method statements", "raises WIR, MIR and method statements"),
        (
            "helps the chef with veg prep, peeling, portioning, deliveries to the cold room",
            "helps the chef with veg prep, peeling and portioning",
        ),
        (
            "took over a shop, an award of the trade in 2019",
            "took over a shop, an award of the trade in 2019",
        ),
        ("wrote tests in pytest, Selenium", "wrote tests in pytest, Selenium"),
        ("ran a club of pupils, still running", "ran a club of pupils, still running"),
        ("worked with children, often alone", "worked with children, often alone"),
        ("opened the shop, the first in town", "opened the shop, the first in town"),
        ("wrote a report on fraud, published in June", "wrote a report on fraud, published in June"),
    ],
)
def test_a_note_behind_an_act_is_joined_or_left_out(told: str, text: str) -> None:
    assert joined_notes(told) == text


@pytest.mark.parametrize(
    "told",
    [
        "wrote a procedure, now in use at five sites",
        "broke the story on waiting times, later raised in the Senedd",
        "opened 412 accounts, the first in the district",
        "tests pumps, valves and meters",
        "cut deploy time from 55 min to 8 min, from 20 deploys a week to 45 a day",
        "found a leak of records, fixed within 48 hours",
        "helped with returns, never alone",
        "won 3 of 9 bids, but lost the largest",
        "designed the new bar, team effort",
        "ran the kitchen, jointly with the chef",
        "wrote the report, co-author",
        "managed the branch, temporarily",
        "taught maths, unpaid",
        "prepared four bids, none won",
        "started a doctorate, interrupted",
        "organised a conference, cancelled",
        "led the bid, lost",
    ],
)
def test_what_goes_on_is_a_series_or_limits_the_act_stays_as_it_is(told: str) -> None:
    assert joined_notes(told) == told


@pytest.mark.parametrize(
    ("line", "told", "text"),
    [
        ("Write credit memos, 8-10 monthly", "writes credit memos, 8-10 monthly", "writes credit memos"),
        ("Design the service, 400 TPS", "designs the service, 400 TPS", "designs the service"),
        ("Read meters, 180 houses per day", "reads meters, 180 houses per day", "reads meters"),
        (
            "Loading of containers, picking by scanner",
            "loads containers, picking by a scanner",
            "loads containers",
        ),
        (
            "Leads the desk, booking by phone",
            "leads the desk, booking by phone",
            "leads the desk, booking by phone",
        ),
        (
            "Wrote memos, with 8 a week",
            "wrote memos, with 8 a week",
            "wrote memos, with 8 a week",
        ),
        (
            "Commanded a company, 118 soldiers",
            "commanded a company, 118 soldiers",
            "commanded a company, with 118 soldiers",
        ),
    ],
)
def test_a_rate_is_not_tied_to_an_act_by_a_word_of_ours(line: str, told: str, text: str) -> None:
    assert joined_notes(told, line) == text


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ("catalogued books, , maps", "catalogued books and maps"),
        ("rewrote stock , , tills", "rewrote stock"),
        ("rewrote books, \u00a0, maps", "rewrote books and maps"),
        ("rewrote books, ", "rewrote books"),
    ],
)
def test_nothing_between_two_commas_is_no_note(told: str, text: str) -> None:
    assert joined_notes(told) == text


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Designed the new bar, team effort", "designed the new bar"),
        ("Designed the new bar (team effort)", "designed the new bar"),
        ("Designed the new bar; team effort", "designed the new bar"),
        ("Ran the kitchen, jointly with the chef", "ran the kitchen"),
        ("Wrote the report, co-author", "wrote the report"),
        ("Managed the branch, temporarily", "the branch temporarily"),
        ("Taught maths, unpaid", "taught maths"),
        ("Prepared four bids, none won", "prepared four bids"),
        ("Started a doctorate, interrupted", "started a doctorate and interrupted"),
        ("Organised a conference, cancelled", "organising a conference and cancelling"),
        ("Organised a fair, cancelled in 2020", "cancelled in 2020"),
        ("Designed a bridge, later rejected", "a bridge, later rejected designed"),
    ],
)
def test_a_limited_act_is_not_told_without_its_note(line: str, told: str) -> None:
    assert not keeps_limits(line, told)
    assert without_note(line) == line


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Designed the new bar, team effort", "designed the new bar, team effort"),
        ("Rebuilt the line, no production lost", "rebuilt the line"),
        ("Moved 400 patients, none lost", "moved 400 patients"),
        ("Hired 40 students, part-time staff", "hired 40 students"),
        ("Reviewed 300 claims, rejected 12 false ones", "reviewed 300 claims"),
        ("Raised margins, complaints declined by 12%", "raised margins"),
        ("Trained 30 volunteers, co-ordinated 12 events", "trained 30 volunteers"),
        ("Cut noise from 41 to 36 dB, 2 patents pending", "cut noise from 41 to 36 dB"),
        ("Ran the shop, with a team of three", "ran the shop"),
    ],
)
def test_what_limits_nothing_may_be_left_out(line: str, told: str) -> None:
    assert keeps_limits(line, told)


@pytest.mark.parametrize(
    ("things", "text"),
    [
        ("hoovering, bins, meeting rooms", "hoovering, bins and meeting rooms"),
        (
            "payroll of 86 staff and onboarding, tax claims",
            "payroll of 86 staff and onboarding, and tax claims",
        ),
        ("VAT returns, payroll for 9, year-end packs", "VAT returns, payroll for 9 and year-end packs"),
    ],
)
def test_things_behind_commas_are_a_series(things: str, text: str) -> None:
    assert in_series(things) == text


@pytest.mark.parametrize(
    "things",
    [
        "a pub with 40 seats, off Deansgate",
        "an archive of some 400 pictures, keyworded",
        "house building for Dunmore, 38 plots at Willow Chase, Telford",
        "copier sales, 70 cold calls per day",
        "research on vowel harmony, funded by the council",
        "test panels for yoghurt, once a hearse",
        "newsletter, circulation 4,000",
        "a school of 800 pupils, age 4 to 11",
        "an audit of Tesco, retailer",
        "a,  , b",
        "tiling, but no plumbing",
    ],
)
def test_what_says_something_of_a_thing_makes_no_series(things: str) -> None:
    assert in_series(things) == things


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("Investigated thefts with police; 7 convictions", "Investigated thefts with police"),
        ("Report to the CFO; seven direct reports in three sites", "Report to the CFO"),
        ("Maintain the log; infection control link nurse", "Maintain the log"),
    ],
)
def test_what_no_verb_of_a_line_goes_with_behind_a_semicolon_is_left_out(line: str, first: str) -> None:
    assert up_to_semicolon(line) == first


@pytest.mark.parametrize(
    "line",
    [
        "Charted in Dentrix; took digital radiographs",
        "Wrote unit tests; code coverage from 38% to 81%",
        "Restored the altar; never finished",
        "Led the bid; jointly with the chair",
    ],
)
def test_an_act_a_change_or_a_limit_behind_a_semicolon_stays(line: str) -> None:
    assert up_to_semicolon(line) == line
