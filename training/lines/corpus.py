"""The labelled lines: `data/lines/` of the shared data and the lines added here."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from functions.summarize.lines.records import Head, Part

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class LabelledLine:
    """A line with its head, its parts and the forms in which a writer told it."""

    key: str
    sector: str
    line: str
    title: str
    current: bool
    head: Head
    parts: tuple[Part, ...]
    told: dict[str, str | None]


def read_lines(*names: str) -> list[LabelledLine]:
    """The records of the files named, in order."""
    return [line for name in names for line in _records(DATA / f"{name}.jsonl")]


def _records(path: Path) -> Iterator[LabelledLine]:
    for text in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(text)
        parts = tuple(place_parts(row["line"], row["parts"]))
        yield LabelledLine(
            row["id"],
            row["sector"],
            row["line"],
            row["title"],
            row["current"],
            row["head"],
            parts,
            row["told"],
        )


def place_parts(line: str, parts: Iterable[list[str]]) -> Iterator[Part]:
    """Parts given as tag and words, with their places in the line."""
    at = 0
    for tag, words in parts:
        start = line.index(words, at)
        at = start + len(words)
        yield Part(tag, start, at)  # type: ignore[arg-type]


_CODES = {
    "L": "label", "s": "subject", "v": "verb", "o": "object", "c": "change", "e": "extent", "r": "result",
    "m": "method", "p": "purpose", "l": "place", "t": "time", "w": "with", "x": "compare", "b": "bracket",
    "&": "and", "f": "filler", ".": "mark",
}  # fmt: skip


def read_sketched() -> list[LabelledLine]:
    """The lines added here as rows of text. They have no told forms."""
    return [line for path in sorted(DATA.glob("*.txt")) for line, _ in _sketched(path)]


KEPT_OUT = {"ordinary": "lines", "resumes": "resumes", "trades": "trades", "pages": "pages"}
"""Lines that only measure: ordinary ones written for that, and resumes' lines by two groups of hands."""


def read_kept_out(kind: str) -> list[tuple[LabelledLine, tuple[str, ...]]]:
    """The lines of a kind of `KEPT_OUT`, each with the ways in which it is told right; "-" where by no act."""
    return list(_sketched(DATA / "kept_out" / f"{KEPT_OUT[kind]}.txt"))


_BEFORE_MARK = re.compile(r" (?=[:;,](?: |$))")


def _sketched(path: Path) -> Iterator[tuple[LabelledLine, tuple[str, ...]]]:
    rows = [row for row in path.read_text(encoding="utf-8").splitlines() if row and not row.startswith("#")]
    for number, row in enumerate(rows, 1):
        what, *cells = row.split(" | ")
        head, current, title = what.split(" ", 2)
        parts = [[_CODES[cell[0]], cell[2:]] for cell in cells if cell[0] != ">"]
        ways = [way for cell in cells if cell[0] == ">" for way in cell[2:].split(" // ")]
        line = _BEFORE_MARK.sub("", " ".join(words for _, words in parts))
        place = tuple(place_parts(line, parts))
        labelled = LabelledLine(f"{path.stem}-{number}", "", line, title, current == "+", head, place, {})  # type: ignore[arg-type]
        yield labelled, tuple(ways)
