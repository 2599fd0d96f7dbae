"""What the reader hands on: the visible text of a document, block by block, each with its address.

All offsets in the product are character offsets into `Document.text`, the blocks joined by newlines.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Part = Literal["body", "header", "footer", "footnote", "endnote", "textbox", "diagram"]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a person should know about the document: a stable code and a sentence without resume text.

    `start` and `end` are offsets into `Document.text` where the notice has a place.
    """

    code: str
    message: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink over `Block.text[start:end]`; only http, https and mailto targets are kept."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True)
class Cell:
    """Address of a table cell: tables are counted through the document, nested ones included."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of visible text.

    `text` holds a tab for a tab stop and a newline for a soft line break, and nothing invisible.
    `start` is its offset in `Document.text`. `bold` and `caps` hold when all of the visible text is so.
    `size` is in points, of the first visible run; None where nothing states it.
    `heading_level` is 0 for Word's Title style, 1-9 for headings (by outline level or style), None otherwise;
    `list_level` is the level of a numbered or bulleted paragraph (a typed bullet is stripped and counts as 0).
    `above` counts the empty lines over it in its cell or text, `region` the sections of the page that end above it and
    `column` the column breaks above it in its region.
    """

    index: int
    start: int
    text: str
    part: Part = "body"
    style: str = ""
    heading_level: int | None = None
    list_level: int | None = None
    cell: Cell | None = None
    bold: bool = False
    caps: bool = False
    size: float | None = None
    links: tuple[Link, ...] = ()
    above: int = 0
    column: int = 0
    region: int = 0

    @property
    def end(self) -> int:
        """Offset just past the block in `Document.text`."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Line:
    """One visual line: a block, or the piece of it between two soft line breaks. Stripped of outer spaces."""

    block: Block
    start: int
    text: str

    @property
    def end(self) -> int:
        """Offset just past the line in `Document.text`."""
        return self.start + len(self.text)


@dataclass(frozen=True)
class Document:
    """A read DOCX: visible blocks in reading order, hidden texts apart, and what a person should know.

    `hidden` never reaches a parser or a model; it exists so that its amount can be reported.
    """

    blocks: tuple[Block, ...]
    hidden: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()

    @cached_property
    def text(self) -> str:
        """The visible text that every offset refers to."""
        return "\n".join(block.text for block in self.blocks)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All non-empty visual lines in reading order."""
        return tuple(line for block in self.blocks for line in _lines(block))


def _lines(block: Block) -> Iterator[Line]:
    start = block.start
    for piece in block.text.split("\n"):
        if stripped := piece.strip():
            yield Line(block, start + piece.index(stripped), stripped)
        start += len(piece) + 1


def document_of(*texts: str) -> Document:
    """A plain document of one block per text: what tests and pasted text need."""
    blocks: list[Block] = []
    start = 0
    for index, text in enumerate(texts):
        blocks.append(Block(index, start, text))
        start += len(text) + 1
    return Document(tuple(blocks))
