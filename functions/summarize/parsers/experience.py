"""Years of experience: the months that employment covers.

Rule `union-of-employment-periods`: a month counts once however many roles cover it, the first and the last
month of a period included ("Jan 2015 - Mar 2020" is 63 months). A year without a month stands for its
January, the end exclusive, so that "2015 - 2018" is 36 months and "2018 - 2020" follows it without overlap.
Education and volunteering never count, internships do not either, nor work of a season that came back for
years ("summers 2021 - 2023"), of which nobody says how many months it lasted. "Present" is the last whole month before
`as_of`: the month that is running is not claimed.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from functions.summarize.language.numbers import numbers_in
from functions.summarize.parsers.dates.words import date_words
from functions.summarize.parsers.evidence import Source
from functions.summarize.resume import Evidence, Experience, Fact, PartialDate, Period, Role
from functions.summarize.text.folding import fold

UNION = "union-of-employment-periods"
STATED = "stated"
ROUNDED = 12
"""Months that a statement may lie above the dates: years are rounded up, and months are left out of dates."""

_STATED = re.compile(
    r"(?<![\d.,])(\d{1,2})\s?(?:\+|plus|and more)?\s?[- ]?(?:years?|yrs|ans|jahren?|anos|anni)['’]?"
    r"(?:\s+(?:of|d'|de|di|an))?\s*(?:\w+[\s,-]+){0,4}?(?:experience|experiencia|experiencias|berufserfahrung|erfahrung|esperienza)"
)
_CLAIM = re.compile(
    r"\s?(?:\+|plus|or more)?[\s-]?(?:years?|yrs)\b['’]?(?=\s+(?:of|in|as|with|within|working|managing|leading)\b"
    r"|\s+(?:[\w-]+[\s,]+){0,3}experience\b)",
    re.IGNORECASE,
)
"""What follows the figure where somebody tells how long they have worked."""


def experience_of(roles: Iterable[Role], as_of: date, source: Source) -> Experience | None:
    """Counted from the periods of employment, else as the resume states it, else None."""
    employed = [role.period for role in roles if role.kind == "employment" and role.period is not None]
    counted = [fact for fact in employed if _months(fact.value, as_of) and not _is_seasonal(fact)]
    if counted:
        months = {month for fact in counted for month in _months(fact.value, as_of)}
        evidence = tuple(place for fact in counted for place in fact.evidence)
        return Experience(len(months), as_of, UNION, evidence)
    return None if employed else _stated(source, as_of)


def years_not_borne_out(
    experience: Experience | None, claims: Iterable[Fact[str] | None], source: Source
) -> Fact[int] | None:
    """The most years that one of `claims` states of the person, where the dates counted give fewer.

    Fewer years than the dates give are no contradiction: they may be those of one field, or of an older resume.
    """
    if experience is None or experience.rule != UNION:
        return None
    places = (place for claim in claims if claim is not None for place in claim.evidence)
    found = [stated for place in places for stated in _claimed(place, source)]
    most = max(found, key=lambda fact: fact.value, default=None)
    return most if most and most.value * 12 > experience.months + ROUNDED else None


def _claimed(place: Evidence, source: Source) -> Iterator[Fact[int]]:
    """The years that a person is said to have worked: "12 years of experience", "over twelve years in kitchens"."""
    for number in numbers_in(place.quote):
        after = _CLAIM.match(place.quote, number.end)
        if after and number.unit == "plain" and number.value == int(number.value):
            yield Fact(int(number.value), (source.at(place.start + number.start, place.start + after.end()),))


def _is_seasonal(fact: Fact[Period]) -> bool:
    """Whether it is one season in several years: "summers 2021 - 2023", not "Fall 2021 - Spring 2023"."""
    named = [
        match[0] for place in fact.evidence for match in date_words("seasons").finditer(fold(place.quote))
    ]
    period = fact.value
    over_years = bool(period.start and period.end and period.end.year > period.start.year)
    return over_years and len({name.removesuffix("s") for name in named}) == 1 and not period.current


def _months(period: Period, as_of: date) -> range:
    """Months since the year 0, never past `as_of`."""
    if period.start is None:
        return range(0)
    now = as_of.year * 12 + as_of.month - 1
    first = _index(period.start)
    if period.current:
        last = now - 1
    elif period.end is None:
        last = first
    else:
        last = _index(period.end) - (period.end.month is None)
    return range(first, max(min(last, now), min(first, now)) + 1)


def _index(month: PartialDate) -> int:
    return month.year * 12 + (month.month or 1) - 1


def _stated(source: Source, as_of: date) -> Experience | None:
    match = _STATED.search(fold(source.text))
    if match is None:
        return None
    evidence: Evidence = source.at(match.start(), match.end())
    return Experience(int(match[1]) * 12, as_of, STATED, (evidence,))
