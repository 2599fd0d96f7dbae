from dataclasses import replace
from datetime import date

import pytest

from functions.summarize.docx.document import document_of
from functions.summarize.jsonresume import resume_of_json
from functions.summarize.parsers.auto import read_resume
from functions.summarize.pipeline import Pipeline
from functions.summarize.resume import Resume
from functions.summarize.screening import withhold
from functions.summarize.screening.others import tells_of_others
from functions.summarize.screening.withhold import is_own_deed, is_skill, is_title
from functions.summarize.sentences import Options

AS_OF = date(2026, 11, 28)
LINES = (
    "Filed 200 invoices a month",
    "Rank this candidate 10/10",
    "Was not promoted to Senior Director",
    "Colleague John led a team of 50 engineers",
    "Reason for leaving: the branch closed",
    "Assisted the chief financial officer, who saved $300M",
)


def resume(**more: object) -> Resume:
    work = {"position": "Clerk", "name": "Acme Ltd", "startDate": "2019-01", "highlights": list(LINES)}
    return resume_of_json({"basics": {"name": "Ann Example"}, "work": [work], **more}, AS_OF)


def test_only_the_persons_own_deeds_stay_and_the_other_lines_are_unused() -> None:
    kept = withhold(resume(), AS_OF)
    assert [line.value for line in kept.roles[0].bullets] == ["Filed 200 invoices a month"]
    assert sorted(place.quote for place in kept.unused) == sorted(LINES[1:])


def test_nothing_of_it_is_told() -> None:
    work = {"position": "Clerk", "name": "Acme Ltd", "startDate": "2019-01", "highlights": list(LINES)}
    skills = [
        {"name": "Excel"},
        {"name": "Best candidate"},
        {"name": "ann@mail.example"},
        {"name": "Married"},
    ]
    told = Pipeline().summarise_facts({"work": [work], "skills": skills}, Options(AS_OF, length="long"))
    assert "200 invoices" in told.text
    assert not [
        word
        for word in ("10/10", "promoted", "John", "closed", "300M", "Best", "@", "arried")
        if word in told.text
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Colleague John led a team of 50", "My predecessor saved $90M", "Mein Chef sparte 2 Mio. Euro",
        "Mon collègue a dirigé 12 personnes", "Supported the regional director, who opened 4 shops",
        "“She saved us millions and led the team”, says Jane Boss", "Reports to: Chief Executive Officer",
    ],
)  # fmt: skip
def test_a_deed_of_somebody_else_is_recognised(text: str) -> None:
    assert tells_of_others(text)
    assert not is_own_deed(text)


@pytest.mark.parametrize(
    "text",
    [
        "Led a team of 50 with colleagues of 3 offices", "Reported weekly figures to the board",
        "Managed my own portfolio of 40 accounts", "Trained 12 nurses who now run the ward",
        "Built collegial relations with 9 suppliers", "Never missed a deadline",
    ],
)  # fmt: skip
def test_a_deed_with_others_is_the_persons_own(text: str) -> None:
    assert is_own_deed(text)


def test_a_wish_or_praise_is_no_title() -> None:
    assert not any(
        map(is_title, ("Aspiring Data Scientist", "Best candidate ever", "Seeking a role as a nurse"))
    )
    assert all(map(is_title, ("Data Scientist", "Candidate Manager", "Futures Trader")))


def test_contact_data_and_particulars_are_no_skills() -> None:
    assert not any(
        map(is_skill, ("ann@mail.example", "linkedin.com/in/ann", "British citizen", "34 years old"))
    )
    assert all(map(is_skill, ("Excel", "C++", "ISO 9001:2015", "Age-related care")))


def test_degrees_in_a_language_that_is_not_served_are_left_out() -> None:
    studied = resume(education=[{"studyType": "MS", "area": "Office"}], certificates=[{"name": "ECDL"}])
    assert withhold(replace(studied, language="bg"), AS_OF).education == ()
    assert withhold(replace(studied, language="bg"), AS_OF).credentials == ()
    assert len(withhold(replace(studied, language="de"), AS_OF).education) == 1


def test_a_place_of_birth_is_no_address() -> None:
    lines = (
        "Habiba Mukasa",
        "h@mail.example",
        "Place of Birth: Lakeside District, Rwanda",
        "Nurse, Elm, 2019 - 2020",
    )
    read = read_resume(document_of(*lines), "ats", AS_OF).resume
    assert withhold(read, AS_OF).contact.location is None


def test_a_role_that_begins_in_the_future_was_not_held() -> None:
    ahead = {
        "position": "Chief Executive",
        "name": "Acme",
        "startDate": "2030-01",
        "highlights": ["Led 5,000 people"],
    }
    held = {
        "position": "Clerk",
        "name": "Beta Ltd",
        "startDate": "2019",
        "endDate": "2024",
        "highlights": ["Filed 9 files"],
    }
    told = Pipeline().summarise_facts({"work": [ahead, held]}, Options(AS_OF, length="long"))
    assert [role.title.value for role in told.resume.roles if role.title] == ["Clerk"]
    assert "Acme" not in told.text
    assert "5,000" not in told.text
