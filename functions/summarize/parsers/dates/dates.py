"""The single dates in a text: every way in which resumes of many countries write a month, a season or a year.

Matching runs over text as `fold` gives it, which has the same offsets as the text itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from functions.summarize.parsers.dates.words import date_words, months
from functions.summarize.parsers.word_lists import phrases
from functions.summarize.resume import PartialDate
from functions.summarize.text.folding import fold

Kind = Literal["full", "ambiguous", "month", "year", "season", "weak", "month-only", "placeholder"]
_POSSIBLE = re.compile(
    r"(?:19|20)(?:\d\d|xx|__|\?\?)|['`´]\d\d|\d[/.]\d\d|[^\W\d_]\.?[\s\-/]{1,3}\d\d(?![\d%]|[.,]\d)|y{4}|year"
)
# Years past the middle of the century are of another calendar: 2078 in Nepal is 2021.
_YEAR = r"(?P<{0}>19[4-9]\d|20[0-4]\d)(?![\d%])(?!,\d)"
_SHORT_YEAR = r"['`´](?P<{0}>\d\d)(?!\d)"
_DAY = r"(?:[0-3]?\d)(?:st|nd|rd|th|er|º|°)?\.?"
# Tried first at every letter of every line: a date begins with a figure, an apostrophe or a word.
_START = r"(?=[\d'`´]|(?<![^\W\d_])[^\W\d_])"
_SEP = r"[/.\-‐‑–]"
_NUMERIC = (
    rf"(?<![\d/.])(?P<first>[0-3]?\d)\s?{_SEP}\s?(?P<second>[0-3]?\d)\s?(?P<mark>{_SEP})\s?"
    + _YEAR.format("y_full")
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date at `start:end` of the text it was found in.

    `kind` "weak" is a form such as "Mar 20" or "03/20" that is a date only beside another one; "month-only"
    borrows its year from the end of its range; "placeholder" ("20XX") is no date at all.
    """

    start: int
    end: int
    kind: Kind
    date: PartialDate | None


@lru_cache(maxsize=2048)
def find_dates(text: str, *, day_first: bool = True) -> tuple[FoundDate, ...]:
    """All dates of the text in order. `day_first` reads 03/04/2020 as 3 April, otherwise as 4 March."""
    return tuple(_read(match, day_first=day_first) for match in _matches(fold(text)))


def numeric_dates(text: str) -> Iterator[tuple[int, int]]:
    """First and second number of every date of three numbers that ends in a year: who may settle the order."""
    yield from ((int(match["first"]), int(match["second"])) for match in _numeric_date().finditer(text))


def _matches(text: str) -> Iterator[re.Match[str]]:
    return _pattern().finditer(text) if _POSSIBLE.search(text) else iter(())


def _read(match: re.Match[str], *, day_first: bool) -> FoundDate:
    kind, date = _value(match, day_first=day_first)
    end = match.start("range") if kind == "year" and match["range"] else match.end()
    return FoundDate(match.start(), end, kind, date)


def _value(match: re.Match[str], *, day_first: bool) -> tuple[Kind, PartialDate | None]:
    part = match.groupdict()
    year = _year(part)
    if part["placeholder"] or year is None:
        return ("placeholder", None) if part["placeholder"] else ("month-only", PartialDate(0, _month(part)))
    if part["first"]:
        dotted = part["mark"] == "."
        kind, date = _numeric(int(part["first"]), int(part["second"]), year, day_first=day_first or dotted)
        return "full" if dotted else kind, date
    if part["season"]:  # of no month: a summer job may be of any weeks of it
        return "season", PartialDate(year)
    if part["quarter"]:
        return "season", PartialDate(year, 3 * int(part["quarter"]) - 2)
    month = _month(part)
    if month is None or _is_end_of_range(part, year):
        return "year", PartialDate(year)
    return ("weak" if part["w1"] or part["w2"] else "month"), PartialDate(year, month)


def _is_end_of_range(part: dict[str, str | None], year: int) -> bool:
    """2010–12 in print is a range of years; 2010-12 typed, or 2019–03, is a month."""
    return part["range"] is not None and int(part["n1"] or 0) > year % 100


def _numeric(first: int, second: int, year: int, *, day_first: bool) -> tuple[Kind, PartialDate | None]:
    if min(first, second) < 1 or min(first, second) > 12 or max(first, second) > 31:
        return "year", PartialDate(year)
    if max(first, second) > 12 or first == second:
        return "full", PartialDate(year, min(first, second))
    return "ambiguous", PartialDate(year, second if day_first else first)


