"""Damage to the XML of one part."""

import random
from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from tests.builders.package import NAMESPACES

_SCRAPS = (
    b"<", b">", b"&", b"&#0;", b"&#x202e;", b"<w:p>", b"</w:p>", b"<w:tbl>", b"<!--", b"<![CDATA[", b"<?x?>", b"]]>",
    b'"', b"xmlns:w=", b"<!DOCTYPE a>", b"<!ENTITY", b"\xff", b"\x00", b"", b"9" * 400, b"<w:t>" * 40,
)  # fmt: skip
_VALUES = (
    "", "0", "-1", "9" * 30, "1e9", "nan", "none", "true", "FFFFFF", "auto", "\u202e", "2147483648", "0.5", "rId1",
    "exact", "begin", "end", "separate", "restart", "continue", "#", "x" * 2000,
)  # fmt: skip
_TAGS = tuple(
    f"{{{NAMESPACES[prefix]}}}{name}"
    for prefix, names in {
        "w": (
            "p r t tab br cr sym tbl tr tc sdt sdtContent sdtPr pPr rPr tcPr trPr tblPr ins del moveFrom moveTo"
            " hyperlink smartTag customXml fldSimple fldChar instrText ruby rubyBase rt vanish sz color shd framePr"
            " numPr ilvl numId"
            " outlineLvl gridSpan vMerge gridBefore footnoteReference endnoteReference drawing pict txbxContent"
            " noBreakHyphen altChunk sectPr headerReference pgSz body style basedOn docDefaults"
        ),
        "mc": "AlternateContent Choice Fallback",
        "wps": "wsp txbx",
        "v": "shape textbox group",
        "m": "oMath t r",
    }.items()
    for name in names.split()
)


def spliced(content: bytes, dice: random.Random) -> bytes:
    """The part with scraps of markup written over it."""
    for _ in range(dice.randint(1, 5)):
        place = dice.randrange(len(content) + 1)
        scrap = dice.choice(_SCRAPS)
        content = content[:place] + scrap + content[place + len(scrap) // 2 :]
    return content


def edited(content: bytes, dice: random.Random) -> bytes:
    """The part with elements moved, repeated, nested, renamed or given other attributes."""
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.XMLSyntaxError, ValueError):
        return content
    for _ in range(dice.randint(1, 8)):
        elements = [each for each in root.iter(etree.Element) if each is not root]
        if elements:
            dice.choice(_EDITS)(dice.choice(elements), elements, dice)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _drop(element: etree._Element, _: list[etree._Element], __: random.Random) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _move(element: etree._Element, elements: list[etree._Element], dice: random.Random) -> None:
    place = dice.choice(elements)
    if element not in (place, *place.iterancestors()):
        place.insert(dice.randint(0, len(place)), element)


def _repeat(element: etree._Element, _: list[etree._Element], dice: random.Random) -> None:
    parent = element.getparent()
    if parent is None or len(list(element.iter())) > 200:
        return
    for _copy in range(dice.choice((1, 1, 3, 60))):
        parent.insert(parent.index(element), deepcopy(element))


def _nest(element: etree._Element, _: list[etree._Element], dice: random.Random) -> None:
    tag = dice.choice(_TAGS)
    for _level in range(dice.choice((1, 2, 30, 210))):
        parent = element.getparent()
        if parent is None:
            return
        wrapper = etree.Element(tag)
        parent.replace(element, wrapper)
        wrapper.append(element)


def _rename(element: etree._Element, _: list[etree._Element], dice: random.Random) -> None:
    element.tag = dice.choice(_TAGS)


def _attribute(element: etree._Element, _: list[etree._Element], dice: random.Random) -> None:
    names = [str(name) for name in element.attrib] or [f"{{{NAMESPACES['w']}}}val"]
    element.set(dice.choice(names), dice.choice(_VALUES))


def _insert(element: etree._Element, _: list[etree._Element], dice: random.Random) -> None:
    new = etree.SubElement(element, dice.choice(_TAGS))
    new.set(f"{{{NAMESPACES['w']}}}val", dice.choice(_VALUES))


def _tail(element: etree._Element, _: list[etree._Element], dice: random.Random) -> None:
    element.tail = dice.choice(("loose", " ", "\u200b"))


_Edit = Callable[[etree._Element, list[etree._Element], random.Random], None]
_EDITS: tuple[_Edit, ...] = (_drop, _move, _repeat, _nest, _rename, _attribute, _insert, _tail)
