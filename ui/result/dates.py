"""Dates as people write them, for facts that are put right: read as the reader of resumes reads them."""

import re

from functions.summarize.parsers.dates.dates import find_dates
from functions.summarize.parsers.dates.joints import now
from functions.summarize.text.folding import fold

_SHORT_MONTH = re.compile(r"(?<=^\d{4})-(?=\d$)")
"""Before the month of 2020-3."""


def as_json_date(written: str) -> str | None:
    """The date to the month as JSON Resume writes it; None where it is no date, not one alone, or may be two.

    03/04/2020 is of April in some countries and of March in others.
    """
    text = _SHORT_MONTH.sub("-0", written.strip().rstrip("."))
    read = {_only_date(text, day_first=day_first) for day_first in (True, False)}
    return read.pop() if len(read) == 1 else None


def goes_on(written: str) -> bool:
    """Whether it is a word for an end that has not come: present, heute, aujourd'hui."""
    return now().match(fold(written.strip())) is not None


def _only_date(text: str, *, day_first: bool) -> str | None:
    found = find_dates(text, day_first=day_first)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(text)):
        return None
    date = found[0].date
    if date is None or not date.year:
        return None
    return str(date.year if found[0].kind == "season" else date)  # a quarter is no month
