"""What to say: from the facts and the options to an ordered list of sentence plans. Pure and deterministic.

Order of a summary: who the person is; the strongest result; scope or further results; skills; credentials;
education. Contact data, birth date, nationality and the like never enter a plan.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from functions.summarize.language.bullets import Clause, read_clauses, shorten, usable
from functions.summarize.language.numbers import numbers_in
from functions.summarize.language.phrases import phrase
from functions.summarize.language.surface import running_case
from functions.summarize.language.words import fold
from functions.summarize.planning.realise import realise
from functions.summarize.planning.selection import (
    credentials_of,
    finished,
    plain_title,
    skills_of,
    spoken,
    term_of,
    turned,
)
from functions.summarize.resume import Achievement, Education, Evidence, Fact, Resume, Role, Skill
from functions.summarize.sentences import (
    Field,
    Kind,
    Length,
    Options,
    PlanFact,
    SentencePlan,
    Voice,
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Measure:
    """How much of each thing a length asks for; `words` bounds the clause of a result.

    `extras`: whether scope, credentials and education have room beside the core.
    """

    results: int
    words: int
    skills: int
    credentials: int
    extras: bool = True


_MEASURES: dict[Length, _Measure] = {
    "short": _Measure(results=1, words=15, skills=3, credentials=1, extras=False),
    "medium": _Measure(results=3, words=22, skills=5, credentials=2),
    "long": _Measure(results=6, words=28, skills=6, credentials=3),
}
_RESERVE = 2
"""Results kept ready for a text that is too short without them."""
_SPECIALTIES, _TOP_SKILLS = 2, 2
_WHOLE = {"Skilled in": "Skills include", "Holds ": "Education includes "}
"""Beginnings of plain sentences without a subject, and with one."""
_HIGHEST_YEARS_TOLD = 60
_OWN_ACCOUNT = re.compile(
    r"\b(self[- ]?employed|free[- ]?lance|various|independent|confidential)\b", re.IGNORECASE
)
"""No employer that one works "at"."""


def make_plan(
    resume: Resume, options: Options, variant: int = 0, *, reserve: bool = False
) -> tuple[SentencePlan, ...]:
    """The sentences that could be written, in the order in which they would be read.

    There may be more of them than the length takes: `priority` and `essential` say which to keep. With `reserve`
    also those that are only needed where the others are too short. Another `variant` leads with another result,
    opens otherwise and names other skills.
    """
    plans = _Planner(resume, options, variant).sentences()
    return tuple(plan for plan in plans if reserve or not plan.reserve)


def make_highlights(
    resume: Resume, options: Options, most: int, variant: int = 0
) -> tuple[SentencePlan, ...]:
    """The strongest results alone, without a subject."""
    planner = _Planner(resume, replace(options, voice="implied"), variant)
    return tuple(planner.results(most))


class _Planner:
    """One resume and the caller's options, turned into sentence plans."""

    def __init__(self, resume: Resume, options: Options, variant: int) -> None:
        self.resume = resume
        self.variant = variant
        self.language = spoken(resume)
        self.voice: Voice = options.voice if self.language == "en" else "implied"
        self.measure = _MEASURES[options.length]
        self.subject = _subject(resume)
        self.latest = resume.roles[0] if resume.roles else None
        self.terse = not self.measure.extras and self.latest is not None
        self.specialties = self._specialties()
        self.opened = False

    def sentences(self) -> Iterator[SentencePlan]:
        yield from self._opening()
        results = list(self.results(self.measure.results + _RESERVE))
        yield from results[:1]
        yield from self._scope(results[: self.measure.results])
        yield from results[1:]
        yield from self._skills()
        yield from self._credentials()
        yield from self._education()

    def _sentence(
        self,
        kind: Kind,
        facts: Sequence[PlanFact],
        priority: int,
        *,
        current: bool,
        essential: bool = False,
        reserve: bool = False,
    ) -> SentencePlan:
        if self.voice == "third":
            facts = (*facts, PlanFact("name", self._name()))
        if self.language == "en":
            plain = realise(kind, self.voice, facts, current=current)
        else:
            plain = phrase(self.language, kind, facts, current=current)
        plan = SentencePlan(
            kind, self.voice, tuple(facts), plain, current, priority, essential, self.language, reserve
        )
        return replace(plan, twin=self._twin(plan)) if self.voice == "third" else plan

    def _twin(self, plan: SentencePlan) -> SentencePlan | None:
        """The same facts, not beginning with the name: "Skills include ...", "In the current role, Ana ..."."""
        name = plan.text("name")
        if plan.kind == "opening":
            return None
        if plan.kind in ("result", "scope"):
            told_of = f"In the {'current' if plan.current else 'latest'} role, {plan.plain}"
            whole = plan.plain.startswith(f"{name} ") and plan.text("employer") is None
            return (
                replace(plan, plain=told_of)
                if whole and self._of_latest_role(plan.facts[0].evidence)
                else None
            )
        facts = tuple(fact for fact in plan.facts if fact.field != "name")
        plain = realise(plan.kind, "implied", facts, current=plan.current)
        for fragment, whole_beginning in _WHOLE.items():
            if plain.startswith(fragment):
                plain = whole_beginning + plain.removeprefix(fragment)
        return replace(plan, voice="implied", facts=facts, plain=plain)

    def _specialties(self) -> list[Skill]:
        """Skills that every other variant opens with, in the place of the employer."""
        skills = skills_of(self.resume)
        opens = self.variant % 2 == 1 and self.language == "en" and len(skills) >= _SPECIALTIES + _TOP_SKILLS
        return skills[:_SPECIALTIES] if opens else []

    def _inside(self, text: str) -> str:
        """A title or a subject as it stands inside a sentence; other languages have their own rules of case."""
        return running_case(text) if self.language == "en" else text

    def _name(self) -> str:
        """The full name where the person is introduced, the given name after that."""
        if not self.opened:
            self.opened = True
            return self.subject[0]
        return self.subject[1]

    def _opening(self) -> Iterator[SentencePlan]:
        facts: list[PlanFact] = []
        role, experience = self.latest, self.resume.experience
        title = role.title if role and role.title else self.resume.headline
        if title:
            facts.append(_fact("title", self._inside(plain_title(title.value)), title))
        if experience and 1 <= experience.years <= _HIGHEST_YEARS_TOLD:
            facts.append(PlanFact("years", f"{experience.years}+", experience.evidence))
        if self.specialties:
            facts += [
                PlanFact("specialty", term_of(one.name, self.language), one.evidence)
                for one in self.specialties
            ]
        elif role and role.employer and not _OWN_ACCOUNT.search(role.employer.value):
            facts.append(_fact("employer", role.employer.value, role.employer))
        if title or experience:
            yield self._sentence("opening", facts, 0, current=_is_current(role), essential=True)

    def results(self, most: int) -> Iterator[SentencePlan]:
        """The strongest results; those beyond what the length takes are a reserve."""
        told: set[str] = set()
        picked = 0
        for achievement, clause in self._candidates():
            if picked == most:
                return
            if told & _figures(clause.text) or fold(clause.text) in told:
                continue
            told |= _figures(clause.text) | {fold(clause.text)}
            yield self._result(achievement, clause, picked)
            picked += 1

    def _candidates(self) -> list[tuple[Achievement, Clause]]:
        """Usable clauses, those with figures first, then by the parser's rank; the shortest joint that fits."""
        found = [
            (achievement, shorten(clause, self.measure.words))
            for achievement in self.resume.achievements
            for clause in self._clauses(achievement.text.value)
            if usable(clause)
        ]
        told = sorted((pair for pair in found if usable(pair[1])), key=lambda pair: self._weakness(*pair))
        strong = [pair for pair in told if not self._weakness(*pair)[0]]
        return [*turned(strong, self.variant), *told[len(strong) :]]

    def _clauses(self, line: str) -> tuple[Clause, ...]:
        """English lines are read; others are told as they stand."""
        return read_clauses(line) if self.language == "en" else (Clause(line.strip(" .;"), "noun"),)

    def _weakness(self, achievement: Achievement, clause: Clause) -> tuple[bool, bool, bool]:
        quantified = achievement.quantified and bool(numbers_in(clause.text))
        return not quantified, clause.words > self.measure.words + 6, clause.shape == "noun"

    def _result(self, achievement: Achievement, clause: Clause, rank: int) -> SentencePlan:
        role = self.resume.roles[achievement.role]
        facts = [PlanFact("bullet", clause.text, _within(achievement.text.evidence, clause.text))]
        earlier = role is not self.latest
        named = role.employer and not _OWN_ACCOUNT.search(role.employer.value)
        if earlier and named and role.employer and fold(role.employer.value) not in fold(clause.text):
            facts.append(_fact("employer", role.employer.value, role.employer))
        return self._sentence(
            "result",
            facts,
            1 + 2 * rank,
            current=_is_current(role),
            essential=rank == 0,
            reserve=rank >= self.measure.results,
        )

    def _scope(self, results: Sequence[SentencePlan]) -> Iterator[SentencePlan]:
        """How big the latest job is, unless the results already say it."""
        said = {figure for plan in results for text in plan.texts("bullet") for figure in _figures(text)}
        scope = self.resume.scope
        fields: tuple[tuple[Field, tuple[Fact[str], ...]], ...] = (
            ("team_size", scope.team_size), ("budget", scope.budget), ("sites", scope.sites),
        )  # fmt: skip
        facts = [
            _fact(field, things[0].value, things[0])
            for field, things in fields
            if things and self._of_latest_role(things[0].evidence) and not _figures(things[0].value) & said
        ]
        if len(facts) > 1 and self.measure.extras and self.language == "en":
            yield self._sentence("scope", facts, 4, current=_is_current(self.latest))

    def _of_latest_role(self, evidence: Iterable[Evidence]) -> bool:
        lines = [
            place for bullet in (self.latest.bullets if self.latest else ()) for place in bullet.evidence
        ]
        return any(b.start <= e.start and e.end <= b.end for e in evidence for b in lines)

    def _skills(self) -> Iterator[SentencePlan]:
        told = [skill for skill in skills_of(self.resume) if skill not in self.specialties]
        told = [*told[:_TOP_SKILLS], *turned(told[_TOP_SKILLS:], self.variant)]
        facts = [
            PlanFact("skill", term_of(skill.name, self.language), skill.evidence)
            for skill in told[: self.measure.skills]
        ]
        if len(facts) > 1 or any(skill.listed for skill in told):
            yield self._sentence("skills", facts, 2, current=True, essential=True)

    def _credentials(self) -> Iterator[SentencePlan]:
        facts = [
            _fact("credential", credential.name.value, credential.name)
            for credential in credentials_of(self.resume)
        ][: self.measure.credentials]
        if facts:
            yield self._sentence("credential", facts, 4, current=True, reserve=self.terse)

    def _education(self) -> Iterator[SentencePlan]:
        if not self.resume.education:
            return
        course = max(self.resume.education, key=finished)
        facts = list(self._course(course))
        if any(fact.field in ("degree", "institution") for fact in facts):
            early = self.resume.experience is None or self.resume.experience.years < 3
            studying = course.period is not None and course.period.value.current
            priority = 2 if early else 6
            yield self._sentence("education", facts, priority, current=studying, reserve=self.terse)

    def _course(self, course: Education) -> Iterator[PlanFact]:
        named: tuple[tuple[Field, Fact[str] | None], ...] = (
            ("degree", course.degree), ("field", course.field), ("institution", course.institution),
        )  # fmt: skip
        for field, fact in named:
            if fact:
                yield _fact(field, self._inside(fact.value) if field == "field" else fact.value, fact)
        if course.period and (end := course.period.value.end):
            yield PlanFact("year", str(end.year), course.period.evidence)


def _subject(resume: Resume) -> tuple[str, str]:
    """The full name and the given name; "The candidate" where the resume gives none."""
    if resume.name is None:
        return "The candidate", "The candidate"
    full = resume.name.value.title() if resume.name.value.isupper() else resume.name.value
    given = [part for part in full.split() if len(part.rstrip(".")) > 1 and not part.endswith(".")]
    return full, given[0] if given else full


def _is_current(role: Role | None) -> bool:
    return role is not None and role.period is not None and role.period.value.current


def _fact(field: Field, text: str, fact: Fact[str]) -> PlanFact:
    return PlanFact(field, text, fact.evidence)


def _figures(text: str) -> set[str]:
    return {f"{number.value:f} {number.unit}" for number in numbers_in(text) if number.value != 1}


def _within(evidence: Iterable[Evidence], text: str) -> tuple[Evidence, ...]:
    """The part of each place that holds the text, where it stands there word for word."""
    return tuple(_narrow(place, text) for place in evidence)


def _narrow(place: Evidence, text: str) -> Evidence:
    at = place.quote.find(text)
    if at < 0:
        return place
    return Evidence(place.start + at, place.start + at + len(text), text, place.section)
