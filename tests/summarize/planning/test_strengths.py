"""Skills in a short text: which are named, how, where, and that a text that is long enough stays as it is."""

import re
from dataclasses import replace
from typing import Any

import pytest

from functions.summarize.planning.paragraph import plan_paragraph
from functions.summarize.planning.records import ParagraphPlan
from functions.summarize.prompts import decode, encode
from functions.summarize.resume import Fact, Resume, Skill
from functions.summarize.sentences import Options, Voice
from functions.summarize.verify.gate import holds
from functions.summarize.verify.planned import index_of
from tests.summarize.planning.test_composition import AS_OF, DEGREE, _resume
from tests.summarize.planning.test_translated import job
from tests.summarize.planning.test_translated import told as told_in

TOOLS = ["Tally", "Sage 50", "Excel"]


def _plan(resume: Resume, voice: Voice = "implied", target: str = "") -> ParagraphPlan:
    return plan_paragraph(resume, Options(AS_OF, voice=voice, target=target), AS_OF)


def _clerk(*skills: str, **more: Any) -> Resume:
    return _resume(title="Accounts Clerk", skills=list(skills), **more)


def _with_skills(*skills: Skill) -> str:
    return _plan(replace(_clerk(education=[DEGREE]), skills=skills)).text


@pytest.mark.parametrize(
    ("voice", "told"),
    [
        ("implied", "Holds a BSc from the University of Leeds, and works with Tally, Sage 50 and Excel."),
        ("third", "Ana holds a BSc from the University of Leeds, and works with Tally, Sage 50 and Excel."),
        ("first", "I hold a BSc from the University of Leeds, and work with Tally, Sage 50 and Excel."),
    ],
)
def test_a_short_text_ends_with_the_tools_beside_the_degree(voice: Voice, told: str) -> None:
    assert _plan(_clerk(*TOOLS, education=[DEGREE]), voice).sentences[-1].text == told


def test_methods_are_what_one_is_skilled_in_and_tools_come_last() -> None:
    text = _plan(_clerk("Tally", "Minute taking", "Bank reconciliation", education=[DEGREE])).text

    assert text.endswith(", and is skilled in minute taking, bank reconciliation and Tally.")


def test_with_degree_and_languages_the_skills_stand_beside_the_languages() -> None:
    told = [
        one.text for one in _plan(_clerk(*TOOLS, education=[DEGREE], languages=["Urdu", "English"])).sentences
    ]

    assert told[-2:] == [
        "Holds a BSc from the University of Leeds.",
        "Speaks Urdu and English, and works with Tally, Sage 50 and Excel.",
    ]


@pytest.mark.parametrize("voice", ["implied", "third", "first"])
def test_without_an_ending_the_opening_tells_the_skills_and_nothing_is_a_bare_list(voice: Voice) -> None:
    plan = _plan(_clerk(*TOOLS), voice)

    assert plan.sentences[0].text.endswith(", skilled in Tally, Sage 50 and Excel.")
    assert len(plan.sentences) == 1


def test_a_text_that_is_long_enough_names_no_skill() -> None:
    lines = [
        f"Cut the {what} from {days} days to four for the whole region by checking every sheet of every branch twice"
        for what, days in (("closing", 9), ("backlog", 30), ("queue", 12), ("overdue balance", 60))
    ]
    plain = _resume(*lines, title="Accounts Clerk", education=[DEGREE])

    assert _plan(replace(plain, skills=_clerk(*TOOLS).skills)).text == _plan(plain).text


