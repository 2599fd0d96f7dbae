"""XML parts to trees, with everything that XML allows and a document never needs switched off."""

import re
from functools import cache

from lxml import etree

from functions.common.errors import UnusableDocument
from functions.summarize.docx.limits import Budget
from functions.summarize.docx.package import damaged

_DECLARED = ("<!DOCTYPE", "<!ENTITY")
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*>")
_ENCODING = re.compile(r"""\bencoding\s*=\s*["']([^"']*)["']""")
_ENCODINGS = frozenset({"utf-8", "utf8", "utf-16", "us-ascii", "ascii"})
_UTF_16 = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\x00": "utf-16-le", b"\x00<": "utf-16-be"}
_STRICT = re.compile(rb"""(["'])http://purl\.oclc\.org/ooxml/(\w+)/""")
_TRANSITIONAL = rb"\1http://schemas.openxmlformats.org/\2/2006/"


def parse(data: bytes, budget: Budget) -> etree._Element:
    """The root of a part, in Transitional namespaces, without comments and processing instructions."""
    text = _text(data, "strict")
    require_no_dtd(text)
    budget.spend_elements(text.count("<") - text.count("</"))
    budget.spend_attributes(text.count("="))
    budget.check_time()
    data = text.encode()
    if b"purl.oclc.org" in data:
        data = _STRICT.sub(_TRANSITIONAL, data)
    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        raise _refusal(error, budget) from error
    try:
        too_deep = _deeper_than(budget.limits.depth)(root)
    except etree.XPathEvalError as error:  # steps to children cannot fail but for want of memory
        raise MemoryError from error
    if too_deep:
        raise _deep(budget.limits.depth)
    return root


def require_no_dtd(text: str) -> None:
    """Refuse a document type or entity declaration: no word processor writes one."""
    if any(word in text for word in _DECLARED):
        raise UnusableDocument(
            "xml-dtd", "A part of the document declares a document type or entities; save the document again."
        )


def scan(data: bytes) -> None:
    """Apply the rule on declarations to a part that is not parsed."""
    require_no_dtd(_text(data, "replace"))


def _text(data: bytes, errors: str) -> str:
    """A part as text, without its XML declaration: what is handed on is UTF-8, so that nothing is decoded twice.

    The Open Packaging Conventions allow UTF-8 and UTF-16 only; anything else is a way to hide markup.
    """
    codec = _UTF_16.get(data[:2], "utf-8-sig")
    if b"\0" in data[:4] and (codec == "utf-8-sig" or data[2:4] == b"\0\0" or data[:2] == b"\0\0"):
        raise _foreign()
    try:
        text = data.decode(codec, errors)
    except UnicodeDecodeError as error:
        raise damaged(f"a part is not valid {'UTF-8' if codec == 'utf-8-sig' else 'UTF-16'}") from error
    declaration = _DECLARATION.match(text)
    if declaration is None:
        return text
    declared = _ENCODING.search(declaration[0])
    if declared and declared[1].lower() not in _ENCODINGS:
        raise _foreign()
    return text[declaration.end() :]


def _foreign() -> UnusableDocument:
    return damaged("a part is in an encoding that the format does not allow")


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
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


def _refusal(error: etree.XMLSyntaxError, budget: Budget) -> Exception:
    if getattr(error, "code", None) == etree.ErrorTypes.ERR_NO_MEMORY:
        return MemoryError()
    if "depth" in str(error.msg):
        return _deep(budget.limits.depth)
    return damaged("a part is not well-formed XML")


def _deep(depth: int) -> UnusableDocument:
    return UnusableDocument(
        "too-deep",
        f"The document nests its parts more than {depth} levels deep; simplify it and save it again.",
    )
