"""The text of diagrams (SmartArt), which lives in a part of its own."""

from collections.abc import Iterator
from typing import TypeVar

from lxml import etree
from lxml.etree import _Element

from functions.summarize.docx.formatting import integer
from functions.summarize.docx.names import DGM, A, R
from functions.summarize.docx.reading import Reading
from functions.summarize.docx.relationships import Relationships
from functions.summarize.docx.visibility import SMALLEST_VISIBLE
from functions.summarize.docx.xml import parse

_POINT, _PARAGRAPH, _TEXT = f"{DGM}pt", f"{A}p", f"{A}t"
_Item = TypeVar("_Item")
_WITHOUT_TEXT = frozenset({"pres", "parTrans", "sibTrans"})


def diagram_texts(
    reference: _Element, relationships: Relationships, reading: Reading
) -> Iterator[tuple[str, bool]]:
    """The paragraphs of the diagram that a `dgm:relIds` refers to, point by point, each with whether it is seen."""
    relationship = relationships.get(reference.get(f"{R}dm", ""))
    data = (
        None if relationship is None or relationship.external else reading.package.part(relationship.target)
    )
    if data is not None:
        yield from _texts(parse(data, reading.budget))


def _texts(root: _Element) -> Iterator[tuple[str, bool]]:
    """The paragraphs in one walk: each text belongs to the innermost paragraph and the innermost point around it."""
    points: list[bool] = []
    paragraphs: list[list[tuple[str, bool]]] = []
    runs: dict[_Element | None, bool] = {}  # one run may hold very many texts, and is looked at once
    for event, element in etree.iterwalk(root, events=("start", "end"), tag=(_POINT, _PARAGRAPH, _TEXT)):
        if element.tag == _POINT:
            _open_or_close(points, event, element.get("type", "node") not in _WITHOUT_TEXT)
        elif element.tag == _PARAGRAPH:
            told = _open_or_close(paragraphs, event, [])
            if told and points and points[-1]:
                for seen in (True, False):
                    if text := "".join(text for text, shown in told if shown is seen):
                        yield text, seen
        elif event == "start" and paragraphs:
            run = element.getparent()
            if run not in runs:
                runs[run] = _is_seen(run)
            paragraphs[-1].append((element.text or "", runs[run]))


def _is_seen(run: _Element | None) -> bool:
    """Whether a run of a diagram is drawn at a size and with a fill that can be seen."""
    look = None if run is None else run.find(f"{A}rPr")
    if look is None:
        return True
    hundredths = integer(look.get("sz"))
    return look.find(f"{A}noFill") is None and (hundredths is None or hundredths > 100 * SMALLEST_VISIBLE)


def _open_or_close(stack: list[_Item], event: str, item: _Item) -> _Item | None:
    """Put an item on the stack at its start; take the last one off, and return it, at its end."""
    if event == "end":
        return stack.pop()
    stack.append(item)
    return None
