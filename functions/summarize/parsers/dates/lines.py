"""The periods of every line, also of those that go on over the end of theirs: "Apr 2019 –" above "Mar 2023"."""

from collections.abc import Iterator, Sequence

from functions.summarize.docx.document import Line
from functions.summarize.parsers.dates.periods import FoundPeriod, continuation, find_periods
from functions.summarize.text.folding import fold

_Periods = tuple[FoundPeriod, ...]


def periods_by_line(lines: Sequence[Line], longest: int, *, day_first: bool) -> Iterator[_Periods]:
    """In the order of the lines; none of one longer than `longest` characters.

    A line that begins with the end of the period above has a period without a beginning there.
    """
    above: Line | None = None
    begun: FoundPeriod | None = None
    for line in lines:
        found = find_periods(line.text, day_first=day_first) if len(line.text) <= longest else ()
        if begun and above and above.block.cell == line.block.cell:
            end = continuation(line.text[:longest], day_first=day_first, after_dash=begun.assumed)
            if end is not None:
                found = (end, *(one for one in found if one.start >= end.end))
        yield found
        above, begun = line, _begun(line.text[:longest], found)


def _begun(text: str, found: _Periods) -> FoundPeriod | None:
    """The date that the line begins with if it lacks its end, and nothing stands beside it but after a tab."""
    first = found[0] if found else None
    if first is None or not (first.alone or first.assumed) or text[: first.start].strip():
        return None
    beside = fold(text)[first.end :].lstrip(" –—-")
    return first if not beside or beside.startswith("\t") else None
