"""Dates as people write them, for facts that are put right: read as the reader of resumes reads them."""

from functions.summarize.parsers.dates.dates import find_dates
from functions.summarize.parsers.dates.joints import now
from functions.summarize.text.folding import fold


def as_json_date(written: str) -> str | None:
    """The date to the month as JSON Resume writes it; None where it is no date, not one alone, or may be two.

    03/04/2020 is of April in some countries and of March in others.
    """
    text = written.strip().rstrip(".")
    read = {_only_date(text, day_first=day_first) for day_first in (True, False)}
    return read.pop() if len(read) == 1 else None


def goes_on(written: str) -> bool:
    """Whether it is a word for an end that has not come: present, heute, aujourd'hui."""
    return now().match(fold(written.strip())) is not None


def _only_date(text: str, *, day_first: bool) -> str | None:
    found = find_dates(text, day_first=day_first)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(text)):
        return None
    return str(found[0].date) if found[0].date and found[0].date.year else None
