"""Style inheritance: what a style name means for headings, lists and the look of text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from lxml.etree import _Element

from functions.summarize.docx.formatting import (
    NO_CHILDREN,
    PLAIN,
    Children,
    RunFormat,
    children_of,
    format_of,
    integer,
    shade_of,
)
from functions.summarize.docx.names import VAL, W

_HEADING_NAME = re.compile(r"heading ?([1-9])$")
_BODY_LEVEL = 9
_DEEPEST = 20
_LAYOUT = frozenset(f"{W}{name}" for name in ("framePr", "spacing", "ind"))
_Value = TypeVar("_Value", int, str)


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A paragraph style after inheritance. Levels are as in `Block`; `shade` is the background it paints.

    `layout` holds what it states of the place and height of its lines (frame, indents, spacing).
    """

    name: str = ""
    heading_level: int | None = None
    list_level: int | None = None
    shade: str | None = None
    look: RunFormat = PLAIN
    layout: Children = field(default_factory=lambda: NO_CHILDREN)


class Styles:
    """The styles of one document, each resolved once. Works without a styles part."""

    def __init__(self, root: _Element | None) -> None:
        """Index the style elements; nothing is resolved yet."""
        elements = [] if root is None else list(root.iterchildren(f"{W}style"))
        self._elements = {element.get(f"{W}styleId", ""): element for element in elements}
        self._default = next(
            (key for key, element in self._elements.items() if _is_default_paragraph(element)), ""
        )
        defaults = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._base = format_of(children_of(defaults))
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._characters: dict[str, RunFormat] = {}
        self._painting: dict[str, frozenset[str]] = {}
        self._looks: dict[_Element, RunFormat] = {}
        self._shades: dict[_Element, frozenset[str]] = {}

    def paragraph(self, style_id: str | None) -> ParagraphStyle:
        """The paragraph style of an id; the default style for None."""
        key = self._default if style_id is None else style_id
        if key not in self._paragraphs:
            self._paragraphs[key] = self._resolve_paragraph(key, named=style_id is not None)
        return self._paragraphs[key]

    def format(
        self,
        paragraph: ParagraphStyle,
        character_style: str | None,
        direct: RunFormat,
        table: RunFormat = PLAIN,
    ) -> RunFormat:
        """The look of a run: document defaults, table, paragraph and character style, its own properties."""
        character = self._character(character_style) if character_style else PLAIN
        styled = character.over(paragraph.look)
        if character is not PLAIN and paragraph.look is not PLAIN:
            styled = _with_toggles(styled, paragraph.look, character)
        return direct.over(styled.over(table.over(self._base)))

    def table_format(self, table_style: str | None, *, first_row: bool) -> RunFormat:
        """The look that a table style gives to the text of its cells, or of those of its first row."""
        look = PLAIN
        for element in self._chain(table_style or ""):
            if first_row:
                part = element.find(f"{W}tblStylePr[@{W}type='firstRow']")
                look = look.over(format_of(children_of(None if part is None else part.find(f"{W}rPr"))))
            look = look.over(self._own_format(element))
        return look

    def paints(self, table_style: str, look: _Element | None, *, first_row: bool) -> bool:
        """Whether a table style may paint a background behind the cells of a row.

        `look` is the `w:tblLook` that says which conditional formats the table shows; without one it shows none.
        """
        if table_style not in self._painting:
            self._painting[table_style] = self._painted_parts(table_style)
        parts = self._painting[table_style]
        shown = _shown_parts(look, first_row=first_row)
        return "" in parts or bool(parts & shown)

    def _painted_parts(self, key: str) -> frozenset[str]:
        """The conditional formats that paint, "" for the whole table."""
        return frozenset[str]().union(*map(self._own_painted_parts, self._chain(key)))

    def _own_painted_parts(self, element: _Element) -> frozenset[str]:
        """Those of one style: many may be based on it, and it is looked at once."""
        if element not in self._shades:
            found: set[str] = set()
            for shade in element.iter(f"{W}shd"):
                if shade_of(shade) is not None:
                    part = next(shade.iterancestors(f"{W}tblStylePr"), None)
                    found.add("" if part is None else part.get(f"{W}type", ""))
            self._shades[element] = frozenset(found)
        return self._shades[element]

    def _resolve_paragraph(self, key: str, *, named: bool) -> ParagraphStyle:
        chain = self._chain(key)
        name = _name(chain[0]) if chain else key
        look = PLAIN
        for element in chain:
            look = look.over(self._own_format(element))
        return ParagraphStyle(
            name=name if named else "",
            heading_level=_heading_level(chain, name),
            list_level=_first(map(_list_level, chain)),
            shade=_first(shade_of(element.find(f"{W}pPr/{W}shd")) for element in chain),
            look=look,
            layout=_layout(chain),
        )

    def _character(self, key: str) -> RunFormat:
        if key not in self._characters:
            look = PLAIN
            for element in self._chain(key):
                look = look.over(self._own_format(element))
            self._characters[key] = look
        return self._characters[key]

    def _own_format(self, element: _Element) -> RunFormat:
        """What a style states itself: many styles may be based on it, and it is looked at once."""
        if element not in self._looks:
            self._looks[element] = format_of(children_of(element.find(f"{W}rPr")))
        return self._looks[element]

    def _chain(self, key: str) -> list[_Element]:
        chain: list[_Element] = []
        element = self._elements.get(key)
        while element is not None and element not in chain and len(chain) < _DEEPEST:
            chain.append(element)
            based_on = element.find(f"{W}basedOn")
            element = None if based_on is None else self._elements.get(based_on.get(VAL, ""))
        return chain


