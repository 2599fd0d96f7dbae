"""What stands on every line of a document: words, phrases of the word lists, periods, separators, looks and marks.

The first of the reader's steps: nothing here decides what a line is. Every line is looked at once, and a look costs a
time proportional to its length.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from functions.summarize.docx.document import Cell, Document, Line
from functions.summarize.language.verbs import recognise
from functions.summarize.parsers.dates.periods import FoundPeriod, find_periods, is_day_first
from functions.summarize.parsers.headings import sections_of
from functions.summarize.parsers.word_lists import word_index
from functions.summarize.text.folding import fold
from functions.summarize.text.phrases import Mention
from functions.summarize.text.words import Word, words_of

LONGEST = 600
"""Characters: a longer line is prose, and only so much of it is looked at."""

_SEPARATOR = re.compile(r"\s*(?:\t+|\||•|·|;|,|/|\s[-–—−]+\s|\(|\)|:(?=\s)|\s{3,})\s*")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_PHONE = re.compile(r"(?<![\w/])\+?\(?\d[\d\s().-]{7,}\d(?![\w/])")
_URL = re.compile(
    r"https?://|www\.|\b[\w-]+\.(?:com|org|net|io|dev|example|edu|co)\b(?:/|$|\s)|linkedin|github",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?P<label>[^\W\d_][^:\t\n]{0,48}?)\s*:[-–]?(?=\s|$)\s*")
_TYPED_BULLET = re.compile(r"^\s*(?:[-–—*•·▪►➢✓✔○●■o]|\d{1,2}[.)])\s+")


@dataclass(frozen=True, slots=True)
class Separator:
    """What stands between two parts of a line, at `start:end` of its text; `mark` is "tab", "," ":" "(" and so on."""

    start: int
    end: int
    mark: str


@dataclass(frozen=True, slots=True)
class Style:
    """How a line looks among the lines of its document.

    `larger` is how much larger it is set than most of the text, in points (0 where sizes are unknown).
    """

    bold: bool
    caps: bool
    larger: float
    heading_level: int | None
    list_level: int | None
    name: str


@dataclass(frozen=True, slots=True)
class CellPlace:
    """The cell that a line stands in, how large its table is, and which line of the cell it is.

    `column_kinds` are what the first row of the table calls the column ("label/employer"), `row_kinds` what the first
    cell of the row asks for; empty where neither is a label.
    """

    cell: Cell
    rows: int
    columns: int
    position: int
    column_kinds: frozenset[str]
    row_kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class LineFeatures:
    """One line and what stands on it. All offsets are into `line.text`.

    `kinds` are the lists of which the whole line is an entry, `label` the end of a leading "Label:" (0 for none) and
    `label_kinds` the lists it is an entry of; `heading` the sections that the line names if it is a heading.
    """

    line: Line
    folded: str
    words: tuple[Word, ...]
    mentions: tuple[Mention, ...]
    periods: tuple[FoundPeriod, ...]
    separators: tuple[Separator, ...]
    style: Style
    cell: CellPlace | None
    kinds: frozenset[str]
    label: int
    label_kinds: frozenset[str]
    heading: tuple[str, ...]
    flags: frozenset[str]

    @property
    def text(self) -> str:
        """As much of the line as is looked at."""
        return self.line.text[:LONGEST]


def line_features(document: Document, *, day_first: bool | None = None) -> tuple[LineFeatures, ...]:
    """The features of every line of the document, in reading order.

    `day_first` reads 03/04/2020 as 3 April; None lets the document's own dates decide.
    """
    lines = document.lines
    first = is_day_first(document.text) if day_first is None else day_first
    places = _cell_places(lines)
    usual = _usual_size(lines)
    return tuple(
        _features(line, places.get(number), usual, day_first=first) for number, line in enumerate(lines)
    )


def _features(line: Line, place: CellPlace | None, usual: float | None, *, day_first: bool) -> LineFeatures:
    text = line.text[:LONGEST]
    words = words_of(text)
    kinds = word_index().kinds_of(words)
    label = _LABEL.match(text)
    return LineFeatures(
        line=line,
        folded=fold(text),
        words=words,
        mentions=word_index().find(text, words),
        periods=find_periods(line.text, day_first=day_first) if len(line.text) <= LONGEST else (),
        separators=tuple(_separators(text)),
        style=_style(line, usual),
        cell=place,
        kinds=kinds,
        label=label.end() if label else 0,
        label_kinds=word_index().kinds_of(words_of(label["label"])) if label else frozenset(),
        heading=sections_of(text, kinds),
        flags=frozenset(_flags(text, words)),
    )


def _separators(text: str) -> Iterator[Separator]:
    for match in _SEPARATOR.finditer(text):
        mark = match.group().strip(" ")
        yield Separator(match.start(), match.end(), "tab" if "\t" in mark else mark[:1] or "gap")


def _style(line: Line, usual: float | None) -> Style:
    block = line.block
    larger = block.size - usual if block.size and usual else 0.0
    caps = block.caps or line.text.isupper()
    return Style(block.bold, caps, larger, block.heading_level, block.list_level, block.style)


def _usual_size(lines: Sequence[Line]) -> float | None:
    sizes: Counter[float] = Counter()
    for line in lines:
        if line.block.size:
            sizes[line.block.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else None


def _flags(text: str, words: Sequence[Word]) -> Iterator[str]:
    if "@" in text and _EMAIL.search(text):
        yield "email"
    if _PHONE.search(text):
        yield "phone"
    if _URL.search(text):
        yield "url"
    if _TYPED_BULLET.match(text):
        yield "bullet"
    if text.endswith((".", ";", "!")):
        yield "stop"
    if text.endswith(":"):
        yield "colon"
    if text[:1].islower():
        yield "lower"
    if not words:
        yield "no-words"
    elif verb := recognise(words[0].folded):
        yield f"verb-{verb[1]}"


def _cell_places(lines: Sequence[Line]) -> dict[int, CellPlace]:
    numbered = [(number, line) for number, line in enumerate(lines) if line.block.cell is not None]
    found: dict[int, CellPlace] = {}
    for _, group in groupby(numbered, lambda each: each[1].block.cell.table if each[1].block.cell else -1):
        found.update(_table_places(list(group)))
    return found


def _table_places(numbered: Sequence[tuple[int, Line]]) -> Iterator[tuple[int, CellPlace]]:
    cells = [_cell_of(line) for _, line in numbered]
    rows, columns = len({cell.row for cell in cells}), len({cell.column for cell in cells})
    heads, labels = _first_kinds(numbered, by_column=True), _first_kinds(numbered, by_column=False)
    top = cells[0].row
    seen: Counter[Cell] = Counter()
    for (number, _), cell in zip(numbered, cells, strict=True):
        yield (
            number,
            CellPlace(
                cell,
                rows,
                columns,
                seen[cell],
                heads.get(cell.column, frozenset()) if cell.row != top else frozenset(),
                labels.get(cell.row, frozenset()) if cell.column else frozenset(),
            ),
        )
        seen[cell] += 1


def _first_kinds(numbered: Sequence[tuple[int, Line]], *, by_column: bool) -> dict[int, frozenset[str]]:
    """What the first row says of each column, or the first column of each row: only kinds of labels."""
    top = _cell_of(numbered[0][1]).row
    found: dict[int, frozenset[str]] = {}
    for _, line in numbered:
        cell = _cell_of(line)
        if (cell.row == top) if by_column else (cell.column == 0):
            kinds = word_index().kinds_of(words_of(line.text)) if len(line.text) <= LONGEST else frozenset()
            found.setdefault(
                cell.column if by_column else cell.row, frozenset(k for k in kinds if k.startswith("label/"))
            )
    return found


def _cell_of(line: Line) -> Cell:
    assert line.block.cell is not None
    return line.block.cell
