"""Written resumes as text files: the lines of the page, a rule, and the facts that it states.

Marks at the start of a line: `*` bold, `- ` a bullet, `#1 ` a heading of that level, `[0,1,0]` a table cell
(table, row, column), `{header}` a part other than the body. `⇥` is a tab. Blank lines are left out.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from functions.summarize.docx.document import Block, Cell, Document, Part

FOLDER = Path(__file__).parent / "resumes"
_MARKS = re.compile(
    r"(?:\{(?P<part>\w+)\})?(?:\[(?P<cell>\d+,\d+,\d+)\])?(?:#(?P<level>\d) )?(?P<bold>\*+)?(?P<bullet>- )?"
)


@dataclass(frozen=True)
class Written:
    """One file: the document and its facts, as `key: value` lines in the order written."""

    name: str
    document: Document
    facts: tuple[tuple[str, str], ...]

    def all(self, key: str) -> list[str]:
        """Every value of a key."""
        return [value for name, value in self.facts if name == key]


def written() -> list[Written]:
    """All files, by name."""
    return [_read(path) for path in sorted(FOLDER.glob("*.txt"))]


def page(text: str) -> Document:
    """The document of a text with marks."""
    blocks: list[Block] = []
    start = 0
    for line in filter(None, map(str.rstrip, text.splitlines())):
        block = _block(len(blocks), start, line)
        blocks.append(block)
        start = block.end + 1
    return Document(tuple(blocks))


def _read(path: Path) -> Written:
    text, _, facts = path.read_text("utf-8").partition("\n---\n")
    pairs = (line.partition(": ") for line in facts.splitlines() if line)
    return Written(path.stem, page(text), tuple((key, value) for key, _, value in pairs))


def _block(index: int, start: int, line: str) -> Block:
    marks = _MARKS.match(line)
    assert marks is not None
    text = line[marks.end() :].replace("**", "").replace("⇥", "\t")
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