def _layout(chain: list[_Element]) -> Children:
    stated: dict[str, _Element] = {}
    for element in reversed(chain):
        own = children_of(element.find(f"{W}pPr"))
        stated |= {tag: child for tag, child in own.items() if tag in _LAYOUT}
    return stated or NO_CHILDREN


_LOOKS = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100}


def _shown_parts(look: _Element | None, *, first_row: bool) -> set[str]:
    """The conditional formats that a table shows; those of bands wherever they are not switched off."""
    if look is None:
        return set()
    value = look.get(VAL, "0000")
    bits = int(value, 16) if re.fullmatch(r"[0-9A-Fa-f]{1,8}", value) else 0
    shown = {
        part
        for part, bit in _LOOKS.items()
        if look.get(f"{W}{part}", str(int(bool(bits & bit)))) in {"1", "true"}
    }
    if not first_row:
        shown.discard("firstRow")
    for band, name, bit in (("Horz", "noHBand", 0x200), ("Vert", "noVBand", 0x400)):
        if look.get(f"{W}{name}", str(int(bool(bits & bit)))) in {"0", "false"}:
            shown |= {f"band1{band}", f"band2{band}"}
    return shown | ({"nwCell", "neCell", "swCell", "seCell"} if len(shown) > 1 else set())


def list_level(properties: _Element | None) -> int | None:
    """The level that a `w:numPr` gives; -1 where it takes the paragraph out of its style's list."""
    if properties is None:
        return None
    number = properties.find(f"{W}numId")
    if number is not None and number.get(VAL) == "0":
        return -1
    level = properties.find(f"{W}ilvl")
    return max(0, integer(level.get(VAL)) or 0) if level is not None else 0


def outline_level(outline: _Element | None) -> int | None:
    """The heading level of a `w:outlineLvl`: 1-9, 0 where it says body text, None where it says nothing."""
    value = None if outline is None else integer(outline.get(VAL))
    if value is None:
        return None
    return value + 1 if 0 <= value < _BODY_LEVEL else 0


def _with_toggles(styled: RunFormat, paragraph: RunFormat, character: RunFormat) -> RunFormat:
    # ISO 29500-1, 17.7.3: a toggle set by both styles cancels itself out.
    return RunFormat(
        bold=_either(paragraph.bold, character.bold),
        caps=_either(paragraph.caps, character.caps),
        vanish=_either(paragraph.vanish, character.vanish),
        size=styled.size,
        colour=styled.colour,
        shade=styled.shade,
        font=styled.font,
        unseen=bool(paragraph.unseen or character.unseen) or None,
        struck=_either(paragraph.struck, character.struck),
    )


def _either(first: bool | None, second: bool | None) -> bool | None:
    return bool(first) != bool(second) if first is not None or second is not None else None


def _heading_level(chain: list[_Element], name: str) -> int | None:
    if name.casefold() == "title":
        return 0
    for element in chain:
        level = outline_level(element.find(f"{W}pPr/{W}outlineLvl"))
        if level is not None:
            return level or None
    match = _HEADING_NAME.match(name.casefold())
    return int(match[1]) if match else None


def _list_level(element: _Element) -> int | None:
    level = list_level(element.find(f"{W}pPr/{W}numPr"))
    return None if level == -1 else level


def _first(values: Iterable[_Value | None]) -> _Value | None:
    return next((value for value in values if value is not None), None)


def _name(element: _Element) -> str:
    name = element.find(f"{W}name")
    return element.get(f"{W}styleId", "") if name is None else name.get(VAL, "")


def _is_default_paragraph(element: _Element) -> bool:
    return element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in {"1", "true", "on"}
