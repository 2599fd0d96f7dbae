"""Honest years: how long somebody has been in the line of work that the summary tells of, in words.

Months count once however many roles cover them, the month that is running not at all. Over, more than, nearly and
around are said as they are; figures are written out to twenty, in full below a hundred.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from functions.summarize.confidence import PROBABLE
from functions.summarize.planning.breaks import break_months
from functions.summarize.planning.employment import is_seasonal
from functions.summarize.resume import Education, Evidence, PartialDate, Period, Resume, Role

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()
_YOUNG = 5
"""Years below which a half is worth saying."""
_LONGEST = 60
_GAP = 2
"""Months between two roles that are no break, or by which they overlap: people hand in their notice and move."""
_HALF = 6
"""Months by which a year without one may be earlier or later than its middle."""
_IDLE = 12
"""Months after which somebody whose job was one of a month would have another one."""


@dataclass(frozen=True, slots=True)
class Years:
    """A stretch of working life. `phrase` is "more than nine years"; `roles` are those counted, latest first.

    `least` are the months that it has whatever the months of bare years are.
    """

    phrase: str
    months: int
    roles: tuple[int, ...]
    evidence: tuple[Evidence, ...]
    least: int

    @property
    def short(self) -> str:
        """ "more than nine", for a second mention."""
        return self.phrase.removesuffix(" years").removesuffix(" year")

    @property
    def at_least(self) -> "Years | None":
        """The same as a least: "more than eleven years" of eleven years and nine months; None of less than a year."""
        whole, rest = divmod(self.least, 12)
        if not whole:
            return None
        return replace(self, phrase=f"{'more than' if rest else 'at least'} {counted(whole)}")


def years_of(resume: Resume, roles: Iterable[int], as_of: date) -> Years | None:
    """The years that some roles cover together; None where the dates of one of them are missing or in doubt."""
    dated = list(roles)
    if not all(_dated(resume.roles[index]) and not may_go_on(resume, index) for index in dated):
        return None
    spans = sorted(_span(resume.roles[index], as_of) for index in dated)
    months = _covered(spans)
    if not dated or not 12 <= months <= 12 * _LONGEST:
        return None
    rough = any(_is_rough(resume.roles[index]) for index in dated)
    least = months - _doubtful(resume.roles[index] for index in dated) if rough else months
    away = [break_months(resume.roles[index]) for index in dated]
    if None in away:
        return None
    evidence = tuple(
        place for index in dated if (period := resume.roles[index].period) for place in period.evidence
    )
    found = Years(in_words(months, rough=rough), months, tuple(dated), evidence, least)
    idle = sum(filter(None, away))
    return replace(found, months=months - idle, least=least - idle).at_least if idle else found


def unbroken(resume: Resume, roles: Iterable[int], as_of: date) -> list[int]:
    """Of some jobs the last ones, between which no more than a year lies; all where the dates of one are not known."""
    told = list(roles)
    if not all(_dated(resume.roles[index]) for index in told):
        return told
    spans = {index: _span(resume.roles[index], as_of) for index in told}
    kept: list[int] = []
    since = max((end for _, end in spans.values()), default=0)
    for index in sorted(told, key=lambda at: spans[at][1], reverse=True):
        begun, ended = spans[index]
        if ended + _IDLE < since:
            break
        since = min(since, begun)
        kept.append(index)
    return sorted(kept)


def is_broken(resume: Resume, roles: Iterable[int], as_of: date) -> bool:
    """Whether more than a year lies between some roles of which nothing is told: a job may have been left out."""
    told: tuple[Role | Education, ...] = (*resume.roles, *resume.education)
    known = sorted(_span(one, as_of) for one in told if one.period and one.period.value.start)
    counted = [_span(resume.roles[index], as_of) for index in roles if _dated(resume.roles[index])]
    until = min((start for start, _ in counted), default=0)
    for start, end in known:
        if start > until + _IDLE and any(begun >= start for begun, _ in counted):
            return True
        until = max(until, end)
    return False


def months_since_first(resume: Resume, roles: Iterable[int], as_of: date) -> int | None:
    """The months from the first of some roles to the end of the last; None where the dates of one are in doubt."""
    dated = [resume.roles[index] for index in roles]
    if not dated or not all(map(_dated, dated)):
        return None
    spans = [_span(role, as_of) for role in dated]
    return max(end for _, end in spans) - min(start for start, _ in spans)


def may_go_on(resume: Resume, index: int) -> bool:
    """Whether a role has but the month in which it began, and no other one followed within a year."""
    period = resume.roles[index].period
    if period is None or period.value.current or not _is_one_month(period.value):
        return False
    begun = _month(period.value.end) if period.value.end else 0
    others = (other.period.value for at, other in enumerate(resume.roles) if at != index and other.period)
    return not any(
        other.start is not None
        and _month(other.start) <= begun + _IDLE
        and (other.current or (other.end is not None and _month(other.end) > begun))
        for other in others
    )


def _is_one_month(period: Period) -> bool:
    return period.start is not None and period.start.month is not None and period.start == period.end


def is_before(one: Period, other: Period) -> bool:
    """Whether a stretch of time had ended when the other began, as far as the dates say."""
    if one.current:
        return False
    if one.end is None or other.start is None:
        return True
    if one.end.month is None or other.start.month is None:
        return other.start.year >= one.end.year
    return _month(other.start) >= _month(one.end) - _GAP


def in_words(months: int, *, rough: bool = False) -> str:
    """ "nine years", "just over nine years", "more than nine years", "nearly ten years", "around ten years"."""
    years, rest = divmod(months, 12)
    if rough:
        return f"around {counted((months + 6) // 12)}"
    if rest == 0:
        return counted(years)
    if rest >= 8:
        return f"nearly {counted(years + 1)}"
    if years < _YOUNG and rest >= 5:
        half = "a year and a half" if years == 1 else f"{number(years)} and a half years"
        return half if rest in (5, 6) else f"more than {half}"
    return f"{'just over' if rest <= 2 else 'more than'} {counted(years)}"


def counted(years: int) -> str:
    """ "a year", "nine years"."""
    return "a year" if years == 1 else f"{number(years)} years"


def number(value: int) -> str:
    """A number below a hundred in words."""
    if value < len(_ONES):
        return _ONES[value]
    tens, ones = divmod(value, 10)
    return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")


def _dated(role: Role) -> bool:
    period = role.period
    return (
        period is not None
        and not (is_seasonal(role) and _lasts(period.value))
        and period.confidence >= PROBABLE  # one date of many moves the sum little
        and period.value.start is not None
        and (period.value.current or period.value.end is not None)
    )


def _lasts(period: Period) -> bool:
    """Whether it goes over more than one year."""
    begun, ended = period.start, period.end
    return period.current or begun is None or ended is None or _month(ended) - _month(begun) >= _IDLE


def _is_rough(role: Role) -> bool:
    """Whether a bare year decides how long."""
    value: Period = role.period.value  # type: ignore[union-attr]
    return (value.start is not None and value.start.month is None) or (
        value.end is not None and not value.current and value.end.month is None
    )


def _span(role: Role | Education, as_of: date) -> tuple[int, int]:
    """The months of a role, the last one excluded; a bare year stands for its middle."""
    value: Period = role.period.value  # type: ignore[union-attr]
    now = as_of.year * 12 + as_of.month - 1
    start = _month(value.start) if value.start else now
    end = now if value.current or value.end is None else _month(value.end) + (value.end.month is not None)
    return start, max(start, min(end, now))


def _doubtful(roles: Iterable[Role]) -> int:
    """The months that bare years may have been fewer: half a year at each that no other role goes on from."""
    periods = [role.period.value for role in roles if role.period]
    begun = {day.year for one in periods if (day := one.start)}
    ended = {day.year for one in periods if (day := one.end) and not one.current}
    starts = {one.start.year for one in periods if one.start and one.start.month is None} - ended
    ends = {one.end.year for one in periods if one.end and not one.current and one.end.month is None} - begun
    return _HALF * (len(starts) + len(ends))


def _month(day: PartialDate) -> int:
    return day.year * 12 + (day.month - 1 if day.month else 6)


def _covered(spans: Iterable[tuple[int, int]]) -> int:
    total, until = 0, None
    for start, end in spans:
        if until is None or start > until + _GAP:
            total, until = total + end - start, end
        elif end > until:
            total, until = total + end - until, end
    return total
