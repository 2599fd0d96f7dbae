"""Nothing that tells who the person is leaves in any byte of a blind answer, and every offset stays true."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from functions.summarize.docx.document import Document, Notice, document_of
from functions.summarize.parsers.auto import read_resume
from functions.summarize.pipeline import Pipeline
from functions.summarize.privacy.blind import blind, is_covered, without_redacted
from functions.summarize.privacy.hints import fold
from functions.summarize.resume import Resume
from functions.summarize.schemas import parsed_body, summary_body
from functions.summarize.sentences import Options
from tests.builders.package import package, paragraph, run
from tests.builders.resume_docx import build
from tests.builders.resumes import AS_OF
from tests.builders.specification import Specification, specifications

HEAD = (
    "Amara Núñez",
    "12 Canal Street, Leeds | +44 7700 900123 | amara.nunez@example.org | linkedin.com/in/amaranunez",
)
WORK = (
    "Experience",
    "Charge Nurse, Elm Hospital, Mar 2019 - present",
    "Cut triage time from 19 minutes to 7",
)
STUDY = ("Education", "BSc in Nursing, University of Ghana, 2014")
PARTICLES = {"dela", "von", "van", "der", "dos", "das"}


@cache
def pipeline() -> Pipeline:
    return Pipeline()


def document(*lines: str) -> Document:
    return document_of(*HEAD, *WORK, *lines, *STUDY)


def covered(*lines: str) -> Resume:
    found = document(*lines)
    return blind(read_resume(found, "ats", AS_OF).resume, found)


def line(text: str) -> str:
    """A line of the blind resume where it stands among the roles' lines."""
    return covered(text).text.splitlines()[len(HEAD) + len(WORK)]


def places(node: Any) -> Iterator[dict[str, Any]]:
    """Every place of an answer."""
    if isinstance(node, dict):
        if {"start", "end", "quote"} <= set(node):
            yield node
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            yield from places(child)


def test_a_blind_resume_reads_on_without_the_person() -> None:
    assert covered().text.splitlines() == [
        "[name]",
        "[location] | [phone] | [email] | [link]",
        *WORK,
        "Education",
        "BSc in Nursing, [institution], 2014",
    ]


def test_name_contact_and_institution_are_no_facts_any_more() -> None:
    resume = covered()

    assert resume.name is None
    assert (resume.contact.emails, resume.contact.phones, resume.contact.links, resume.contact.location) == (
        (), (), (), None,
    )  # fmt: skip
    assert [(course.degree is None, course.institution) for course in resume.education] == [(False, None)]
    assert resume.roles[0].employer is not None
    assert resume.roles[0].employer.value == "Elm Hospital"


@pytest.mark.parametrize(
    ("stated", "shown"),
    [
        ("Recommended by Amara Nunez herself", "Recommended by [name] [pronoun]"),
        ("AMARA NÚÑEZ, page 2", "[name], page 2"),
        ("Files of nunez-amara and AmaraNunez", "Files of [name] and [name]"),
        ("Wrote as Núñez, A. and others", "Wrote as [name], A. and others"),
        ("Ms. Núñez led her team", "[honorific] [name] led [pronoun] team"),
        ("Known as Mrs Smith before", "Known as [honorific] Smith before"),
        ("Pronouns: she/her", "[detail]"),
        ("Returned after two years on maternity leave", "Returned after two years [detail]"),
        ("Proud mother of two children", "[detail]"),
        ("Date of birth: 12 May 1988 | Gender: female", "[detail] | [detail]"),
        ("Write to other.person@mail.example or www.example.org/x", "Write to [email] or [link]"),
        ("Gave a guest lecture at the University of Ghana", "Gave a guest lecture at the [institution]"),
    ],
)
def test_a_trait_is_covered_wherever_it_stands(stated: str, shown: str) -> None:
    assert line(stated) == shown


@pytest.mark.parametrize(
    "innocent",
    [
        "Cut latency from 840 ms to 120 ms",
        "Heroes and shelters for others",
        "Managed 1,200,000 records in 2019 and 2020",
        "Mismatch of themes, hershey and sheer",
        "Trained other universities",
        "Sex education and age groups for 200 pupils",
    ],
)
def test_what_tells_of_no_one_stays(innocent: str) -> None:
    assert line(innocent) == innocent


@pytest.mark.parametrize(
    ("name", "stated"),
    [
        ("Will May", "He will mark papers in May 2020"),
        ("Mark Rose", "Sales rose by 40% and scores mark progress"),
    ],
)
def test_a_name_that_is_a_word_is_covered_only_as_a_name(name: str, stated: str) -> None:
    found = document_of(name, "ann@example.org", *WORK, stated, *STUDY)

    shown = blind(read_resume(found, "ats", AS_OF).resume, found).text.splitlines()

    assert shown[0] == "[name]"
    assert shown[5] == stated.replace("He", "[pronoun]")


