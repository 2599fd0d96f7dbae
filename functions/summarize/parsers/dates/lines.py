"""The periods of every line, also of those that go on over the end of theirs: "Apr 2019 –" above "Mar 2023"."""

import re
from collections.abc import Iterator, Sequence

from functions.summarize.docx.document import Line
from functions.summarize.parsers.dates.dates import century
from functions.summarize.parsers.dates.periods import FoundPeriod, continuation, find_periods
from functions.summarize.resume import PartialDate, Period
from functions.summarize.text.folding import fold

_Periods = tuple[FoundPeriod, ...]


def periods_by_line(lines: Sequence[Line], longest: int, *, day_first: bool) -> Iterator[_Periods]:
    """In the order of the lines; none of one longer than `longest` characters.

    A line that begins with the end of the period above has a period without a beginning there.
    """
    above: Line | None = None
    begun: FoundPeriod | None = None
    months = any(map(_writes_months, lines))
    for line in lines:
        found = find_periods(line.text, day_first=day_first) if len(line.text) <= longest else ()
        if len(found) == 1 and not months:
            found = (_in_years(found[0], line.text),)
        if begun and above and above.block.cell == line.block.cell:
            end = continuation(line.text[:longest], day_first=day_first, after_dash=begun.assumed)
            if end is not None:
                found = (end, *(one for one in found if one.start >= end.end))
        yield found
        above, begun = line, _begun(line.text[:longest], found)


_TYPED = re.compile(r"(?<![\d-])(?:19|20)(\d\d)-(0[1-9]|1[0-2])(?![\d-])")
_OF_ONE_DAY = re.compile(
    r"(?:\b(?:from|since|start\w*|beg[iau]n\w*|end\w*|until|till|joined|left|graduat\w*|obtained|awarded|issued|completed|date|born"
    r"|seit|ab|bis|depuis|desde|hasta|dal|fino)|:)\s*$",
    re.IGNORECASE,
)
"""Words before a date of which there is but one."""


def _writes_months(line: Line) -> bool:
    """Whether a line has a month typed as 2019-03, which can be no stretch of years."""
    return any(int(month) <= int(year) for year, month in _TYPED.findall(line.text))


def _in_years(found: FoundPeriod, text: str) -> FoundPeriod:
    """ "2004-10" by itself as the years that it is: nobody holds a post for one month."""
    typed = _TYPED.fullmatch(text, found.start, found.end)
    start = found.period.start if found.period else None
    if typed is None or start is None or not found.alone or _OF_ONE_DAY.search(text[: found.start]):
        return found
    years = Period(PartialDate(start.year), PartialDate(century(int(typed[2]))))
    return FoundPeriod(found.start, found.end, years)


def _begun(text: str, found: _Periods) -> FoundPeriod | None:
    """The date that the line begins with if it lacks its end, and nothing stands beside it but after a tab."""
    first = found[0] if found else None
    if first is None or not (first.alone or first.assumed) or text[: first.start].strip():
        return None
    beside = fold(text)[first.end :].lstrip(" –—-")
    return first if not beside or beside.startswith("\t") else None
