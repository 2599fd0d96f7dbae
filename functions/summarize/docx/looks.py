"""How the lines of a document look, so that a page can show a text as its writer knows it."""

from collections.abc import Iterator
from typing import Literal

from functions.summarize.docx.document import Block, Document

Look = Literal["heading", "strong", "item", "cell", "text"]
"""A heading · wholly bold · an entry of a list · in a cell of a table · anything else."""
MOST_WORDS = 5
"""Words of a line in capitals that is a heading though no style says so."""


def looks_of(document: Document) -> tuple[Look, ...]:
    """The look of each line of `document.text`, in its order."""
    return tuple(look for block in document.blocks for look in _looks(block))


def _looks(block: Block) -> Iterator[Look]:
    for number, line in enumerate(block.text.split("\n")):
        look = _look(block, line)
        yield "text" if look == "item" and number else look


def _look(block: Block, line: str) -> Look:
    if block.heading_level is not None:
        return "heading"
    if block.list_level is not None:
        return "item"
    if block.caps and len(line.split()) <= MOST_WORDS:
        return "heading"
    if block.bold:
        return "strong"
    return "text" if block.cell is None else "cell"
