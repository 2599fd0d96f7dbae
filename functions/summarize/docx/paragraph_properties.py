"""What a paragraph's own properties say: its level, and whether it stands where nobody sees it."""

from lxml.etree import _Element

from functions.summarize.docx.drawings import Place
from functions.summarize.docx.formatting import Children, integer
from functions.summarize.docx.names import W
from functions.summarize.docx.paragraph import Frame
from functions.summarize.docx.reading import Scope
from functions.summarize.docx.styles import ParagraphStyle, list_level, outline_level
from functions.summarize.docx.visibility import EMU_PER_TWIP, Page

_OUTLINE, _NUMBERING, _FRAME, _SPACING = (
    f"{W}{name}" for name in ("outlineLvl", "numPr", "framePr", "spacing")
)
_THINNEST_LINE = 30
"""Twips: lines of an exact height up to 1.5 points show no text."""


def frame_of(scope: Scope, style: ParagraphStyle, properties: Children) -> Frame:
    """What the blocks of a paragraph have from its style, its own properties and the place where it stands."""
    direct = outline_level(properties.get(_OUTLINE))
    heading = style.heading_level if direct is None else direct or None
    numbered = list_level(properties.get(_NUMBERING))
    level = style.list_level if numbered is None else numbered
    in_list = level is not None and level >= 0 and heading is None
    return Frame(scope.part, scope.cell, style.name, heading, level if in_list else None)


def is_concealed(properties: Children, page: Page) -> bool:
    """Whether the paragraph is off the page, or its lines are too low to show anything."""
    return _off_page(properties.get(_FRAME), page) or _crushed(properties.get(_SPACING))


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
    return line is not None and line <= _THINNEST_LINE
