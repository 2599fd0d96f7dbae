"""The paragraphs of a Word document's main part, each with the bytes that it takes up there."""

from dataclasses import dataclass
from xml.parsers import expat

_SPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
}


class NoPlaceError(ValueError):
    """The document has no place that the summary could take."""


@dataclass
class Paragraph:
    """The bytes `start` to `end` of a part, their text, and the XML of its and its first run's properties."""

    start: int
    end: int = 0
    text: str = ""
    properties: bytes = b""
    run: bytes = b""
    nested: bool = False


def paragraphs_of(xml: bytes) -> list[Paragraph]:
    """The paragraphs that hold no other, in their order. Raises `NoPlaceError` for what is not plain XML in UTF-8."""
    if not xml.lstrip(b"\xef\xbb\xbf").startswith(b"<") or b"<!DOCTYPE" in xml or b"xmlns:w=" not in xml:
        raise NoPlaceError("The document is not built as Word builds one.")
    try:
        return _Reader(xml).read()
    except expat.ExpatError as error:
        raise NoPlaceError("The document is not built as Word builds one.") from error


class _Reader:
    """Follows expat through the part; `opened` are the elements that are open, with where they begin."""

    def __init__(self, xml: bytes) -> None:
        self._xml = xml
        self._found: list[Paragraph] = []
        self._paragraphs: list[Paragraph] = []
        self._opened: list[tuple[str, int]] = []
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._words

    def read(self) -> list[Paragraph]:
        self._parser.Parse(self._xml, True)
        return self._found

    def _start(self, name: str, _: dict[str, str]) -> None:
        at = self._parser.CurrentByteIndex
        kind = self._kind(name)
        self._opened.append((kind, at))
        if kind == "p":
            if self._paragraphs:
                self._paragraphs[-1].nested = True
            self._paragraphs.append(Paragraph(at))
        elif self._paragraphs and kind in ("tab", "br"):
            self._paragraphs[-1].text += " "

    def _end(self, _: str) -> None:
        kind, start = self._opened.pop()
        if not self._paragraphs:
            return
        paragraph, holder = self._paragraphs[-1], self._opened[-1][0]
        if kind == "p":
            paragraph.end = self._after()
            self._paragraphs.pop()
            if not paragraph.nested:
                self._found.append(paragraph)
        elif kind == "pPr" and holder == "p":
            paragraph.properties = self._xml[start : self._after()]
        elif kind == "rPr" and holder == "r" and not paragraph.run:
            paragraph.run = self._xml[start : self._after()]

    def _words(self, text: str) -> None:
        if self._paragraphs and self._opened[-1][0] == "t":
            self._paragraphs[-1].text += text

    def _after(self) -> int:
        """Where the element ends: expat stands before an end tag, and behind an element that is empty."""
        at = self._parser.CurrentByteIndex
        return self._xml.index(b">", at) + 1 if self._xml.startswith(b"</", at) else at

    def _kind(self, name: str) -> str:
        space, _, local = name.rpartition("}")
        return local if space in _SPACES else ""
