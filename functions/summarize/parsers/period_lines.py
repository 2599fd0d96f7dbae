"""Periods that go on over the end of their line: "Apr 2019 –" above "Mar 2023", in one cell or before a tab."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from functions.summarize.parsers.periods import continuation

if TYPE_CHECKING:
    from functions.summarize.parsers.features import LineFeatures


def with_continued_periods(found: Iterable["LineFeatures"], *, day_first: bool) -> Iterator["LineFeatures"]:
    """The lines; one that begins with the end of the period above has a period without a beginning there."""
    above: LineFeatures | None = None
    for each in found:
        here = each
        if above is not None and above.line.block.cell == each.line.block.cell and _is_open(above):
            dash = above.periods[0].assumed
            end = continuation(each.text, day_first=day_first, after_dash=dash)
            if end is not None:
                here = replace(each, periods=(end, *(one for one in each.periods if one.start >= end.end)))
        yield here
        above = here


def _is_open(each: "LineFeatures") -> bool:
    """Whether the line begins with a date that lacks its end, and nothing stands beside it but after a tab."""
    first = each.periods[0] if each.periods else None
    if first is None or not (first.alone or first.assumed) or each.folded[: first.start].strip():
        return False
    beside = each.folded[first.end :].lstrip(" –—-")
    return not beside or beside.startswith("\t")
