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


def is_of_other_years(role: Role, line: str) -> bool:
    """Whether every year that a line names lies outside the time of its job."""
    period = role.period
    if period is None or period.confidence < PROBABLE or period.value.start is None:
        return False
    first = period.value.start.year
    last = None if period.value.current or period.value.end is None else period.value.end.year
    if last is None and not period.value.current:
        return False
    years = [int(found["year"]) for found in _YEAR.finditer(line)]
    return bool(years) and all(year < first or (last is not None and year > last) for year in years)
