"""What a reader should find in a written resume: gold facts, derived from its specification.

Months of experience follow the product's rule but are computed here on their own: the union of the months of
employment, first and last month included; a range of years alone counts whole years; the present is `AS_OF`.
"""

from dataclasses import dataclass
from datetime import date

from functions.summarize.resume import PartialDate
from tests.builders.pages import Page
from tests.builders.specification import Dates, Job, Specification, partial_date

AS_OF = date(2026, 1, 1)


@dataclass(frozen=True)
class GoldRole:
    """A position as the page states it; the dates have the precision that is written."""

    title: str
    employer: str
    start: PartialDate | None
    end: PartialDate | None
    current: bool


@dataclass(frozen=True)
class GoldCourse:
    """A course of study as the page states it."""

    degree: str
    field: str
    institution: str


@dataclass(frozen=True)
class Gold:
    """All gold facts of one resume. `roles` are newest first; `quantified` are whole bullets."""

    name: str
    email: str
    phone: str
    roles: tuple[GoldRole, ...]
    months: int | None
    courses: tuple[GoldCourse, ...]
    credentials: tuple[str, ...]
    skills: tuple[str, ...]
    languages: tuple[str, ...]
    quantified: tuple[str, ...]
    reference: str


def gold_of(spec: Specification) -> Gold:
    """The gold facts of a specification."""
    jobs = [job for job in spec.jobs if job.kind != "volunteering"]
    bullets = [bullet for job in spec.jobs for bullet in job.bullets]
    return Gold(
        name=spec.person.name,
        email=spec.person.email,
        phone=spec.person.phone,
        roles=tuple(_role(job, spec.dates) for job in sorted(jobs, key=_recency, reverse=True)),
        months=_months(spec),
        courses=tuple(GoldCourse(each.degree, each.field, each.institution) for each in spec.courses),
        credentials=tuple(each.name for each in spec.credentials),
        skills=tuple(item for group in spec.skills for item in group.items),
        languages=tuple(each.split(" (")[0] for each in spec.languages),
        quantified=tuple(_starting(bullets, start) for start in spec.quantified),
        reference=spec.reference,
    )


def _recency(job: Job) -> tuple[int, int]:
    """Present ones last; then by their last month; then by their first."""
    return (_last(job), _ordinal(job.start) if job.start else 0)


def _last(job: Job) -> int:
    if job.end is None:
        return _ordinal(PartialDate(AS_OF.year, AS_OF.month)) if job.start else 0
    return _ordinal(job.end)


def _ordinal(when: PartialDate) -> int:
    return when.year * 12 + (when.month or 1) - 1


def _role(job: Job, dates: Dates) -> GoldRole:
    return GoldRole(
        job.title,
        job.employer,
        _as_written(job.start, dates),
        _as_written(job.end, dates),
        current=job.start is not None and job.end is None,
    )


def _as_written(when: PartialDate | None, dates: Dates) -> PartialDate | None:
    return PartialDate(when.year) if when and "M" not in dates.form else when


def _months(spec: Specification) -> int | None:
    worked: set[int] = set()
    for job in spec.jobs:
        if job.kind == "employment":
            worked |= set(_span(_as_written(job.start, spec.dates), _as_written(job.end, spec.dates)))
    return len(worked) or None


def _span(start: PartialDate | None, end: PartialDate | None) -> range:
    if start is None:
        return range(0)
    if end is None:
        return range(_ordinal(start), _ordinal(PartialDate(AS_OF.year, AS_OF.month)))
    return range(_ordinal(start), _ordinal(end) + (1 if end.month else 0))


def _starting(bullets: list[str], start: str) -> str:
    found = [bullet for bullet in bullets if bullet.startswith(start)]
    if len(found) != 1:
        raise ValueError(
            f"{len(found)} bullets start with {start!r}; a quantified result must name exactly one"
        )
    return found[0]


def gold_of_page(page: Page) -> Gold:
    """The gold facts of a page written as text; `role: title | employer | start | end | kind`, "-" for nothing."""
    months = page.all("months")
    return Gold(
        name=_one(page.all("name")),
        email=_one(page.all("email")),
        phone=_one(page.all("phone")),
        roles=tuple(_page_role(*_parts(line)) for line in page.all("role")),
        months=int(months[0]) if months else None,
        courses=tuple(GoldCourse(*_parts(line)) for line in page.all("degree")),
        credentials=tuple(page.all("credential")),
        skills=tuple(page.all("skill")),
        languages=tuple(page.all("language")),
        quantified=(),
        reference="",
    )


def _one(values: list[str]) -> str:
    return values[0] if values else ""


def _parts(line: str) -> list[str]:
    return ["" if part == "-" else part for part in line.split(" | ")]


def _page_role(title: str, employer: str, start: str, end: str, _kind: str = "") -> GoldRole:
    return GoldRole(title, employer, _date(start), _date(end), current=end == "now")


def _date(text: str) -> PartialDate | None:
    return partial_date(text) if text else None
