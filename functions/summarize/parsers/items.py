"""Projects, publications and awards: each item's line and the lines below it."""

from collections.abc import Sequence

from functions.summarize.parsers.evidence import Source
from functions.summarize.parsers.rows import Row
from functions.summarize.resume import Entry, Fact, Period


def read_items(rows: Sequence[Row], source: Source) -> tuple[Entry, ...]:
    """One entry per head line; where all lines are alike, one per line."""
    entries: list[Entry] = []
    for group in _groups(rows):
        head, *below = group
        entries.append(
            Entry(
                name=_name(head, source),
                details=tuple(source.line(row.line) for row in below),
                period=_period(group, source),
            )
        )
    return tuple(entries)


def _groups(rows: Sequence[Row]) -> list[list[Row]]:
    """List lines belong to the plain line above them."""
    plain_heads = any(not row.listed for row in rows) and any(row.listed for row in rows)
    groups: list[list[Row]] = []
    for row in rows:
        detail = plain_heads and row.listed
        if groups and (detail or row.only_dates):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _name(row: Row, source: Source) -> Fact[str]:
    """The line without the date at its edge."""
    text, start = row.line.text, 0
    end = len(text)
    for found in row.periods:
        if found.start == 0:
            start = found.end
        elif not text[found.end :].strip(" )].,"):
            end = found.start
    stripped = text[start:end].strip(" \t,;:|·•–—-([")
    if not stripped:
        return source.line(row.line)
    at = row.line.start + text.index(stripped, start)
    return source.stated(at, at + len(stripped))


def _period(group: list[Row], source: Source) -> Fact[Period] | None:
    for row in group[:2]:
        for found in row.periods:
            if found.period is not None:
                return source.read(found.period, row.line.start + found.start, row.line.start + found.end)
    return None
