"""Between reader and parsers: everything that depends on where things stand on the page.

Newspaper columns with their headings beside them, columns of dates, ranges broken over two lines, boxes to tick and
tables that answer yes or no become plain reading order. Nothing is added; what a form says is not so is left out, with
a notice.
"""

from functions.summarize.docx.document import Document
from functions.summarize.layout import boxes, columns, dates
from functions.summarize.layout.blocks import arranged

__all__ = ["arrange"]


def arrange(document: Document) -> Document:
    """The document as it is read by eye. Takes time in proportion to its blocks."""
    blocks, left_out = boxes.answered(document.blocks)
    blocks = columns.beside_headings(blocks)
    blocks = dates.column_by_rows(blocks)
    blocks = dates.before_entries(blocks)
    blocks = dates.on_one_line(blocks)
    return arranged(document, blocks, left_out)
