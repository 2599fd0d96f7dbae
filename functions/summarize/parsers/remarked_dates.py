"""Dates that are a remark: "(three quarter time since 2018)" below a line of its own that says from when to when."""

import re
from collections.abc import Sequence
from dataclasses import replace

from functions.summarize.parsers.fields import Field, ReadLine

_PERIOD = "period"
_HEAD = 6
"""Lines that the head of a job may have."""
_BRACKET = re.compile(r"\([^()]*\)")


def without_remarks(lines: Sequence[ReadLine]) -> tuple[ReadLine, ...]:
    """The lines, a "since" in brackets left out where the same head has its period on a line of its own."""
    return tuple(
        replace(line, fields=tuple(one for one in line.fields if not _is_remark(one)))
        if line.section == "work" and any(map(_is_remark, line.fields)) and _has_period_above(lines, number)
        else line
        for number, line in enumerate(lines)
    )


def _is_remark(field: Field) -> bool:
    """Whether it is a date from which on, in brackets."""
    begins = field.start - field.line.start
    found = field.period
    inside = any(one.start() < begins < one.end() for one in _BRACKET.finditer(field.line.text))
    return field.name == _PERIOD and inside and found is not None and found.assumed


def _has_period_above(lines: Sequence[ReadLine], number: int) -> bool:
    """Whether a line above in the same head is nothing but a period with both its ends."""
    for line in reversed(lines[max(0, number - _HEAD) : number]):
        if line.section != "work" or line.kind != "head":
            return False
        if len(line.fields) == 1 and line.fields[0].name == _PERIOD:
            found = line.fields[0].period
            whole = line.fields[0].text.strip() == line.line.text.strip()
            return whole and found is not None and not (found.alone or found.assumed)
    return False
