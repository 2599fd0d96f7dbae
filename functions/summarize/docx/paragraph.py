"""One paragraph: from pieces of visible text to the blocks that it makes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from functions.summarize.docx.characters import typed_bullet
from functions.summarize.docx.document import Block, Cell, Link, Part


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of visible text of one look, with the link that lies over it."""

    text: str
    bold: bool = False
    caps: bool = False
    size: float | None = None
    url: str | None = None

    def cut(self, start: int, end: int) -> "Piece":
        """The same look over a part of the text."""
        return self if (start, end) == (0, len(self.text)) else replace(self, text=self.text[start:end])


@dataclass(frozen=True, slots=True)
class Frame:
    """What the blocks of a paragraph have whatever their text; the names are those of `Block`."""

    part: Part
    cell: Cell | None = None
    style: str = ""
    heading_level: int | None = None
    list_level: int | None = None
    above: int = 0
    column: int = 0
    region: int = 0


def blocks_of(pieces: Sequence[Piece], frame: Frame) -> Iterator[Block]:
    """The blocks of a paragraph: one, or several where soft line breaks separate typed bullets.

    Their index and start are 0: both are known only when the whole document is read.
    """
    for at, group in enumerate(_groups(pieces)):
        if at:
            frame = replace(frame, above=0)
        text = "".join(piece.text for piece in group)
        bullet = typed_bullet(text)
        shown = text[bullet:].strip()
        if shown:
            start = text.index(shown, bullet)
            yield _block(shown, list(_within(group, start, start + len(shown))), frame, bulleted=bullet > 0)


def _groups(pieces: Sequence[Piece]) -> list[Sequence[Piece]]:
    """The pieces of each block: all of them, or one line each from the first typed bullet below another line."""
    if not any("\n" in piece.text for piece in pieces):
        return [pieces]
    lines = list(_lines(pieces))
    bulleted = [typed_bullet("".join(piece.text for piece in line)) > 0 for line in lines]
    first = bulleted.index(True) if True in bulleted else len(lines)
    if True not in bulleted[1:]:
        return [pieces]
    head = [piece for line in lines[:first] for piece in line]
    return [head, *lines[first:]]


def _lines(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """The pieces cut into lines, each with the line end that closes it."""
    line: list[Piece] = []
    for piece in pieces:
        start = 0
        while (end := piece.text.find("\n", start) + 1) > 0:
            yield [*line, piece.cut(start, end)]
            line, start = [], end
        if start < len(piece.text):
            line.append(piece.cut(start, len(piece.text)))
    yield line


def _block(text: str, pieces: list[Piece], frame: Frame, *, bulleted: bool) -> Block:
    inked = [piece for piece in pieces if not piece.text.isspace()]
    lettered = [piece for piece in inked if any(map(str.isalpha, piece.text))]
    return Block(
        index=0,
        start=0,
        text=text,
        part=frame.part,
        style=frame.style,
        heading_level=frame.heading_level,
        list_level=0 if bulleted and frame.list_level is None else frame.list_level,
        cell=frame.cell,
        bold=all(piece.bold for piece in inked),
        caps=bool(lettered) and all(piece.caps or piece.text.isupper() for piece in lettered),
        size=inked[0].size,
        links=tuple(_links(pieces)),
        above=frame.above,
        column=frame.column,
        region=frame.region,
    )


def _within(pieces: Iterable[Piece], start: int, end: int) -> Iterator[Piece]:
    """The parts of the pieces that lie between two offsets of their joined text."""
    offset = 0
    for piece in pieces:
        low, high = max(start - offset, 0), min(end - offset, len(piece.text))
        if low < high:
            yield piece.cut(low, high)
        offset += len(piece.text)


def _links(pieces: Iterable[Piece]) -> Iterator[Link]:
    offset = 0
    for url, group in groupby(pieces, attrgetter("url")):
        end = offset + sum(len(piece.text) for piece in group)
        if url:
            yield Link(offset, end, url)
        offset = end
