"""The paragraphs of a Word document's main part: what each says, the bytes that it takes up, and what it stands in."""

from dataclasses import dataclass, field
from xml.parsers import expat

_SPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
}
FLOWS = {"body", "tc", "txbxContent", "sdtContent"}
"""What paragraphs follow each other in: the page, a cell, a text box, a content control."""
_SIGNS = {"t": "", "tab": " ", "br": "\n", "cr": "\n"}
"""What the text of a run is made of, and what each adds to the words in it."""
_THINGS = {"drawing", "pict", "object", "sectPr"}
"""What a paragraph can hold that is no text and must not go with it."""


class NoPlaceError(ValueError):
    """The document has no place that the summary could take."""


@dataclass(eq=False)
class Block:
    """The bytes `start` to `end` of an element that text flows in or around."""

    kind: str
    start: int
    end: int = 0


@dataclass(eq=False)
class Paragraph(Block):
    """A paragraph: the blocks that it stands in, the outermost first, its words, and the XML of its properties.

    `content` is where its content begins, `pieces` are the bytes of its own text. `runs` are the words of each run and
    the XML of its properties. `holds` is whether there is more in it than text, `spare` whether it is the twin of
    another, kept for programs that cannot draw that one.
    """

    within: tuple[Block, ...] = ()
    text: str = ""
    properties: bytes = b""
    content: int = 0
    pieces: list[tuple[int, int]] = field(default_factory=list)
    runs: list[tuple[str, bytes]] = field(default_factory=list)
    holds: bool = False
    spare: bool = False

    @property
    def path(self) -> tuple[Block, ...]:
        """The blocks that it stands in, and itself."""
        return (*self.within, self)

    @property
    def run(self) -> bytes:
        """How most of it is written."""
        return max(self.runs, key=lambda run: len(run[0]), default=("", b""))[1]


def paragraphs_of(xml: bytes) -> list[Paragraph]:
    """The paragraphs in their order. Raises `NoPlaceError` for what is not plain XML in UTF-8."""
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
        self._blocks: list[Block] = []
        self._opened: list[tuple[str, int]] = []
        self._spare = 0
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._words

    def read(self) -> list[Paragraph]:
        self._parser.Parse(self._xml, True)
        return self._found

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        kind, at = self._kind(name), self._parser.CurrentByteIndex
        if kind == "br" and "page" in attributes.values():
            kind = "object"  # a page that ends is no text
        self._spare += kind == "Fallback"
        self._enter(kind, at)
        if self._paragraphs:
            self._look(kind, self._paragraphs[-1])
        self._opened.append((kind, at))

    def _enter(self, kind: str, at: int) -> None:
        if kind == "p":
            paragraph = Paragraph(kind, at, within=tuple(self._blocks), spare=self._spare > 0)
            paragraph.content = self._xml.index(b">", at) + 1
            self._found.append(paragraph)
            self._paragraphs.append(paragraph)
            self._blocks.append(paragraph)
        elif self._is_block(kind):
            self._blocks.append(Block(kind, at))

    def _is_block(self, kind: str) -> bool:
        """Of content controls those are blocks that stand where paragraphs do, not those around rows or words."""
        if kind == "sdt":
            return bool(self._blocks) and self._blocks[-1].kind in FLOWS
        if kind == "sdtContent":
            return bool(self._blocks) and self._blocks[-1].kind == "sdt"
        return kind in FLOWS or kind == "tbl"

    def _look(self, kind: str, paragraph: Paragraph) -> None:
        if kind == "r":
            paragraph.runs.append(("", b""))
        elif kind in _THINGS:
            paragraph.holds = True
        elif kind in _SIGNS and self._opened[-1][0] == "r":
            self._say(paragraph, _SIGNS[kind])

    def _end(self, _: str) -> None:
        kind, start = self._opened.pop()
        self._spare -= kind == "Fallback"
        if self._paragraphs and self._opened:
            self._close(kind, start, self._paragraphs[-1], self._opened[-1][0])
        if self._blocks and (self._blocks[-1].kind, self._blocks[-1].start) == (kind, start):
            self._blocks.pop().end = self._after()
        if kind == "p":
            self._paragraphs.pop()

    def _close(self, kind: str, start: int, paragraph: Paragraph, holder: str) -> None:
        if kind == "pPr" and holder == "p":
            paragraph.content = self._after()
            paragraph.properties = self._xml[start : paragraph.content]
        elif kind == "rPr" and holder == "r":
            paragraph.runs[-1] = (paragraph.runs[-1][0], self._xml[start : self._after()])
        elif kind in _SIGNS and holder == "r":
            paragraph.pieces.append((start, self._after()))

    def _words(self, text: str) -> None:
        if self._paragraphs and self._opened[-1][0] == "t":
            self._say(self._paragraphs[-1], text)

    def _say(self, paragraph: Paragraph, text: str) -> None:
        words, properties = paragraph.runs[-1]
        paragraph.text += text
        paragraph.runs[-1] = (words + text, properties)

    def _after(self) -> int:
        """Where the element ends: expat stands before an end tag, and behind an element that is empty."""
        at = self._parser.CurrentByteIndex
        return self._xml.index(b">", at) + 1 if self._xml.startswith(b"</", at) else at

    def _kind(self, name: str) -> str:
        space, _, local = name.rpartition("}")
        return local if space in _SPACES or local == "Fallback" else ""
