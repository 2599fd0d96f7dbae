"""One story (body, header, note ...) from its XML to blocks, in the order in which a person reads them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import ClassVar

from lxml.etree import _Element

from functions.summarize.docx.alternatives import ALTERNATE, chosen
from functions.summarize.docx.characters import clean
from functions.summarize.docx.diagrams import diagram_texts
from functions.summarize.docx.document import Block, Cell, Part
from functions.summarize.docx.drawings import (
    DIAGRAM,
    TEXT_BOX,
    WORD_ART,
    Place,
    contents_of,
    has_front_picture,
    is_unseen_path,
    place_of,
    words_along,
)
from functions.summarize.docx.fields import Fields, stray_marks
from functions.summarize.docx.formatting import UNKNOWN, Children, children_of, integer, shade_of, toggle
from functions.summarize.docx.names import VAL, W
from functions.summarize.docx.paragraph import Frame, Piece, blocks_of
from functions.summarize.docx.paragraph_properties import frame_of, is_concealed, is_off_page, is_thin
from functions.summarize.docx.placement import Float, place
from functions.summarize.docx.reading import Reading, Scope
from functions.summarize.docx.relationships import Relationships
from functions.summarize.docx.runs import Runs, shows_placeholder
from functions.summarize.docx.tables import CellText, names_section, reading_order
from functions.summarize.docx.visibility import WHITE

_Handlers = dict[str, Callable[["Story", _Element, Scope, list[Block]], None]]
_PARAGRAPH_PROPERTIES, _STYLE, _SHADE = (f"{W}{name}" for name in ("pPr", "pStyle", "shd"))
_TABLE_PROPERTIES, _TABLE_STYLE, _TABLE_LOOK = (f"{W}{name}" for name in ("tblPr", "tblStyle", "tblLook"))
_ROW, _ROW_PROPERTIES, _SKIPPED, _HIDDEN, _DELETED = (
    f"{W}{name}" for name in ("tr", "trPr", "gridBefore", "hidden", "del")
)
_CELL, _CELL_PROPERTIES, _SPAN, _MERGE, _CELL_DELETED = (
    f"{W}{name}" for name in ("tc", "tcPr", "gridSpan", "vMerge", "cellDel")
)
_CONTROL, _CONTENT = (f"{W}{name}" for name in ("sdt", "sdtContent"))
_FIELD, _HEIGHT = f"{W}fldChar", f"{W}trHeight"
_SECTION = f"{W}sectPr"
_INDENT, _FLOATING = f"{W}tblInd", f"{W}tblpPr"
_WRAPPERS = frozenset({f"{W}customXml", f"{W}sdtContent", f"{W}ins", f"{W}moveTo"})


class Story:
    """Reads one part's story. Fields may span its paragraphs; floating boxes are placed when it is complete."""

    def __init__(self, reading: Reading, relationships: Relationships, root: _Element) -> None:
        """Prepare for a part; `relationships` are those of the part, `root` its root element."""
        self._reading = reading
        self._relationships = relationships
        self._fields = Fields(stray_marks(root.iter(_FIELD)))
        self._fronted = has_front_picture(root)
        self._empty = self._column = self._region = 0
        self._flow: list[Block] = []
        self._floats: list[Float] = []

    def read(self, container: _Element, scope: Scope) -> list[Block]:
        """The blocks of a container that holds paragraphs and tables."""
        self._read(container, scope, self._flow)
        return place(self._flow, self._floats)

    def _read(self, children: Iterable[_Element], scope: Scope, out: list[Block]) -> None:
        for child in children:
            handle = self._BLOCK_LEVEL.get(child.tag)
            if handle is not None:
                handle(self, child, scope, out)

    def _paragraph(self, paragraph: _Element, scope: Scope, out: list[Block]) -> None:
        reading = self._reading
        reading.budget.check_time()
        hidden_before, changes_before = len(reading.hidden), reading.seen["tracked-change"]
        properties = children_of(paragraph.find(_PARAGRAPH_PROPERTIES))
        style = reading.styles.paragraph(_value(properties, _STYLE))
        if properties or style.layout:
            scope = self._paragraph_scope(properties, style.layout, scope)
        if style.shade and scope.background == reading.background:
            scope = replace(scope, background=style.shade)
        runs = Runs(reading, self._relationships, self._fields, style, scope)
        runs.read(paragraph)
        if runs.hidden and (hidden := "".join(runs.hidden).strip()):
            reading.hidden.append(hidden)
        if "".join(runs.struck).strip():
            reading.seen["struck-through"] += 1
        for drawing, in_hidden_run in runs.drawings:
            self._drawing(drawing, replace(scope, concealed=scope.concealed or in_hidden_run), out)
        self._column += runs.columns_before
        frame = frame_of(scope, style, properties)
        pieces = runs.pieces or (runs.prompts if _heads_section(runs.prompts, frame) else [])
        blocks = list(
            blocks_of(pieces, replace(frame, above=self._empty, column=self._column, region=self._region))
        )
        if blocks or not runs.drawings:
            self._empty = 0 if blocks else self._empty + 1
        out += blocks
        self._column += runs.columns_after
        if _SECTION in properties:
            self._region, self._column = self._region + 1, 0
        if out and len(reading.hidden) > hidden_before:
            reading.beside.setdefault("hidden-text", out[-1])
        if out and reading.seen["tracked-change"] > changes_before:
            reading.beside.setdefault("tracked-changes", out[-1])

    def _paragraph_scope(self, properties: Children, styled: Children, scope: Scope) -> Scope:
        shade = shade_of(properties.get(_SHADE))
        concealed = is_concealed(properties, styled, self._reading.page)
        if shade is None and not concealed:
            return scope
        return replace(scope, background=shade or scope.background, concealed=scope.concealed or concealed)

    def _drawing(self, drawing: _Element, scope: Scope, out: list[Block]) -> None:
        where = place_of(drawing)
        covered = where.behind and self._fronted
        concealed = scope.concealed or where.hidden or covered or where.off(self._reading.page)
        for content, fill in contents_of(drawing):
            blocks: list[Block] = []
            inner = replace(scope, background=fill or scope.background, concealed=concealed)
            if content.tag == TEXT_BOX:
                self._read(content, _within(inner, "textbox"), blocks)
            elif content.tag == WORD_ART:
                unseen = inner.concealed or is_unseen_path(content, scope.background)
                art = replace(_within(inner, "textbox"), concealed=unseen)
                self._plain(words_along(content), art, blocks)
            elif content.tag == DIAGRAM:
                for text, seen in diagram_texts(content, self._relationships, self._reading):
                    diagram = replace(_within(inner, "diagram"), concealed=inner.concealed or not seen)
                    self._plain(text, diagram, blocks)
            else:
                self._reading.seen["picture"] += 1
            self._settle(blocks, where, out)

    def _settle(self, blocks: list[Block], where: Place, out: list[Block]) -> None:
        """Put a box into the text here, or set it aside until the story is complete."""
        if where.floating and out is self._flow and blocks:
            place = (where.left, where.top, where.width, where.height)
            self._floats.append(Float(len(out), tuple(blocks), *place))
        else:
            out += blocks

    def _plain(self, text: str, scope: Scope, out: list[Block]) -> None:
        self._reading.budget.spend_characters(len(text))
        text = " ".join(clean(text).split())
        if scope.concealed and text:
            self._reading.hidden.append(text)
        elif not scope.placeholder:
            out += blocks_of([Piece(text)], Frame(scope.part, scope.cell))

    def _control(self, control: _Element, scope: Scope, out: list[Block]) -> None:
        placeholder = scope.placeholder or shows_placeholder(control)
        for content in control.iterchildren(_CONTENT):
            self._read(content, replace(scope, placeholder=placeholder), out)

    def _wrapped(self, element: _Element, scope: Scope, out: list[Block]) -> None:
        self._read(element, scope, out)

    def _tracked(self, element: _Element, scope: Scope, out: list[Block]) -> None:
        self._reading.seen["tracked-change"] += 1
        self._read(element, scope, out)

    def _deleted(self, _: _Element, _scope: Scope, _out: list[Block]) -> None:
        self._reading.seen["tracked-change"] += 1

    def _alternate(self, element: _Element, scope: Scope, out: list[Block]) -> None:
        self._read(chosen(element), scope, out)

    def _foreign(self, _: _Element, _scope: Scope, _out: list[Block]) -> None:
        self._reading.seen["foreign-part"] += 1

    def _table(self, table: _Element, scope: Scope, out: list[Block]) -> None:
        number = self._reading.tables
        self._reading.tables += 1
        about = children_of(table.find(_TABLE_PROPERTIES))
        scope = self._table_scope(about, scope)
        rows: list[list[CellText]] = []
        for row, inner in self._unwrapped(table, _ROW, scope):
            self._reading.budget.check_time()
            properties = children_of(row.find(_ROW_PROPERTIES))
            if _DELETED in properties:
                self._reading.seen["tracked-change"] += 1
                continue
            concealed = bool(toggle(properties.get(_HIDDEN))) or is_thin(properties.get(_HEIGHT))
            address = Cell(number, len(rows), integer(_value(properties, _SKIPPED)) or 0)
            of_row = self._row_scope(about, inner, first=not rows)
            of_row = replace(of_row, concealed=of_row.concealed or concealed)
            rows.append(list(self._cells(row, of_row, address)))
        self._empty = 0
        out += reading_order(rows)

    def _table_scope(self, properties: Children, scope: Scope) -> Scope:
        page = self._reading.page
        away = is_off_page(properties.get(_INDENT), properties.get(_FLOATING), page)
        return replace(scope, concealed=scope.concealed or away)

    def _row_scope(self, table: Children, scope: Scope, *, first: bool) -> Scope:
        """What the text of a row has from the table and its style: a background and a look."""
        styles, name = self._reading.styles, _value(table, _TABLE_STYLE)
        shade = shade_of(table.get(_SHADE))
        if name is None:
            return replace(scope, background=shade or scope.background)
        if shade is None and styles.paints(name, table.get(_TABLE_LOOK), first_row=first):
            shade = UNKNOWN
        look = styles.table_format(name, first_row=first)
        return replace(scope, background=shade or scope.background, table_format=look)

    def _cells(self, row: _Element, scope: Scope, address: Cell) -> Iterator[CellText]:
        for cell, inner in self._unwrapped(row, _CELL, scope):
            properties = children_of(cell.find(_CELL_PROPERTIES))
            span = max(1, integer(_value(properties, _SPAN)) or 1)
            blocks: list[Block] = []
            self._empty = 0
            if _CELL_DELETED not in properties:
                self._read(cell, _cell_scope(properties, inner, address), blocks)
            yield CellText(address.column, span, tuple(blocks))
            address = replace(address, column=address.column + span)

    def _unwrapped(self, element: _Element, tag: str, scope: Scope) -> Iterator[tuple[_Element, Scope]]:
        """The rows of a table or the cells of a row, out of whatever wraps them."""
        for child in element:
            if child.tag == tag:
                yield child, scope
            elif child.tag == _CONTROL:
                placeholder = scope.placeholder or shows_placeholder(child)
                for content in child.iterchildren(_CONTENT):
                    yield from self._unwrapped(content, tag, replace(scope, placeholder=placeholder))
            elif child.tag in _WRAPPERS:
                yield from self._unwrapped(child, tag, scope)

    _BLOCK_LEVEL: ClassVar[_Handlers] = {
        f"{W}p": _paragraph,
        f"{W}tbl": _table,
        f"{W}sdt": _control,
        f"{W}sdtContent": _wrapped,
        f"{W}customXml": _wrapped,
        f"{W}ins": _tracked,
        f"{W}moveTo": _tracked,
        f"{W}del": _deleted,
        f"{W}moveFrom": _deleted,
        f"{W}altChunk": _foreign,
        ALTERNATE: _alternate,
    }


