"""Blocks in another order: numbered anew, with the notices still at their places."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from functions.summarize.docx.document import Block, Document, Link, Notice

Blocks = tuple[Block, ...]


def with_text(block: Block, text: str, cut: int = 0) -> Block:
    """The block with another text, whose first `cut` characters of old are gone; links that moved out are dropped."""
    links = (Link(link.start - cut, link.end - cut, link.url) for link in block.links)
    return replace(
        block, text=text, links=tuple(link for link in links if 0 <= link.start <= link.end <= len(text))
    )


def arranged(document: Document, blocks: Sequence[Block], left_out: Sequence[Notice]) -> Document:
    """The document with these blocks, which keep the index of those they were; as it was where nothing changed."""
    if tuple(blocks) == document.blocks:
        return document
    numbered: list[Block] = []
    places: dict[int, Block] = {}
    start = 0
    for index, block in enumerate(blocks):
        new = replace(block, index=index, start=start)
        places.setdefault(block.index, new)
        numbered.append(new)
        start = new.end + 1
    notices = (*_moved(document, places), *left_out)
    return Document(tuple(numbered), document.hidden, notices)


def _moved(document: Document, places: dict[int, Block]) -> Iterator[Notice]:
    """Each notice at the block where its place went."""
    for notice in document.notices:
        if notice.start is None:
            yield notice
            continue
        old = next(block for block in document.blocks if block.end >= notice.start)
        new = places.get(old.index)
        yield replace(notice, start=new.start if new else None, end=new.end if new else None)
