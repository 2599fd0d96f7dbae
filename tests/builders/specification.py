"""A written resume as data: what the person's file says, how it is laid out, and a reference summary.

A specification is a TOML file of `tests/data/resumes/`; every key but `name` and `person` has a default, so a
test case is a few lines. The document and its gold facts are both made from it and cannot drift apart.
"""

import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Literal, TypeVar, get_type_hints

from functions.summarize.resume import PartialDate, RoleKind

FOLDER = Path(__file__).parents[1] / "data" / "resumes"

PageShape = Literal["single", "sidebar", "nested", "controls"]
HeadingShape = Literal["bold", "styles", "capitals", "none"]
RoleShape = Literal[
    "title-tab", "employer-tab", "stacked", "employer-stacked", "one-line", "pipes", "at", "dates-first",
    "date-column", "grouped",
]  # fmt: skip
BulletShape = Literal["real", "typed", "plain"]
ContactShape = Literal["body", "lines", "header", "textbox"]
EducationShape = Literal["one-line", "two-lines", "institution-first", "date-column"]
SkillShape = Literal["commas", "groups", "bullets", "pipes"]


@dataclass(frozen=True)
class Layout:
    """How the page is made. Each part varies on its own, so that few words name many layouts."""

    page: PageShape = "single"
    headings: HeadingShape = "styles"
    roles: RoleShape = "title-tab"
    bullets: BulletShape = "real"
    contact: ContactShape = "body"
    education: EducationShape = "one-line"
    skills: SkillShape = "commas"


@dataclass(frozen=True)
class Dates:
    """How dates are written: `form` from MMMM, MMM, MM, DD, YYYY and YY; the joint; the word for now."""

    form: str = "MMM YYYY"
    to: str = " – "
    present: str = "Present"


@dataclass(frozen=True)
class Person:
    """The top of the page. `after_name` is what follows the name there, such as "RN, BSN"."""

    name: str
    headline: str = ""
    email: str = ""
    phone: str = ""
    location: str = ""
    links: tuple[str, ...] = ()
    after_name: str = ""


@dataclass(frozen=True)
class Job:
    """One position. `end` is None for the present one, or, with no start either, of one without dates."""

    title: str
    employer: str
    location: str = ""
    start: PartialDate | None = None
    end: PartialDate | None = None
    bullets: tuple[str, ...] = ()
    kind: RoleKind = "employment"


@dataclass(frozen=True)
class Course:
    """One course of study."""

    degree: str
    institution: str
    field: str = ""
    start: PartialDate | None = None
    end: PartialDate | None = None
    grade: str = ""


@dataclass(frozen=True)
class Certificate:
    """A credential as the page names it; `note` (issuer, year) follows it on its line."""

    name: str
    note: str = ""


@dataclass(frozen=True)
class SkillGroup:
    """Skills under a heading of their own; an empty heading is a plain list."""

    items: tuple[str, ...]
    heading: str = ""


@dataclass(frozen=True)
class Extra:
    """A section that only some resumes have: its heading and lines."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Specification:
    """One written resume. `quantified` quotes the start of every bullet that states a result in figures.

    A `sample` is shipped with the product as a DOCX file.
    """

    name: str
    person: Person
    occupation: str = ""
    sample: bool = False
    language: str = "en"
    layout: Layout = field(default_factory=Layout)
    dates: Dates = field(default_factory=Dates)
    order: tuple[str, ...] = (
        "summary",
        "experience",
        "education",
        "credentials",
        "skills",
        "languages",
        "extras",
    )
    headings: dict[str, str] = field(default_factory=dict)
    summary: str = ""
    jobs: tuple[Job, ...] = ()
    courses: tuple[Course, ...] = ()
    credentials: tuple[Certificate, ...] = ()
    skills: tuple[SkillGroup, ...] = ()
    languages: tuple[str, ...] = ()
    extras: tuple[Extra, ...] = ()
    quantified: tuple[str, ...] = ()
    reference: str = ""


T = TypeVar("T")


def specification(toml: str) -> Specification:
    """Read a specification from TOML text; an unknown key is a TypeError that names it."""
    return _record(Specification, tomllib.loads(toml))


def specifications() -> tuple[Specification, ...]:
    """All written resumes of `tests/data/resumes/`, by file name."""
    return tuple(specification(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.toml")))


def _record(kind: type[T], table: dict[str, Any]) -> T:
    hints = get_type_hints(kind)
    unknown = set(table) - {each.name for each in fields(kind)}  # type: ignore[arg-type]
    if unknown:
        raise TypeError(f"{kind.__name__} has no {', '.join(sorted(unknown))}")
    return kind(**{key: _value(hints[key], value) for key, value in table.items()})


def _value(hint: Any, value: Any) -> Any:
    if hint == PartialDate | None:
        return partial_date(value)
    if isinstance(value, list):
        item = hint.__args__[0]
        return tuple(_record(item, each) if isinstance(each, dict) else each for each in value)
    return _record(hint, value) if hint in (Person, Layout, Dates) else value


def partial_date(text: str) -> PartialDate | None:
    """Read `2020-03` or `2020`; "now" is None."""
    if text == "now":
        return None
    year, _, month = text.partition("-")
    return PartialDate(int(year), int(month) if month else None)
