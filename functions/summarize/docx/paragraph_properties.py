"""What a paragraph's own properties say: its level, and whether it stands where nobody sees it."""

from lxml.etree import _Element

from functions.summarize.docx.drawings import Place
from functions.summarize.docx.formatting import Children, integer
from functions.summarize.docx.names import VAL, W
from functions.summarize.docx.paragraph import Frame
from functions.summarize.docx.reading import Scope
from functions.summarize.docx.styles import ParagraphStyle, list_level, outline_level
from functions.summarize.docx.visibility import EMU_PER_TWIP, Page

_OUTLINE, _NUMBERING, _FRAME, _SPACING, _INDENT = (
    f"{W}{name}" for name in ("outlineLvl", "numPr", "framePr", "spacing", "ind")
)
THINNEST = 60
"""Twips: lines, rows and frames of an exact height up to three points show no text."""


def frame_of(scope: Scope, style: ParagraphStyle, properties: Children) -> Frame:
    """What the blocks of a paragraph have from its style, its own properties and the place where it stands."""
    direct = outline_level(properties.get(_OUTLINE))
    heading = style.heading_level if direct is None else direct or None
    numbered = list_level(properties.get(_NUMBERING))
    level = style.list_level if numbered is None else numbered
    in_list = level is not None and level >= 0 and heading is None
    return Frame(scope.part, scope.cell, style.name, heading, level if in_list else None)


def is_concealed(properties: Children, styled: Children, page: Page) -> bool:
    """Whether the paragraph is off the page, or its lines are too low to show anything; `styled` is from its style."""
    frame, spacing, indent = (properties.get(tag, styled.get(tag)) for tag in (_FRAME, _SPACING, _INDENT))
    return _off_page(frame, page) or _tiny(frame) or _crushed(spacing) or _pushed_off(indent, page)


def is_off_page(indent: _Element | None, floating: _Element | None, page: Page) -> bool:
    """Whether a table is indented or placed off the page."""
    if indent is not None and indent.get(f"{W}type", "dxa") == "dxa":
        left = _emu(indent.get(f"{W}w")) or 0
        if left >= page.width or left <= -page.width:
            return True
    if floating is None:
        return False
    left_, top = (_emu(floating.get(f"{W}{name}")) for name in ("tblpX", "tblpY"))
    origin = tuple(floating.get(f"{W}{name}", "") for name in ("horzAnchor", "vertAnchor"))
    # How wide a table is, its contents decide; a page wide at most.
    return Place(True, False, left_, top, page.width // 2, 0, origin).off(page)


def is_thin(height: _Element | None, value: str = VAL) -> bool:
    """Whether a height is exact and too low to show text."""
    if height is None or height.get(f"{W}hRule") != "exact":
        return False
    twips = integer(height.get(value))
    return twips is not None and twips <= THINNEST


def _tiny(frame: _Element | None) -> bool:
    return is_thin(frame, f"{W}h")


def _pushed_off(indent: _Element | None, page: Page) -> bool:
    """Whether the indents leave the lines no room on the page."""
    if indent is None:
        return False
    left, right = (
        _emu(indent.get(f"{W}{side}") or indent.get(f"{W}{other}")) or 0
        for side, other in (("left", "start"), ("right", "end"))
    )
    return left + right >= page.width or left <= -page.width or right <= -page.width


def _off_page(frame: _Element | None, page: Page) -> bool:
    if frame is None:
        return False
    left, top, width, height = (_emu(frame.get(f"{W}{name}")) for name in ("x", "y", "w", "h"))
    origin = tuple(frame.get(f"{W}{name}", "") for name in ("hAnchor", "vAnchor"))
    return Place(True, False, left, top, width or 0, height or 0, origin).off(page)


def _emu(twips: str | None) -> int | None:
    value = integer(twips)
    return None if value is None else value * EMU_PER_TWIP


def _crushed(spacing: _Element | None) -> bool:
    if spacing is None or spacing.get(f"{W}lineRule") != "exact":
        return False
    line = integer(spacing.get(f"{W}line"))
    return line is not None and line <= THINNEST
