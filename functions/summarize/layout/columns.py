"""Newspaper columns: headings in a narrow first column, what they head in the second."""

from collections.abc import Sequence
from itertools import groupby

from functions.summarize.docx.document import Block
from functions.summarize.layout.blocks import Blocks

_HEADING_WORDS = 5
_FEWEST_HEADINGS = 2


def beside_headings(blocks: Sequence[Block]) -> Blocks:
    """Each heading of a first column before the group of blocks beside it.

    Groups are parted by empty lines. Where there are not as many of them as headings, the columns stay as they are.
    """
    arranged: list[Block] = []
    for _, region in groupby(blocks, lambda block: block.region):
        arranged += _paired(list(region))
    return tuple(arranged)


def _paired(region: list[Block]) -> list[Block]:
    heads = [block for block in region if block.column == 0]
    rest = [block for block in region if block.column > 0]
    if not rest or {block.column for block in rest} != {1}:
        return region
    before, heads = _only_headings(heads)
    groups = _groups(rest)
    if len(heads) < _FEWEST_HEADINGS or len(groups) != len(heads):
        return region
    return [*before, *(block for head, group in zip(heads, groups, strict=True) for block in (head, *group))]


def _only_headings(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    """The blocks at the end that look like headings, and those before them."""
    at = len(blocks)
    while at and _is_heading(blocks[at - 1]):
        at -= 1
    return blocks[:at], blocks[at:]


def _is_heading(block: Block) -> bool:
    words = block.text.split()
    marked = block.bold or block.caps or block.heading_level is not None
    return marked and len(words) <= _HEADING_WORDS and not any(map(str.isdigit, block.text))


def _groups(blocks: list[Block]) -> list[list[Block]]:
    groups: list[list[Block]] = []
    for block in blocks:
        if block.above or not groups:
            groups.append([])
        groups[-1].append(block)
    return groups
