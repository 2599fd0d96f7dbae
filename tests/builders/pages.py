"""Written resumes as text files: the lines of the page, a rule, and the facts that it states.

Marks at the start of a line: `*` bold, `- ` a bullet, `#1 ` a heading of that level, `[0,1,0]` a table cell
(table, row, column), `{header}` a part other than the body. `⇥` is a tab, `⏎` a soft line break. Blank lines are
left out.

The pages of `tests/summarize/parsers/resumes` are those the rules were written on. Those of `tests/data/unseen`
were written before they were ever read: the first figures of each family stand in `docs/reading.md`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from functions.summarize.docx.document import Block, Cell, Document, Part

TESTS = Path(__file__).parents[1]
WRITTEN = TESTS / "summarize" / "parsers" / "resumes"
UNSEEN = {name: TESTS / "data" / "unseen" / name for name in ("first", "second", "third")}
FOLDERS = (WRITTEN, *UNSEEN.values())
_MARKS = re.compile(
    r"(?:\{(?P<part>\w+)\})?(?:\[(?P<cell>\d+,\d+,\d+)\])?(?:#(?P<level>\d) )?(?P<bold>\*+)?(?P<bullet>- )?"
)


@dataclass(frozen=True)
class Page:
    """One file: the document and its facts, as `key: value` lines in the order written."""

    name: str
    document: Document
    facts: tuple[tuple[str, str], ...]

    def all(self, key: str) -> list[str]:
        """Every value of a key."""
        return [value for name, value in self.facts if name == key]


def pages(folder: Path) -> list[Page]:
    """All files of a folder, by name."""
    return [_read(path) for path in sorted(folder.glob("*.txt"))]


def page(text: str) -> Document:
    """The document of a text with marks."""
    blocks: list[Block] = []
    start = 0
    for line in filter(None, map(str.rstrip, text.splitlines())):
        block = _block(len(blocks), start, line)
        blocks.append(block)
        start = block.end + 1
    return Document(tuple(blocks))


def _read(path: Path) -> Page:
    text, _, facts = path.read_text("utf-8").partition("\n---\n")
    return Page(path.stem, page(text), tuple(_pairs(facts.splitlines())))


def _pairs(lines: Iterable[str]) -> Iterable[tuple[str, str]]:
    for line in filter(None, lines):
        key, _, value = line.partition(": ")
        yield key, value


def _block(index: int, start: int, line: str) -> Block:
    marks = _MARKS.match(line)
    assert marks is not None
    text = line[marks.end() :].replace("**", "").replace("⇥", "\t").replace("⏎", "\n")
    cell = Cell(*map(int, marks["cell"].split(","))) if marks["cell"] else None
    return Block(
        index,
        start,
        text,
        part=cast("Part", marks["part"] or "body"),
        heading_level=int(marks["level"]) if marks["level"] else None,
        list_level=0 if marks["bullet"] else None,
        cell=cell,
        bold=bool(marks["bold"]),
        caps=text.isupper(),
    )
