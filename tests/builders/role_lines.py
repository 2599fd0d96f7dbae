"""The lines above a role's bullets: where title, employer, place and dates stand. One function a shape."""

from collections.abc import Callable

from tests.builders.canvas import Span
from tests.builders.specification import Job, RoleShape

Lines = list[list[Span]]


def _place(job: Job) -> str:
    return ", ".join(filter(None, (job.employer, job.location)))


def _tab(period: str) -> Span:
    return Span(f"\t{period}" if period else "")


def _title_tab(job: Job, period: str) -> Lines:
    return [[Span(job.title, bold=True), _tab(period)], [Span(_place(job))]]


def _employer_tab(job: Job, period: str) -> Lines:
    return [[Span(_place(job), bold=True), _tab(period)], [Span(job.title)]]


def _stacked(job: Job, period: str) -> Lines:
    return [[Span(job.title, bold=True)], [Span(_place(job))], [Span(period)]]


def _employer_stacked(job: Job, period: str) -> Lines:
    return [[Span(_place(job), bold=True)], [Span(job.title)], [Span(period)]]


def _one_line(job: Job, period: str) -> Lines:
    return [[Span(job.title, bold=True), Span(f", {_place(job)} ({period})")]]


def _pipes(job: Job, period: str) -> Lines:
    return [[Span(" | ".join(filter(None, (job.title, job.employer, job.location, period))))]]


def _at(job: Job, period: str) -> Lines:
    return [[Span(f"{job.title} at {_place(job)}", bold=True)], [Span(period)]]


def _dates_first(job: Job, period: str) -> Lines:
    return [[Span(f"{period}: "), Span(job.title, bold=True), Span(f", {_place(job)}")]]


def _date_column(job: Job, _: str) -> Lines:
    return [[Span(job.title, bold=True)], [Span(_place(job))]]


def _grouped(job: Job, period: str) -> Lines:
    return [[Span(job.title), _tab(period)]]


ROLE_LINES: dict[RoleShape, Callable[[Job, str], Lines]] = {
    "title-tab": _title_tab,
    "employer-tab": _employer_tab,
    "stacked": _stacked,
    "employer-stacked": _employer_stacked,
    "one-line": _one_line,
    "pipes": _pipes,
    "at": _at,
    "dates-first": _dates_first,
    "date-column": _date_column,
    "grouped": _grouped,
}