@pytest.mark.parametrize(
    "skill",
    [
        "Communication", "Team player", "Time management", "Attention to detail", "Hard working", "Fast learner",
        "Conflict handling", "Team building", "Quick learning", "Task prioritising", "Self discipline",
        "Logical thinking",
        "Computer literacy", "Driving licence", "Own car", "First aid", "French", "Internet",
    ],
)  # fmt: skip
def test_qualities_and_what_any_trade_has_are_no_skills_to_tell(skill: str) -> None:
    text = _plan(_clerk(skill, "Tally", education=[DEGREE])).text

    assert skill.lower() not in text.lower()
    assert text.endswith("works with Tally.")


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Clerical Officer", True),
        ("Receptionist", True),
        ("Structural Engineer", False),
        ("Assistant Manager", False),
    ],
)
def test_office_programs_are_told_of_those_who_work_in_an_office(title: str, told: bool) -> None:
    resume = _resume(title=title, skills=["Microsoft Office", "AutoCAD"], education=[DEGREE])

    assert ("Microsoft Office" in _plan(resume).text) == told


def test_what_the_title_says_already_is_not_told_again() -> None:
    resume = _resume(title="Welder", skills=["Welding", "Plasma cutting", "Pipe fitting"], education=[DEGREE])

    assert "skilled in plasma cutting and pipe fitting" in _plan(resume).text


def test_what_the_target_asks_for_comes_first() -> None:
    resume = _clerk("Tally", "Sage 50", "QuickBooks", "FreshBooks", "Xero", education=[DEGREE])

    assert "Xero" not in _plan(resume).text
    assert "Xero" in _plan(resume, target="We look for a clerk who knows Xero.").text


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Tally (basic), Sage 50", False),
        ("Tally - beginner, Sage 50", False),
        ("some Tally, Sage 50", False),
        ("Tally (course 2025), Sage 50", False),
        ("Tally intermediate, Sage 50", False),
        ("Tally, Sage 50 (basic)", True),
        ("Tally (advanced), Sage 50", True),
        ("Excel basic, Tally, Sage 50", True),
        ("No knowledge of SAP, Oracle, Tally and Sage 50", False),
        ("Basic knowledge of Python, SQL, Tally, Sage 50", False),
        ("Currently learning Xero, Tally and Sage 50", False),
        ("Would like to learn: Xero, Tally, Sage 50", False),
        ("Little experience: Xero, Tally, Sage 50", False),
        ("Sage 50, basic Xero and Tally", False),
        ("Keine Kenntnisse in SAP, Tally, Sage 50", False),
        ("Sage 50 ★★★★★\nTally ★☆☆☆☆", False),
        ("Sage 50 ★☆☆☆☆\nTally ★★★★☆", True),
        ("No knowledge of SAP; Tally, Sage 50", True),
        ("Little Xero.\nTally, Sage 50", True),
        ("Good knowledge of Xero, Tally, Sage 50", True),
        ("Software: Xero (basic), Tally, Sage 50", True),
    ],
)
def test_what_is_known_a_little_is_not_told(line: str, told: bool) -> None:
    resume = _clerk("Tally", "Sage 50", education=[DEGREE])
    text = f"{resume.text}\n{line}"

    def moved(skill: Skill) -> Skill:
        start = text.rindex(skill.name)
        place = replace(skill.evidence[0], start=start, end=start + len(skill.name), section="skills")
        return replace(skill, evidence=(place,))

    listed = replace(resume, text=text, skills=tuple(map(moved, resume.skills)))

    assert ("Tally" in _plan(listed).text) == told


def test_an_uncertain_skill_and_one_with_a_status_are_not_told() -> None:
    tally, sage, excel = _clerk(*TOOLS).skills

    told = _with_skills(
        replace(tally, confidence=0.8), replace(sage, status=Fact("learning", sage.evidence)), excel
    )

    assert told.endswith("works with Excel.")


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ("Tally Prime", "Tally Prime"), ("TYPING", "typing"), ("Rostering", "rostering"),
        ("Parish surveys", "parish surveys"),
        ("Report writing", "report writing"), ("Bank Reconciliation", "bank reconciliation"),
        ("SAP MM", "SAP MM"), ("ABELDent", "ABELDent"),
    ],
)  # fmt: skip
def test_names_keep_their_letters_and_common_words_are_small(stated: str, told: str) -> None:
    text = _plan(_clerk(stated, "Xero", education=[DEGREE])).text

    assert re.search(rf"\b{told}\b", text), text


