"""The periods of an entry: from and to that stand apart are one, a second stint is another."""

from collections.abc import Sequence
from dataclasses import dataclass

from functions.summarize.parsers.fields import Field
from functions.summarize.resume import PartialDate, Period


@dataclass(frozen=True, slots=True)
class Stint:
    """A period and the fields that state it."""

    period: Period
    fields: tuple[Field, ...]
    ambiguous: bool = False


def stints_of(dates: Sequence[Field]) -> tuple[Stint, ...]:
    """The periods in the order written, each once."""
    known = [one for one in dates if one.period is not None and one.period.period is not None]
    if joined := _from_and_to(known):
        return (joined,)
    found: list[Stint] = []
    for stint in map(_alone, known):
        if all(stint.period.start != other.period.start for other in found):
            found.append(stint)
    return tuple(found)


def _from_and_to(dates: Sequence[Field]) -> Stint | None:
    """Two single dates on two lines or in two cells: the beginning and the end."""
    if len(dates) != 2 or dates[0].line is dates[1].line:
        return None
    first, second = (one.period for one in dates)
    if first is None or second is None or first.period is None or second.period is None:
        return None
    begin, end = first.period.start, second.period.end or second.period.start
    if not first.alone or begin is None or (second.period.current and second.period.start is not None):
        return None
    if second.period.current:
        return Stint(Period(begin, None, current=True), tuple(dates))
    if not (second.alone or second.period.start is None) or end is None or _before(end, begin):
        return None
    return Stint(Period(begin, end), tuple(dates), first.ambiguous or second.ambiguous)


def _before(one: PartialDate, other: PartialDate) -> bool:
    return (one.year, one.month or 12) < (other.year, other.month or 1)


def _alone(one: Field) -> Stint:
    """A single date is the whole of it: a job of one year or one month."""
    found = one.period
    assert found is not None
    assert found.period is not None
    period = found.period
    if found.alone and period.end is None:
        period = Period(period.start, period.start)
    return Stint(period, (one,), found.ambiguous)
