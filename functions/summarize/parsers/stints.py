"""The periods of an entry: dates that stand apart are one, a second stint is another."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from functions.summarize.parsers.fields import Field
from functions.summarize.resume import PartialDate, Period


@dataclass(frozen=True, slots=True)
class Stint:
    """A period and the fields that state it: `alone` if made of single dates, `open` while it lacks its end."""

    period: Period
    fields: tuple[Field, ...]
    ambiguous: bool = False
    alone: bool = False
    open: bool = False


def stints_of(dates: Sequence[Field]) -> tuple[Stint, ...]:
    """The periods in the order written, each once.

    A date without its end is closed by an end without its beginning ("Apr 2019 –", "to Mar 2023"); several single
    dates ("summers 2021, 2022 and 2023") are the stretch from the first to the last. Beside a whole period a single
    date tells of something else: "2016 – 2019 (confirmed 2017)".
    """
    found: list[Stint] = []
    for each in dates:
        stint = _stint(each)
        if stint is None:
            continue
        joined = _joined(found[-1], stint) if found else None
        if joined:
            found[-1] = joined
        elif stint.period.start is not None or not found:
            found.append(stint)
    whole = [stint for stint in found if not stint.open and not stint.alone]
    return tuple(whole or found)


def _stint(each: Field) -> Stint | None:
    found = each.period
    if found is None or found.period is None:
        return None
    period = found.period
    if found.alone and period.end is None:
        period = Period(period.start, period.start)
    return Stint(period, (each,), found.ambiguous, found.alone, found.alone or found.assumed)


def _joined(one: Stint, other: Stint) -> Stint | None:
    fields, ambiguous = one.fields + other.fields, one.ambiguous or other.ambiguous
    begin, end = one.period.start, other.period.end
    ends = other.period.start is None or (other.alone and _ends_in_dash(one))
    if ends and one.open and begin is not None:
        if other.period.current:
            return Stint(Period(begin, None, current=True), fields, ambiguous)
        return Stint(Period(begin, end), fields, ambiguous) if end and not _before(end, begin) else None
    if not (one.alone and other.alone) or begin is None or end is None:
        return None
    first = other.period.start if other.period.start and _before(other.period.start, begin) else begin
    last = one.period.end if one.period.end and _before(end, one.period.end) else end
    return replace(one, period=Period(first, last), fields=fields, ambiguous=ambiguous, open=False)


def _ends_in_dash(stint: Stint) -> bool:
    """Whether the next date is its end: "Apr 2019 –" above "Mar 2023"."""
    last = stint.fields[-1]
    return last.period is not None and last.line.text[: last.period.end].endswith(("-", "–", "—"))


def _before(one: PartialDate, other: PartialDate) -> bool:
    return (one.year, one.month or 12) < (other.year, other.month or 1)
