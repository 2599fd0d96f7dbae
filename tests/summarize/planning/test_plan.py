from dataclasses import replace

import pytest

from functions.summarize.planning.plan import make_plan
from functions.summarize.resume import Achievement, Contact, Experience, Fact
from functions.summarize.sentences import Kind
from tests.builders.resumes import AS_OF, TEXT, evidence, fact, make_resume, options


def plains(**choices: object) -> list[str]:
    return [plan.plain for plan in make_plan(make_resume(), options(**choices))]


def test_a_summary_says_who_then_results_then_skills_credentials_and_education() -> None:
    assert plains() == [
        "Senior backend engineer with 11+ years of experience, currently at Kestrel Pay.",
        "Cut payment failures from 4.2% to 0.9% by rewriting the retry queue.",
        "At Lumen Freight, reduced invoice processing time by 45%.",
        "Led a team of 12 engineers across 3 sites with a $4M budget.",
        "Skilled in Python, PostgreSQL, Kafka and stream processing.",
        "Credentials include AWS Certified Developer.",
        "Holds a BSc in computer science from the University of Ghana (2014).",
    ]


def test_a_short_summary_is_who_one_result_and_three_skills() -> None:
    assert plains(length="short") == [
        "Senior backend engineer with 11+ years of experience, currently at Kestrel Pay.",
        "Cut payment failures from 4.2% to 0.9% by rewriting the retry queue.",
        "Skilled in Python, PostgreSQL and Kafka.",
    ]


def test_the_third_person_is_introduced_in_full_and_then_called_by_the_given_name() -> None:
    names = [plan.text("name") for plan in make_plan(make_resume(), options(voice="third"))]

    assert names == ["Amara Diallo", *["Amara"] * (len(names) - 1)]


def test_every_fact_quotes_its_place_in_the_resume() -> None:
    facts = [fact for plan in make_plan(make_resume(), options()) for fact in plan.facts]
    places = [place for fact in facts for place in fact.evidence]

    assert places
    assert all(TEXT[place.start : place.end] == place.quote for place in places)


def test_scope_is_told_when_no_result_tells_it() -> None:
    resume = make_resume(achievements=make_resume().achievements[:1])

    kinds = [plan.kind for plan in make_plan(resume, options())]

    assert kinds == ["opening", "result", "scope", "skills", "credential", "education"]


def test_the_same_figures_are_not_told_twice() -> None:
    twice = Achievement(
        fact("Led a team of 12 engineers across 3 sites with a $4M budget"), 0, quantified=True, score=5
    )
    resume = make_resume(achievements=(*make_resume().achievements, twice))

    assert len(make_plan(resume, options(length="long"))) == len(
        make_plan(make_resume(), options(length="long"))
    )


def test_a_bullet_with_a_pronoun_of_its_own_is_passed_over() -> None:
    quote = "Mentored 5 junior developers"
    spoilt = Achievement(Fact("Grew our sales by 40%", evidence(quote)), 0, quantified=True, score=10)
    resume = make_resume(achievements=(spoilt, *make_resume().achievements))

    assert not any("sales" in plan.plain for plan in make_plan(resume, options()))


@pytest.mark.parametrize(
    ("missing", "absent"),
    [
        ({"experience": None}, "years"),
        ({"roles": (), "achievements": ()}, "Kestrel"),
        ({"skills": ()}, "Skilled"),
        ({"credentials": ()}, "Credentials"),
        ({"education": ()}, "BSc"),
    ],
)
def test_a_missing_fact_leaves_its_sentence_out_and_the_rest_whole(
    missing: dict[str, object], absent: str
) -> None:
    plans = make_plan(make_resume(**missing), options())

    assert plans
    assert not any(absent in plan.plain for plan in plans)
    assert all(plan.plain.endswith(".") for plan in plans)


def test_a_resume_without_facts_gives_no_plan() -> None:
    empty = make_resume(roles=(), experience=None, achievements=(), skills=(), credentials=(), education=())

    assert make_plan(empty, options()) == ()


def test_less_than_a_year_of_experience_is_not_counted_in_years() -> None:
    resume = make_resume(experience=Experience(7, AS_OF, "union of employment periods", ()))

    assert make_plan(resume, options())[0].plain == "Senior backend engineer at Kestrel Pay."


def test_education_comes_early_for_an_early_career() -> None:
    def priority(resume_kind: Kind, months: int) -> int:
        resume = make_resume(experience=Experience(months, AS_OF, "union of employment periods", ()))
        return next(plan.priority for plan in make_plan(resume, options()) if plan.kind == resume_kind)

    assert priority("education", 20) < priority("education", 120)


def test_contact_data_never_enters_a_plan() -> None:
    contact = Contact(emails=(Fact("amara@example.org", ()),), phones=(Fact("+233 20 123 4567", ()),))
    resume = replace(make_resume(), contact=contact)

    texts = " ".join(fact.text for plan in make_plan(resume, options(length="long")) for fact in plan.facts)

    assert "@" not in texts
    assert "+233" not in texts
