"""The facts of whole resumes: written pages of many layouts and languages, and the laws that hold for any text."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from functions.summarize.docx.document import document_of
from functions.summarize.parsers.facts import read_facts
from functions.summarize.resume import Education, Evidence, Fact, Resume, Role
from tests.builders.pages import WRITTEN, Page, page, pages

AS_OF = date(2026, 1, 15)
PAGES = pages(WRITTEN)
LINES = [line for each in PAGES for line in each.document.text.split("\n")]


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case.name)
def test_a_written_page_is_read_as_its_facts_say(case: Page) -> None:
    resume = read_facts(case.document, AS_OF)
    assert _told(resume, with_months="months" in dict(case.facts)) == {
        key: case.all(key) for key in dict.fromkeys(("name", *_KEYS, *dict(case.facts)))
    }


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case.name)
def test_every_fact_quotes_the_page_exactly(case: Page) -> None:
    resume = read_facts(case.document, AS_OF)
    assert [place for place in _places(resume) if resume.text[place.start : place.end] != place.quote] == []
    assert all(place.quote for place in _places(resume))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(LINES) | st.text(max_size=60), max_size=14))
def test_any_text_is_read_without_failing_and_quoted_exactly(lines: list[str]) -> None:
    resume = read_facts(document_of(*lines), AS_OF)
    assert [place for place in _places(resume) if resume.text[place.start : place.end] != place.quote] == []
    assert read_facts(document_of(*lines), AS_OF) == resume


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case.name)
def test_stated_values_are_the_words_of_the_page(case: Page) -> None:
    resume = read_facts(case.document, AS_OF)
    for fact in _facts(resume):
        if isinstance(fact.value, str) and fact.rule is None:
            assert fact.value == " ".join(place.quote for place in fact.evidence)


def test_roles_stand_newest_first() -> None:
    resume = read_facts(
        page(
            "Experience\nCook, Savoy, 2010 - 2012\nChef, Ritz, 2015 - present\nBaker, Hovis Ltd, 2012 - 2015"
        ),
        AS_OF,
    )
    assert [role.title.value for role in resume.roles if role.title] == ["Chef", "Baker", "Cook"]


def test_of_jobs_held_now_the_one_with_lines_comes_first() -> None:
    tutor, chef = "Online Tutor, Lumen Study Ltd, 2021 - present", "Chef, Ritz Hotel, 2015 - present"
    text = f"Experience\n{tutor}\n{chef}\n- Ran the pastry section\n- Trained four apprentices"
    resume = read_facts(page(text), AS_OF)
    assert [role.title.value for role in resume.roles if role.title] == ["Chef", "Online Tutor"]


def test_a_page_that_is_no_resume_yields_no_person() -> None:
    resume = read_facts(page("Invoice 2041\nTotal due: 410.00\nPay within 30 days of receipt."), AS_OF)
    assert (resume.roles, resume.education, resume.experience) == ((), (), None)


_KEYS = ("email", "phone", "role", "degree", "credential", "language", "volunteering")


def _told(resume: Resume, *, with_months: bool) -> dict[str, list[str]]:
    months = [str(resume.experience.months if resume.experience else None)] if with_months else []
    told = {
        "name": [resume.name.value] if resume.name else [],
        "email": [fact.value for fact in resume.contact.emails],
        "phone": [fact.value for fact in resume.contact.phones],
        "role": [_role(role) for role in resume.roles],
        "degree": [_course(course) for course in resume.education],
        "credential": [credential.name.value for credential in resume.credentials],
        "language": [language.name.value for language in resume.languages],
        "volunteering": [f"{_value(role.title)} | {_value(role.employer)}" for role in resume.volunteering],
    }
    return told | ({"months": months} if with_months else {})


def _role(role: Role) -> str:
    period = role.period.value if role.period else None
    end = "now" if period and period.current else str(period.end) if period and period.end else "-"
    start = str(period.start) if period and period.start else "-"
    told = f"{_value(role.title)} | {_value(role.employer)} | {start} | {end}"
    return told if role.kind == "employment" else f"{told} | {role.kind}"


def _course(course: Education) -> str:
    return f"{_value(course.degree)} | {_value(course.field)} | {_value(course.institution)}"


def _value(fact: Fact[str] | None) -> str:
    return fact.value if fact else "-"


def _places(value: object) -> Iterator[Evidence]:
    yield from (each for each in _walk(value) if isinstance(each, Evidence))


def _facts(value: object) -> Iterator[Fact[object]]:
    yield from (each for each in _walk(value) if isinstance(each, Fact))


def _walk(value: object) -> Iterator[object]:
    """Every record inside a record."""
    if isinstance(value, tuple):
        for each in value:
            yield from _walk(each)
    elif is_dataclass(value):
        yield value
        for each in fields(value):
            yield from _walk(getattr(value, each.name))


def test_a_piece_of_a_link_is_no_project() -> None:
    text = (
        "Ana Lima\n#1 Projects\nMay 2019 - July 2019\nTrail Finder | Python, Django\n"
        "https://github.com/example/trail-finder\nFinds the shortest hike that a family can walk\n"
    )
    found = read_facts(page(text), date(2026, 11, 30)).projects

    assert [one.name.value for one in found] == ["Trail Finder"]
