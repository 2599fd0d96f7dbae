"""A brief is made of facts as they stand, in fixed lines, without the name."""

import re
from dataclasses import replace
from functools import cache

import pytest

from functions.summarize import samples
from functions.summarize.docx.document import Notice
from functions.summarize.output.brief import Brief, not_stated
from functions.summarize.output.versions import LABELS, Version
from functions.summarize.pipeline import Pipeline, Summary
from functions.summarize.resume import Contact, Fact, Language, PartialDate, Resume
from functions.summarize.sentences import Options, Sentence
from tests.builders.resumes import AS_OF, evidence, fact, make_resume, options, period


@cache
def brief(sample: str, chosen: Options) -> Summary:
    return Pipeline().summarise(samples.path(sample).read_bytes(), chosen)


def lines(resume: Resume, **choices: object) -> dict[str, str]:
    """The lines that are made without a model, by slot."""
    chosen = options(output="brief", **choices)
    told = Brief(resume, chosen, not_stated(resume))
    sentences, _ = told.sentences(told.plan(0))
    text = Version(tuple(one for one in sentences if one.slot != "highlights")).text
    return dict(line.split(": ", 1) for line in text.splitlines())


def test_each_line_says_what_the_resume_states() -> None:
    assert lines(make_resume()) == {
        "Now": "Senior Backend Engineer, Kestrel Pay (Mar 2019 to present).",
        "Before": "Backend Engineer, Lumen Freight (Jan 2015 to Feb 2019).",
        "Years": "11+ years of experience, counted from the dates of the roles.",
        "Skills": "Python, PostgreSQL, Kafka and stream processing.",
        "Credentials": "AWS Certified Developer. BSc in Computer Science, University of Ghana (2014).",
        "Not stated": "Languages, location and e-mail or phone.",
    }


def test_a_role_that_has_ended_is_told_as_the_latest_and_a_current_one_as_not_stated() -> None:
    role = make_resume().roles[1]
    told = lines(make_resume(roles=(role,)))

    assert told["Now"] == "Most recently Backend Engineer, Lumen Freight (Jan 2015 to Feb 2019)."
    assert "Before" not in told
    assert told["Not stated"].startswith("A current position")


def test_roles_without_dates_are_told_without_and_missed() -> None:
    undated = tuple(
        role if role.period is None or index else type(role)(role.title, role.employer)
        for index, role in enumerate(make_resume().roles)
    )

    told = lines(make_resume(roles=undated))

    assert told["Now"] == "Senior Backend Engineer, Kestrel Pay."
    assert told["Not stated"].startswith("The dates of 1 of 2 roles")


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"education": ()}, "education"),
        ({"credentials": ()}, "certifications or licences"),
        ({"skills": ()}, "skills"),
        ({"achievements": ()}, "a result with a figure"),
    ],
)
def test_what_is_missing_is_named(changes: dict[str, object], name: str) -> None:
    assert name not in not_stated(make_resume())
    assert name in not_stated(make_resume(**changes))


def test_what_may_stand_in_a_section_that_could_not_be_read_is_not_called_missing() -> None:
    unread = Notice("section-unread", "The education section was seen but nothing could be read from it.")

    assert "education" not in not_stated(make_resume(education=(), notices=(unread,)))


def test_a_language_named_anywhere_is_not_called_missing() -> None:
    resume = make_resume(text=make_resume().text + "\nTaught in French and English")

    assert "languages" not in not_stated(resume)


def test_contact_and_location_are_missed_only_where_there_are_none() -> None:
    told = make_resume(contact=Contact(emails=(fact("Amara Diallo"),), location=fact("Kestrel Pay")))

    assert not_stated(told) == ("languages",)


def test_languages_stand_with_the_skills() -> None:
    spoken = (Language(fact("Python"), Fact("fluent", evidence("Kafka"))), Language(fact("Kafka")))

    assert lines(make_resume(languages=spoken))["Skills"].endswith("Languages: Python (fluent) and Kafka.")


def test_a_resume_in_another_language_keeps_its_own_words() -> None:
    told = lines(make_resume(language="de"))

    assert told["Credentials"].endswith("BSc, Computer Science, University of Ghana (2014).")


def test_an_unknown_skill_of_one_word_starts_small_in_a_list() -> None:
    skills = tuple(replace(make_resume().skills[0], name=name) for name in ("Upholstering", "Pothering"))

    assert lines(make_resume(skills=skills))["Skills"] == "Upholstering and pothering."


def test_a_course_that_goes_on_is_in_progress() -> None:
    course = make_resume().education[0]
    going_on = type(course)(course.degree, course.field, None, period("2014", PartialDate(2014), None))

    assert lines(make_resume(education=(going_on,)))["Credentials"].endswith(
        "BSc in Computer Science (in progress)."
    )


def test_a_shorter_brief_has_fewer_skills_and_roles() -> None:
    roles = make_resume().roles
    resume = make_resume(roles=(roles[0], *[roles[1]] * 6))

    assert [lines(resume, length=length)["Before"].count("Lumen") for length in ("short", "medium", "long")] == [
        2, 3, 5,
    ]  # fmt: skip


@pytest.mark.parametrize("sample", samples.names())
def test_every_line_of_every_sample_is_supported_in_its_order_and_without_the_name(sample: str) -> None:
    told = brief(sample, Options(AS_OF, output="brief"))

    slots = [sentence.slot for sentence in told.sentences if sentence.slot]
    assert slots == sorted(slots, key=list(LABELS).index)
    assert [line.split(":")[0] for line in told.text.splitlines()] == [
        LABELS[slot] for slot in dict.fromkeys(slots)
    ]
    assert len(slots) == len(told.sentences)
    assert all(one.evidence for one in told.sentences if one.slot != "not_stated")
    assert all(_quotes(one, told.resume.text) for one in told.sentences)
    name = told.resume.name.value if told.resume.name else ""
    parts = [re.escape(part) for part in name.split() if part[0].isupper()]
    assert not re.search(rf"\b({'|'.join(parts)})\b", told.text)


def test_a_brief_is_the_same_whatever_the_voice() -> None:
    first, second = (
        brief("charge-nurse", Options(AS_OF, output="brief", voice=v)) for v in ("third", "implied")
    )

    assert first.text == second.text


def _quotes(sentence: Sentence, text: str) -> bool:
    return all(text[place.start : place.end] == place.quote for place in sentence.evidence)
