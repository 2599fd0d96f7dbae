"""The brief: a recruiter's view in fixed lines, without the name. Facts by rules; only highlights by a model."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from functions.summarize.language.surface import listing
from functions.summarize.output.composed import Telling, Writer, plain
from functions.summarize.parsers.experience import STATED
from functions.summarize.parsers.word_lists import pattern
from functions.summarize.planning.highlights import plan_highlights
from functions.summarize.planning.records import ParagraphPlan
from functions.summarize.planning.selection import (
    credentials_of,
    finished,
    plain_title,
    skills_of,
    spoken,
    term_of,
)
from functions.summarize.resume import (
    CONFIRMED,
    Credential,
    Education,
    Evidence,
    Fact,
    Language,
    PartialDate,
    Period,
    Resume,
    Role,
)
from functions.summarize.sentences import BriefKind, Kind, Length, Options, Sentence, Slot
from functions.summarize.text.folding import fold

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_HIGHLIGHTS: dict[Length, int] = {"short": 2, "medium": 3, "long": 5}
_BEFORE: dict[Length, int] = {"short": 2, "medium": 3, "long": 5}
_SKILLS: dict[Length, int] = {"short": 6, "medium": 8, "long": 12}
_CREDENTIALS = 5
_SAYS_NOTHING = re.compile(
    r"(?:(?:associate|student|graduate|senior|full|honorary|chartered) )?(?:member(?:ship)?|fellow|associate)"
    r"|(?:level|stage|part|grade|module|stufe|niveau|nivel|livello) (?:[1-9]|I{1,3}|IV|V)"
    r"|certificate|diploma|licen[cs]e",
    re.IGNORECASE,
)
_COUNTED = {STATED: "as the resume states", CONFIRMED: "as the person confirmed"}
"""Where the years come from, by their rule."""


@dataclass(frozen=True, slots=True)
class Brief:
    """The brief as an output. `missing` names what the resume does not state."""

    resume: Resume
    options: Options
    missing: tuple[str, ...]

    def plan(self, variant: int) -> ParagraphPlan:
        """The highlights; another `variant` chooses others."""
        most = _HIGHLIGHTS[self.options.length]
        return plan_highlights(self.resume, self.options, self.options.as_of, most, variant)

    def sentences(self, highlights: ParagraphPlan, write: Writer = plain) -> Telling:
        """All lines of the brief in their order, and how many of a model's sentences were rejected."""
        written, rejected = write(highlights)
        return tuple(self._lines([replace(one, slot="highlights") for one in written])), rejected

    def _lines(self, highlights: Sequence[Sentence]) -> Iterator[Sentence]:
        yield from self._positions()
        yield from self._years()
        yield from self._skills()
        yield from self._credentials()
        yield from highlights
        yield from self._omissions()

    def _positions(self) -> Iterator[Sentence]:
        """The latest position, then those before it, each with its dates as far as they are stated."""
        if not self.resume.roles and self.resume.headline:
            yield _line("now", "opening", self.resume.headline.value, self.resume.headline.evidence)
        for index, role in enumerate(self.resume.roles[: 1 + _BEFORE[self.options.length]]):
            slot: Slot = "before" if index else "now"
            kind: Kind | BriefKind = "history" if index else "opening"
            recent = "" if index or role.period is None or role.period.value.current else "Most recently "
            if text := _position(role):
                yield _line(slot, kind, recent + text, _evidence(role.title, role.employer, role.period))

    def _years(self) -> Iterator[Sentence]:
        experience = self.resume.experience
        if experience is None or not experience.months:
            return
        years = experience.years
        length = f"{years}+ {'year' if years == 1 else 'years'}" if years else "Less than a year"
        counted = _COUNTED.get(experience.rule, "counted from the dates of the roles")
        yield _line("years", "opening", f"{length} of experience, {counted}", experience.evidence)

    def _skills(self) -> Iterator[Sentence]:
        skills = skills_of(self.resume)[: _SKILLS[self.options.length]]
        if skills:
            places = [place for skill in skills for place in skill.evidence[:1]]
            yield _line(
                "skills",
                "skills",
                listing([term_of(skill.name, spoken(self.resume)) for skill in skills]),
                places,
            )
        if self.resume.languages:
            told = [_language(language) for language in self.resume.languages]
            facts = [fact for one in self.resume.languages for fact in (one.name, one.fluency)]
            yield _line("skills", "skills", f"Languages: {listing(told)}", _evidence(*facts))

    def _credentials(self) -> Iterator[Sentence]:
        credentials = credentials_of(self.resume)[:_CREDENTIALS]
        if credentials:
            names = list(map(_credential, credentials))
            facts = [
                fact
                for one in credentials
                for fact in (one.name, one.issuer)
                if fact and fact.value in " ".join(names)
            ]
            yield _line("credentials", "credential", listing(names), _evidence(*facts))
        courses = [
            course for course in self.resume.education if course.degree or course.field or course.institution
        ]
        if courses:
            course = max(courses, key=finished)
            facts_of_course = (course.degree, course.field, course.institution, course.period)
            yield _line(
                "credentials", "education", _course(course, spoken(self.resume)), _evidence(*facts_of_course)
            )

    def _omissions(self) -> Iterator[Sentence]:
        if self.missing:
            yield _line("not_stated", "omission", listing(list(self.missing)), ())


