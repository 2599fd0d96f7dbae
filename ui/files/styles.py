"""What the styles of a Word document make of its paragraphs: running text, or an item, a heading, a bold line."""

import re
from collections.abc import Mapping

from ui.files.paragraphs import Paragraph

_NAMED = re.compile(rb'<w:pStyle\b[^>]*w:val="([^"]*)"')
_BASED = re.compile(rb'<w:basedOn\b[^>]*w:val="([^"]*)"')
_ID = re.compile(rb'w:styleId="([^"]*)"')
_STYLE = re.compile(rb"<w:style\b")
_LISTED = re.compile(rb'<w:numId\b[^>]*w:val="[1-9]')
_LEVEL = re.compile(rb'<w:outlineLvl\b[^>]*w:val="[0-8]"')
_BOLD = re.compile(rb'<w:b(?: w:val="(?:1|true|on)")?\s*/>')
_ITS_OWN = re.compile(rb"<w:(sectPr|framePr|pageBreakBefore)\b(?:[^>]*/>|.*?</w:\1>)", re.DOTALL)
"""What is one paragraph's alone: the end of a section, a frame, a page to begin."""
_OF_AN_ITEM = re.compile(rb"<w:(numPr|tabs|ind|spacing)\b(?:[^>]*/>|.*?</w:\1>)", re.DOTALL)


def is_text(paragraph: Paragraph, styles: Mapping[bytes, bytes]) -> bool:
    """Whether it is written as running text, or an item of a list that is but for its mark: no heading, not bold."""
    if is_bold(paragraph.run) or _LEVEL.search(paragraph.properties):
        return False
    named = _NAMED.search(paragraph.properties)
    chain = _chain(named[1], styles) if named else []
    return not any(_LISTED.search(each) or _LEVEL.search(each) for each in chain)


def is_item(paragraph: Paragraph) -> bool:
    """Whether it has a mark or a number of its own."""
    return bool(_LISTED.search(paragraph.properties))


def is_bold(run: bytes) -> bool:
    """Whether these properties of a run make it bold."""
    return bool(_BOLD.search(run))


def plain_properties(properties: bytes) -> bytes:
    """The properties of a paragraph as another one of running text may have them too."""
    own = _ITS_OWN.sub(b"", properties)
    return _OF_AN_ITEM.sub(b"", own) if _LISTED.search(own) else own


def styles_of(xml: bytes) -> dict[bytes, bytes]:
    """The XML of each style in a part of styles, by its id."""
    found = {}
    for style in _STYLE.split(xml)[1:]:
        if name := _ID.search(style):
            found[name[1]] = style.partition(b"</w:style>")[0]
    return found


def _chain(name: bytes, styles: Mapping[bytes, bytes]) -> list[bytes]:
    """A style, and those that it is based on."""
    chain: list[bytes] = []
    while (style := styles.get(name)) is not None and style not in chain:
        chain.append(style)
        based = _BASED.search(style)
        name = based[1] if based else b""
    return chain
