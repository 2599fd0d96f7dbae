"""Where floating text boxes are read: beside the running text they have a place on the page, not in the text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from functions.summarize.docx.contact import holds_contact
from functions.summarize.docx.document import Block

_BANNER = 3
_NOTE = 2
_MOST_ORDERED = 60


@dataclass(frozen=True, slots=True)
class Float:
    """A floating box: its blocks, how many blocks of the story stand before it, and its place in EMU if known."""

    anchor: int
    blocks: tuple[Block, ...]
    left: int | None = None
    top: int | None = None
    width: int = 0
    height: int = 0


_Measure = Callable[[Float], int]


def place(flow: Sequence[Block], floats: Sequence[Float]) -> list[Block]:
    """A story with its floating boxes in reading order.

    Where the boxes hold most of the text they are the page: they are read where they are anchored, column by
    column. Otherwise a banner or contact box above the text is read first, a short note where it is anchored, and
    a longer box (a side column) after the text, so that it does not tear a section apart.
    """
    if not floats:
        return list(flow)
    if _length(flow) < sum(_length(item.blocks) for item in floats):
        return _merge(flow, floats, aside=[])
    near = [item for item in floats if _belongs_here(item)]
    return _merge(flow, near, aside=[item for item in floats if not _belongs_here(item)])


def _belongs_here(item: Float) -> bool:
    if item.anchor:
        return len(item.blocks) <= _NOTE
    return len(item.blocks) <= _BANNER or any(holds_contact(block.text) for block in item.blocks)


def _merge(flow: Sequence[Block], floats: Sequence[Float], aside: Sequence[Float]) -> list[Block]:
    merged: list[Block] = []
    start = 0
    for anchor, group in groupby(floats, attrgetter("anchor")):
        merged += flow[start:anchor]
        merged += _blocks(by_place(list(group)))
        start = anchor
    return [*merged, *flow[start:], *_blocks(aside)]


def by_place(floats: Sequence[Float]) -> list[Float]:
    """Boxes column by column, each column from the top; in the order of the file where a place is unknown."""
    unknown = any(item.left is None or item.top is None for item in floats)
    if unknown or not 1 < len(floats) <= _MOST_ORDERED:
        return list(floats)
    for start, size in (("left", "width"), ("top", "height")):
        first, rest = _cut(floats, attrgetter(start), attrgetter(size))
        if rest:
            return by_place(first) + by_place(rest)
    return sorted(floats, key=attrgetter("top", "left"))


def _cut(floats: Sequence[Float], start: _Measure, size: _Measure) -> tuple[list[Float], list[Float]]:
    """The boxes before and after the first gap along one axis; nothing after where there is no gap."""
    ordered = sorted(floats, key=start)
    reach = start(ordered[0])
    for index, item in enumerate(ordered):
        if index and start(item) >= reach:
            return ordered[:index], ordered[index:]
        reach = max(reach, start(item) + size(item))
    return ordered, []


def _length(blocks: Sequence[Block]) -> int:
    return sum(len(block.text) for block in blocks)


def _blocks(floats: Sequence[Float]) -> list[Block]:
    return [block for item in floats for block in item.blocks]
