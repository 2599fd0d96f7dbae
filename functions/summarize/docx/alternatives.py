"""Markup compatibility: of the ways in which a file says one thing, the first is read and the others are not."""

from collections.abc import Iterable

from lxml.etree import _Element

from functions.summarize.docx.names import MC

ALTERNATE = f"{MC}AlternateContent"


def chosen(alternate: _Element) -> Iterable[_Element]:
    """The children of the branch to read: the first Choice, or the Fallback where there is no Choice."""
    choice = alternate.find(f"{MC}Choice")
    branch = alternate.find(f"{MC}Fallback") if choice is None else choice
    return () if branch is None else branch
