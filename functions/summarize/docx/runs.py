"""The inline level of a paragraph: runs and everything that wraps them, to pieces of visible text."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from lxml.etree import _Element

from functions.summarize.docx.alternatives import ALTERNATE, chosen
from functions.summarize.docx.characters import clean, in_symbol_font, symbol
from functions.summarize.docx.fields import Fields, link_of
from functions.summarize.docx.formatting import PLAIN, Children, children_of, format_of, toggle
from functions.summarize.docx.names import VAL, M, R, W
from functions.summarize.docx.paragraph import Piece
from functions.summarize.docx.reading import Reading, Scope
from functions.summarize.docx.refusals import refuse_dde
from functions.summarize.docx.relationships import Relationships, safe_url
from functions.summarize.docx.styles import ParagraphStyle
from functions.summarize.docx.visibility import is_hidden

_PROPERTIES, _STYLE, _DELETED = f"{W}rPr", f"{W}rStyle", f"{W}del"
_Handlers = dict[str, Callable[["Runs", _Element], None]]


class Runs:
    """Reads the runs of one paragraph.

    `pieces` is the visible text; `drawings` is what is drawn in between, each with whether it is hidden.
    """

    def __init__(
        self,
        reading: Reading,
        relationships: Relationships,
        fields: Fields,
        style: ParagraphStyle,
        scope: Scope,
    ) -> None:
        """Start an empty paragraph in its scope; `scope.background` already includes its own shading."""
        self._reading = reading
        self._relationships = relationships
        self._fields = fields
        self._style = style
        self._scope = scope
        self._url: str | None = None
        self._placeholder = scope.placeholder
        self._look = PLAIN
        self._hidden = False
        self.pieces: list[Piece] = []
        self.hidden: list[str] = []
        self.struck: list[str] = []
        self.prompts: list[Piece] = []
        self.columns_before = self.columns_after = 0
        self.drawings: list[tuple[_Element, bool]] = []

    def read(self, children: Iterable[_Element]) -> None:
        """Read the children of a paragraph, or of anything that wraps runs."""
        for child in children:
            handle = self._INLINE.get(child.tag)
            if handle is not None:
                handle(self, child)

    def _run(self, run: _Element) -> None:
        self._reading.budget.check_time()
        properties = children_of(run.find(_PROPERTIES))
        self._enter(properties)
        if _DELETED in properties:
            self._reading.seen["tracked-change"] += 1
            return
        self._contents(run)

    def _enter(self, properties: Children) -> None:
        style = properties.get(_STYLE)
        character = None if style is None else style.get(VAL)
        direct = format_of(properties)
        self._look = self._reading.styles.format(self._style, character, direct, self._scope.table_format)
        self._hidden = self._scope.concealed or is_hidden(self._look, self._scope.background)

    def _contents(self, children: Iterable[_Element]) -> None:
        for child in children:
            handle = self._CONTENT.get(child.tag)
            if handle is not None:
                handle(self, child)

    def _emit(self, text: str) -> None:
        if not text or not self._fields.shows_text:
            return
        if self._placeholder:
            self._reading.placeholder_length += len(text.strip())
            self.prompts.append(Piece(text, bool(self._look.bold), bool(self._look.caps), self._look.size))
        elif self._hidden:
            self.hidden.append(text)
        elif self._look.struck:
            self.struck.append(text)
        else:
            look, url = self._look, self._url or self._fields.url
            self.pieces.append(Piece(text, bool(look.bold), bool(look.caps), look.size, url))

    def _text(self, element: _Element) -> None:
        text = element.text or ""
        self._reading.budget.check_time()
        self._reading.budget.spend_characters(len(text))
        glyphs = in_symbol_font(self._look.font, text)
        self._emit(clean(text) if glyphs is None else glyphs)

    def _symbol(self, element: _Element) -> None:
        self._emit(symbol(element.get(f"{W}font", ""), element.get(f"{W}char", "")))

    def _tab(self, _: _Element) -> None:
        self._emit("\t")

    def _break(self, element: _Element) -> None:
        if element.get(f"{W}type") == "column":
            self.columns_before += not self.pieces
            self.columns_after += bool(self.pieces)
        self._emit("\n")

    def _hyphen(self, _: _Element) -> None:
        self._emit("-")

    def _math(self, element: _Element) -> None:
        for run in element.iter(f"{M}r"):
            self._enter(children_of(run.find(_PROPERTIES)))
            for text in run.iterchildren(f"{M}t"):
                self._text(text)

    def _ruby(self, element: _Element) -> None:
        self.read(element.iterchildren(f"{W}rubyBase"))

    def _wrapped(self, element: _Element) -> None:
        self.read(element)

    def _tracked(self, element: _Element) -> None:
        self._reading.seen["tracked-change"] += 1
        self.read(element)

    def _deleted(self, _: _Element) -> None:
        self._reading.seen["tracked-change"] += 1

    def _alternate(self, element: _Element) -> None:
        self.read(chosen(element))

    def _alternate_content(self, element: _Element) -> None:
        self._contents(chosen(element))

    def _hyperlink(self, element: _Element) -> None:
        relationship = self._relationships.get(element.get(f"{R}id", ""))
        outer = self._url
        if relationship is not None and relationship.external:
            self._url = safe_url(relationship.target)
        self.read(element)
        self._url = outer

    def _simple_field(self, element: _Element) -> None:
        instruction = element.get(f"{W}instr", "")
        refuse_dde(instruction)
        outer = self._url
        self._url = link_of(instruction) or outer
        self.read(element)
        self._url = outer

    def _control(self, element: _Element) -> None:
        outer = self._placeholder
        self._placeholder = outer or shows_placeholder(element)
        self.read(element.iterchildren(f"{W}sdtContent"))
        self._placeholder = outer

    def _field_mark(self, element: _Element) -> None:
        self._fields.mark(element)

    def _instruction(self, element: _Element) -> None:
        self._fields.instruct(element.text or "")

    def _drawing(self, element: _Element) -> None:
        if self._fields.shows_text:
            self.drawings.append((element, self._hidden))

    def _footnote(self, element: _Element) -> None:
        if not self._hidden:
            self._reading.notes["footnote"].append(element.get(f"{W}id", ""))

    def _endnote(self, element: _Element) -> None:
        if not self._hidden:
            self._reading.notes["endnote"].append(element.get(f"{W}id", ""))

    def _comment(self, _: _Element) -> None:
        self._reading.seen["comment"] += 1

    _INLINE: ClassVar[_Handlers] = {
        f"{W}r": _run,
        f"{W}hyperlink": _hyperlink,
        f"{W}fldSimple": _simple_field,
        f"{W}sdt": _control,
        f"{W}sdtContent": _wrapped,
        f"{W}smartTag": _wrapped,
        f"{W}customXml": _wrapped,
        f"{W}dir": _wrapped,
        f"{W}bdo": _wrapped,
        f"{W}rubyBase": _wrapped,
        f"{W}ins": _tracked,
        f"{W}moveTo": _tracked,
        f"{W}del": _deleted,
        f"{W}moveFrom": _deleted,
        f"{M}oMath": _math,
        f"{M}oMathPara": _math,
        ALTERNATE: _alternate,
    }

    _CONTENT: ClassVar[_Handlers] = {
        f"{W}t": _text,
        f"{W}tab": _tab,
        f"{W}ptab": _tab,
        f"{W}br": _break,
        f"{W}cr": _break,
        f"{W}noBreakHyphen": _hyphen,
        f"{W}sym": _symbol,
        f"{W}ruby": _ruby,
        f"{W}fldChar": _field_mark,
        f"{W}instrText": _instruction,
        f"{W}drawing": _drawing,
        f"{W}pict": _drawing,
        f"{W}object": _drawing,
        f"{W}footnoteReference": _footnote,
        f"{W}endnoteReference": _endnote,
        f"{W}commentReference": _comment,
        ALTERNATE: _alternate_content,
    }


def shows_placeholder(control: _Element) -> bool:
    """Whether a `w:sdt` still shows its prompt instead of what a person wrote."""
    return bool(toggle(control.find(f"{W}sdtPr/{W}showingPlcHdr")))
