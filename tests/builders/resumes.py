"""Resumes made of facts, without a document: what plans, sentences and verdicts are tested on."""

from datetime import date

from functions.summarize.resume import (
    Achievement,
    Credential,
    Education,
    Evidence,
    Experience,
    Fact,
    PartialDate,
    Period,
    Resume,
    Role,
    Scope,
    Section,
    Skill,
)
from functions.summarize.sentences import Options

AS_OF = date(2026, 1, 1)
TEXT = """Amara Diallo
Senior Backend Engineer | Kestrel Pay | Mar 2019 - present
Cut payment failures from 4.2% to 0.9% by rewriting the retry queue
Led a team of 12 engineers across 3 sites with a $4M budget
Mentored 5 junior developers
Backend Engineer | Lumen Freight | Jan 2015 - Feb 2019
Reduced invoice processing time by 45%
Skills: Python, PostgreSQL, Kafka, stream processing
AWS Certified Developer
BSc in Computer Science, University of Ghana, 2014"""


def evidence(quote: str, section: Section = "experience") -> tuple[Evidence, ...]:
    """The place of the quote in TEXT."""
    start = TEXT.index(quote)
    return (Evidence(start, start + len(quote), quote, section),)


def fact(value: str, section: Section = "experience") -> Fact[str]:
    """A stated fact of TEXT."""
    return Fact(value, evidence(value, section))


def period(quote: str, start: PartialDate, end: PartialDate | None) -> Fact[Period]:
    """A period of TEXT; without an end it is current."""
    return Fact(Period(start, end, current=end is None), evidence(quote))


BULLETS = tuple(TEXT.splitlines()[2:5]), tuple(TEXT.splitlines()[6:7])


def make_resume(**changes: object) -> Resume:
    """Amara Diallo, with any field of the record replaced."""
    roles = (
        Role(
            fact("Senior Backend Engineer"),
            fact("Kestrel Pay"),
            period=period("Mar 2019 - present", PartialDate(2019, 3), None),
            bullets=tuple(map(fact, BULLETS[0])),
        ),
        Role(
            Fact("Backend Engineer", evidence("Backend Engineer | Lumen")),
            fact("Lumen Freight"),
            period=period("Jan 2015 - Feb 2019", PartialDate(2015, 1), PartialDate(2019, 2)),
            bullets=tuple(map(fact, BULLETS[1])),
        ),
    )
    values: dict[str, object] = {
        "text": TEXT,
        "name": fact("Amara Diallo", "contact"),
        "roles": roles,
        "education": (
            Education(
                fact("BSc", "education"),
                fact("Computer Science", "education"),
                fact("University of Ghana", "education"),
                Fact(Period(None, PartialDate(2014)), evidence("2014", "education")),
            ),
        ),
        "skills": tuple(
            Skill(name, evidence(name, "skills"))
            for name in ("Python", "PostgreSQL", "Kafka", "stream processing")
        ),
        "credentials": (Credential(fact("AWS Certified Developer", "certifications")),),
        "experience": Experience(133, AS_OF, "union of employment periods", evidence("Mar 2019 - present")),
        "achievements": (
            Achievement(fact(BULLETS[0][0]), 0, quantified=True, score=9),
            Achievement(fact(BULLETS[1][0]), 1, quantified=True, score=8),
            Achievement(fact(BULLETS[0][1]), 0, quantified=True, score=7),
            Achievement(fact(BULLETS[0][2]), 0, quantified=True, score=6),
        ),
        "scope": Scope(
            team_size=(fact("team of 12 engineers"),), budget=(fact("$4M budget"),), sites=(fact("3 sites"),)
        ),
    }
    return Resume(**{**values, **changes})  # type: ignore[arg-type]


def options(**changes: object) -> Options:
    """Default options with a fixed date."""
    return Options(**{"as_of": AS_OF, **changes})  # type: ignore[arg-type]
