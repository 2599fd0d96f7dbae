"""The order in which a table is read: row by row, or column by column where the table only makes a layout.

A table of facts ("dates | job") keeps the cells of a row together. A table that draws a two-column page keeps the
cells of a column together, or a section begun in one row would go on in the wrong one.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby

from functions.summarize.docx.contact import holds_contact
from functions.summarize.docx.document import Block

_MOST_LAYOUT_ROWS = 8
_MOST_LAYOUT_COLUMNS = 4
_HEADING_WORDS = 5
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\b(?:present|current|today|ongoing|20xx)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CellText:
    """What one cell holds. `column` counts grid columns, `span` how many of them it covers."""

    column: int
    span: int
    blocks: tuple[Block, ...]


Row = Sequence[CellText]


def reading_order(rows: Sequence[Row]) -> Iterator[Block]:
    """The blocks of a table in reading order."""
    filled = [[cell for cell in row if cell.blocks] for row in rows]
    width = max((cell.column + cell.span for row in rows for cell in row), default=0)
    for _, band in groupby(filled, lambda row: _spans(row, width)):
        yield from _band(list(band))


def _spans(row: Row, width: int) -> bool:
    return len(row) == 1 and row[0].span == width > 1


def _band(rows: list[list[CellText]]) -> Iterator[Block]:
    columns = sorted({cell.column for row in rows for cell in row})
    together = [row for row in rows if len(row) > 1]
    if not together or len(columns) != len(together[0]) or len(rows) > _MOST_LAYOUT_ROWS:
        return _in_rows(rows)
    if len(columns) == 2 and _makes_columns(together):
        return _in_columns(rows, _column_order(rows, columns))
    if _heads_columns(rows, len(columns)):
        return _in_columns(rows, columns)
    return _in_rows(rows)


def _in_rows(rows: list[list[CellText]]) -> Iterator[Block]:
    return (block for row in rows for cell in row for block in cell.blocks)


def _in_columns(rows: list[list[CellText]], columns: list[int]) -> Iterator[Block]:
    return (
        block
        for column in columns
        for row in rows
        for cell in row
        if cell.column == column
        for block in cell.blocks
    )


def _makes_columns(rows: list[list[CellText]]) -> bool:
    """Whether both columns are running text with sections of their own, so that rows mean nothing."""
    left = [row[0].blocks for row in rows]
    right = [row[1].blocks for row in rows]
    if any(_DATED.search(blocks[0].text) for blocks in left):
        return False
    return _mostly(left, _begins_section) and _mostly(right, lambda blocks: len(blocks) > 1)


def _heads_columns(rows: list[list[CellText]], columns: int) -> bool:
    """Whether rows alternate between headings and the text under them, column by column."""
    if len(rows) % 2 or columns > _MOST_LAYOUT_COLUMNS or any(len(row) != columns for row in rows):
        return False
    heads = [cell.blocks for row in rows[::2] for cell in row]
    texts = [cell.blocks for row in rows[1::2] for cell in row]
    headed = all(len(blocks) == 1 and _is_heading(blocks[0]) for blocks in heads)
    return headed and _mostly(texts, lambda blocks: len(blocks) > 1)


def _column_order(rows: list[list[CellText]], columns: list[int]) -> list[int]:
    """Left before right, but a side column without contact data after the main one."""
    side, main = ([c.blocks for row in rows for c in row if c.column == column] for column in columns)
    side_text, main_text = (_text(blocks) for blocks in (side, main))
    aside = len(side_text) < len(main_text) and not holds_contact(side_text)
    return columns[::-1] if aside else columns


def _text(cells: list[tuple[Block, ...]]) -> str:
    return "\n".join(block.text for blocks in cells for block in blocks)


def _mostly(cells: Sequence[tuple[Block, ...]], holds: Callable[[tuple[Block, ...]], bool]) -> bool:
    return 2 * sum(holds(blocks) for blocks in cells) > len(cells)


def _begins_section(blocks: tuple[Block, ...]) -> bool:
    return any(names_section(block.text) for block in blocks[:-1])


def names_section(text: str) -> bool:
    """Whether a short text holds a word that headings of resumes are made of."""
    words = re.findall(r"\w+", text.casefold())
    return len(words) <= _HEADING_WORDS and not _section_words().isdisjoint(words)


def _is_heading(block: Block) -> bool:
    marked = block.heading_level is not None or block.bold or block.caps or names_section(block.text)
    return marked and len(block.text.split()) <= _HEADING_WORDS and not _DATED.search(block.text)


@cache
def _section_words() -> frozenset[str]:
    text = files(__package__).joinpath("section_words.txt").read_text(encoding="utf-8")
    return frozenset(text.split())