@pytest.mark.parametrize(
    "credentials", [["NEBOSH Diploma", "IOSH Certificate"], ["Kiln Guild card", "Pressure vessel permit"]]
)
def test_two_credentials_stand_beside_the_degree_of_a_short_text(credentials: list[str]) -> None:
    text = _plan(_resume(title="Site Engineer", credentials=credentials, education=[DEGREE])).text

    assert all(name.split()[0].lower() in text.lower() for name in (*credentials, "BSc"))


@pytest.mark.parametrize("voice", ["implied", "third", "first"])
def test_sentences_with_skills_hold_and_a_false_skill_does_not(voice: Voice) -> None:
    resume = _clerk(*TOOLS, education=[DEGREE], languages=["Urdu", "English"])
    plan = _plan(resume, voice)
    index = index_of(resume, plan)

    assert all(holds(one.text, voice, index) for one in plan.sentences)
    assert not holds(plan.sentences[-1].text.replace("Tally", "Xero"), voice, index)
    assert not holds(plan.sentences[-1].text.replace("Urdu", "Hindi"), voice, index)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Speaks Urdu and English, and works with QuickBooks.", True),
        ("Speaks Urdu and English, and is skilled in QuickBooks and Tally.", True),
        ("At Orvik Pumps, reconciles ledgers in QuickBooks.", False),
        ("Speaks Urdu and English, and reconciles ledgers in QuickBooks.", False),
        ("Speaks Urdu and English, and works with ledgers.", False),
    ],
)
def test_one_still_works_with_a_tool_of_a_job_that_is_over(sentence: str, told: bool) -> None:
    role = {"title": "Clerk", "employer": "Orvik Pumps", "start": "2016-01", "end": "2018-12",
            "bullets": ["Reconciled ledgers in QuickBooks"]}  # fmt: skip
    resume = _clerk("QuickBooks", "Tally", roles=[role], languages=["Urdu", "English"])

    assert holds(sentence, "implied", index_of(resume, _plan(resume))) == told


def test_a_model_writes_what_stands_before_the_skills() -> None:
    prompt = encode(_plan(_clerk(*TOOLS, education=[DEGREE], languages=["Urdu", "English"])))
    written = decode("[close] holds <degree1> .noun-phrase . [close] speaks <language1> .noun-phrase and "
                     "<language2> .noun-phrase .", prompt)  # fmt: skip
    told = written[-1]

    assert "<strength" not in prompt.text
    assert told is not None
    assert told.text == "Speaks Urdu and English, and works with Tally, Sage 50 and Excel."
    assert {place.quote for place in told.evidence} >= {"Urdu", "English", *TOOLS}


@pytest.mark.parametrize(
    ("language", "label"),
    [("de", "Kenntnisse:"), ("fr", "Compétences\xa0:"), ("es", "Competencias:"), ("nl", "Vaardigheden:")],
)
def test_a_short_text_in_another_language_names_tools_behind_a_label(language: str, label: str) -> None:
    skills = tuple(_clerk("SAP MM", "AutoCAD", "Teamfähigkeit", "Word").skills)

    text = told_in(language, job("Planer", "Sailer AG", 2010, None), skills=skills)

    assert f"{label} SAP MM" in text
    assert "AutoCAD" in text
    assert "Teamfähigkeit" not in text
    assert "Word" not in text


@pytest.mark.parametrize("exam", ["GCSE", "GCSEs", "IGCSE", "A-level", "Key Stage 3", "KS2/KS3"])
def test_a_level_of_school_is_nothing_that_one_is_skilled_in(exam: str) -> None:
    text = _with_skills(*(Skill(name, ()) for name in (exam, "Curriculum planning", "Tally", "Sage 50")))

    assert exam.lower() not in text.lower()
    assert "curriculum planning" in text


@pytest.mark.parametrize("skill", ["A-level Chemistry", "GCSE marking"])
def test_what_is_done_at_a_level_is_a_skill(skill: str) -> None:
    text = _with_skills(*(Skill(name, ()) for name in (skill, "Curriculum planning")))

    assert skill.lower() in text.lower()
