"""How what stands behind a comma goes on with what is before it, and where a line begins another note."""

import re

_GOING_ON = re.compile(
    r"^(?:\w+ing|which|that|who|with|w/|without|so|despite|now|at|through|in|on|all|both|each|taken|adopted|ranked|"
    r"used|under|over|ahead|within|by|as|a|an|the|including|incl\.?|still|then|later|since|safe|"
    r"\w+ of (?:whom|which))\b",
    re.IGNORECASE,
)
_NOTE = re.compile(r";\s|\s[-–—]\s|\.\s(?=[A-Z])|,\s(?=\D)|,\s(?=\d+ )")
_LIMITED = re.compile(r"\b(?:but|except|not|never|until|failed|although|though|only)\b", re.IGNORECASE)


def goes_on(words: str) -> bool:
    """Whether words behind a comma go on by themselves: "now in use at five sites", not "no capex"."""
    return _GOING_ON.match(words) is not None


def without_note(line: str) -> str:
    """A line up to where it begins another note: "Built a dashboard[, 6,200 customers on payment plans]".

    The whole line where the note is a part of a series, goes on, or limits what is said before it.
    """
    for found in _NOTE.finditer(line):
        before, note = line[: found.start()], line[found.end() :]
        if found[0] == ", " and (goes_on(note) or re.search(r"\band\b|, ", note) or " and " in before):
            continue
        return line if _LIMITED.search(note) or len(before.split()) < _LEAST else before
    return line


_LEAST = 3
"""Words that an act has at least: its verb and what was done, to what."""
