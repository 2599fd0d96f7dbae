"""A document as a DOCX file again: what the reader should make the same document of."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import escape

from functions.summarize.docx.document import Block, Document
from tests.builders.package import (
    Related,
    cell,
    header,
    package,
    paragraph,
    row,
    rows_of,
    run,
    styles,
    text_box,
)

_TITLE = '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
_ITEM = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
_BETWEEN = '</w:t><w:{}/><w:t xml:space="preserve">'


def docx_of(document: Document) -> bytes:
    """The DOCX file of a document: its paragraphs, tables, text boxes, headers and footers."""
    inside = [block for block in document.blocks if block.part in ("body", "textbox")]
    body = "".join(_piece(list(blocks)) for _, blocks in groupby(inside, _place))
    return package(body, styles(_TITLE), *_margins(document))


def _place(block: Block) -> tuple[str, int]:
    return block.part, block.cell.table if block.cell else -1


def _margins(document: Document) -> Iterator[Related]:
    for kind in ("header", "footer"):
        lines = [block for block in document.blocks if block.part == kind]
        if lines:
            yield header("".join(map(_paragraph, lines)), kind=kind)


def _piece(blocks: Sequence[Block]) -> str:
    if blocks[0].part == "textbox":
        return paragraph(text_box("".join(map(_paragraph, blocks)), left=914400, top=914400))
    if blocks[0].cell is None:
        return "".join(map(_paragraph, blocks))
    return rows_of(*(_row(list(cells)) for _, cells in groupby(blocks, lambda block: _address(block)[0])))


def _row(blocks: Sequence[Block]) -> str:
    columns = {column: list(cells) for column, cells in groupby(blocks, lambda block: _address(block)[1])}
    return row(
        *(cell("".join(map(_paragraph, columns.get(n, ()))) or paragraph()) for n in range(max(columns) + 1))
    )


def _address(block: Block) -> tuple[int, int]:
    assert block.cell is not None
    return block.cell.row, block.cell.column


def _paragraph(block: Block) -> str:
    bold = "<w:b/>" if block.bold else ""
    text = escape(block.text, {"\t": _BETWEEN.format("tab"), "\n": _BETWEEN.format("br")})
    return paragraph(run(text, bold), _properties(block))


def _properties(block: Block) -> str:
    if block.heading_level == 0:
        return '<w:pStyle w:val="Title"/>'
    if block.heading_level is not None:
        return f'<w:outlineLvl w:val="{block.heading_level - 1}"/>'
    return _ITEM.format(block.list_level) if block.list_level is not None else ""
