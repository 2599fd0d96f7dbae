"""Changes that the figures of a line show: what went up or down from one figure to another."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from functions.summarize.language.numbers import Number, numbers_in
from functions.summarize.language.words import wording
from functions.summarize.lines.measure import direction

_JOINED = re.compile(r"[^.;]{0,40}?(\bto\b|→|[-=]>|>|,|/|\(was).{0,8}")
_ARROW = re.compile(r"\s?(?:\S{1,8}\s)?(?:to|→|[-=]>|>|➔|➜)\s?")
_SIGN = re.compile(r"(?:^|\s)(?:(?P<up>\+|up\b)|(?P<down>[−–-]|down\b))\s?(?:by\s|to\s|from\s)?\S{0,4}\d")


def changes_in(text: str) -> Iterator[tuple[Number, Number]]:
    """Pairs of figures of one unit that a line joins as before and after."""
    for earlier, later in pairwise(numbers_in(text)):
        if earlier.unit == later.unit and _JOINED.fullmatch(text[earlier.end : later.start]):
            yield earlier, later


@lru_cache(maxsize=1024)
def shown_by(text: str) -> frozenset[str]:
    """The stems of words for going up, or down, that a bare change of the line shows: "71% → 88%" was raised."""
    ways = set[str | None]()
    for earlier, later in pairwise(numbers_in(text)):
        if _ARROW.fullmatch(text[earlier.end : later.start]):
            end = re.match(r"\s?[^\W\d]*", text[later.end :])
            between = text[earlier.start : later.start]
            unit = re.match(r"[^→>]*?(?=\s?(?:\bto\b|→|[-=]>|>|➔|➜))", between)
            ways.add(
                direction(
                    unit[0] if unit else text[earlier.start : earlier.end],
                    text[later.start : later.end + (end.end() if end else 0)],
                )
            )
    for found in _SIGN.finditer(text):
        ways.add("up" if found["up"] else "down")
    known = wording()
    return (known.up if "up" in ways else frozenset()) | (known.down if "down" in ways else frozenset())
