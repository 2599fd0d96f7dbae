"""Layout variants of written pages: the same words in another dress, each line with its label.

A model that has seen a page in one layout only learns the layout. Each variant is made of a few changes that real pages
show: other looks, other headings or none, other separators and orders in the heads of entries, tables for lines and
lines for tables, sections in another order. The same page and number give the same variant.
"""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from functions.summarize.docx.document import Block, Cell, Document
from functions.summarize.parsers.features import line_features
from functions.summarize.parsers.word_lists import FOLDER
from functions.summarize.text.phrases import read_list
from training.reading.pages import LabelledPage

Random = random.Random


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph and its label."""

    block: Block
    label: str

    @property
    def section(self) -> str:
        """The section of the label."""
        return self.label.partition(".")[0]

    @property
    def kind(self) -> str:
        """The kind of the label."""
        return self.label.partition(".")[2]


Rows = list[Row]
Change = Callable[[Rows, Random], Rows]
_CHANCE = 0.35
"""How likely each change is in a variant: two or three of them together."""


def variants(page: LabelledPage, count: int) -> list[LabelledPage]:
    """So many variants of a page."""
    return [_variant(page, number) for number in range(count)]


def _variant(page: LabelledPage, number: int) -> LabelledPage:
    chance = Random(f"{page.family}/{page.name}/{number}")
    rows = _rows(page)
    for change in CHANGES:
        if chance.random() < _CHANCE:
            rows = change(rows, chance)
    document = _document(rows)
    labels = tuple(rows[line.block.index].label for line in document.lines)
    return LabelledPage(f"{page.name}, variant {number}", page.family, document, labels, page.facts)


def _rows(page: LabelledPage) -> Rows:
    labels = {line.block.index: label for line, label in zip(page.document.lines, page.labels, strict=True)}
    return [Row(block, labels[block.index]) for block in page.document.blocks if block.index in labels]


def _document(rows: Rows) -> Document:
    blocks: list[Block] = []
    start = 0
    for index, row in enumerate(rows):
        blocks.append(replace(row.block, index=index, start=start, caps=row.block.text.isupper(), links=()))
        start = blocks[-1].end + 1
    return Document(tuple(blocks))


def _with(row: Row, **changes: object) -> Row:
    return Row(replace(row.block, **changes), row.label)  # type: ignore[arg-type]


def _plain_looks(rows: Rows, chance: Random) -> Rows:
    """Nothing is bold, styled or listed; or one of the three."""
    bold, level, listed = (chance.random() < 0.6 for _ in range(3))
    return [
        _with(
            row,
            bold=row.block.bold and not bold,
            heading_level=None if level else row.block.heading_level,
            list_level=None if listed else row.block.list_level,
        )
        for row in rows
    ]


def _typed_bullets(rows: Rows, chance: Random) -> Rows:
    mark = chance.choice(("• ", "- ", "* ", "– ", "▪ "))
    return [
        _with(row, text=mark + row.block.text, list_level=None)
        if row.kind == "body" and row.block.list_level is not None
        else row
        for row in rows
    ]


def _listed_bodies(rows: Rows, chance: Random) -> Rows:
    sections = [
        section
        for section in ("work", "skills", "credentials", "education", "awards")
        if chance.random() < 0.5
    ]
    kinds = ("body", "head") if chance.random() < 0.2 else ("body",)
    return [
        _with(row, list_level=0)
        if row.section in sections and row.kind in kinds and not row.block.cell
        else row
        for row in rows
    ]


def _heading_looks(rows: Rows, chance: Random) -> Rows:
    """All headings in one other look: capitals, a style, bold, with a colon, or as plain as the text."""
    upper, colon = chance.random() < 0.4, chance.random() < 0.25
    bold, level = chance.random() < 0.5, chance.choice((None, None, 1, 2))

    def dressed(row: Row) -> Row:
        text = row.block.text.upper() if upper else row.block.text
        return _with(
            row, text=text + ":" * (colon and not text.endswith(":")), bold=bold, heading_level=level
        )

    return [dressed(row) if row.kind == "heading" else row for row in rows]


def _renamed_headings(rows: Rows, chance: Random) -> Rows:
    """Headings in other words, some with a slip of the pen."""
    return [
        _with(row, text=_renamed(row, chance)) if row.kind == "heading" and chance.random() < 0.6 else row
        for row in rows
    ]


def _renamed(row: Row, chance: Random) -> str:
    path = FOLDER / "heading" / f"{row.section}.txt"
    words = chance.choice(_entries(path)) if path.exists() else row.block.text
    if chance.random() < 0.15 and len(words) > 4:
        place = chance.randrange(1, len(words) - 1)
        words = words[:place] + words[place + 1 :]
    text = row.block.text
    return words.upper() if text.isupper() else words.title() if text.istitle() else words.capitalize()


def _entries(path: Path) -> tuple[str, ...]:
    return read_list(path)


def _without_headings(rows: Rows, chance: Random) -> Rows:
    share = chance.choice((0.3, 1.0))
    return [row for row in rows if row.kind != "heading" or chance.random() >= share]


_SEPARATORS = (", ", " | ", " – ", " - ", "\t", " • ", " / ", "; ", " — ", "  ", " @ ")
_BETWEEN = re.compile(r"\t|, | \| | [–—-] ")


def _other_separators(rows: Rows, chance: Random) -> Rows:
    one, other = chance.choice(_SEPARATORS), chance.choice(_SEPARATORS)

    def changed(text: str) -> str:
        first = _BETWEEN.search(text)
        mark = first.group() if first else ""
        return text.replace(mark, one).replace(", ", other, 1) if mark else text

    return [_with(row, text=changed(row.block.text)) if row.kind == "head" else row for row in rows]


def _merged_heads(rows: Rows, chance: Random) -> Rows:
    """The head lines of an entry on one line."""
    mark = chance.choice(_SEPARATORS)
    merged: Rows = []
    for (label, cell), group in groupby(rows, lambda row: (row.label, row.block.cell)):
        lines = list(group)
        if label in ("work.head", "education.head") and cell is None and len(lines) in (2, 3):
            merged.append(_with(lines[0], text=mark.join(line.block.text for line in lines)))
        else:
            merged += lines
    return merged


def _split_heads(rows: Rows, chance: Random) -> Rows:
    """The parts of a head line on lines of their own, in their order or turned round."""
    turned = chance.random() < 0.4
    marks = chance.choice((r"\t", r"\t| [|–—-] ", r"\t|, (?=[A-Z])"))
    split: Rows = []
    for row in rows:
        parts = re.split(marks, row.block.text, maxsplit=2) if row.kind == "head" else [row.block.text]
        order = parts[::-1] if turned else parts
        split += [
            _with(row, text=part.strip(), bold=row.block.bold and not number)
            for number, part in enumerate(order)
            if part.strip()
        ]
    return split


def _turned_heads(rows: Rows, _: Random) -> Rows:
    """The head lines of every entry in the opposite order."""
    turned: Rows = []
    for (label, cell), group in groupby(rows, lambda row: (row.label, row.block.cell)):
        lines = list(group)
        turned += (
            lines[::-1]
            if label in ("work.head", "education.head") and cell is None and len(lines) < 4
            else lines
        )
    return turned


def _flattened(rows: Rows, _: Random) -> Rows:
    """Tables as lines."""
    return [_with(row, cell=None) for row in rows]


def _in_tables(rows: Rows, chance: Random) -> Rows:
    """Entries as rows of tables: dates in a column on the left or on the right, the rest beside them."""
    if any(row.block.cell for row in rows):
        return rows
    left = chance.random() < 0.7
    sections = ("work", "education") if chance.random() < 0.6 else ("work",)
    dated = _dated(rows)
    table, line, placed = -1, -1, ""
    made: Rows = []
    for number, row in enumerate(rows):
        inside = row.section in sections and row.kind in ("head", "body", "field", "sub")
        if inside and placed != row.section:
            table, line = table + 1, -1
        placed = row.section if inside else ""
        if not inside:
            made.append(row)
            continue
        begins = row.kind == "head" and (
            number == 0 or rows[number - 1].kind != "head" or rows[number - 1].section != row.section
        )
        line += begins or line < 0
        column = (0 if left else 1) if dated[number] else (1 if left else 0)
        made.append(_with(row, cell=Cell(table, line, column)))
    return sorted_cells(made)


def sorted_cells(rows: Rows) -> Rows:
    """The rows in the order in which a reader meets them: the cells of a table by row and column."""
    ordered: Rows = []
    for table, group in groupby(rows, lambda row: row.block.cell.table if row.block.cell else -1):
        lines = list(group)
        ordered += sorted(lines, key=_address) if table >= 0 else lines
    return ordered


def _address(row: Row) -> tuple[int, int]:
    cell = row.block.cell
    return (cell.row, cell.column) if cell else (0, 0)


def _dated(rows: Sequence[Row]) -> list[bool]:
    """Which rows are dates and nothing else."""
    found = [False] * len(rows)
    for each in line_features(_document(list(rows))):
        length = sum(period.end - period.start for period in each.periods)
        found[each.line.block.index] = bool(length) and len(each.line.text) - length < 6
    return found


def _fewer_bodies(rows: Rows, chance: Random) -> Rows:
    share = chance.choice((0.3, 0.8))
    return [
        row
        for row in rows
        if row.kind != "body" or row.section not in ("work", "projects") or chance.random() >= share
    ]


def _sections_moved(rows: Rows, chance: Random) -> Rows:
    """The sections after the top of the page in another order."""
    if any(row.block.cell for row in rows):
        return rows
    sections: list[Rows] = []
    for row in rows:
        if row.kind == "heading" or not sections:
            sections.append([])
        sections[-1].append(row)
    first, rest = sections[0], sections[1:]
    chance.shuffle(rest)
    return [row for section in (first, *rest) for row in section]


CHANGES: tuple[Change, ...] = (
    _flattened, _sections_moved, _split_heads, _turned_heads, _merged_heads, _other_separators, _in_tables,
    _fewer_bodies, _renamed_headings, _heading_looks, _without_headings, _listed_bodies, _typed_bullets, _plain_looks,
)  # fmt: skip
