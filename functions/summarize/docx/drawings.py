"""What a drawing says: its text boxes, wherever shapes and groups hide them, its diagrams and its pictures."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element

from functions.summarize.docx.alternatives import ALTERNATE, chosen
from functions.summarize.docx.formatting import UNKNOWN, integer
from functions.summarize.docx.names import DGM, WP, WPG, WPS, A, O, V, W
from functions.summarize.docx.refusals import activex_control, embedded_object
from functions.summarize.docx.visibility import Page, same_to_the_eye

_EMU = {"pt": 12700, "in": 914400, "cm": 360000, "mm": 36000, "px": 9525, "pc": 152400, "": 12700}
_LENGTH = re.compile(r"(-?[0-9]{1,9}(?:\.[0-9]{0,9})?|-?\.[0-9]{1,9})(pt|in|cm|mm|px|pc|)$")
_HEX_COLOUR = re.compile(r"#([0-9a-fA-F]{6})(?:\s|$)")
_VML_SHAPES = tuple(f"{V}{name}" for name in ("shape", "rect", "roundrect", "oval", "polyline"))
_GROUPS = (f"{WPG}wgp", f"{WPG}grpSp")
OLE_OBJECT = f"{O}OLEObject"
TEXT_BOX, WORD_ART, DIAGRAM = f"{W}txbxContent", f"{V}textpath", f"{DGM}relIds"
_SHOWN = frozenset({TEXT_BOX, WORD_ART, DIAGRAM, f"{A}blip", f"{V}imagedata"})
_ANCHOR = f"{WP}anchor"
_HOLDERS = frozenset({_ANCHOR, *_VML_SHAPES})
_BACKDROP_TAGS = (*_HOLDERS, TEXT_BOX, f"{A}blip", f"{WPS}wsp")
_FILLED = (f"{A}gradFill", f"{A}blipFill", f"{A}pattFill", f"{A}grpFill")
_BACKDROP = 20
"""A picture or shape behind the text that covers a twentieth of the page may be what white text stands on."""
_GUTTER = 914_400
"""EMU: boxes of a group that begin an inch or more further right stand in another column."""
_SMALLEST_BOX = 38_100
"""EMU: a box of less than three points shows no text."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a drawing floats, in EMU; positions are None where alignment or the text flow decides."""

    floating: bool = False
    hidden: bool = False
    left: int | None = None
    top: int | None = None
    width: int = 0
    height: int = 0
    origin: tuple[str, ...] = ("", "")
    behind: bool = False

    def off(self, page: Page) -> bool:
        """Whether nothing of the drawing is on the page."""
        across, down = (name == "page" for name in self.origin)
        return self.floating and (
            (self.left is not None and page.misses_across(self.left, self.width, from_page=across))
            or (self.top is not None and page.misses_down(self.top, self.height, from_page=down))
        )


def place_of(drawing: _Element) -> Place:
    """Where a `w:drawing` or `w:pict` stands."""
    anchor = drawing.find(f"{WP}anchor")
    if anchor is not None:
        return _anchored(anchor)
    shape = next((child for child in drawing if child.get("style")), None)
    return Place() if shape is None else _styled(shape.get("style", ""))


def contents_of(element: _Element, fill: str | None = None) -> Iterator[tuple[_Element, str | None]]:
    """What a drawing shows, in the order of the file, each with the fill behind it (None where the page shows).

    These are the elements named `TEXT_BOX`, `WORD_ART` and `DIAGRAM`, and pictures. Text boxes are not entered;
    objects of other programs are refused.
    """
    children = chosen(element) if element.tag == ALTERNATE else element
    for child in _from_the_top(element) if element.tag in _GROUPS else children:
        if child.tag == OLE_OBJECT:
            raise embedded_object()
        if child.tag == f"{W}control":
            raise activex_control()
        if child.tag in _SHOWN:
            yield child, fill
        else:
            yield from contents_of(child, _fill(child, fill))


