"""Rows of a section -> entries: which rows are the header of each entry, and which its text.

An entry is anchored by the row that holds its dates. Rows above and below the anchor belong to its header
when the header reads better with them; where two entries meet without text between them, the boundary is the
one that reads best for both, in doubt the one that repeats the first entry's shape.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from functions.summarize.parsers.cues import is_break, title_strength
from functions.summarize.parsers.header import Header, read_header
from functions.summarize.parsers.periods import is_duration
from functions.summarize.parsers.rows import Row

_MOST_ABOVE, _MOST_BELOW = 4, 3
_SAME_SHAPE = 0.7


@dataclass(frozen=True)
class RoleEntry:
    """One entry: header rows in reading order, the anchor with its dates if any, and the rows below."""

    header: tuple[Row, ...]
    anchor: Row | None
    reading: Header
    body: tuple[Row, ...]


def find_entries(rows: Sequence[Row]) -> tuple[RoleEntry, ...]:
    """All entries in reading order; read twice, the second time knowing what stands first in most of them."""
    rows = [row for row in rows if not is_duration(row.line.text)]
    first = _Finder(rows, 0.0).entries()
    votes = [entry.reading.title_first for entry in first if entry.reading.title_first is not None]
    if not votes:
        return first
    return _Finder(rows, (2 * sum(votes) - len(votes)) / len(votes)).entries()


def header_start(rows: Sequence[Row], anchor: int, earliest: int) -> int:
    """Where the header of the entry dated by the row `anchor` begins, not before `earliest`."""
    return anchor - len(_Finder(rows, 0.0).above(earliest, anchor))


class _Finder:
    def __init__(self, rows: Sequence[Row], title_first: float) -> None:
        self._rows = rows
        self._title_first = title_first
        self._anchors = _anchors(rows)
        self._top_is_bold = self._bold_above = False
        self._readings: dict[tuple[int, ...], Header] = {}

    def entries(self) -> tuple[RoleEntry, ...]:
        """Cut the rows between the anchors, then read each header."""
        found: list[RoleEntry] = []
        above = self.above(0, self._anchors[0]) if self._anchors else []
        found += self._undated(
            range(len(self._rows)) if not self._anchors else range(self._anchors[0] - len(above))
        )
        shape = len(above)
        if self._anchors:
            self._top_is_bold = self._is_bold([*above, self._anchors[0]][0])
            self._bold_above = self._is_bold(above[-1]) > self._is_bold(self._anchors[0]) if above else False
        for number, anchor in enumerate(self._anchors):
            end = self._anchors[number + 1] if number + 1 < len(self._anchors) else len(self._rows)
            below, next_above = self._between(above, anchor, end, shape)
            body = range(anchor + 1 + len(below), end - len(next_above))
            undated = self._undated(body)
            others = sum(len(entry.header) + len(entry.body) for entry in undated)
            found.append(self._entry(above, anchor, below, range(body.start, body.stop - others)))
            found += undated
            above = next_above
        return tuple(entry for entry in found if not _is_break(entry))

    def _entry(self, above: list[int], anchor: int, below: list[int], body: range) -> RoleEntry:
        header = tuple(self._rows[index] for index in (*above, anchor, *below))
        return RoleEntry(header, self._rows[anchor], self._read([*above, anchor, *below]), self._slice(body))

    def _slice(self, indexes: range) -> tuple[Row, ...]:
        return tuple(self._rows[index] for index in indexes)

    def _read(self, indexes: Sequence[int]) -> Header:
        key = tuple(indexes)
        if key not in self._readings:
            pieces = [piece for index in key for piece in self._rows[index].pieces]
            self._readings[key] = read_header(pieces, self._title_first)
        return self._readings[key]

    def above(self, start: int, anchor: int) -> list[int]:
        """The rows right above an anchor that its header reads better with."""
        candidates: list[int] = []
        index = anchor - 1
        while index >= start and len(candidates) < _MOST_ABOVE and self._may_be_above(index, anchor):
            candidates.insert(0, index)
            index -= 1
        options = [candidates[skipped:] for skipped in range(len(candidates) + 1)]
        below = self._candidates_below(anchor, self._next_anchor(anchor))
        return max(options, key=lambda option: (self._rank(option, anchor, below), -len(option)))

    def _rank(self, above: list[int], anchor: int, below: list[int]) -> float:
        return self._best_below(above, anchor, below)[1] + self._looks_like_a_top(above, anchor)

    def _looks_like_a_top(self, above: list[int], anchor: int) -> float:
        """Where the first entry begins in bold, or has a bold line above its dates, the others do."""
        top = self._is_bold([*above, anchor][0])
        alike = (1.0 if top else -1.0) if self._top_is_bold else 0.0
        if self._bold_above and not self._top_is_bold and self._is_bold(anchor - 1):
            alike += 1.0 if above else -1.0
        return alike

    def _is_bold(self, index: int) -> bool:
        return self._rows[index].line.block.bold

    def _next_anchor(self, anchor: int) -> int:
        later = bisect_right(self._anchors, anchor)
        return self._anchors[later] if later < len(self._anchors) else len(self._rows)

    def _may_be_above(self, index: int, anchor: int) -> bool:
        row, anchor_row = self._rows[index], self._rows[anchor]
        cell, anchor_cell = row.line.block.cell, anchor_row.line.block.cell
        if row.body or row.dated:
            return False
        if anchor_cell is None or cell == anchor_cell:
            return True
        if anchor_row.only_dates and anchor_cell.column == 0:
            return False
        return cell is None or cell.table == anchor_cell.table or anchor_cell.column == 0

    def _candidates_below(self, anchor: int, end: int) -> list[int]:
        candidates: list[int] = []
        for index in range(anchor + 1, min(end, anchor + 1 + _MOST_BELOW)):
            if self._rows[index].body:
                break
            candidates.append(index)
        return candidates

    def _best_below(self, above: list[int], anchor: int, candidates: list[int]) -> tuple[list[int], float]:
        best, best_score = list[int](), self._read([*above, anchor]).score
        for count in range(1, len(candidates) + 1):
            below = candidates[:count]
            score = self._read([*above, anchor, *below]).score
            if score > best_score + 0.05:
                best, best_score = below, score
        return best, best_score

    def _between(self, above: list[int], anchor: int, end: int, shape: int) -> tuple[list[int], list[int]]:
        """Rows below this anchor and rows above the next one (at `end`) that belong to the headers."""
        candidates = self._candidates_below(anchor, end)
        far = end - anchor > _MOST_ABOVE + _MOST_BELOW + 1
        if far or end == len(self._rows) or any(self._rows[index].body for index in range(anchor + 1, end)):
            below = self._best_below(above, anchor, candidates)[0]
            start = anchor + 1 + len(below)
            return below, self.above(start, end) if end < len(self._rows) else []
        return self._boundary(above, anchor, end, shape)

    def _boundary(self, above: list[int], anchor: int, end: int, shape: int) -> tuple[list[int], list[int]]:
        gap = list(range(anchor + 1, end))
        after_next = self._candidates_below(end, self._next_anchor(end))
        best: tuple[list[int], list[int]] = ([], [])
        best_score = float("-inf")
        for cut in range(len(gap) + 1):
            below, next_above = gap[:cut], gap[cut:]
            if len(below) > _MOST_BELOW or not all(self._may_be_above(index, end) for index in next_above):
                continue
            score = self._read([*above, anchor, *below]).score
            score += self._best_below(next_above, end, after_next)[1]
            score += _SAME_SHAPE if len(next_above) == shape else 0.0
            score += self._looks_like_a_top(next_above, end)
            if score > best_score:
                best, best_score = (below, next_above), score
        return best

    def _undated(self, indexes: range) -> list[RoleEntry]:
        """Entries without dates: runs of rows that are no text, hold a title and look like a header."""
        starts: list[list[int]] = []
        for index in indexes:
            row = self._rows[index]
            if row.body:
                continue
            if (
                starts
                and starts[-1][-1] == index - 1
                and len(starts[-1]) < 3
                and not self._complete(starts[-1], index)
            ):
                starts[-1].append(index)
            else:
                starts.append([index])
        headers = [(header, self._read(header)) for header in starts]
        kept = [(header, reading) for header, reading in headers if self._is_header(header, reading)]
        entries = []
        for number, (header, reading) in enumerate(kept):
            end = kept[number + 1][0][0] if number + 1 < len(kept) else indexes.stop
            body = self._slice(range(header[-1] + 1, end))
            entries.append(RoleEntry(tuple(self._rows[index] for index in header), None, reading, body))
        return entries

    def _complete(self, header: list[int], following: int) -> bool:
        """Whether the header has title and employer already and the next row starts another."""
        reading = self._read(header)
        if reading.title is None or reading.employer is None:
            return False
        return self._read([*header, following]).score < reading.score + 0.3

    def _is_header(self, header: list[int], reading: Header) -> bool:
        if reading.title is None or title_strength(reading.title.text) < 2.5:
            return False
        looks = any(
            self._rows[index].line.block.bold or self._rows[index].line.block.heading_level is not None
            for index in header
        )
        return looks or (reading.employer is not None and (not self._anchors or reading.score > 3.5))


def _is_break(entry: RoleEntry) -> bool:
    return any(is_break(row.pieces[0].text) for row in entry.header if row.pieces)


def _anchors(rows: Sequence[Row]) -> list[int]:
    plain = [index for index, row in enumerate(rows) if row.dated and not row.listed]
    if plain:
        return plain
    return [
        index
        for index, row in enumerate(rows)
        if row.dated and any(title_strength(piece.text) >= 2 for piece in row.pieces[:2])
    ]
