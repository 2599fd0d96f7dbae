"""The text of diagrams (SmartArt), which lives in a part of its own."""

from collections.abc import Iterator

from lxml.etree import _Element

from functions.summarize.docx.names import DGM, A, R
from functions.summarize.docx.reading import Reading
from functions.summarize.docx.relationships import Relationships
from functions.summarize.docx.xml import parse

_WITHOUT_TEXT = frozenset({"pres", "parTrans", "sibTrans"})


def diagram_texts(reference: _Element, relationships: Relationships, reading: Reading) -> Iterator[str]:
    """The paragraphs of the diagram that a `dgm:relIds` refers to, point by point."""
    relationship = relationships.get(reference.get(f"{R}dm", ""))
    data = (
        None if relationship is None or relationship.external else reading.package.part(relationship.target)
    )
    if data is not None:
        yield from _texts(parse(data, reading.budget))


def _texts(root: _Element) -> Iterator[str]:
    for point in root.iter(f"{DGM}pt"):
        if point.get("type", "node") not in _WITHOUT_TEXT:
            for paragraph in point.iter(f"{A}p"):
                yield "".join(text.text or "" for text in paragraph.iter(f"{A}t"))