def test_an_employer_that_is_also_the_school_stays_as_the_employer_only() -> None:
    found = document_of(
        "Amara Núñez",
        "Experience",
        "Lecturer, University of Ghana, Mar 2019 - present",
        "Taught 3 courses",
        *STUDY,
    )

    shown = blind(read_resume(found, "ats", AS_OF).resume, found)

    assert shown.text.splitlines()[2] == "Lecturer, University of Ghana, Mar 2019 - present"
    assert shown.text.splitlines()[-1] == "BSc in Nursing, [institution], 2014"


def test_an_institution_of_a_course_that_could_not_be_read_is_covered_too() -> None:
    found = document_of(*HEAD, *WORK, "Education", "Summer school at Accra Technical University, two weeks")

    assert "Accra" not in blind(read_resume(found, "ats", AS_OF).resume, found).text


def test_offsets_of_facts_and_notices_move_with_the_text() -> None:
    found = document("Ward Sister, Amara Núñez Clinic, 03/04/2012 - 05/06/2014")
    read = read_resume(found, "ats", AS_OF).resume
    marked = replace(read, notices=(Notice("here", "Here.", found.text.index("BSc"), len(found.text)),))

    shown = blind(marked, found)

    [notice] = shown.notices
    assert shown.text[notice.start : notice.end] == "BSc in Nursing, [institution], 2014"
    assert shown.education[0].degree is not None
    [place] = shown.education[0].degree.evidence
    assert shown.text[place.start : place.end] == place.quote == "BSc"


def test_a_sentence_is_planned_only_from_facts_in_which_nothing_is_covered() -> None:
    source = without_redacted(covered("Built the Núñez method, used in 40 wards", "Cut waste by 30%"))

    assert [one.text.value for one in source.achievements] == [
        "Cut triage time from 19 minutes to 7",
        "Cut waste by 30%",
    ]
    assert not is_covered(" ".join(one.text.value for one in source.achievements))


@given(st.integers(0, 400), st.integers(0, 60))
@settings(max_examples=60)
def test_any_place_of_the_text_is_a_place_of_the_blind_text(start: int, length: int) -> None:
    found = document("Ms. Núñez led her team", "She won")
    start = min(start, len(found.text) - 1)
    end = min(start + length + 1, len(found.text))
    marked = replace(read_resume(found, "ats", AS_OF).resume, notices=(Notice("x", "X.", start, end),))

    shown = blind(marked, found)

    [place] = shown.notices
    assert place.start is not None
    assert place.end is not None
    assert 0 <= place.start < place.end <= len(shown.text)


@pytest.mark.parametrize("spec", specifications(), ids=lambda spec: spec.name)
def test_no_written_resume_leaks_in_what_is_read_of_it(spec: Specification) -> None:
    parsed = pipeline().parse(
        build(spec), Options(AS_OF, parser="auto", blind=True, target="Python, nursing")
    )
    body = parsed_body(parsed)

    assert leaks(spec, body.model_dump_json()) == []
    assert all(body.text[at["start"] : at["end"]] == at["quote"] for at in places(body.model_dump()))


@pytest.mark.parametrize("spec", specifications()[::7], ids=lambda spec: spec.name)
@pytest.mark.parametrize("output", ["summary", "brief"])
def test_no_written_resume_leaks_in_what_is_written_of_it(spec: Specification, output: str) -> None:
    options = Options(AS_OF, voice="third", output=output, alternatives=2, blind=True)  # type: ignore[arg-type]

    body = summary_body(pipeline().summarise(build(spec), options))

    assert leaks(spec, body.model_dump_json()) == []
    assert not is_covered(body.summary)
    assert all(body.text[at["start"] : at["end"]] == at["quote"] for at in places(body.model_dump()))


def test_a_docx_with_its_name_in_every_part_leaks_nowhere() -> None:
    lines = (
        *HEAD,
        *WORK,
        "Supported patients with her team",
        *STUDY,
        "References",
        "Dr Kofi Mensah, kofi@example.org",
    )
    data = package("".join(paragraph(run(text)) for text in lines))

    body = summary_body(
        pipeline().summarise(data, Options(AS_OF, voice="third", blind=True))
    ).model_dump_json()

    assert not re.search(r"(?i)amara|n[uú][nñ]ez|7700|example\.org|linkedin|ghana|canal street|\bher\b", body)
    assert "The candidate" in body


def leaks(spec: Specification, body: str) -> list[str]:
    """The sentinels of a resume that stand in the answer. A school that is also an employer may stay."""
    person, raw = spec.person, fold(body)
    employers = " | ".join(fold(job.employer) for job in spec.jobs)
    names = [word for word in re.findall(r"[\w'’]+", person.name) if len(word) > 2 and word not in PARTICLES]
    schools = [course.institution for course in spec.courses if fold(course.institution) not in employers]
    sentinels = (person.name, *names, person.email, person.phone, *schools)
    return [
        sentinel
        for sentinel in sentinels
        if sentinel and re.search(rf"(?<!\w){re.escape(fold(sentinel))}(?!\w)", raw)
    ]
