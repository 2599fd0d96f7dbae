"""Stretches of time in a text: two dates and what joins them, or one date alone."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from functions.summarize.parsers.dates.dates import FoundDate, century, find_dates, numeric_dates
from functions.summarize.parsers.dates.joints import (
    arrow,
    joiner,
    open_end,
    present,
    since_before,
    until_before,
)
from functions.summarize.parsers.dates.words import date_words
from functions.summarize.resume import PartialDate, Period
from functions.summarize.text.folding import fold

_NEAR = 40  # characters within which "since" and "until" belong to a date, or that a duration has
_SHORT_END = re.compile(r"\s?[-–—‒/]\s?'?(\d\d)(?![\d/.%,])(?: (?:school|academic) year)?")
_LISTED = re.compile(r"\s*(?:,|&|,?\s(?:and|und|et|y|e|en|och|og|i)\s)\s*")
_YEARS = frozenset({"year", "season"})
_BETWEEN_ONLY = frozenset({"and", "и"})
_BETWEEN = re.compile(r"(?<![^\W_])(?:between|между)\s+$")
_ONE_FIGURE = re.compile(r"\d\D")  # of a date such as 8/10, which may be eight of ten


@dataclass(frozen=True, slots=True)
class FoundPeriod:
    """A period at `start:end` of a text.

    `period` is None for a placeholder ("20XX - 20XX"). `ambiguous` says that day and month could be swapped;
    `alone` that only one date stands there; `assumed` that "current" rests on an open end ("2019 -").
    """

    start: int
    end: int
    period: Period | None
    ambiguous: bool = False
    alone: bool = False
    assumed: bool = False


def find_periods(text: str, *, day_first: bool = True) -> tuple[FoundPeriod, ...]:
    """All periods of one line, in order."""
    plain = fold(text)
    return tuple(_spanning(_periods(plain, day_first=day_first), plain))


def _spanning(found: Iterable[FoundPeriod], plain: str) -> Iterator[FoundPeriod]:
    """ "2016/17 – 2018/19" is one stretch of years."""
    held: FoundPeriod | None = None
    for one in found:
        goes_on = held and _is_span(held) and (one.alone or _is_span(one))
        if held and goes_on and joiner().fullmatch(plain, held.end, one.start):
            assert held.period is not None
            assert one.period is not None
            end = one.period.end or one.period.start
            held = replace(held, end=one.end, period=Period(held.period.start, end))
            continue
        if held:
            yield held
        held = one
    if held:
        yield held


def _is_span(found: FoundPeriod) -> bool:
    """Whether it is a school year or a season of two years."""
    period = found.period
    if found.alone or period is None or period.start is None or period.end is None:
        return False
    return period.start.month is None and period.end.year - period.start.year <= 1


def day_order(text: str) -> bool | None:
    """Whether the text's own dates show that the day stands before the month; None when they do not tell."""
    votes = sum((first > 12) - (second > 12) for first, second in numeric_dates(fold(text)))
    return votes > 0 if votes else None


def is_day_first(text: str) -> bool:
    """Whether this document writes the day before the month: by its own dates, else by its country."""
    shown = day_order(text)
    if shown is not None:
        return shown
    return not re.search(
        r",\s[A-Z]{2}\s\d{5}\b|\(\d{3}\)\s?\d{3}-\d{4}|\+1[\s(.-]|\b\d{3}[-.]\d{3}[-.]\d{4}\b", text
    )


def _periods(plain: str, *, day_first: bool) -> Iterator[FoundPeriod]:
    dates = find_dates(plain, day_first=day_first)
    position = 0
    while position < len(dates):
        first, *others = dates[position : _end_of_list(dates, position, plain)]
        second = dates[position + 1] if position + 1 < len(dates) else None
        joined = second is not None and not others and _joins(plain, first, second)
        if others:
            found: FoundPeriod | None = _listed(first, others)
        else:
            found = _range(first, second, plain) if joined and second else _single(first, plain)
        position += 1 + len(others) + joined
        if found is not None:
            yield found


def _end_of_list(dates: Sequence[FoundDate], begin: int, plain: str) -> int:
    """Where the list of years ends that begins with this date: "2019, 2020 and 2021"; none of them begins a range."""
    end = begin + 1
    while (
        end < len(dates)
        and {dates[end - 1].kind, dates[end].kind} <= _YEARS
        and _LISTED.fullmatch(plain, dates[end - 1].end, dates[end].start)
    ):
        end += 1
    last, following = dates[end - 1], dates[end : end + 1]
    goes_on = any(goes.match(plain, last.end) for goes in (present(), open_end(), _SHORT_END))
    goes_on = goes_on or any(_joins(plain, last, one) for one in following)
    return end - 1 if goes_on and end > begin + 1 else end


