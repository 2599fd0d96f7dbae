"""What tells who a person is in other words and letters than the head of the resume has."""

from datetime import date

import pytest

from functions.summarize.docx.document import document_of
from functions.summarize.parsers.auto import read_resume
from functions.summarize.privacy.blind import blind, without_redacted
from functions.summarize.privacy.hints import fold
from functions.summarize.resume import Resume

HEAD = ("Zebulon Quimbleton-Farquhar", "zeb.q@mail.example | +44 7700 900123 | Leeds")


def hidden(line: str, *, head: tuple[str, ...] = HEAD, heading: str = "Experience") -> str:
    """The line as a blind resume shows it."""
    lines = (*head, heading, "Data Analyst, Marks Ltd, Jan 2015 - Present", line)
    return seen(*lines).text.splitlines()[-1]


def seen(*lines: str) -> Resume:
    document = document_of(*lines)
    return blind(read_resume(document, "ats", date(2026, 1, 1)).resume, document)


@pytest.mark.parametrize(
    ("line", "covered"),
    [
        ("Call 07700 900456 about it", "Call [phone] about it"),
        ("Call (555) 123-4567 about it", "Call [phone] about it"),
        ("Desk 555.123.4567 ext 9", "Desk [phone]"),
        ("Write to zeb(at)mail.example today", "Write to [email] today"),
        ("Write to zeb (dot) q (at) mail (dot) example", "Write to [email]"),
        ("Runs @zebulonq with 20,000 followers", "Runs [link] with 20,000 followers"),
        ("Skype zebq1980", "[link]"),
        ("github: zebq", "[link]"),
        ("Built zebquim.dev for clients", "Built [link] for clients"),
    ],
)
def test_contact_data_in_other_spellings_is_covered(line: str, covered: str) -> None:
    assert hidden(line) == covered


@pytest.mark.parametrize(
    ("head", "born"),
    [
        ("Anna Schmidt geb. Meierling", "Meierling"),
        ("Anna Schmidt (geb. Meierling)", "Meierling"),
        ("Anna Schmidt, geb. Meierling", "Meierling"),
        ("Anna Schmidt geborene Meierling", "Meierling"),
        ("Jana Nováková roz. Dvořáková", "Dvořáková"),
        ("Anna Nowak z domu Kowalczyk", "Kowalczyk"),
        ("Claire Dupont née Martinot", "Martinot"),
        ("Ana Silva nascida Cordeiro", "Cordeiro"),
    ],
)
def test_the_name_somebody_was_born_with_is_covered(head: str, born: str) -> None:
    lines = (
        head,
        "zeb.q@mail.example | +44 7700 900123 | Leeds",
        "Experience",
        "Analyst, Marks Ltd, 2015 - Present",
    )

    assert born not in seen(*lines, f"Wrote the {born} handbook").text


@pytest.mark.parametrize(
    ("line", "covered"),
    [
        ("Wrote the Quimbletons handbook", "Wrote the [name] handbook"),
        ("Wrote the QuimbletonIndex", "Wrote the [name]"),
        ("Quimbletonian logic for 12 teams", "[name] logic for 12 teams"),
        ("built zebulon.quimbleton for 4 sites", "built [name] for 4 sites"),
        ("Author of the “Z. Q.-F. method”", "Author of the “[name] method”"),
        ("Won the ZQF cup", "Won the [name] cup"),
        ("Q U I M B L E T O N", "[name]"),
        ("Author Quimblеton of 4 books", "Author [name] of 4 books"),  # with a Cyrillic letter
        ("Author Ｑｕｉｍｂｌｅｔｏｎ of 4 books", "Author [name] of 4 books"),
        ("Author Qúimbletòn of 4 books", "Author [name] of 4 books"),
    ],
)
def test_a_name_is_covered_in_every_form(line: str, covered: str) -> None:
    assert hidden(line) == covered


@pytest.mark.parametrize(
    ("head", "line", "covered"),
    [
        (("Marta Quill", "née Osgood", "m@mail.example"), "Won the Osgood cup", "Won the [name] cup"),
        (
            ("Marta Quill", "Known as “Mari”", "m@mail.example"),
            "Founded Mari & Sons",
            "Founded [name] & Sons",
        ),
        (
            ("Zebulon Quill (Zeb)", "z@mail.example"),
            "Zeb and 4 others cut costs",
            "[name] and 4 others cut costs",
        ),
    ],
)
def test_other_names_that_the_head_gives_are_names(head: tuple[str, ...], line: str, covered: str) -> None:
    assert hidden(line, head=head) == covered


@pytest.mark.parametrize(
    ("line", "covered"),
    [
        ("Nigerian national • Married, two children", "[detail] • [detail], [detail]"),
        ("Female, 34 years old", "[detail], [detail]"),
        ("As a black man mentored 5 boys", "[detail] mentored 5 boys"),
        ("Born in Lagos", "[detail]"),
    ],
)
def test_personal_particulars_are_covered_labelled_or_not(line: str, covered: str) -> None:
    assert hidden(line) == covered


@pytest.mark.parametrize(
    "line",
    [
        "Cut costs by $3M from 2015 to 2018",
        "Served 555 customers in 123 towns",
        "Built the site in Node.js and ASP.NET",
        "Sold 07 lines of 900 units",
        "Managed markets and annual plans",
        "Zebra crossings for 12 towns",
        "GitHub, GitLab and Slack",
        "Invoices 2019-2020, 1,200,300 a year",
    ],
)
def test_what_only_looks_like_a_trait_stays(line: str) -> None:
    assert hidden(line) == line


def test_referees_are_covered_line_by_line() -> None:
    text = seen(
        *HEAD, "Experience", "Clerk, Acme, 2015 - 2018", "References", "Amelia Boss, 07700 900 456"
    ).text
    assert text.splitlines()[-1] == "[detail]"


def test_a_resume_without_a_recognised_name_says_so() -> None:
    nameless = seen("Experience", "Clerk, Acme Ltd, Jan 2015 - Dec 2018", "Filed 200 invoices")
    assert [notice.code for notice in nameless.notices].count("name-not-found") == 1
    assert not [notice for notice in seen(*HEAD).notices if notice.code == "name-not-found"]


def test_a_skill_that_is_the_name_is_not_shown() -> None:
    shown = seen(*HEAD, "Skills", "Python, zebulon.quimbleton, Excel")
    assert not [skill for skill in shown.skills if "quimbleton" in fold(skill.name)]


def test_a_name_that_was_not_recognised_is_covered_where_it_stands_whole() -> None:
    shown = seen(
        "marta quill", "Experience", "Clerk, Acme Ltd, Jan 2015 - Dec 2018", "marta quill method at 3 plants"
    )
    assert shown.text.splitlines()[-1] == "[name] method at 3 plants"


def test_a_line_in_which_something_is_covered_is_not_told() -> None:
    shown = without_redacted(
        seen(*HEAD, "Experience", "Clerk, Acme Ltd, Jan 2015 - Dec 2018", "Won the Quimbleton cup", "Filed 9")
    )
    assert not [line.value for role in shown.roles for line in role.bullets if "[" in line.value]