def _from_the_top(group: _Element) -> list[_Element]:
    """The members of a group as a person reads them: column by column, each from its top; else as the file has them."""
    placed = [(child, _offset_in_group(child)) for child in group]
    known = [(child, at) for child, at in placed if at is not None]
    beside = sorted({at[0] for _, at in known})
    columns = [
        left
        for left, before in zip(beside, [None, *beside], strict=False)
        if before is None or left - before > _GUTTER
    ]
    if len(known) < 2:
        return [child for child, _ in placed]

    def order(item: tuple[_Element, tuple[int, int]]) -> tuple[int, int]:
        left, top = item[1]
        return sum(left >= column for column in columns), top

    others = [child for child, at in placed if at is None]
    return [*others, *(child for child, _ in sorted(known, key=order))]


def _offset_in_group(child: _Element) -> tuple[int, int] | None:
    offset = next(child.iterfind(f"*/{A}xfrm/{A}off"), None)
    if offset is None:
        return None
    left, top = (integer(offset.get(side)) for side in ("x", "y"))
    return None if left is None or top is None else (left, top)


def words_along(path: _Element) -> str:
    """The words that VML draws along a path, none for a watermark."""
    shape = path.getparent()
    mark = shape is not None and "watermark" in shape.get("id", "").casefold()
    return "" if mark else path.get("string", "")


def is_unseen_path(path: _Element, background: str) -> bool:
    """Whether VML draws no words along a path, or draws them in the colour of what is behind them."""
    shape = path.getparent()
    if path.get("on", "t") in {"f", "false"}:
        return True
    fill = "" if shape is None else shape.get("fillcolor", "")
    colour = _HEX_COLOUR.match(fill)
    named = "FFFFFF" if fill.split(" ")[0].casefold() == "white" else None
    filled = shape is None or shape.get("filled", "t") not in {"f", "false"}
    stroked = shape is None or shape.get("stroked", "t") not in {"f", "false"}
    drawn = colour[1].upper() if colour else named
    return not stroked and (not filled or (drawn is not None and same_to_the_eye(drawn, background)))


def has_front_picture(root: _Element) -> bool:
    """Whether a story has a picture that lies over its text: what is behind the text may be covered by it."""
    return any(
        not _is_behind(anchor) and next(anchor.iter(f"{A}blip"), None) is not None
        for anchor in root.iterfind(f".//{_ANCHOR}")
    )


def _is_behind(anchor: _Element) -> bool:
    return anchor.get("behindDoc", "0") in {"1", "true"}


def has_backdrop(root: _Element, page: Page, *, margin: bool = False) -> bool:
    """Whether a story has a picture or a filled shape that text stands on, so that white text may be seen.

    It lies behind the text, as all of a header or footer (`margin`) does behind that of the body, and is large.

    One walk, whatever is nested in what: what an anchor or a shape holds is known when its end is reached.
    """
    opened: list[_Held] = []
    for event, element in etree.iterwalk(root, events=("start", "end"), tag=_BACKDROP_TAGS):
        if event == "start":
            if element.tag in _HOLDERS:
                opened.append(_Held())
            if opened:
                opened[-1].see(element)
        elif element.tag in _HOLDERS:
            held = opened.pop()
            if _is_backdrop(element, held, page, margin=margin):
                return True
            if opened:
                opened[-1].add(held)
    return False


@dataclass(slots=True)
class _Held:
    """What was seen inside an anchor or a VML shape so far."""

    text: bool = False
    drawn: bool = False

    def see(self, element: _Element) -> None:
        if element.tag == TEXT_BOX:
            self.text = True
        elif element.tag == f"{A}blip" or (element.tag == f"{WPS}wsp" and _fill(element, None) is not None):
            self.drawn = True

    def add(self, inner: "_Held") -> None:
        self.text, self.drawn = self.text or inner.text, self.drawn or inner.drawn


