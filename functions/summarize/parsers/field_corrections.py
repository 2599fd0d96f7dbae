"""What is mended of the labels of words before they become fields.

The model of words decides; these few rules hold where something else on the page is certain.
"""

from functions.summarize.parsers.field_lines import FieldLine
from functions.summarize.parsers.pauses import is_pause
from functions.summarize.parsers.tokens import Token

Marked = list[tuple[Token, str, float]]
"""The tokens of a line, each with the name of its field and how probable it is."""

OTHER, PERIOD, BREAK = "other", "period", "break"
STOPPED = frozenset(
    {"inc", "co", "ltd", "corp", "st", "bros", "jr", "sr", "hon", "hons", "dept", "univ", "mt", "tas"}
)
"""Abbreviations that keep their full stop at the end of a field."""
_FORCED = 0.9
"""How sure a field is that only a rule names."""


def corrected(line: FieldLine, marked: Marked) -> Marked:
    """The words of a line with the names that they have for certain."""
    if line.section == "work" and is_pause(
        line.features.text, line.features.words, line.features.mentions, line.features.periods
    ):
        return _pause(line, marked)
    if line.asked == "title":
        return _whole_title(marked)
    if line.asked in _DATES and line.section == "projects":
        return [(token, PERIOD if token.period else name, sure) for token, name, sure in marked]
    return marked


_DATES = frozenset({"period", "start", "end"})


def _pause(line: FieldLine, marked: Marked) -> Marked:
    """A time without a job stands as the title of its entry, and nobody employs."""
    first = line.pieces[0]
    return [
        (
            token,
            PERIOD if token.period else "title" if first.first <= number <= first.last else OTHER,
            max(sure, _FORCED),
        )
        for number, (token, _, sure) in enumerate(marked)
    ]


def _whole_title(marked: Marked) -> Marked:
    """What a label asks for as the title is the title to its end: "Position: Manager, Fund Reporting"."""
    whole = list(marked)
    for number in range(1, len(whole)):
        token, name, sure = whole[number]
        goes_on = name == "note" or (name == OTHER and token.kind == "comma")
        if whole[number - 1][1] == "title" and goes_on and token.kind in ("word", "comma"):
            whole[number] = (token, "title", sure)
    return whole
