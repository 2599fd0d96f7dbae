"""The ending: what decides first, each thing with the verb that fits it, and no fragment."""

from typing import Any

import pytest

from functions.summarize.planning.paragraph import plan_paragraph
from functions.summarize.sentences import Options, Voice
from tests.builders.careers import TODAY, closing_of, resume_of

DEGREE = {"degree": "BSc", "field": None, "institution": "University of Leeds", "year": 2010}


@pytest.mark.parametrize(
    ("title", "credentials", "told"),
    [
        ("Staff Nurse", ["Manual handling", "NMC registration"], "Holds an NMC registration"),
        ("HVAC Technician", ["Full driving licence", "EPA 608 Universal"], "Holds EPA 608 Universal certification"),
        ("Truck Driver", ["First aid", "Driving licence C, CE"], "Holds a driving licence for categories C and CE"),
        ("Accountant", ["Xero Advisor", "Member, Institute of Savings Bankers"],
         "A member of the Institute of Savings Bankers"),
        ("Care Assistant", ["Basic course", "Caregiving NC II"], "Holds a Caregiving NC II"),
    ],
)  # fmt: skip
def test_what_decides_the_trade_is_told_before_what_anybody_holds(
    title: str, credentials: list[Any], told: str
) -> None:
    resume = resume_of(
        "Cut scrap from 9% to 4%", title=title, more={"credentials": credentials, "education": [DEGREE]}
    )

    assert closing_of(resume).startswith(told)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"awards": ["Plant Manager of the Year 2024"]}, "Was named Plant Manager of the Year 2024."),
        ({"awards": ["DAISY Award 2022"], "education": [DEGREE]},
         "Holds a BSc from the University of Leeds, and earned the DAISY Award 2022."),
        ({"awards": ["Dean's List"], "education": [DEGREE]},
         "Holds a BSc from the University of Leeds, and was on the Dean's List."),
        ({"awards": ["Finalist, Prix Taittinger"], "education": [DEGREE]},
         "Holds a BSc from the University of Leeds, and was a finalist for the Prix Taittinger."),
        ({"awards": ["DAISY Award 2022"], "credentials": ["Registered nurse"]},
         "A registered nurse who earned the DAISY Award 2022."),
        ({"credentials": ["Philippine Nurse Licensure Exam"], "languages": ["Welsh", "English"]},
         "Passed the Philippine Nurse Licensure Exam, and speaks Welsh and English."),
        ({"credentials": ["Licensure Examination for Teachers"], "languages": ["Welsh", "English"]},
         "Passed the Licensure Examination for Teachers, and speaks Welsh and English."),
        ({"credentials": ["Food Hygiene Level 2"]}, "Holds a Food Hygiene Level 2 certificate."),
        ({"credentials": ["Registered nurse"]}, "Is a registered nurse."),
        ({"languages": ["Welsh (A1)", "Dutch (A2)", "Irish (B1)", "French (B2)", "English (native)"]},
         "Speaks Welsh (A1), Dutch (A2), Irish (B1) and English."),
        ({"languages": ["Welsh", "Dutch (A2)"]}, "Speaks Welsh and Dutch (A2)."),
        ({"credentials": ["Bookkeeping course"]}, "Completed a bookkeeping course."),
        ({"credentials": ["First aid at work"]}, "Holds a first aid at work certificate."),
    ],
)  # fmt: skip
def test_what_is_held_passed_won_and_spoken_has_each_its_verb(more: dict[str, list[Any]], told: str) -> None:
    assert closing_of(resume_of("Cut scrap from 9% to 4%", more=more)) == told


@pytest.mark.parametrize(
    ("voice", "told"),
    [
        ("first", "I hold a BSc from the University of Leeds, speak Welsh and English, and earned the DAISY Award."),
        ("third",
         "Ana holds a BSc from the University of Leeds, speaks Welsh and English, and earned the DAISY Award."),
    ],
)  # fmt: skip
def test_the_verbs_agree_with_who_speaks(voice: Voice, told: str) -> None:
    resume = resume_of(
        "Cut scrap",
        more={"education": [DEGREE], "languages": ["Welsh", "English"], "awards": ["DAISY Award"]},
    )

    assert closing_of(resume, voice) == told


@pytest.mark.parametrize(
    ("credential", "studies", "last"),
    [
        (
            "Certificate in Labour Law and Industrial Relations",
            "Master of Science",
            "Speaks Welsh and English.",
        ),
        ("National Diploma in Warehousing and Logistics Operations", "MBA", "Speaks Welsh and English."),
        ("Certificate in Advanced Pastry and Chocolate Work", "BSc", "Speaks Welsh and English."),
    ],
)
def test_a_chain_of_clauses_is_two_sentences(credential: str, studies: str, last: str) -> None:
    running = {**DEGREE, "degree": f"{studies} (in progress)", "field": "Human Resource Management"}
    more: dict[str, list[Any]] = {
        "credentials": [credential],
        "education": [running],
        "languages": ["Welsh", "English"],
    }
    plan = plan_paragraph(resume_of("Cut scrap from 9% to 4%", more=more), Options(TODAY), TODAY)

    assert plan.sentences[-1].text == last
    assert "is studying for" in plan.sentences[-2].text
