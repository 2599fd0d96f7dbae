"""Each item of the rubric, on one summary that is right and on its mutants, each wrong in one way."""

from dataclasses import replace
from datetime import date

import pytest

from functions.summarize.resume import (
    Achievement,
    Contact,
    Education,
    Evidence,
    Experience,
    Fact,
    PartialDate,
    Period,
    Resume,
    Role,
    Skill,
)
from functions.summarize.sentences import Length, Options, Voice
from training.rubric import covers, faults

TEXT = """Ada Okafor
ada@example.com | 0161 496 0385
Head Chef, The Copper Lantern, 2018 - present
Lead a brigade of 14 serving 220 covers a day in a historic dining room
Brought food cost down from 36% to 28% of sales in eleven months with weekly stock checks
Trained seven commis chefs for the pastry, fish and sauce sections of the kitchen
Sous Chef, Porto Azzurro, 2013 - 2018
Raised weekday covers from 45 to 80 with a set menu
Menu development, HACCP, Food costing"""


def fact(words: str) -> Fact[str]:
    at = TEXT.index(words)
    return Fact(words, (Evidence(at, at + len(words), words),))


def role(title: str, employer: str, *bullets: str) -> Role:
    return Role(fact(title), fact(employer), None, None, tuple(fact(bullet) for bullet in bullets))


LINES = TEXT.splitlines()
RESUME = Resume(
    text=TEXT,
    name=fact("Ada Okafor"),
    contact=Contact((fact("ada@example.com"),), (fact("0161 496 0385"),)),
    roles=(
        role("Head Chef", "The Copper Lantern", *LINES[3:6]),
        role("Sous Chef", "Porto Azzurro", LINES[7]),
    ),
    skills=tuple(Skill(name, ()) for name in ("Menu development", "HACCP", "Food costing")),
    experience=Experience(150, date(2026, 1, 1), "union", ()),
    achievements=(Achievement(fact(LINES[4]), 0, quantified=True, score=1),),
)
GOOD = (
    "Head chef with 12+ years of experience, currently at The Copper Lantern. "
    "Brought food cost down from 36% to 28% of sales in eleven months with weekly stock checks. "
    "Leads a brigade of 14 serving 220 covers a day. "
    "Skilled in menu development, HACCP and food costing, and trained seven commis chefs for three sections."
).replace(" for three sections", " for the kitchen")


def options(length: Length = "medium", voice: Voice = "implied") -> Options:
    return Options(as_of=date(2026, 1, 1), length=length, voice=voice)


def test_a_good_summary_has_no_fault() -> None:
    assert faults(GOOD, resume=RESUME, options=options()) == ()


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("Leads a brigade", "I lead a brigade", "voice: pronoun 'I'"),
        ("Leads a brigade", "She leads a brigade", "voice: pronoun 'She'"),
        ("Head chef with", "Ada Okafor, head chef with", "voice: the name in the implied voice"),
        ("a day.", "a day (ada@example.com).", "contact: ada@example.com"),
        ("a day.", "a day, 0161 496 0385.", "contact: 0161 496 0385"),
        ("28%", "26%", "support: figure '26%'"),
        ("36%", "$36", "support: figure '$36'"),
        ("eleven", "twelve", "support: figure 'twelve'"),
        ("220 covers", "1,220 covers", "support: figure '1,220'"),
        ("Copper Lantern", "Silver Lantern", "support: name 'Silver'"),
        ("HACCP", "butchery", "support: word 'butchery'"),
        (
            "weekly stock checks",
            "stock checks by 220 covers",
            "cause: 'by' joins what no line of the resume joins",
        ),
        ("Head chef", "Sous chef", "title: 'sous chef' where the latest is 'head chef'"),
        (
            "12+ years of experience",
            "15+ years of experience",
            "years: '15+ years' but 150 months worked",
        ),
        ("Skilled in", "Serving 220 covers, skilled in", "repetition: serving 220 covers"),
        ("Skilled in", "Results-driven and skilled in", "cliche: results driven"),
        ("for the kitchen.", "for the.", "ending: unfinished 'ommis chefs for the.'"),
        ("for the kitchen.", "for the kitchen", "ending: unfinished 'hefs for the kitchen'"),
        ("HACCP", "<3>", "ending: placeholder '<'"),
        ("a brigade", "an brigade", "grammar: article 'an brigade'"),
        ("a brigade", "a a brigade", "grammar: doubled 'a'"),
        ("HACCP and", "HACCP , and", "grammar: spacing ' ,'"),
        ("Leads", "leads", "grammar: small start 'leads'"),
        ("220 covers a day", "1 days", "grammar: 1 days"),
    ],
)
def test_a_mutant_has_the_fault_that_was_put_in(old: str, new: str, fault: str) -> None:
    assert GOOD.count(old) == 1
    assert fault in faults(GOOD.replace(old, new), resume=RESUME, options=options())


def test_a_summary_out_of_range_is_a_fault() -> None:
    found = faults(GOOD, resume=RESUME, options=options("short"))
    assert found == (f"length: {len(GOOD.split())} words, 25 to 40 asked",)


