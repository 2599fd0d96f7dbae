"""Text that is drawn so that nobody reads it: without a fill, squeezed to nothing, raised or lowered off its line."""

from collections.abc import Mapping

from lxml.etree import _Element

from functions.summarize.docx.names import VAL, W14, W

FILL = f"{W14}textFill"
_ON = frozenset({"", "1", "true", "on"})
_NARROWEST = 10
"""Percent of a letter's width: below it, letters are strokes."""
_TIGHTEST = -80
"""Twips between letters: four points closer than usual, letters of the usual sizes lie upon each other."""
_FARTHEST = 144
"""Half-points above or below the line: an inch away, text stands in other lines or off the page."""
_NARROWEST_FIT = 200
"""Twips: a hundredth of a page for a whole run."""
_FAINTEST = 90_000
"""Thousandths of a percent of transparency: what is nine tenths transparent is not seen."""


def is_unseen(properties: Mapping[str, _Element]) -> bool:
    """Whether the properties of a run draw its text so that it cannot be read, whatever its colour and size."""
    return (
        any(_is_on(properties.get(f"{W}{name}")) for name in ("webHidden", "specVanish"))
        or _number(properties.get(f"{W}w"), 100) <= _NARROWEST
        or _number(properties.get(f"{W}spacing"), 0) <= _TIGHTEST
        or abs(_number(properties.get(f"{W}position"), 0)) >= _FARTHEST
        or _number(properties.get(f"{W}fitText"), _NARROWEST_FIT + 1) <= _NARROWEST_FIT
        or _is_empty(properties.get(FILL))
    )


def fill_of(fill: _Element | None) -> str | None:
    """The colour of a `w14:textFill`, which is drawn instead of that of `w:color`; None where it states none."""
    colour = None if fill is None else next(fill.iter(f"{W14}srgbClr"), None)
    if colour is not None:
        return colour.get(f"{W14}val", "").upper() or None
    themed = None if fill is None else next(fill.iter(f"{W14}schemeClr"), None)
    white = themed is not None and themed.get(f"{W14}val") in {"bg1", "lt1"} and len(themed) == 0
    return "FFFFFF" if white else None


def _is_empty(fill: _Element | None) -> bool:
    if fill is None:
        return False
    if fill.find(f"{W14}noFill") is not None:
        return True
    alphas = [_whole(alpha.get(f"{W14}val"), 0) for alpha in fill.iter(f"{W14}alpha")]
    return bool(alphas) and min(alphas) >= _FAINTEST


def _is_on(element: _Element | None) -> bool:
    return element is not None and element.get(VAL, "").casefold() in _ON


def _number(element: _Element | None, usual: int) -> int:
    return usual if element is None else _whole(element.get(VAL), usual)


def _whole(text: str | None, usual: int) -> int:
    try:
        return int(float((text or "").removesuffix("%")))
    except (ValueError, OverflowError):
        return usual
