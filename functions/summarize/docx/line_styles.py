"""How the lines of a document look, so that a page can show a text as its writer knows it."""

from collections.abc import Iterator
from typing import Literal

from functions.summarize.docx.document import Block, Document

LineStyle = Literal["heading", "strong", "item", "cell", "text"]
"""A heading · wholly bold · an entry of a list · in a cell of a table · anything else."""
MOST_WORDS = 5
"""Words of a line in capitals that is a heading though no style says so."""


def line_styles(document: Document) -> tuple[LineStyle, ...]:
    """The style of each line of `document.text`, in its order."""
    return tuple(style for block in document.blocks for style in _styles(block))


def _styles(block: Block) -> Iterator[LineStyle]:
    for number, line in enumerate(block.text.split("\n")):
        style = _style(block, line)
        yield "text" if style == "item" and number else style


def _style(block: Block, line: str) -> LineStyle:
    if block.heading_level is not None:
        return "heading"
    if block.list_level is not None:
        return "item"
    if block.caps and len(line.split()) <= MOST_WORDS:
        return "heading"
    if block.bold:
        return "strong"
    return "text" if block.cell is None else "cell"
