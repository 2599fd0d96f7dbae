"""What to say: from the facts and the options to an ordered list of sentence plans. Pure and deterministic.

Order of a summary: who the person is; the strongest result; scope or further results; skills; credentials;
education. Contact data, birth date, nationality and the like never enter a plan.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from functions.summarize.language.bullets import Clause, read_clauses, shorten, usable
from functions.summarize.language.numbers import numbers_in
from functions.summarize.language.phrases import phrase, phrases
from functions.summarize.language.surface import running_case
from functions.summarize.language.words import fold
from functions.summarize.parsers.lexicon import load_lexicon
from functions.summarize.realise import realise
from functions.summarize.resume import Achievement, Education, Evidence, Fact, Resume, Role, Skill
from functions.summarize.sentences import Field, Kind, Length, Options, PlanFact, SentencePlan, Voice


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
_HIGHEST_YEARS_TOLD = 60
_OWN_ACCOUNT = re.compile(
    r"\b(self[- ]?employed|free[- ]?lance|various|independent|confidential)\b", re.IGNORECASE
)
"""No employer that one works "at"."""


def make_plan(resume: Resume, options: Options) -> tuple[SentencePlan, ...]:
    """The sentences that could be written, in the order in which they would be read.

    There may be more of them than the length takes: `priority` and `essential` say which to keep.
    """
    return tuple(_Planner(resume, options).sentences())


class _Planner:
    """One resume and the caller's options, turned into sentence plans."""

    def __init__(self, resume: Resume, options: Options) -> None:
        self.resume = resume
        self.language = resume.language if resume.language in phrases() else "en"
        self.voice: Voice = options.voice if self.language == "en" else "implied"
        self.measure = _MEASURES[options.length]
        self.subject = _subject(resume)
        self.latest = resume.roles[0] if resume.roles else None
        self.opened = False

    def sentences(self) -> Iterator[SentencePlan]:
        yield from self._opening()
        results = list(self._results())
        yield from results[:1]
        yield from self._scope(results)
        yield from results[1:]
        yield from self._skills()
        yield from self._credentials()
        yield from self._education()

    def _sentence(
        self, kind: Kind, facts: Sequence[PlanFact], priority: int, *, current: bool, essential: bool = False
    ) -> SentencePlan:
        if self.voice == "third":
            facts = (*facts, PlanFact("name", self._name()))
        if self.language == "en":
            plain = realise(kind, self.voice, facts, current=current)
        else:
            plain = phrase(self.language, kind, facts, current=current)
        return SentencePlan(
            kind, self.voice, tuple(facts), plain, current, priority, essential, self.language
        )

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
            facts.append(_fact("title", self._inside(_plain_title(title.value)), title))
        if experience and 1 <= experience.years <= _HIGHEST_YEARS_TOLD:
            facts.append(PlanFact("years", f"{experience.years}+", experience.evidence))
        if role and role.employer and not _OWN_ACCOUNT.search(role.employer.value):
            facts.append(_fact("employer", role.employer.value, role.employer))
        if title or experience:
            yield self._sentence("opening", facts, 0, current=_is_current(role), essential=True)

    def _results(self) -> Iterator[SentencePlan]:
        told: set[str] = set()
        picked = 0
        for achievement, clause in self._candidates():
            if picked == self.measure.results:
                return
            if told & _figures(clause.text) or fold(clause.text) in told:
                continue
            told |= _figures(clause.text) | {fold(clause.text)}
            yield self._result(achievement, clause, first=picked == 0, priority=1 + 2 * picked)
            picked += 1

    def _candidates(self) -> list[tuple[Achievement, Clause]]:
        """Usable clauses, those with figures first, then by the parser's rank; the shortest joint that fits."""
        found = [
            (achievement, shorten(clause, self.measure.words))
            for achievement in self.resume.achievements
            for clause in self._clauses(achievement.text.value)
            if usable(clause)
        ]
        told = [pair for pair in found if usable(pair[1])]
        return sorted(told, key=lambda pair: self._weakness(*pair))

    def _clauses(self, line: str) -> tuple[Clause, ...]:
        """English lines are read; others are told as they stand."""
        return read_clauses(line) if self.language == "en" else (Clause(line.strip(" .;"), "noun"),)

    def _weakness(self, achievement: Achievement, clause: Clause) -> tuple[bool, bool, bool]:
        quantified = achievement.quantified and bool(numbers_in(clause.text))
        return not quantified, clause.words > self.measure.words + 6, clause.shape == "noun"

    def _result(
        self, achievement: Achievement, clause: Clause, *, first: bool, priority: int
    ) -> SentencePlan:
        role = self.resume.roles[achievement.role]
        facts = [PlanFact("bullet", clause.text, _within(achievement.text.evidence, clause.text))]
        earlier = role is not self.latest
        named = role.employer and not _OWN_ACCOUNT.search(role.employer.value)
        if earlier and named and role.employer and fold(role.employer.value) not in fold(clause.text):
            facts.append(_fact("employer", role.employer.value, role.employer))
        return self._sentence("result", facts, priority, current=_is_current(role), essential=first)

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
            if things and self._of_latest_role(things[0]) and not _figures(things[0].value) & said
        ]
        if len(facts) > 1 and self.measure.extras and self.language == "en":
            yield self._sentence("scope", facts, 4, current=_is_current(self.latest))

    def _of_latest_role(self, fact: Fact[str]) -> bool:
        places = [
            place for bullet in (self.latest.bullets if self.latest else ()) for place in bullet.evidence
        ]
        return any(b.start <= e.start and e.end <= b.end for e in fact.evidence for b in places)

    def _skills(self) -> Iterator[SentencePlan]:
        told = _distinct(
            [
                skill
                for skill in self.resume.skills
                if len(skill.name.split()) <= 5 and skill.group != "Personal"
            ]
        )
        facts = [
            PlanFact("skill", self._term(skill.name), skill.evidence) for skill in told[: self.measure.skills]
        ]
        if len(facts) > 1 or any(skill.listed for skill in told):
            yield self._sentence("skills", facts, 2, current=True, essential=True)

    def _credentials(self) -> Iterator[SentencePlan]:
        facts = [
            _fact("credential", credential.name.value, credential.name)
            for credential in self.resume.credentials
            if 0 < len(credential.name.value.split()) <= 10
        ][: self.measure.credentials]
        if facts and (self.measure.extras or self.latest is None):
            yield self._sentence("credential", facts, 4, current=True)

    def _education(self) -> Iterator[SentencePlan]:
        if not self.resume.education or not (self.measure.extras or self.latest is None):
            return
        course = max(self.resume.education, key=_finished)
        facts = list(self._course(course))
        if any(fact.field in ("degree", "institution") for fact in facts):
            early = self.resume.experience is None or self.resume.experience.years < 3
            studying = course.period is not None and course.period.value.current
            yield self._sentence("education", facts, 2 if early else 6, current=studying)

    def _term(self, name: str) -> str:
        """A skill inside a sentence: names as the lexicon has them, else "Water sampling" starts small."""
        first, *others = name.split()
        if self.language != "en":
            return name
        if load_lexicon().lookup(name) or load_lexicon().lookup(first):
            return name
        if first.istitle() and not any(word.istitle() for word in others):
            return f"{first.lower()} {' '.join(others)}"
        calmed = running_case(name)
        return calmed if calmed.islower() else name

    def _course(self, course: Education) -> Iterator[PlanFact]:
        named: tuple[tuple[Field, Fact[str] | None], ...] = (
            ("degree", course.degree), ("field", course.field), ("institution", course.institution),
        )  # fmt: skip
        for field, fact in named:
            if fact:
                yield _fact(field, self._inside(fact.value) if field == "field" else fact.value, fact)
        if course.period and (end := course.period.value.end):
            yield PlanFact("year", str(end.year), course.period.evidence)


def _distinct(skills: Sequence[Skill]) -> list[Skill]:
    """The skills without those whose words a better placed or fuller one has: "dispensing" of "aseptic dispensing"."""
    words = [set(fold(skill.name).replace("-", " ").split()) for skill in skills]
    return [
        skill
        for index, skill in enumerate(skills)
        if not any(
            words[index] < other or (words[index] == other and earlier < index)
            for earlier, other in enumerate(words)
        )
    ]


def _finished(course: Education) -> tuple[bool, int]:
    period = course.period.value if course.period else None
    end = period.end or period.start if period else None
    return course.degree is not None, end.year if end else 0


def _subject(resume: Resume) -> tuple[str, str]:
    """The full name and the given name; "The candidate" where the resume gives none."""
    if resume.name is None:
        return "The candidate", "The candidate"
    full = resume.name.value.title() if resume.name.value.isupper() else resume.name.value
    given = [part for part in full.split() if len(part.rstrip(".")) > 1 and not part.endswith(".")]
    return full, given[0] if given else full


def _plain_title(title: str) -> str:
    """A title without a bracketed remark at its end: "Ward Manager (maternity cover)" -> "Ward Manager"."""
    return re.sub(r"\s*\([^)]*\)\s*$", "", title) or title


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
