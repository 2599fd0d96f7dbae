"""The lines whose words have fields: header lines, labelled lines and lists, each with what stands around it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from functions.summarize.parsers.asked_for import asks_for
from functions.summarize.parsers.features import LONGEST, LineFeatures
from functions.summarize.parsers.labels import Label
from functions.summarize.parsers.tokens import Token, tokens_of
from functions.summarize.parsers.word_lists import word_index
from functions.summarize.text.words import words_of

LISTS = frozenset({"skills", "languages", "credentials", "awards", "projects"})
"""Sections in which a line of text may itself be a list of names."""
EMPLOYING = frozenset({"work", "volunteer"})
HEADED = LISTS | EMPLOYING | {"education"}
_MARGINS = frozenset({"header", "footer"})
"""What stands there is said of the whole page: contact data, an agency, a page number."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words without a separator inside: tokens `first` to `last`, both included.

    `shows` are the lists that know it: "=kind" the whole piece, "^kind" its beginning, "$kind" its end, "~kind" within.
    """

    first: int
    last: int
    text: str
    shows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A line whose words are to be labelled.

    `asked` is what its label, the cell to its left or the name of its column asks for ("title"; "" for nothing known),
    with "column-" or "cell-" before it. `gap` says how it follows the line before: "next", "column" (the next cell of
    a row), "row", "table", "body" (text between), "first".
    """

    number: int
    features: LineFeatures
    label: Label
    tokens: tuple[Token, ...]
    pieces: tuple[Piece, ...]
    asked: str
    gap: str

    @property
    def section(self) -> str:
        """The section of its label."""
        return self.label.section


def field_runs(features: Sequence[LineFeatures], labels: Sequence[Label]) -> Iterator[tuple[FieldLine, ...]]:
    """The lines whose words have fields, those of one section together. Lines are numbered as in the document."""
    names = _column_names(features, labels)
    for section, group in groupby(range(len(labels)), lambda number: labels[number].section):
        if section in HEADED and (run := tuple(_run(list(group), features, labels, names))):
            yield run


def has_fields(label: Label) -> bool:
    """Whether the words of a line with this label are looked at one by one."""
    kinds = ("head", "field", "body") if label.section in LISTS else ("head", "field")
    return label.section in HEADED and label.kind in kinds


def _run(
    group: Sequence[int], features: Sequence[LineFeatures], labels: Sequence[Label],
    names: Mapping[tuple[int, int], str],
) -> Iterator[FieldLine]:  # fmt: skip
    above: LineFeatures | None = None
    text_between = False
    for number in group:
        if not has_fields(labels[number]) or features[number].line.block.part in _MARGINS:
            text_between = text_between or labels[number].kind in ("body", "sub")
            continue
        here = features[number]
        tokens = tokens_of(here.line.text[:LONGEST], here.periods, at=labels[number].section in EMPLOYING)
        gap = _gap(above, here)
        gap = "body" if text_between and gap not in ("first", "column") else gap
        asked = _asked(here, above, labels[number].section, names, tokens)
        yield FieldLine(number, here, labels[number], tokens, tuple(_pieces(here, tokens)), asked, gap)
        above, text_between = here, False


def _gap(above: LineFeatures | None, here: LineFeatures) -> str:
    if above is None:
        return "first"
    cell, cell_above = here.line.block.cell, above.line.block.cell
    if cell is None or cell_above is None:
        return "next" if cell is cell_above else "table"
    if cell.table != cell_above.table:
        return "table"
    if cell.row != cell_above.row:
        return "row"
    return "next" if cell.column == cell_above.column else "column"


def _asked(
    here: LineFeatures, above: LineFeatures | None, section: str, names: Mapping[tuple[int, int], str],
    tokens: Sequence[Token],
) -> str:  # fmt: skip
    """What the line is asked for: by the name of its column, by the label it begins with, by the cell to its left."""
    cell = here.line.block.cell
    if cell is not None and (cell.table, cell.column) in names:
        return f"column-{asks_for(names[cell.table, cell.column], section) or 'unknown'}"
    after = next((token for token in tokens[:8] if token.kind in ("colon", "tab")), None)
    if after is not None and (kind := asks_for(here.line.text[: after.start], section)):
        return kind
    left = above.line.block.cell if above else None
    if (
        cell
        and left
        and above
        and (left.table, left.row) == (cell.table, cell.row)
        and left.column < cell.column
    ):
        kind = asks_for(above.line.text, section)
        return f"cell-{kind}" if kind else ""
    return ""


def _column_names(features: Iterable[LineFeatures], labels: Iterable[Label]) -> dict[tuple[int, int], str]:
    """The names of the columns of each table that has such a row."""
    names: dict[tuple[int, int], str] = {}
    for each, label in zip(features, labels, strict=True):
        cell = each.line.block.cell
        if label.kind == "columns" and cell is not None:
            names.setdefault((cell.table, cell.column), each.line.text)
    return names


def _pieces(features: LineFeatures, tokens: Sequence[Token]) -> Iterator[Piece]:
    """The runs of words between separators and dates."""
    text = features.line.text
    first: int | None = None
    for number in range(len(tokens) + 1):
        if number < len(tokens) and tokens[number].kind == "word":
            first = number if first is None else first
        elif first is not None:
            start, end = tokens[first].start, tokens[number - 1].end
            yield Piece(first, number - 1, text[start:end], tuple(_shows(features, start, end)))
            first = None


def _shows(features: LineFeatures, start: int, end: int) -> Iterator[str]:
    words = features.words
    inside = [number for number, word in enumerate(words) if start <= word.start and word.end <= end]
    if not inside:
        return
    first, last = inside[0], inside[-1]
    for mention in features.mentions:
        if (
            mention.first < first
            or mention.last > last
            or mention.kind.startswith(("heading", "page", "label"))
        ):
            continue
        begins, ends = mention.first == first, mention.last == last
        mark = "=" if begins and ends else "^" if begins else "$" if ends else "~"
        yield f"{mark}{mention.kind}"
    yield from (kind for number in inside for kind in endings(words[number].folded))


_SHORTEST_ENDING = 5  # letters
_ENDINGS = ("title/head", "title/ending", "employer/cue", "school/cue")


@lru_cache(maxsize=4096)
def endings(word: str) -> tuple[str, ...]:
    """The lists whose words end this one: "Schulsozialarbeiterin", "Streekziekenhuis"."""
    ends = [word[first:] for first in range(1, len(word) - _SHORTEST_ENDING + 1)]
    kinds = (
        frozenset().union(*(word_index().kinds_of(words_of(end)) for end in ends)) if ends else frozenset()
    )
    marks = {f"+{'title/head' if kind == 'title/ending' else kind}" for kind in kinds if kind in _ENDINGS}
    return tuple(sorted(marks))
