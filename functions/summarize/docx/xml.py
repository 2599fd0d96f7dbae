"""XML parts to trees, with everything that XML allows and a document never needs switched off."""

import re
from functools import cache

from lxml import etree

from functions.common.errors import UnusableDocument
from functions.summarize.docx.limits import Budget
from functions.summarize.docx.package import damaged

_DECLARED = (b"<!DOCTYPE", b"<!ENTITY")
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_ENCODINGS = frozenset({b"utf-8", b"utf8", b"utf-16", b"us-ascii", b"ascii"})
_UTF_16 = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\x00": "utf-16-le", b"\x00<": "utf-16-be"}
_STRICT = re.compile(rb"""(["'])http://purl\.oclc\.org/ooxml/(\w+)/""")
_TRANSITIONAL = rb"\1http://schemas.openxmlformats.org/\2/2006/"


def parse(data: bytes, budget: Budget) -> etree._Element:
    """The root of a part, in Transitional namespaces, without comments and processing instructions."""
    data = _utf8(data)
    require_no_dtd(data)
    budget.check_time()
    budget.spend_elements(data.count(b"<") - data.count(b"</"))
    if b"purl.oclc.org" in data:
        data = _STRICT.sub(_TRANSITIONAL, data)
    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        raise _refusal(error, budget) from error
    if _deeper_than(budget.limits.depth)(root):
        raise _deep(budget.limits.depth)
    return root


def require_no_dtd(data: bytes) -> None:
    """Refuse a document type or entity declaration: no word processor writes one."""
    if any(word in data for word in _DECLARED):
        raise UnusableDocument(
            "xml-dtd", "A part of the document declares a document type or entities; save the document again."
        )


def scan(data: bytes) -> None:
    """Apply the rule on declarations to a part that is not parsed."""
    require_no_dtd(_utf8(data))


def _utf8(data: bytes) -> bytes:
    # The Open Packaging Conventions allow UTF-8 and UTF-16 only; anything else is a way to hide markup.
    if codec := _UTF_16.get(data[:2]):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError as error:
            raise damaged("a part is not valid UTF-16") from error
        return _DECLARATION.sub("", text).encode("utf-8", "replace")
    declared = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf"))
    if declared and declared[1].lower() not in _ENCODINGS:
        raise damaged("a part is in an encoding that the format does not allow")
    return data


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )


@cache
def _deeper_than(depth: int) -> etree.XPath:
    # One step of the path a level: libxml2 walks the tree level by level, far faster than Python could.
    return etree.XPath("boolean(/" + "/".join("*" * (depth + 1)) + ")")


def _refusal(error: etree.XMLSyntaxError, budget: Budget) -> UnusableDocument:
    if "depth" in str(error.msg):
        return _deep(budget.limits.depth)
    return damaged("a part is not well-formed XML")


def _deep(depth: int) -> UnusableDocument:
    return UnusableDocument(
        "too-deep",
        f"The document nests its parts more than {depth} levels deep; simplify it and save it again.",
    )
