"""What a person should know about the reading: never resume text, only codes, sentences and places."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date

from functions.summarize.docx.document import Line, Notice
from functions.summarize.parsers.dates.periods import FoundPeriod, day_order, find_periods
from functions.summarize.parsers.experience import STATED
from functions.summarize.parsers.reading import Span
from functions.summarize.resume import Evidence, Fact, PartialDate, Period, Resume, Role, Section

AMBIGUOUS = "ambiguous-date"
_LONGEST = 600  # characters of a line that are looked at
_NAMES: dict[Section, str] = {
    "experience": "experience", "education": "education", "certifications": "certifications",
    "languages": "languages", "volunteering": "volunteering", "internships": "internships",
}  # fmt: skip
_DATED: frozenset[Section] = frozenset({"experience", "internships", "education", "volunteering"})


def notices_of(resume: Resume, spans: Iterable[Span], as_of: date) -> tuple[Notice, ...]:
    """In the order of the resume's parts: unread sections, then dates, then what the years rest on."""
    sections = tuple(spans)
    settled = day_order(resume.text) is not None
    dates = (notice for notice in _dates(sections, as_of) if not (settled and notice.code == AMBIGUOUS))
    return (*_unread(resume, sections), *_unused(resume), *dates, *_roles(resume), *_experience(resume))


def _unread(resume: Resume, spans: tuple[Span, ...]) -> Iterator[Notice]:
    """Each section with lines of which no fact came; a bare heading only where nothing of its kind was found."""
    found: dict[Section, int] = {
        "experience": len(resume.roles), "education": len(resume.education),
        "certifications": len(resume.credentials), "languages": len(resume.languages),
        "volunteering": len(resume.volunteering), "internships": len(resume.roles),
    }  # fmt: skip
    taken = sorted(place.start for place in _evidence(resume))
    for span in spans:
        if span.heading is None or span.section not in _NAMES:
            continue
        read = any(_holds(line.line, taken) for line in span.lines) if span.lines else found[span.section] > 0
        if not read:
            message = f"The {_NAMES[span.section]} section was seen but nothing could be read from it."
            yield Notice("section-unread", message, span.heading.start, span.heading.end)


def _unused(resume: Resume) -> Iterator[Notice]:
    """How many lines stayed unread, and where the first of them stands."""
    if resume.unused:
        count, first = len(resume.unused), resume.unused[0]
        said = (
            "One line was not understood and is"
            if count == 1
            else f"{count} lines were not understood and are"
        )
        yield Notice("lines-not-used", f"{said} not used; the first stands here.", first.start, first.end)


def _holds(line: Line, starts: list[int]) -> bool:
    nearest = bisect_left(starts, line.start)
    return nearest < len(starts) and starts[nearest] < line.end


def _evidence(resume: Resume) -> Iterator[Evidence]:
    """Where every fact of roles, courses, credentials and languages was read."""
    facts: list[Fact[str] | Fact[Period] | None] = []
    for role in (*resume.roles, *resume.volunteering):
        facts += (role.title, role.employer, role.location, role.period, *role.bullets)
    for course in resume.education:
        facts += (course.degree, course.field, course.institution, course.period, course.grade)
    facts += (credential.name for credential in resume.credentials)
    facts += (language.name for language in resume.languages)
    return (place for fact in facts if fact is not None for place in fact.evidence)


def _dates(spans: tuple[Span, ...], as_of: date) -> Iterator[Notice]:
    for span in spans:
        if span.section not in _DATED:
            continue
        for line in span.lines:
            for found in find_periods(line.line.text[:_LONGEST]):
                yield from _date(found, line.line.start, span.section, as_of)


def _date(found: FoundPeriod, offset: int, section: Section, as_of: date) -> Iterator[Notice]:
    start, end = offset + found.start, offset + found.end
    if found.period is None:
        yield Notice(
            "unreadable-date",
            "A date is a placeholder, or stands for several stretches of time, and was not read.",
            start,
            end,
        )
    elif found.ambiguous:
        yield Notice(AMBIGUOUS, "Day and month of a date could be read either way.", start, end)
    elif section != "education" and _future(found.period, as_of):
        yield Notice("future-date", "A date lies after the day the resume is read for.", start, end)


def _future(period: Period, as_of: date) -> bool:
    limit = PartialDate(as_of.year, as_of.month)
    return any(
        each is not None and (each.year, each.month or 1) > (limit.year, limit.month or 12)
        for each in (period.start, period.end)
    )


def _roles(resume: Resume) -> Iterator[Notice]:
    for role in (*resume.roles, *resume.volunteering):
        place = _place(role)
        if role.period is not None and _ends_before_it_starts(role.period.value):
            where = role.period.evidence[0]
            yield Notice("dates-reversed", "A role ends before it starts.", where.start, where.end)
        if role.period is None and place:
            yield Notice("missing-dates", "A role has no dates that could be read.", *place)


def _ends_before_it_starts(period: Period) -> bool:
    start, end = period.start, period.end
    return (
        start is not None and end is not None and (end.year, end.month or 12) < (start.year, start.month or 1)
    )


def _place(role: Role) -> tuple[int, int] | None:
    fact = role.title or role.employer
    return (fact.evidence[0].start, fact.evidence[0].end) if fact else None


def _experience(resume: Resume) -> Iterator[Notice]:
    if any(role.kind == "internship" for role in resume.roles):
        yield Notice(
            "internships-not-counted", "Internships are listed but do not count as years of experience."
        )
    if resume.years_stated is not None:
        [place] = resume.years_stated.evidence
        yield Notice(
            "years-not-borne-out",
            "The resume states more years of experience than its dates give; those of the dates are told.",
            place.start,
            place.end,
        )
    if resume.experience is not None and resume.experience.rule == STATED:
        yield Notice(
            "years-as-stated", "The years of experience are those the resume states; no dates were found."
        )
