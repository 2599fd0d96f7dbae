"""The values of a resume that have a confidence, each with what the calibration looks at.

How sure the reader is of a value depends on more than the value: on its neighbours in the entry (a title beside a
doubtful employer is doubtful), on whether the entry is whole, and on how well the rest of the page was understood.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from functions.summarize.resume import Fact, Resume

_LEAST, _MOST = 0.005, 0.9995
"""Probabilities beyond these are no surer than these: the models have not seen enough to tell."""
FEATURES = ("raw", "siblings", "whole", "page", "bias")


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a resume: its kind, the fact itself, its text, and the observations named in `FEATURES`."""

    kind: str
    fact: Any
    text: str
    observed: tuple[float, ...]


def values_of(resume: Resume) -> Iterator[Value]:
    """Every value that has a confidence, in the order of the record."""
    page = page_doubt(resume)
    for role in (*resume.roles, *resume.volunteering):
        yield from entry_values({"title": role.title, "employer": role.employer, "period": role.period}, page)
    for course in resume.education:
        facts = {"degree": course.degree, "subject": course.field, "institution": course.institution}
        yield from entry_values(facts, page)
    single = {
        "credentials": [each.name for each in resume.credentials],
        "languages": [each.name for each in resume.languages],
        "name": [resume.name] if resume.name else [],
        "email": resume.contact.emails[:1],
        "phone": resume.contact.phones[:1],
    }
    for kind, facts_of_kind in single.items():
        for fact in facts_of_kind:
            yield from entry_values({kind: fact}, page)
    for skill in resume.skills:
        if skill.listed:
            yield Value("skills", skill, skill.name, _observed(skill.confidence, [], whole=True, page=page))


def entry_values(facts: dict[str, Fact[Any] | None], page: float) -> Iterator[Value]:
    """The values of one entry, each seen beside the others."""
    given = {kind: fact for kind, fact in facts.items() if fact is not None}
    for kind, fact in given.items():
        others = [each.confidence for name, each in given.items() if name != kind]
        observed = _observed(fact.confidence, others, whole=len(given) == len(facts), page=page)
        yield Value(kind, fact, str(fact.value), observed)


def page_doubt(resume: Resume) -> float:
    """How sure the reader is of the entries of the page, on the whole: the mean of the log-odds."""
    facts: Iterable[Fact[Any] | None] = (
        fact
        for entry in (
            *((role.title, role.employer, role.period) for role in resume.roles),
            *((course.degree, course.institution) for course in resume.education),
        )
        for fact in entry
    )
    odds = [log_odds(fact.confidence) for fact in facts if fact is not None]
    return sum(odds) / len(odds) if odds else 0.0


def _observed(raw: float, others: Sequence[float], *, whole: bool, page: float) -> tuple[float, ...]:
    siblings = min(map(log_odds, others), default=log_odds(raw))
    return log_odds(raw), siblings, float(whole), page, 1.0


def log_odds(probability: float) -> float:
    """0 for even chances; bounded, since no value is certain."""
    bounded = min(max(probability, _LEAST), _MOST)
    return math.log(bounded / (1 - bounded))
