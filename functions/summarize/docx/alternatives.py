"""Markup compatibility: of the ways in which a file says one thing, the first that is understood is read."""

from collections.abc import Iterable

from lxml.etree import _Element

from functions.summarize.docx.names import MC

ALTERNATE = f"{MC}AlternateContent"
_UNDERSTOOD = (
    "http://schemas.microsoft.com/office/",
    "http://schemas.openxmlformats.org/",
    "urn:schemas-microsoft-com:",
)


def chosen(alternate: _Element) -> Iterable[_Element]:
    """The children of the branch to read: the first Choice whose namespaces word processors know, else the Fallback.

    A Choice that requires anything else is shown by nobody.
    """
    for choice in alternate.iterchildren(f"{MC}Choice"):
        required = choice.get("Requires", "").split()
        if all((choice.nsmap.get(prefix) or "").startswith(_UNDERSTOOD) for prefix in required):
            return choice
    fallback = alternate.find(f"{MC}Fallback")
    return () if fallback is None else fallback
