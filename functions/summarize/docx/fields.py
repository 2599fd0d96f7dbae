"""Complex fields: which text is an instruction and which is its result, and the link that a field makes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml.etree import _Element

from functions.summarize.docx.names import W
from functions.summarize.docx.refusals import refuse_dde
from functions.summarize.docx.relationships import safe_url

_HYPERLINK = re.compile(r'\s*HYPERLINK\s+"?([^"\s\\]+)', re.IGNORECASE)
_LONGEST_INSTRUCTION = 4096


def link_of(instruction: str) -> str | None:
    """The URL of a HYPERLINK instruction, if it is one that a person may follow."""
    match = _HYPERLINK.match(instruction)
    return safe_url(match[1]) if match else None


def stray_marks(marks: Iterable[_Element]) -> frozenset[_Element]:
    """The begins that nothing ends and the ends that end nothing, of the field marks of a story."""
    opened: list[_Element] = []
    stray: list[_Element] = []
    for mark in marks:
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin":
            opened.append(mark)
        elif kind == "end" and opened:
            opened.pop()
        elif kind == "end":
            stray.append(mark)
    return frozenset((*opened, *stray))


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    in_result: bool = False
    url: str | None = None


@dataclass(slots=True)
class Fields:
    """The complex fields that are open at a point of a story. They nest and may span paragraphs.

    `stray` are the marks of the story that have no counterpart: they neither open nor close anything.
    """

    stray: frozenset[_Element] = frozenset()
    _open: list[_Field] = field(default_factory=list)
    _unsettled: int = 0

    def mark(self, mark: _Element) -> None:
        """Follow a `w:fldChar`: begin, separate or end. One without its counterpart is passed over."""
        kind = mark.get(f"{W}fldCharType", "")
        if mark in self.stray:
            return
        if kind == "begin":
            self._open.append(_Field(url=self.url))
            self._unsettled += 1
        elif self._open and kind in {"separate", "end"}:
            self._settle(self._open[-1])
            if kind == "end":
                self._open.pop()

    def instruct(self, text: str) -> None:
        """Collect a piece of instruction; Word spreads one over several runs."""
        if self._open:
            text = (self._open[-1].instruction + text).lstrip()[:_LONGEST_INSTRUCTION]
            self._open[-1].instruction = text
        refuse_dde(text)

    @property
    def shows_text(self) -> bool:
        """Whether text here is visible: in no field, or in the result of all of them."""
        return not self._unsettled

    @property
    def url(self) -> str | None:
        """The link that the fields here make of their result."""
        return self._open[-1].url if self._open else None

    def _settle(self, item: _Field) -> None:
        if not item.in_result:
            item.in_result = True
            item.url = link_of(item.instruction) or item.url
            self._unsettled -= 1
