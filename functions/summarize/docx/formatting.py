"""What a run or a paragraph states about its look, as far as reading needs it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from lxml.etree import _Element

from functions.summarize.docx.names import VAL, W
from functions.summarize.docx.unseen import FILL as _FILL
from functions.summarize.docx.unseen import fill_of, is_unseen

_OFF = frozenset({"0", "false", "off", "none"})
_HIGHLIGHTS: Final = {
    "black": "000000",
    "blue": "0000FF",
    "cyan": "00FFFF",
    "green": "00FF00",
    "magenta": "FF00FF",
    "red": "FF0000",
    "yellow": "FFFF00",
    "white": "FFFFFF",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "darkGray": "808080",
    "lightGray": "C0C0C0",
}
_NUMBER = re.compile(r"\s*-?[0-9]{1,9}(?:\.[0-9]{0,9})?\s*")
_WHITE_THEME = frozenset({"background1", "light1"})
_BLACK_THEME = frozenset({"text1", "dark1"})

UNKNOWN = "unknown"
"""A colour that is stated but cannot be computed here: a theme colour without its value, a gradient, a picture."""


@dataclass(frozen=True, slots=True)
class RunFormat:
    """Stated run properties; None means not stated here. `size` is in points, colours are RRGGBB.

    `unseen` is text drawn so that nobody reads it: without a fill, squeezed to nothing, raised off the line.
    """

    bold: bool | None = None
    caps: bool | None = None
    vanish: bool | None = None
    size: float | None = None
    colour: str | None = None
    shade: str | None = None
    font: str | None = None
    unseen: bool | None = None
    struck: bool | None = None

    def over(self, base: "RunFormat") -> "RunFormat":
        """This look where it states something, the base elsewhere."""
        if self is PLAIN or base is PLAIN:
            return base if self is PLAIN else self
        return RunFormat(
            bold=base.bold if self.bold is None else self.bold,
            caps=base.caps if self.caps is None else self.caps,
            vanish=base.vanish if self.vanish is None else self.vanish,
            size=base.size if self.size is None else self.size,
            colour=base.colour if self.colour is None else self.colour,
            shade=base.shade if self.shade is None else self.shade,
            font=base.font if self.font is None else self.font,
            unseen=base.unseen if self.unseen is None else self.unseen,
            struck=base.struck if self.struck is None else self.struck,
        )


PLAIN = RunFormat()


Children = Mapping[str, _Element]
"""The properties inside a `w:pPr`, `w:rPr`, `w:tcPr` ... by tag."""

NO_CHILDREN: Children = MappingProxyType({})


def children_of(properties: _Element | None) -> Children:
    """The properties that an element states, none for a missing element."""
    return NO_CHILDREN if properties is None else {child.tag: child for child in properties}


def format_of(properties: Children) -> RunFormat:
    """The look that the children of one `w:rPr` state."""
    if not properties:
        return PLAIN
    caps = toggle(properties.get(_CAPS))
    return RunFormat(
        bold=toggle(properties.get(_BOLD)),
        caps=caps if caps is not None else toggle(properties.get(_SMALL_CAPS)),
        vanish=toggle(properties.get(_VANISH)),
        size=_size(properties.get(_SIZE)),
        colour=fill_of(properties.get(_FILL)) or _colour(properties.get(_COLOUR)),
        shade=_highlight(properties.get(_HIGHLIGHT)) or shade_of(properties.get(_SHADE)),
        font=_font(properties.get(_FONTS)),
        unseen=True if is_unseen(properties) else None,
        struck=_either(toggle(properties.get(_STRIKE)), toggle(properties.get(_DOUBLE_STRIKE))),
    )


def _either(first: bool | None, second: bool | None) -> bool | None:
    return first if second is None else bool(first) or second


_BOLD, _CAPS, _SMALL_CAPS, _VANISH = f"{W}b", f"{W}caps", f"{W}smallCaps", f"{W}vanish"
_STRIKE, _DOUBLE_STRIKE = f"{W}strike", f"{W}dstrike"
_SIZE, _COLOUR, _SHADE, _HIGHLIGHT, _FONTS = f"{W}sz", f"{W}color", f"{W}shd", f"{W}highlight", f"{W}rFonts"


def toggle(element: _Element | None) -> bool | None:
    """An on/off property: present means on unless its value says off; None where it is absent."""
    if element is None:
        return None
    return element.get(VAL, "true").casefold() not in _OFF


def number(text: str | None) -> float | None:
    """A number as the format writes it, None for anything else."""
    match = _NUMBER.fullmatch(text or "")
    return float(match[0]) if match else None


def integer(text: str | None) -> int | None:
    """A whole number as the format writes it, None for anything else."""
    value = number(text)
    return None if value is None else int(value)


def shade_of(element: _Element | None) -> str | None:
    """The background that a `w:shd` paints; None where it paints none."""
    if element is None:
        return None
    pattern = element.get(VAL, "clear")
    if pattern == "nil":
        return None
    fill = element.get(f"{W}color" if pattern == "solid" else f"{W}fill", "auto")
    theme = element.get(f"{W}themeFill")
    if theme in _WHITE_THEME and pattern == "clear":
        return _grey(1 - _share(element.get(f"{W}themeFillShade")))
    if fill == "auto":
        themed = element.get(f"{W}themeFill") is not None or pattern not in {"clear", "solid"}
        return UNKNOWN if themed else None
    return fill.upper()


def _highlight(element: _Element | None) -> str | None:
    return None if element is None else _HIGHLIGHTS.get(element.get(VAL, ""))


def _colour(element: _Element | None) -> str | None:
    if element is None:
        return None
    value, theme = element.get(VAL, ""), element.get(f"{W}themeColor")
    if theme in _WHITE_THEME:
        return _grey(1 - _share(element.get(f"{W}themeShade")))
    if theme in _BLACK_THEME and element.get(f"{W}themeTint") is not None:
        return _grey(_share(element.get(f"{W}themeTint")))
    return value.upper() if value and value != "auto" else "auto"


def _share(text: str | None) -> float:
    """How much a tint or shade takes from a colour: FF nothing, 00 all of it (ISO 29500-1, 17.18.40)."""
    try:
        return 1 - int(text, 16) / 255 if text is not None else 0.0
    except ValueError:
        return 0.0


def _grey(light: float) -> str:
    return f"{round(255 * min(max(light, 0.0), 1.0)):02X}" * 3


def _size(element: _Element | None) -> float | None:
    if element is None:
        return None
    text = element.get(VAL, "")
    if text.endswith("pt"):
        return number(text.removesuffix("pt"))
    half_points = number(text)
    return None if half_points is None else half_points / 2


def _font(element: _Element | None) -> str | None:
    if element is None:
        return None
    return element.get(f"{W}ascii") or element.get(f"{W}hAnsi") or element.get(f"{W}cs")