def _listed(first: FoundDate, others: Sequence[FoundDate]) -> FoundPeriod:
    """The stretch from the first year of a list to the last."""
    years = sorted(date.date.year for date in (first, *others) if date.date)
    return FoundPeriod(first.start, others[-1].end, Period(PartialDate(years[0]), PartialDate(years[-1])))


def _joins(plain: str, first: FoundDate, second: FoundDate) -> bool:
    before, between = plain[max(0, first.start - _NEAR) : first.start], plain[first.end : second.start]
    if between.strip() in _BETWEEN_ONLY:
        return bool(_BETWEEN.search(before))
    if between.strip() == "/":
        return first.kind == second.kind and first.kind in ("year", "month", "full")
    return bool(joiner().fullmatch(between))


def _range(first: FoundDate, second: FoundDate, plain: str) -> FoundPeriod | None:
    start = _since_start(first, plain)
    if "placeholder" in (first.kind, second.kind):
        return FoundPeriod(start, second.end, None)
    begin, end = first.date, second.date
    if begin is None or end is None or second.kind == "month-only":
        return None
    if first.kind == "month-only":
        begin = PartialDate(end.year, begin.month)
    if years := _pair_of_years(begin, second, plain):
        return FoundPeriod(start, years, Period(PartialDate(begin.year), PartialDate(end.year + 1)))
    ambiguous = "ambiguous" in (first.kind, second.kind)
    return FoundPeriod(start, second.end, Period(begin, end), ambiguous)


def _pair_of_years(begin: PartialDate, second: FoundDate, plain: str) -> int | None:
    """Where "2010/11 to 2016/17" ends: what looks like November 2010 is a pair of years beside such a pair."""
    match = _SHORT_END.match(plain, second.end) if second.kind == "year" and second.date else None
    if match is None or second.date is None or begin.month != begin.year % 100 + 1:
        return None
    return match.end() if int(match[1]) == second.date.year % 100 + 1 else None


def _single(date: FoundDate, plain: str) -> FoundPeriod | None:
    ending = present().match(plain, date.end)
    if date.kind == "placeholder":
        return FoundPeriod(date.start, ending.end() if ending else date.end, None)
    start, ambiguous = _since_start(date, plain), date.kind == "ambiguous"
    if ending:
        return FoundPeriod(start, ending.end(), Period(date.date, None, current=True), ambiguous)
    if date.kind == "month-only" or date.date is None or not _is_certain(date, plain, start):
        return None
    return _short_end(date, plain, start) or _open(date, plain, start) or _one_sided(date, plain, start)


def _open(date: FoundDate, plain: str, start: int) -> FoundPeriod | None:
    """ "2019 -", "2019 onwards", "since 2019" and, beginning a line, "2019 → Baker" last to the present."""
    ending = open_end().match(plain, date.end)
    if ending is None and not plain[:start].strip():
        ending = arrow().match(plain, date.end)
    if ending is None and not (
        start < date.start and date_words("alone_means_current").search(plain[start : date.start])
    ):
        return None
    end = ending.end() if ending else date.end
    period = Period(date.date, None, current=True)
    return FoundPeriod(start, end, period, ambiguous=date.kind == "ambiguous", assumed=True)


def _one_sided(date: FoundDate, plain: str, start: int) -> FoundPeriod:
    ambiguous = date.kind == "ambiguous"
    if until := until_before().search(plain, max(0, start - _NEAR), start):
        return FoundPeriod(until.start(), date.end, Period(None, date.date), ambiguous)
    return FoundPeriod(date.start, date.end, Period(date.date, None), ambiguous, alone=True)


def _is_certain(date: FoundDate, plain: str, start: int) -> bool:
    """ "05/21" is a date where nothing else stands, as in a cell, or only "since" before it."""
    before, after, written = plain[:start], plain[date.end :], plain[date.start : date.end]
    return date.kind != "weak" or not (before.strip(" (") or after.strip(" ).") or _ONE_FIGURE.match(written))


def _short_end(date: FoundDate, plain: str, start: int) -> FoundPeriod | None:
    """2015-18, 2015/16; "2017-18 to present" of one who began in that school year."""
    match = _SHORT_END.match(plain, date.end) if date.kind in ("year", "season") else None
    if match is None or date.date is None:
        return None
    end = century(int(match[1]))
    if not date.date.year <= end <= date.date.year + 60:
        return None
    if end == date.date.year + 1 and (until_now := present().match(plain, match.end())):
        return FoundPeriod(start, until_now.end(), Period(PartialDate(date.date.year), None, current=True))
    return FoundPeriod(start, match.end(), Period(PartialDate(date.date.year), PartialDate(end)))


def _since_start(date: FoundDate, plain: str) -> int:
    before = since_before().search(plain, max(0, date.start - _NEAR), date.start)
    return before.start() if before else date.start