def test_a_resume_of_a_few_words_may_have_a_shorter_summary() -> None:
    few = Resume(text=TEXT, roles=(Role(fact("Head Chef"), fact("The Copper Lantern")),))
    assert faults("Head chef at The Copper Lantern.", resume=few, options=options()) == ()


@pytest.mark.parametrize(
    ("voice", "text", "expected"),
    [
        ("first", GOOD, ("voice: no I in the first person",)),
        ("first", GOOD.replace("Leads", "I lead"), ()),
        ("third", GOOD, ("voice: the person is not named",)),
        ("third", GOOD.replace("Leads", "Ada leads"), ()),
        ("third", GOOD.replace("Leads", "Ada says my brigade leads"), ("voice: pronoun 'my'",)),
    ],
)
def test_the_voice_asked_for_is_kept(voice: Voice, text: str, expected: tuple[str, ...]) -> None:
    found = faults(text, resume=RESUME, options=options(voice=voice))
    assert tuple(fault for fault in found if fault.startswith("voice")) == expected


def test_a_roman_numeral_is_no_pronoun() -> None:
    assert faults(GOOD.replace("Head chef", "Head chef"), resume=RESUME, options=options()) == ()
    found = faults(GOOD.replace("three", "Class I"), resume=RESUME, options=options())
    assert not [fault for fault in found if fault.startswith("voice")]


def test_a_summary_in_another_language_than_the_resume_is_a_fault() -> None:
    french = Resume(text=TEXT, language="fr", roles=RESUME.roles, experience=RESUME.experience)
    assert "language: en, the resume is fr" in faults(GOOD, resume=french, options=options())


@pytest.mark.parametrize(
    "right",
    [
        "an hour",
        "a union",
        "an MBA",
        "an MSc",
        "a UK",
        "an 8%",
        "an 18-bed",
        "a 1-day",
        "an M.Sc.",
        "an RN",
        "a euro",
    ],
)
def test_articles_follow_the_sound(right: str) -> None:
    article, word = right.split(" ")
    wrong = f"{'a' if article == 'an' else 'an'} {word}"
    shown = [faults(f"Needs {each} here.", resume=RESUME, options=options()) for each in (right, wrong)]
    assert [any(fault.startswith("grammar: article") for fault in found) for found in shown] == [False, True]


def test_an_employers_full_stop_does_not_end_a_sentence() -> None:
    assert not [
        fault
        for fault in faults("Works at Alder Tool Co. in Oregon.", resume=RESUME, options=options())
        if fault.startswith("ending")
    ]


def test_a_capital_a_inside_a_sentence_is_no_article() -> None:
    assert not [
        f
        for f in faults("Holds a Class A and a B licence.", resume=RESUME, options=options())
        if "article" in f
    ]


def test_a_year_read_from_two_digits_is_supported() -> None:
    read = Education(fact("HACCP"), None, None, Fact(Period(None, PartialDate(2019, 6)), ()))
    text = GOOD.replace("for the kitchen", "in 2019")
    assert "support: figure '2019'" in faults(text, resume=RESUME, options=options())
    assert faults(text, resume=replace(RESUME, education=(read,)), options=options()) == ()


def test_a_small_letter_after_an_abbreviation_starts_no_sentence() -> None:
    text = GOOD.replace("at The Copper Lantern. Brought", "at The Copper Lantern Ltd. and brought")
    assert not [fault for fault in faults(text, resume=RESUME, options=options()) if "small start" in fault]


def test_coverage_asks_for_what_the_resume_has() -> None:
    assert covers(GOOD, resume=RESUME) == {"title": True, "years": True, "skills": True, "result": True}
    assert covers("Cook.", resume=RESUME) == {
        "title": False,
        "years": False,
        "skills": False,
        "result": False,
    }
    assert covers("Cook.", resume=Resume(text="")) == {}


def test_a_period_is_not_needed_for_the_title() -> None:
    current = Role(fact("Head Chef"), None, None, Fact(Period(None, None, current=True), ()))
    assert covers("Head chef.", resume=Resume(text=TEXT, roles=(current,))) == {"title": True}


def test_the_name_of_a_line_of_work_is_supported_where_a_title_shows_it_and_of_no_other() -> None:
    said = "Head chef in {} with 12+ years of experience"
    opened = [
        GOOD.replace("Head chef with 12+ years of experience", said.format(work))
        for work in ("professional kitchens", "taxation")
    ]

    assert [faults(text, resume=RESUME, options=options()) for text in opened] == [
        (),
        ("support: word 'taxation'",),
    ]


def test_frame_words_of_the_resumes_language_are_supported() -> None:
    said = "Capocuoco con quasi tredici anni di esperienza"
    italian = replace(RESUME, text=f"{TEXT}\nCapocuoco", language="it")

    found = [fault for fault in faults(said, resume=italian, options=options()) if "support" in fault]
    assert found == []
    assert any("tredici" in fault for fault in faults(said, resume=RESUME, options=options()))