def _month(part: dict[str, str | None]) -> int | None:
    name = part["name"] or part["name_after"] or part["name_in"] or part["name_alone"]
    if name:
        return months()[name]
    number = next((part[key] for key in ("n1", "n2", "n3", "n4", "n5") if part[key]), None)
    return None if number is None else int(number)


def _year(part: dict[str, str | None]) -> int | None:
    if full := next((part[key] for key in part if key.startswith("y") and part[key]), None):
        return int(full)
    short = next((part[key] for key in part if key.startswith(("s_", "w")) and part[key]), None)
    return None if short is None else century(int(short))


def century(two_digits: int) -> int:
    """The year that two digits mean: '49 and below are of this century."""
    return two_digits + (2000 if two_digits < 50 else 1900)


@cache
def _numeric_date() -> re.Pattern[str]:
    return re.compile(_NUMERIC)


@cache
def _pattern() -> re.Pattern[str]:
    month = phrases(months()).pattern
    season = date_words("seasons").pattern
    joint = rf"(?:\s+{date_words('joints').pattern})?"
    number = r"(?<![\d/.,])(?P<{0}>0?[1-9]|1[0-2])"
    forms = (
        r"(?P<placeholder>(?:[a-z]+\.?\s+)?(?<![a-z\d])(?:20|19)(?:xx|__|\?\?)(?![a-z\d])|\bmm/yyyy\b|\bmonth,?\s+year\b|\byyyy\b)",
        rf"{_YEAR.format('y_cjk')}\s?年(?:\s?(?P<n4>1[0-2]|0?[1-9])\s?月)?",
        _named_month(month, joint),
        rf"(?<![\d.]){_YEAR.format('y_iso')}(?:(?P<range>–(?=\d\d(?!\d|\s*{_SEP}\s*\d)))|{_SEP})(?P<n1>0[1-9]|1[0-2]|(?<=/)[1-9])(?:{_SEP}[0-3]\d)?(?!\d|/(?:19|20)\d\d)",
        rf"(?<![\d.$€£#/]){_YEAR.format('y_spaced')}\.\s(?P<n5>0[1-9]|1[0-2])\.(?:\s?[0-3]\d\.)?(?!\s?\d)",
        _NUMERIC,
        rf"{number.format('n2')}(?:\s?[/.]\s?|{_SEP}|(?<=\d\d)\s{_SEP}\s){_YEAR.format('y_num')}",
        rf"(?<![\d/.,])(?P<n3>0[1-9]|1[0-2]|[1-9](?=/))[/.](?:{_SHORT_YEAR.format('s_num')}|(?P<w2>\d\d)(?![\d/.,%]))",
        rf"(?P<season>{season}){joint}[\s,/\-]*(?:{_YEAR.format('y_season')}|{_SHORT_YEAR.format('s_season')})",
        rf"\bq(?P<quarter>[1-4])[\s/,\-]*(?:{_YEAR.format('y_quarter')}|{_SHORT_YEAR.format('s_quarter')})",
        rf"(?<![\d.$€£#/]){_YEAR.format('y_first')}[,\s]\s*(?P<name_after>{month})\.?(?!\s*[\d'])",
        rf"(?<![\d.$€£#/]){_YEAR.format('y_bracket')}\s?\(\s?(?P<name_in>{month})\.?\s?\)",
        rf"(?<![\d.,$€£#@])(?:fy\s?)?{_YEAR.format('y_alone')}",
        rf"(?<![\w']){_SHORT_YEAR.format('s_alone')}(?!\w)",
        rf"(?P<name_alone>{month})\.?(?=\s*(?:[-–—‒−/]|to\b|bis\b|a\b|au\b|al\b))",
    )
    return re.compile(rf"{_START}(?:{'|'.join(forms)})")


def _named_month(month: str, joint: str) -> str:
    """15 March 2019, March 15, 2019, Mar '19, Mar-19, março de 2019."""
    day_before = rf"(?:(?<![\w.,/-]){_DAY}[ \-/]?{joint} *)?"
    day_after = rf"(?:\s*{_DAY},?(?=\s))?"
    two_digits = r"(?<=[\s\-/])(?P<w1>\d\d)(?![\w%]|[.,]\d)"
    year = rf"(?:['`´]?{_YEAR.format('y_name')}|{_SHORT_YEAR.format('s_name')}|{two_digits})"
    return rf"{day_before}(?P<name>{month})\.?{day_after}{joint}[\s,/\-‐‑–]*{year}"
