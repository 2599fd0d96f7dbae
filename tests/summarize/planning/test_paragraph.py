"""Paragraphs as a whole: who, in what, how long; the present job merged; back in time; a close that is no list."""

import re
from datetime import date

import pytest

from functions.summarize.planning.paragraph import plan_paragraph
from functions.summarize.planning.years import in_words
from functions.summarize.resume import Resume
from functions.summarize.sentences import WORDS, Length, Options, Voice
from tests.builders.careers import TODAY, resume_of
from training.composed import records

SEEN = [record for record in records() if not record.kept_out][::7]


def _options(as_of: date, length: Length = "medium", voice: Voice = "implied") -> Options:
    return Options(as_of, length=length, voice=voice)


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (12, "a year"),
        (18, "a year and a half"),
        (25, "just over two years"),
        (44, "nearly four years"),
        (53, "four and a half years"),
        (108, "nine years"),
        (113, "more than nine years"),
        (141, "nearly twelve years"),
        (264, "twenty-two years"),
    ],
)
def test_years_are_said_in_words_and_never_more_than_there_are(months: int, words: str) -> None:
    assert in_words(months) == words


def test_bare_years_are_told_as_around() -> None:
    assert in_words(167, rough=True) == "around fourteen years"


def test_the_same_resume_gives_the_same_paragraph() -> None:
    for record in SEEN[:5]:
        first = plan_paragraph(record.resume, _options(record.as_of), record.as_of)
        assert first == plan_paragraph(record.resume, _options(record.as_of), record.as_of)


def test_no_fact_is_told_in_two_sentences() -> None:
    for record in SEEN:
        plan = plan_paragraph(record.resume, _options(record.as_of), record.as_of)
        told = [slot.place for sentence in plan.sentences for slot in sentence.slots]
        assert len(told) == len(set(told)), plan.text


@pytest.mark.parametrize("length", ["short", "medium", "long"])
def test_a_paragraph_keeps_to_the_words_of_its_length(length: Length) -> None:
    _, most = WORDS[length]
    for record in SEEN:
        plan = plan_paragraph(record.resume, _options(record.as_of, length), record.as_of)
        assert len(plan.text.split()) <= most + 10, plan.text


@pytest.mark.parametrize("voice", ["implied", "first", "third"])
def test_no_voice_says_he_or_she(voice: Voice) -> None:
    for record in SEEN:
        plan = plan_paragraph(record.resume, _options(record.as_of, voice=voice), record.as_of)
        opening = plan.sentences[0].text
        assert not re.search(r"\b(?:he|she|his|her|him)\b", opening)
        assert (voice == "first") == opening.startswith("I am")


def test_what_a_sentence_tells_stands_in_its_slots() -> None:
    for record in SEEN:
        for sentence in plan_paragraph(record.resume, _options(record.as_of), record.as_of).sentences:
            for piece in sentence.plain:
                if piece.slot is not None and piece.variant is not None:
                    assert sentence.slots[piece.slot].variants[piece.variant].text == piece.text
            assert sentence.evidence


def test_a_resume_without_facts_gives_no_sentence() -> None:
    plan = plan_paragraph(Resume(text=""), _options(date(2026, 1, 1)), date(2026, 1, 1))

    assert plan.sentences == ()


def _job(title: str, employer: str, start: str, end: str, *lines: str) -> dict[str, object]:
    return {"title": title, "employer": employer, "start": start, "end": end, "bullets": list(lines)}


def _told(*roles: dict[str, object], credentials: list[str] | None = None) -> str:
    resume = resume_of(more={"roles": list(roles), "credentials": credentials or []})
    return plan_paragraph(resume, _options(TODAY), TODAY).text


NOW = _job("Machine Operator", "Orvik Apparels", "2020-01", "present")


@pytest.mark.parametrize(
    ("earlier", "told"),
    [
        (_job("Machine Operator", "Lanka Mills", "2012-01", "2019-01"), True),
        (_job("Police Officer", "Ghana Police Service", "2000-01", "2019-01"), True),
        (_job("Police Officer", "Ghana Police Service", "2018-01", "2019-01"), False),
        (_job("Untrained Teacher", "Soy Primary School", "2000-01", "2019-01"), False),
    ],
)
def test_a_thin_text_tells_that_an_earlier_job_was_held(earlier: dict[str, object], told: bool) -> None:
    assert (str(earlier["employer"]) in _told(NOW, earlier)) is told


def test_a_thin_text_tells_more_than_two_credentials_and_no_visa() -> None:
    told = _told(
        NOW, credentials=["US Visa C1/D", "Food Hygiene Level 2", "Forklift Licence", "HACCP Level 3"]
    )

    assert all(name in told for name in ("forklift", "HACCP", "ygiene")), told
    assert "Visa" not in told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Sediment coring and diatom counts at 14 stations in Vembanad lake", "counts at 14 stations"),
        ("Sauté and grill, 300 covers on Saturdays", "grill, with 300 covers on Saturdays"),
        ("Front desk and switchboard, 150 callers on market days", "switchboard, with 150 callers"),
        ("Sanding and painting, 3 nights a week", ""),
    ],
)
def test_a_thing_too_long_for_a_list_is_told_alone(line: str, told: str) -> None:
    text = _told(_job("Technician", "Orvik", "2020-01", "present", line, "Train the apprentice"))

    assert told in text
    assert "with three" not in text


