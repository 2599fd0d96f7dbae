"""A status from the dates of a fact alone."""

from datetime import date

from functions.summarize.resume import PartialDate, Period, Status


def status_of_period(period: Period, as_of: date) -> Status | None:
    """What the dates of a course or certificate say on a day: a year to come is no degree.

    `planned` before it begins, `in progress` while it is said to go on, `expected` where only its end lies ahead.
    """
    if period.start is not None and _is_ahead(period.start, as_of):
        return "planned"
    if period.current:
        return "in progress"
    return "expected" if period.end is not None and _is_ahead(period.end, as_of) else None


def _is_ahead(day: PartialDate, as_of: date) -> bool:
    """Whether the day is certainly after `as_of`; a year alone is after it once the year has begun."""
    return (day.year, day.month or as_of.month) > (as_of.year, as_of.month)
