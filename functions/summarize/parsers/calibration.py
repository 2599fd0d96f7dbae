"""How sure the reader is, as a probability: of the values said with 0.9, nine in ten are right.

The models' own probabilities are too sure of what they have never seen. `weights/calibration.toml` holds, for each kind
of value, the weights of a logistic regression over what `valued.py` observes, fitted on families that the models were
not trained on (`training/reading/calibrate.py`).
"""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TypeVar

from functions.summarize.parsers.valued import Value, values_of
from functions.summarize.resume import Contact, Credential, Education, Fact, Language, Resume, Role, Skill

CALIBRATION_FILE = "calibration.toml"
FOLDER = Path(__file__).parent / "weights"

T = TypeVar("T")
Weights = Mapping[str, tuple[float, ...]]
"""The weights of each kind of value, in the order of `valued.FEATURES`."""


@cache
def read_calibration(folder: Path = FOLDER) -> Weights:
    """The fitted weights; none where the folder has no calibration, as while it is being fitted."""
    path = folder / CALIBRATION_FILE
    if not path.exists():
        return {}
    table = tomllib.loads(path.read_text("utf-8"))
    return {kind: tuple(weights) for kind, weights in table["weights"].items()}


def probability(value: Value, weights: Weights) -> float:
    """How likely the value is right."""
    if value.kind not in weights:
        return float(value.fact.confidence)
    score = sum(weight * seen for weight, seen in zip(weights[value.kind], value.observed, strict=True))
    return round(1 / (1 + math.exp(-score)), 4)


def calibrated(resume: Resume, weights: Weights | None = None) -> Resume:
    """The resume with probabilities in place of the models' own confidences; nothing else changes."""
    weights = read_calibration() if weights is None else weights
    if not weights:
        return resume
    chances = _Chances({id(value.fact): probability(value, weights) for value in values_of(resume)})
    return replace(
        resume,
        name=chances.of(resume.name),
        contact=_contact(resume.contact, chances),
        roles=tuple(_role(role, chances) for role in resume.roles),
        volunteering=tuple(_role(role, chances) for role in resume.volunteering),
        education=tuple(_course(course, chances) for course in resume.education),
        credentials=tuple(_credential(each, chances) for each in resume.credentials),
        languages=tuple(_language(each, chances) for each in resume.languages),
        skills=tuple(chances.skill(skill) for skill in resume.skills),
    )


class _Chances:
    """The probability of every fact of one resume."""

    def __init__(self, by_fact: Mapping[int, float]) -> None:
        self._by_fact = by_fact

    def of(self, fact: Fact[T] | None) -> Fact[T] | None:
        return None if fact is None else self.sure(fact)

    def sure(self, fact: Fact[T]) -> Fact[T]:
        return replace(fact, confidence=self._by_fact.get(id(fact), fact.confidence))

    def skill(self, skill: Skill) -> Skill:
        return replace(skill, confidence=self._by_fact.get(id(skill), skill.confidence))


def _contact(contact: Contact, chances: _Chances) -> Contact:
    return replace(
        contact,
        emails=tuple(map(chances.sure, contact.emails)),
        phones=tuple(map(chances.sure, contact.phones)),
    )


def _role(role: Role, chances: _Chances) -> Role:
    return replace(
        role,
        title=chances.of(role.title),
        employer=chances.of(role.employer),
        period=chances.of(role.period),
    )


def _course(course: Education, chances: _Chances) -> Education:
    return replace(
        course,
        degree=chances.of(course.degree),
        field=chances.of(course.field),
        institution=chances.of(course.institution),
    )


def _credential(credential: Credential, chances: _Chances) -> Credential:
    return replace(credential, name=chances.sure(credential.name))


def _language(language: Language, chances: _Chances) -> Language:
    return replace(language, name=chances.sure(language.name))