def _heads_section(prompts: list[Piece], frame: Frame) -> bool:
    """Whether an unfilled control is a heading that galleries put there for good: Word shows and prints it."""
    text = "".join(piece.text for piece in prompts)
    return frame.heading_level is not None and names_section(text)


def _cell_scope(properties: Children, scope: Scope, address: Cell) -> Scope:
    return replace(
        scope,
        cell=address,
        background=_cell_background(properties, scope),
        concealed=scope.concealed or _continues_merge(properties.get(_MERGE)),
    )


def _cell_background(properties: Children, scope: Scope) -> str:
    """What is behind a cell; one that says it paints nothing may not show what the table paints."""
    shade = properties.get(_SHADE)
    if shade is None:
        return scope.background
    return shade_of(shade) or (
        WHITE if scope.background == UNKNOWN or shade.get(f"{W}fill") == "auto" else scope.background
    )


def _within(scope: Scope, part: Part) -> Scope:
    """The scope inside a drawing; headers and footers keep their name, which says more about their text."""
    kept = part == "textbox" and scope.part in {"header", "footer"}
    return scope if kept else replace(scope, part=part)


def _continues_merge(merge: _Element | None) -> bool:
    # A cell that a vertical merge covers is not shown, whatever it still holds.
    return merge is not None and merge.get(VAL, "continue") == "continue"


def _value(properties: Children, tag: str) -> str | None:
    child = properties.get(tag)
    return None if child is None else child.get(VAL)
