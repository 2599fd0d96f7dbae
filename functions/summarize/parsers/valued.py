"""The values of a resume that have a confidence, each with what the calibration looks at.

How sure the reader is of a value depends on more than the value: on its neighbours in the entry (a title beside a
doubtful employer is doubtful), on whether the entry is whole, on how well the rest of the page was understood, and on
whether the words are such as the lists know for the kind (a title noun, a legal form, a degree).
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from functions.summarize.parsers.word_lists import word_index
from functions.summarize.resume import Education, Fact, Period, Resume, Role
from functions.summarize.text.words import words_of

_LEAST, _MOST = 0.005, 0.9995
"""Probabilities beyond these are no surer than these: the models have not seen enough to tell."""
_LONGEST, _MANY = 120, 12  # characters and words of a value that are looked at
_VERY_SURE = 3.0  # log-odds: 0.95
_MARKS = frozenset("\t|;:–—/()[],")
"""Marks that part fields: a value that holds one may be two."""
_FAR = 300  # characters between the values of an entry: from here on they stand lines apart
FEATURES = (
    "raw", "siblings", "whole", "page", "wholes", "known", "foreign", "words", "capital", "unused", "alike", "spread",
    "sure", "marks", "shared", "twin", "one date", "foreign page", "bias",
)  # fmt: skip
_KNOWN = {
    "title": ("title/head", "title/leading", "title/internship"),
    "employer": ("employer/form", "employer/cue", "employer/known", "school/cue"),
    "degree": ("degree/name", "degree/abbreviation"),
    "institution": ("school/cue", "school/system", "employer/known"),
    "credentials": ("credential/cue",),
    "languages": ("language/name",),
}
_FOREIGN = {
    "title": ("employer/form", "school/cue", "place/city", "heading/work", "degree/name"),
    "employer": ("title/head", "place/city", "place/region", "heading/work", "label/employer", "degree/name"),
    "degree": ("title/head", "school/cue", "employer/form"),
    "institution": ("degree/name", "degree/abbreviation", "title/head", "place/city"),
    "subject": ("school/cue", "degree/name", "place/city"),
    "skills": ("title/head", "employer/form", "place/city", "language/level"),
    "credentials": ("title/head", "place/city"),
}
"""Lists whose phrases speak for a kind, and those that speak against it."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a resume: its kind, the fact itself, its text, and the observations named in `FEATURES`."""

    kind: str
    fact: Any
    text: str
    observed: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What is seen of the whole resume: the mean log-odds of its entries, how many are whole, how much is unused."""

    doubt: float
    wholes: float
    unused: float
    shapes: Mapping[str, float]
    """How many of the entries of its kind stand in the same order of fields, by that order: a share."""
    owners: Mapping[int, int]
    """How many entries have their employer, or their school, from the same place of the page."""
    mains: Mapping[int, int]
    """The same of titles and degrees: one that is read twice has two periods, of which one may be another's."""
    foreign: float
    """1 where the page is in another language than English, of which most examples are."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """What is seen of the entry of a value: the confidence of its others, and the features from `whole` to `twin`."""

    others: tuple[float, ...] = ()
    whole: float = 1.0
    alike: float = 1.0
    spread: float = 0.0
    shared: float = 0.0
    twin: float = 0.0


def values_of(resume: Resume) -> Iterator[Value]:
    """Every value that has a confidence, in the order of the record."""
    page = page_of(resume)
    for role in (*resume.roles, *resume.volunteering):
        yield from entry_values(_job(role), page)
    for course in resume.education:
        yield from entry_values(_course(course), page)
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
            seen = _observed("skills", skill.name, skill.confidence, _Setting(), page)
            yield Value("skills", skill, skill.name, seen)


def entry_values(facts: Mapping[str, Fact[Any] | None], page: Page) -> Iterator[Value]:
    """The values of one entry, each seen beside the others."""
    given = {kind: fact for kind, fact in facts.items() if fact is not None}
    alike = page.shapes.get(_shape(given.values(), facts), 1.0)
    spread = _spread(given.values())
    owner = given.get("employer") or given.get("institution")
    main = given.get("title") or given.get("degree")
    for kind, fact in given.items():
        entry = _Setting(
            tuple(each.confidence for name, each in given.items() if name != kind),
            float(len(given) == len(facts)), alike, spread,
            _several(owner, page.owners), _several(main, page.mains),
        )  # fmt: skip
        seen = _observed(kind, fact.value, fact.confidence, entry, page)
        yield Value(kind, fact, str(fact.value), seen)


def page_of(resume: Resume) -> Page:
    """How the resume was understood on the whole."""
    jobs = [_job(role) for role in (*resume.roles, *resume.volunteering)]
    courses = [_course(course) for course in resume.education]
    entries = [tuple(entry.values()) for entry in jobs] + [
        (each["degree"], each["institution"]) for each in courses
    ]
    odds = [log_odds(fact.confidence) for entry in entries for fact in entry if fact is not None]
    wholes = sum(all(entry) for entry in entries) / len(entries) if entries else 0.0
    unused = len(resume.unused) / (1 + resume.text.count("\n"))
    every = (*jobs, *courses)
    owners, mains = _places(every, "employer", "institution"), _places(every, "title", "degree")
    return Page(
        sum(odds) / len(odds) if odds else 0.0, wholes, unused, _shapes(jobs) | _shapes(courses), owners, mains,
        float(resume.language != "en"),
    )  # fmt: skip


Facts = Mapping[str, Fact[Any] | None]


def _places(entries: Iterable[Facts], *kinds: str) -> Counter[int]:
    """How many values of the kinds begin at each place of the page."""
    found = (fact for entry in entries for kind in kinds if (fact := entry.get(kind)))
    return Counter(fact.evidence[0].start for fact in found if fact.evidence)


def _several(fact: Fact[Any] | None, places: Mapping[int, int]) -> float:
    return float(fact is not None and bool(fact.evidence) and places.get(fact.evidence[0].start, 0) > 1)


def _job(role: Role) -> dict[str, Fact[Any] | None]:
    return {"title": role.title, "employer": role.employer, "period": role.period}


def _course(course: Education) -> dict[str, Fact[Any] | None]:
    return {"degree": course.degree, "subject": course.field, "institution": course.institution}


def _shapes(entries: Sequence[Facts]) -> dict[str, float]:
    counts = Counter(_shape([fact for fact in entry.values() if fact], entry) for entry in entries)
    return {shape: count / len(entries) for shape, count in counts.items()}


def _shape(given: Iterable[Fact[Any]], facts: Facts) -> str:
    """The kinds of the values in the order in which they stand on the page."""
    names = {id(fact): kind for kind, fact in facts.items() if fact is not None}
    placed = sorted((fact for fact in given if fact.evidence), key=lambda fact: fact.evidence[0].start)
    return " ".join(names[id(fact)] for fact in placed)


def _spread(given: Iterable[Fact[Any]]) -> float:
    """How far apart the values of an entry stand, to at most 1 for a few lines."""
    places = [fact.evidence[0] for fact in given if fact.evidence]
    if not places:
        return 0.0
    length = max(place.end for place in places) - min(place.start for place in places)
    return min(1.0, length / _FAR)


def _observed(kind: str, value: object, raw: float, entry: _Setting, page: Page) -> tuple[float, ...]:
    text = str(value)
    words = words_of(text[:_LONGEST])
    lists = {mention.kind for mention in word_index().find(text, words)}
    least = min(map(log_odds, entry.others), default=log_odds(raw))
    return (
        log_odds(raw),
        least,
        entry.whole,
        page.doubt,
        page.wholes,
        float(not lists.isdisjoint(_KNOWN.get(kind, ()))),
        float(not lists.isdisjoint(_FOREIGN.get(kind, ()))),
        min(len(words), _MANY) / _MANY,
        float(text[:1].isupper()),
        page.unused,
        entry.alike,
        entry.spread,
        max(0.0, min(log_odds(raw), least) - _VERY_SURE),
        float(not _MARKS.isdisjoint(text)),
        entry.shared,
        entry.twin,
        float(isinstance(value, Period) and value.start == value.end),
        page.foreign,
        1.0,
    )


def log_odds(probability: float) -> float:
    """0 for even chances; bounded, since no value is certain."""
    bounded = min(max(probability, _LEAST), _MOST)
    return math.log(bounded / (1 - bounded))
