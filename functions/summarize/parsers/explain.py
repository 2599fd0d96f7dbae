"""Why a line was read as it was: every line with its label, the next best one, its fields and what became of it."""

from collections.abc import Iterator
from typing import Any

from functions.summarize.parsers.fields import ReadLine
from functions.summarize.parsers.reading import Reading
from functions.summarize.resume import Evidence, Fact, Resume

_WIDTH = 60
"""Characters of a line that are shown."""


def explain(reading: Reading, resume: Resume) -> Iterator[str]:
    """Two lines of text for each line of the document, in reading order: what stands there, and what was made of it.

    `12 work.head 0.97 (education.head)  Cook at the Savoy`, then
    `title 0.99 "Cook" | employer 0.98 "the Savoy" -> role 1`.
    """
    places = sorted((place.start, place.end, name) for name, place in _facts(resume))
    for number, line in enumerate(reading.lines, start=1):
        yield f"{number:>4} {_label(line):<44} {line.line.text[:_WIDTH]}"
        made = dict.fromkeys(
            name for start, end, name in places if start < line.line.end and line.line.start < end
        )
        fields = " | ".join(f'{one.name} {one.probability:.2f} "{one.text}"' for one in line.fields)
        if fields or made:
            yield f"     {fields or 'no fields'} -> {', '.join(made) or 'nothing'}"


def _label(line: ReadLine) -> str:
    found = line.labelled
    if found.forced:
        return f"{found.label} forced"
    return f"{found.label} {found.probability:.2f}" + (f" ({found.second})" if found.second else "")


def _facts(resume: Resume) -> Iterator[tuple[str, Evidence]]:
    """Every place that a fact rests on, with the name of the fact."""
    for name, facts in _named(resume):
        yield from ((name, place) for fact in facts if fact is not None for place in fact.evidence)
    for skill in resume.skills:
        yield from (("skill" if skill.listed else "skill in text", place) for place in skill.evidence)
    if resume.years_stated:
        yield from (("years not borne out", place) for place in resume.years_stated.evidence)
    yield from (("not used", place) for place in resume.unused)


def _named(resume: Resume) -> Iterator[tuple[str, tuple[Fact[Any] | None, ...]]]:
    contact = resume.contact
    yield from (("name", (resume.name,)), ("headline", (resume.headline,)), ("summary", (resume.summary,)))
    yield from (("email", contact.emails), ("phone", contact.phones), ("link", contact.links))
    yield "place", (contact.location,)
    for kind, roles in (("role", resume.roles), ("volunteering", resume.volunteering)):
        for number, role in enumerate(roles, start=1):
            yield f"{kind} {number}", (role.title, role.employer, role.location, role.period, role.note)
            yield f"{kind} {number}, text", role.bullets
    for number, course in enumerate(resume.education, start=1):
        stated = (course.degree, course.field, course.institution, course.period, course.grade, course.status)
        yield f"course {number}", stated
    for number, one in enumerate(resume.credentials, start=1):
        yield f"credential {number}", (one.name, one.issuer, one.date, one.status)
    yield from (("language", (language.name, language.fluency)) for language in resume.languages)
    items = (("project", resume.projects), ("publication", resume.publications), ("award", resume.awards))
    for kind, entries in items:
        for number, entry in enumerate(entries, start=1):
            yield f"{kind} {number}", (entry.name, entry.period, *entry.details)
