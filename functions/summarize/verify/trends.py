"""Causes and directions: what a sentence says of why, and of up and down, stands in its lines."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from functions.summarize.language.function_words import FunctionWords
from functions.summarize.language.numbers import numbers_in
from functions.summarize.language.words import stem, wording
from functions.summarize.sentences import Fault
from functions.summarize.verify.alignment import Alignment, Run
from functions.summarize.verify.changes import changes_in
from functions.summarize.verify.index import Index

_NUMBER = re.compile(
    r"[A-Z]*[\d$£€₹]|(?:over|about|up|nearly|almost|a|more than|some|\w+teen|\w+ty|two|three|four|five|six|seven"
    r"|eight|nine|ten|eleven|twelve)\b"
)

_NEAR = 24
"""Characters in which a figure begins and ends: the name of a currency, a space and the digits."""


def trend_words(alignment: Alignment, index: Index) -> frozenset[str]:
    """Words for a change that the figures of the lines told show: "34 days → 9 days" may be said to have fallen."""
    known = wording()
    lines = {at for run in alignment.runs for at in run.options if index.all[at].is_line}
    trends = {
        later.value > earlier.value
        for at in lines
        for earlier, later in changes_in(index.all[at].statement.text)
    }
    shown = known.moves if trends else frozenset()
    return (
        shown
        | (known.up if True in trends else frozenset())
        | (known.down if False in trends else frozenset())
    )


def causes(alignment: Alignment, index: Index) -> Iterator[Fault]:
    """Both sides of a cause stand in one line that claims it too."""
    text = alignment.text
    for match in _causes(index.function_words).finditer(text):
        after = text[match.end() :].lstrip()
        said = index.function_words.in_english(match.group().lower())
        if said in ("by", "to", "through", "after", "via") and _is_figure(after):
            continue
        before = bisect_left(alignment.runs, match.start(), key=lambda run: run.start)
        behind = bisect_right(alignment.runs, match.end(), key=lambda run: run.end)
        left, right = alignment.runs[max(0, before - 1) : before], alignment.runs[behind : behind + 1]
        sides = [*left, *right]
        first = stem(match.group().split()[0])
        shared = frozenset.intersection(*(run.options for run in sides)) if sides else frozenset()
        claimed = any(first in index.all[at].stems for at in shared)
        if right and not claimed and not _in_a_name(right, index):
            yield Fault("cause", match.group(), match.start(), match.end())


def _is_figure(text: str) -> bool:
    """Whether a text begins with a figure, or with what tells how it is meant: "USD 1.1M", "over 40%"."""
    figures = numbers_in(text[:_NEAR])
    return _NUMBER.match(text) is not None or (bool(figures) and figures[0].start == 0)


@cache
def _causes(function_words: FunctionWords) -> re.Pattern[str]:
    """The words that claim a cause; those that are prepositions of other things too claim it in English only."""
    if function_words.is_english:
        return wording().causes
    return re.compile(rf"\b(?:{function_words.any_of('because', 'through')})\b", re.IGNORECASE)


def _in_a_name(runs: Sequence[Run], index: Index) -> bool:
    """ "After nearly eight years", "through Kestrel Foods": no line, no cause."""
    return not any(index.all[at].is_line for run in runs for at in run.options)


def directions(alignment: Alignment, index: Index) -> Iterator[Fault]:
    """Nothing goes up that went down."""
    known = wording()
    shown = trend_words(alignment, index)
    for run in alignment.runs:
        for token in run.tokens:
            for said, opposite in ((known.up, known.down), (known.down, known.up)):
                if token.stem not in said or token.stem in shown:
                    continue
                lines = [index.all[at] for at in run.options]
                if all(not one.stems & said and one.stems & opposite for one in lines):
                    yield Fault("direction", token.text, token.start, token.end, lines[0].statement.text)
