"""Lines that stand under a job and tell of a year in which it was not held: they belong to another one."""

import re

from functions.summarize.confidence import PROBABLE
from functions.summarize.resume import Role

_YEAR = re.compile(
    r"(?:^|[(,;–-]\s*|\b(?:in|during|summer|spring|autumn|fall|early|late|mid|end of|q[1-4]|year|award"
    r"|prize)[ -])"
    r"(?P<year>(?:19|20)\d\d)(?=$|[),.;:]|\s+(?:and|to|with|by|when|after|for|as|at|we|on|–|-|→)\b|\s*[–-]\s)",
    re.IGNORECASE,
)
"""A year of which a line tells: "(QI project, 2022)", "in 2019"; no size ("2000 homes"), no edition ("Office 2016")."""

_OF_A_THING = re.compile(
    r"\S\s(?<!\band )(?:built|founded|opened|dating(?: back)?|established|erected)\s"
    r"(?:(?:in|to|from|early|late|mid)[ -])*$",
    re.IGNORECASE,
)
"""What stands before the year in which a thing began: "a wing that opened in 2023"."""
_RANGE = re.compile(r"\b(?:19|20)\d\d\s?[–-]\s?(?:(?:19|20)\d\d|\d\d)\b")
"""Years of a plan or of figures: "(2025-2030)"."""
_SINCE = re.compile(r"\bsince (?:(?:early|late|mid|[A-Z][a-z]+\.?)[ -])?(?P<year>(?:19|20)\d\d)\b")
"""When something began that goes on: of a job that had ended by then it tells nothing."""
_LONG_BEFORE = 15
"""Years before a job of which no line tells that was put under it by mistake."""


def is_of_other_years(role: Role, line: str) -> bool:
    """Whether every year that a line names lies outside the time of its job."""
    period = role.period
    if period is None or period.confidence < PROBABLE or period.value.start is None:
        return False
    first = period.value.start.year
    last = None if period.value.current or period.value.end is None else period.value.end.year
    if last is None and not period.value.current:
        return False
    if last is not None and any(int(found["year"]) > last for found in _SINCE.finditer(line)):
        return True
    line = _RANGE.sub("", line)
    told = [
        int(found["year"])
        for found in _YEAR.finditer(line)
        if not _OF_A_THING.search(line[: found.start("year")])
    ]
    years = [year for year in told if year >= first - _LONG_BEFORE]
    return bool(years) and all(year < first or (last is not None and year > last) for year in years)
