"""The labelled set: every written resume in its own layout, and all of them in every layout the builders know."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from tests.builders.gold import Gold, gold_of, gold_of_page
from tests.builders.page_docx import docx_of
from tests.builders.pages import UNSEEN, pages
from tests.builders.resume_docx import build
from tests.builders.specification import Layout, Specification, specifications

LAYOUTS: dict[str, dict[str, Any]] = {
    "plain text, bold headings": {"headings": "bold", "roles": "one-line", "bullets": "plain"},
    "heading styles, dates at right tab": {"headings": "styles", "roles": "title-tab"},
    "capitals, typed bullets": {"headings": "capitals", "roles": "employer-tab", "bullets": "typed"},
    "two-column table": {"page": "sidebar", "roles": "stacked", "education": "two-lines"},
    "dates in a left column": {"roles": "date-column", "education": "date-column"},
    "nested tables": {"page": "nested", "roles": "title-tab", "education": "two-lines"},
    "content controls": {"page": "controls", "roles": "employer-stacked"},
    "contact in a text box": {"contact": "textbox", "roles": "at"},
    "contact in the header": {"contact": "header", "roles": "pipes", "skills": "pipes"},
    "several roles at one employer": {"roles": "grouped", "education": "institution-first"},
    "dates first": {"headings": "bold", "roles": "dates-first", "skills": "bullets"},
    "no headings": {"headings": "none", "roles": "title-tab", "contact": "lines"},
}


@dataclass(frozen=True)
class Case:
    """A document and what should be found in it."""

    name: str
    layout: str
    language: str
    data: bytes
    gold: Gold


def own_cases() -> Iterator[Case]:
    """Every resume as it was written."""
    for spec in specifications():
        yield case_of(spec)


def layout_cases() -> Iterator[Case]:
    """Every resume in every layout, and the unseen ones in their own."""
    for layout, changes in LAYOUTS.items():
        for spec in specifications():
            yield case_of(replace(spec, layout=replace(Layout(), **changes)), layout)
    yield from unseen_cases()


def unseen_cases() -> Iterator[Case]:
    """The pages that were written before any rule saw them, a family a layout; their first figures are in docs."""
    for family, folder in UNSEEN.items():
        for page in pages(folder):
            yield Case(
                page.name, f"unseen, {family} family", "en", docx_of(page.document), gold_of_page(page)
            )


def case_of(spec: Specification, layout: str = "as written") -> Case:
    """The document of one resume and its gold facts."""
    return Case(spec.name, layout, spec.language, build(spec), gold_of(spec))
