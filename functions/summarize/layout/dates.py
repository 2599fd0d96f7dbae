"""Dates that stand beside what they date: in a column of their own, in the last cell, or broken over two lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from functions.summarize.docx.document import Block, Cell
from functions.summarize.layout.blocks import Blocks, with_text
from functions.summarize.parsers.dates.periods import find_periods

_LONGEST_DATE = 40
_OPEN = re.compile(r"(?P<date>[^\t]{2,24}?)\s*[–—-]\s*\t[\t ]*(?P<rest>\S.*)", re.DOTALL)
_CLOSE = re.compile(r"(?P<date>[^\t]{2,16}?)\s*\t[\t ]*(?P<rest>\S.*)", re.DOTALL)


def column_by_rows(blocks: Sequence[Block]) -> Blocks:
    """A table of one row that holds all dates left and all entries right, as one row for each date.

    The empty lines of both cells say which entry stands beside a date.
    """
    return tuple(block for table in _tables(blocks) for block in _split(table))


def before_entries(blocks: Sequence[Block]) -> Blocks:
    """Rows whose last cell holds only dates, with these before what stands left of them."""
    return tuple(block for table in _tables(blocks) for block in _dates_first(table))


def on_one_line(blocks: Sequence[Block]) -> Blocks:
    """A range whose end begins the line below, whole on the first of the two: "Apr 2016 –" above "Present"."""
    arranged: list[Block] = []
    for block in blocks:
        pair = _joined(arranged[-1], block) if arranged else None
        if pair:
            arranged[-1:] = pair
        else:
            arranged.append(block)
    return tuple(arranged)


def is_only_dates(text: str) -> bool:
    """Whether a text is a date or a period and nothing else."""
    if len(text) > _LONGEST_DATE or not any(map(str.isdigit, text)):
        return False
    left = text
    for found in find_periods(text):
        left = left.replace(text[found.start : found.end], "", 1)
    return not re.sub(r"[\W_]+", "", left)


def _tables(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Tables one by one; what stands outside of tables block by block."""
    for key, group in groupby(blocks, lambda block: block.cell.table if block.cell else None):
        table = list(group)
        if key is None:
            yield from ([block] for block in table)
        else:
            yield table


def _split(table: list[Block]) -> list[Block]:
    left, right = (
        [block for block in table if block.cell and block.cell.column == column] for column in (0, 1)
    )
    alone = len(left) + len(right) == len(table) and all(
        block.cell and block.cell.row == 0 for block in table
    )
    if (
        not alone
        or len(left) < 2
        or len(right) <= len(left)
        or not all(is_only_dates(one.text) for one in left)
    ):
        return table
    heights = list(_heights(right))
    starts = [_nearest(heights, height) for height in _heights(left)]
    if len(set(starts)) != len(starts) or starts[0] != 0:
        return table
    rows: list[Block] = []
    for row, (date, start, end) in enumerate(zip(left, starts, [*starts[1:], len(right)], strict=True)):
        rows += [_in_row(date, row), *(_in_row(block, row) for block in right[start:end])]
    return rows


def _heights(cell: Sequence[Block]) -> Iterator[int]:
    """How many lines of the cell stand above each of its blocks."""
    height = 0
    for block in cell:
        height += block.above
        yield height
        height += 1 + block.text.count("\n")


def _nearest(heights: Sequence[int], height: int) -> int:
    return min(range(len(heights)), key=lambda at: (abs(heights[at] - height), at))


def _in_row(block: Block, row: int) -> Block:
    assert block.cell
    return replace(block, cell=Cell(block.cell.table, row, block.cell.column))


def _dates_first(table: list[Block]) -> list[Block]:
    rows = [list(row) for _, row in groupby(table, lambda block: block.cell and block.cell.row)]
    if not all(map(_ends_with_dates, rows)):
        return table
    return [block for row in rows for block in _swapped(row)]


def _ends_with_dates(row: list[Block]) -> bool:
    """Whether the second of two cells is one date, and the first says several things, none of them a date."""
    *entry, date = row
    columns = [block.cell.column for block in row if block.cell]
    return (
        len(entry) > 1
        and len(set(columns)) == 2
        and columns[-1] > columns[-2]
        and is_only_dates(date.text)
        and not any(find_periods(block.text) for block in entry[:2])
    )


def _swapped(row: list[Block]) -> list[Block]:
    *entry, date = row
    assert date.cell
    assert entry[0].cell
    first, last = entry[0].cell, date.cell
    return [replace(date, cell=first), *(replace(block, cell=last) for block in entry)]


def _joined(above: Block, below: Block) -> tuple[Block, Block] | None:
    if "\t" not in above.text or "\t" not in below.text or above.cell != below.cell:
        return None
    opened, closed = _OPEN.fullmatch(above.text), _CLOSE.fullmatch(below.text)
    if opened is None or closed is None:
        return None
    period = f"{opened['date']} – {closed['date']}"
    found = list(find_periods(period))
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(period)):
        return None
    first = f"{period}\t{opened['rest']}"
    return (
        with_text(above, first, len(above.text) - len(first)),
        with_text(below, closed["rest"], len(below.text) - len(closed["rest"])),
    )