def _is_backdrop(holder: _Element, held: _Held, page: Page, *, margin: bool) -> bool:
    if held.text:
        return False
    if holder.tag != _ANCHOR:
        place = _styled(holder.get("style", ""))
        behind = margin or "z-index:-" in holder.get("style", "").replace(" ", "")
        large = _BACKDROP * place.width * place.height >= page.width * page.height
        return behind and large and _fill(holder, None) is not None
    if not margin and not _is_behind(holder):
        return False
    extent = holder.find(f"{WP}extent")
    if extent is None or not held.drawn:
        return False
    width, height = (integer(extent.get(side)) or 0 for side in ("cx", "cy"))
    return _BACKDROP * width * height >= page.width * page.height


def _fill(shape: _Element, outer: str | None) -> str | None:
    if shape.tag == f"{WPS}wsp":
        return _drawn_fill(shape, outer)
    if shape.tag in _VML_SHAPES:
        return _vml_fill(shape, outer)
    if shape.tag in _GROUPS and any(
        _fill(child, None) is not None for child in shape.iterchildren(f"{WPS}wsp")
    ):
        # What lies behind what in a group is not worked out here.
        return UNKNOWN
    return outer


def _drawn_fill(shape: _Element, outer: str | None) -> str | None:
    look = shape.find(f"{WPS}spPr")
    if look is None or look.find(f"{A}noFill") is not None:
        return outer
    colour = look.find(f"{A}solidFill/{A}srgbClr")
    if colour is not None:
        return colour.get("val", UNKNOWN).upper() if len(colour) == 0 else UNKNOWN
    if look.find(f"{A}solidFill") is not None or any(look.find(tag) is not None for tag in _FILLED):
        return UNKNOWN
    themed = shape.find(f"{WPS}style/{A}fillRef")
    return outer if themed is None or themed.get("idx") == "0" else UNKNOWN


def _vml_fill(shape: _Element, outer: str | None) -> str | None:
    if shape.get("filled", "t") in {"f", "false"}:
        return outer
    colour = shape.get("fillcolor")
    if colour is None:
        return outer
    match = _HEX_COLOUR.match(colour)
    return match[1].upper() if match else UNKNOWN


def _anchored(anchor: _Element) -> Place:
    across, down = anchor.find(f"{WP}positionH"), anchor.find(f"{WP}positionV")
    extent, about = anchor.find(f"{WP}extent"), anchor.find(f"{WP}docPr")
    width, height = (0, 0) if extent is None else (integer(extent.get(side)) or 0 for side in ("cx", "cy"))
    return Place(
        floating=True,
        hidden=(about is not None and about.get("hidden", "0") in {"1", "true"})
        or (extent is not None and min(width, height) < _SMALLEST_BOX),
        behind=_is_behind(anchor),
        left=_offset(across),
        top=_offset(down),
        width=width,
        height=height,
        origin=tuple("" if axis is None else axis.get("relativeFrom", "") for axis in (across, down)),
    )


def _offset(axis: _Element | None) -> int | None:
    offset = None if axis is None else axis.find(f"{WP}posOffset")
    return None if offset is None else integer(offset.text)


def _styled(style: str) -> Place:
    """Where a VML shape stands by its `style` attribute, which is written like CSS."""
    pairs = (item.partition(":") for item in style.casefold().split(";"))
    stated = {name.strip(): value.strip() for name, _, value in pairs}
    return Place(
        floating=stated.get("position") == "absolute",
        hidden=stated.get("visibility") == "hidden" or stated.get("display") == "none",
        left=_sum(stated, "left", "margin-left"),
        top=_sum(stated, "top", "margin-top"),
        width=_sum(stated, "width") or 0,
        height=_sum(stated, "height") or 0,
        origin=tuple(stated.get(f"mso-position-{axis}-relative", "") for axis in ("horizontal", "vertical")),
    )


def _sum(stated: Mapping[str, str], *names: str) -> int | None:
    lengths = [_LENGTH.match(stated[name]) for name in names if name in stated]
    known = [float(length[1]) * _EMU[length[2]] for length in lengths if length]
    return round(sum(known)) if known else None