@pytest.mark.parametrize(
    "line",
    [
        "Led a team of 4 sergeants, 19 constables and a clerk on burglary",
        "Ran a crew of two drivers and nine loaders on nights",
        "Supervised a shift of six cooks, 3 porters",
    ],
)
def test_a_group_is_told_with_all_who_are_in_it(line: str) -> None:
    text = _told(_job("Sergeant", "Orvik", "2020-01", "present", line, "Wrote 40 reports a year"))

    assert not re.search(
        r"(?:four sergeants|two drivers|six cooks)(?:\.|,? and (?!19|nine|three)\b)", text
    ), text


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Led a team of 4 sergeants, on burglary and fraud", "team of four sergeants"),
        ("Ran a crew of two drivers, 30 loads a week", "crew of two drivers"),
    ],
)
def test_a_group_of_one_kind_is_told(line: str, told: str) -> None:
    assert told in _told(_job("Sergeant", "Orvik", "2020-01", "present", line, "Wrote the rosters"))


def test_the_employer_is_named_where_nothing_else_is_told_of_the_job() -> None:
    told = _told(
        _job("Receptionist", "Hotel Punta Blu", "2024-03", "present", "168 rooms?"),
        _job("Receptionist", "Klinika San Anton", "2021-01", "2024-02", "Answered 80 calls a day"),
    )
    assert "now as a receptionist at Hotel Punta Blu" in told or "at Hotel Punta Blu" in told.split(".")[0]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("Plan patrols", "Supervise 3 guards", "Prepare rosters"), True),
        (("Stairs and lifts", "Two gates", "Uniform provided"), False),
    ],
)
def test_a_word_that_may_be_a_verb_is_one_among_verbs(lines: tuple[str, ...], told: bool) -> None:
    text = _told(_job("Security Lead", "Orvik", "2020-01", "present", "Score 60 calls a week", *lines))

    assert ("scores 60 calls" in text) is told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Dictation, court filing, diary for two partners", True),
        ("Front desk, booking, insurance claims, ordering supplies, banking", True),
        ("Meds round, care plans, handovers, personal care for up to 32 residents", True),
        ("Handovers, laundry, care plans for about 40 residents", True),
        ("Flat lock, over lock, single needle", False),
        ("Safety committee", False),
    ],
)
def test_a_line_that_is_a_list_of_work_is_told_by_itself(line: str, told: bool) -> None:
    job = _job("Legal Secretary", "Orvik Law", "2020-01", "present", line)

    assert (line.split(",", maxsplit=1)[0].lower() in _told(job).lower()) is told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Direct care for 12 residents with moderate to severe dementia", True),
        ("Steam lines, medical gas shut offs, backflow and standby every 3rd week", True),
        ("28 bedded stroke ward, two clinics and a fortnightly ILD clinic", True),
        ("Residential conveyancing start to finish, with up to 60 files", True),
        ("2300 hours logged so far", False),
        ("11.2 million man-hours without an accident", False),
        ("Run 70 files from intake to demand", False),
        ("Glanmor Homes, 1st and 2nd fix, 140 plots", False),
        ("Class teacher Form 3 East and boarding master, 40 boys", False),
        ("Pots and veg prep when the chef is short, 3 nights", False),
        ("620 cows, split calving", False),
        ("One helper two days in week", False),
        ("An apprentice on Mondays, 2 benches", False),
    ],
)
def test_the_only_thing_known_of_a_job_is_told_as_it_stands(line: str, told: bool) -> None:
    text = _told(_job("Team Leader", "Orvik", "2020-01", "present", line)).lower()

    assert (
        any(covers + line[:12].lower() in text for covers in ("covers ", "includes ", "covers a ")) is told
    ), text


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Lunch trade grew from roughly 30 to 55 a day", "The lunch trade grew from roughly 30 to 55 a day."),
        ("Callbacks fell from 11% to 4%", "Callbacks fell from 11% to 4%."),
        ("Raw material variance fell from 3.9% to 0.8%", "Raw material variance fell from 3.9% to 0.8%."),
        ("Membership rose by 40%", "Membership rose by 40%."),
        ("Not-in-calf rate 17% came down to 11%", None),
        ("Pick accuracy up from 98.7% to 99.8% after we moved to voice picking", None),
        ("Right first time was 71%", None),
        ("Morale grew", None),
    ],
)
def test_what_changed_by_itself_is_told_as_a_sentence(line: str, told: str | None) -> None:
    acts = ("Planned menus for 3 sites", "Trained 12 cooks")
    text = _told(_job("Head Cook", "Orvik", "2020-01", "present", *acts, line))

    assert (told in text) if told else (line.split()[-2] not in text)


def test_a_job_with_a_figure_needs_no_line_as_it_stands() -> None:
    lines = (
        "Cut waste from 9% to 4%",
        "Trained 12 cooks",
        "Direct care for 12 residents with severe dementia",
    )

    assert "direct care" not in _told(_job("Head Cook", "Orvik", "2020-01", "present", *lines))
