"""The written resumes of the labelled set as labelled pages: their texts are known, so every line's label is, too."""

from collections.abc import Iterator
from dataclasses import replace

from functions.summarize.docx import read
from functions.summarize.resume import PartialDate
from tests.builders.headings import heading_words
from tests.builders.resume_docx import build
from tests.builders.specification import Layout, Specification, specifications
from training.evaluation.cases import LAYOUTS
from training.reading.pages import LabelledPage

FAMILY = "specified"
_EVERY = 4
"""All layouts of all resumes would be four times as many pages that say nothing new."""
_SECTIONS = {
    "contact": "contact", "summary": "profile", "experience": "work", "volunteering": "volunteer",
    "education": "education", "credentials": "credentials", "skills": "skills", "languages": "languages",
}  # fmt: skip
_EXTRAS = {
    "Publications": "publications", "Conference Papers": "publications", "Invited Talks": "publications",
    "Projects": "projects", "Awards": "awards", "Research Grants": "awards",
}  # fmt: skip
_KINDS = {
    "name": "head", "contact": "body", "profile": "body", "work": "head", "volunteer": "head", "education": "head",
    "skills": "body", "credentials": "head", "languages": "body", "projects": "head", "publications": "body",
    "awards": "body", "other": "body",
}  # fmt: skip


def specified_pages() -> Iterator[LabelledPage]:
    """Every resume as it was written, then each in a quarter of the layouts the builders know, all layouts in turn."""
    for spec in specifications():
        yield page_of(spec)
    for number, changes in enumerate(LAYOUTS.values()):
        for place, spec in enumerate(specifications()):
            if (place + number) % _EVERY == 0:
                yield page_of(replace(spec, layout=replace(Layout(), **changes)), number)


def page_of(spec: Specification, number: int | None = None) -> LabelledPage:
    """The page of a resume, read from its DOCX, with the label of each of its lines."""
    document = read(build(spec))
    name = spec.name if number is None else f"{spec.name} {number}"
    return LabelledPage(
        name,
        FAMILY,
        document,
        tuple(_labels(spec, [line.text for line in document.lines])),
        tuple(_facts(spec)),
    )


def _labels(spec: Specification, lines: list[str]) -> Iterator[str]:
    headings = _headings(spec)
    bullets = {bullet for job in spec.jobs for bullet in job.bullets}
    grades = {course.grade for course in spec.courses if course.grade}
    section, named = "name", set[str]()
    for text in lines:
        bare = text.strip()
        if found := headings.get(bare.casefold()):
            section = found
            yield f"{section}.heading" if section not in ("contact", "other") else f"{section}.body"
        elif bare == spec.summary:
            yield "profile.body"
        elif spec.person.name.casefold() in bare.casefold() or (
            section == "name" and bare == spec.person.headline and bare not in named
        ):
            named.add(bare)
            yield "name.head"
        elif _is_contact(spec, bare):
            yield "contact.body"
        else:
            section = _found_in(spec, bare, section) if spec.layout.headings == "none" else section
            yield _label(section, bare, bullets, grades)


def _is_contact(spec: Specification, text: str) -> bool:
    """Whether the line is made of contact data and marks."""
    person = spec.person
    for item in filter(None, (person.location, person.phone, person.email, *person.links)):
        text = text.replace(item, "")
    return not any(letter.isalnum() for letter in text)


def _label(section: str, text: str, bullets: set[str], grades: set[str]) -> str:
    bare = text.lstrip("•-–* ").strip()
    if section in ("work", "volunteer") and bare in bullets:
        return f"{section}.body"
    if section == "education" and bare in grades:
        return "education.body"
    return f"{section}.{_KINDS[section]}"


def _found_in(spec: Specification, text: str, section: str) -> str:
    """The section of a line of a resume without headings, by whose words it holds; else that of the line above."""
    parts: dict[str, list[str]] = {
        "work": [
            w
            for job in spec.jobs
            if job.kind != "volunteering"
            for w in (job.title, job.employer, *job.bullets)
        ],
        "volunteer": [
            w for job in spec.jobs if job.kind == "volunteering" for w in (job.employer, *job.bullets)
        ],
        "education": [
            w for course in spec.courses for w in (course.institution, course.degree, course.grade)
        ],
        "credentials": [each.name for each in spec.credentials],
        "skills": [item for group in spec.skills for item in group.items],
        "languages": [each.split(" (")[0] for each in spec.languages],
    }
    for extra in spec.extras:
        parts.setdefault(_EXTRAS.get(extra.heading, "other"), []).extend(extra.lines)
    sizes = {
        name: max((len(word) for word in words if word and word in text), default=0)
        for name, words in parts.items()
    }
    found = max(sizes, key=lambda name: sizes[name])
    return found if sizes[found] else section


def _headings(spec: Specification) -> dict[str, str]:
    if spec.layout.headings == "none":
        return {}
    known = {
        (spec.headings.get(section) or heading_words(spec.language, section)).casefold(): label
        for section, label in _SECTIONS.items()
    }
    return known | {extra.heading.casefold(): _EXTRAS.get(extra.heading, "other") for extra in spec.extras}


def _facts(spec: Specification) -> Iterator[tuple[str, str]]:
    yield "name", spec.person.name
    for job in spec.jobs:
        end = "now" if job.start and job.end is None else _date(job.end)
        yield "role", f"{job.title} | {job.employer} | {_date(job.start)} | {end} | {job.location} |"
    for course in spec.courses:
        yield "degree", f"{course.degree} | {course.field} | {course.institution} | {_date(course.end)} |"
    for each in spec.credentials:
        yield "credential", f"{each.name} | |"
    for group in spec.skills:
        yield from (("skill", item) for item in group.items)
    for language in spec.languages:
        name, _, level = language.partition(" (")
        yield "language", f"{name} | {level.rstrip(')')}"
    for extra in spec.extras:
        if extra.heading in ("Projects", "Awards"):
            yield from ((extra.heading.casefold().rstrip("s"), line) for line in extra.lines)


def _date(when: PartialDate | None) -> str:
    return str(when) if when else ""
