"""A text cut at the borders of its marks, so that each piece is marked as a whole or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of the text and the numbers of the items that rest on it, ascending."""

    text: str
    items: tuple[int, ...] = ()


def segments(text: str, spans: Sequence[Sequence[Span]]) -> list[Segment]:
    """Cut `text`; `spans[n]` are the offsets that item n rests on. Joined, the pieces are `text` again."""
    ends = {offset for places in spans for place in places for offset in place}
    borders = sorted({0, len(text)} | {offset for offset in ends if 0 < offset < len(text)})
    return [Segment(text[start:end], _resting(start, end, spans)) for start, end in pairwise(borders)]


def _resting(start: int, end: int, spans: Sequence[Sequence[Span]]) -> tuple[int, ...]:
    return tuple(
        number
        for number, places in enumerate(spans)
        if any(first <= start and end <= last for first, last in places)
    )