def not_stated(resume: Resume) -> tuple[str, ...]:
    """What is usually looked for and was not found, where the text gives no sign that it is there after all."""
    unread = any(notice.code == "section-unread" for notice in resume.notices)
    undated = sum(role.period is None for role in resume.roles)
    dates = {0: "", len(resume.roles): "the dates of the roles"}.get(
        undated, f"the dates of {undated} of {len(resume.roles)} roles"
    )
    places = (resume.contact.location, *(role.location for role in resume.roles))
    current = any(role.period and role.period.value.current for role in resume.roles)
    found = {
        "a position": resume.roles or resume.headline or unread,
        "a current position": current or undated or not resume.roles,
        dates: not dates,
        "a result with a figure": not resume.roles or any(one.quantified for one in resume.achievements),
        "skills": resume.skills or unread,
        "certifications or licences": resume.credentials or unread,
        "education": resume.education or unread,
        "languages": resume.languages or pattern("language/name").search(fold(resume.text)),
        "location": any(places),
        "e-mail or phone": resume.contact.emails or resume.contact.phones,
    }
    return tuple(name for name, value in found.items() if not value)


def _line(slot: Slot, kind: Kind | BriefKind, text: str, evidence: Iterable[Evidence]) -> Sentence:
    started = text[:1].upper() + text[1:]
    ended = started if started.endswith(".") else f"{started}."
    return Sentence(ended, kind, "plan", tuple(sorted(set(evidence))), slot)


def _position(role: Role) -> str:
    """ "Charge nurse, Elm Hospital (Mar 2019 to present)", with what of it is stated."""
    title = plain_title(role.title.value) if role.title else ""
    named = ", ".join(part for part in (title, role.employer.value if role.employer else "") if part)
    dates = _dates(role.period.value) if role.period else ""
    return f"{named} ({dates})" if named and dates else named


def _dates(period: Period) -> str:
    start, end = (_date(day) if day else "" for day in (period.start, period.end))
    if period.current:
        return f"{start} to present" if start else "to present"
    if start and end and start != end:
        return f"{start} to {end}"
    return start or end


def _date(day: PartialDate) -> str:
    return f"{_MONTHS[day.month - 1]} {day.year}" if day.month else str(day.year)


def _credential(credential: Credential) -> str:
    """A name that says nothing alone stands with who gives it: "Level 2 (Callebaut Chocolate Academy)"."""
    name, issuer = credential.name.value, credential.issuer
    return f"{name} ({issuer.value})" if issuer and _SAYS_NOTHING.fullmatch(name) else name


def _language(language: Language) -> str:
    return f"{language.name.value} ({language.fluency.value})" if language.fluency else language.name.value


def _course(course: Education, language: str) -> str:
    award = (" in " if language == "en" else ", ").join(
        fact.value for fact in (course.degree, course.field) if fact
    )
    named = ", ".join(
        part for part in (award, course.institution.value if course.institution else "") if part
    )
    end = course.period.value.end if course.period else None
    if course.period and course.period.value.current:
        return f"{named} (in progress)"
    return f"{named} ({end.year})" if end else named


def _evidence(*facts: Fact[str] | Fact[Period] | None) -> list[Evidence]:
    return [place for fact in facts if fact for place in fact.evidence]
