"""Fields in reading order -> entries: which of them belong to one job, one course, one certificate."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from functions.summarize.parsers.division import Schema, divided
from functions.summarize.parsers.field_corrections import PERIOD
from functions.summarize.parsers.fields import Field, ReadLine
from functions.summarize.resume import PartialDate

_MUCH_SURER = 0.25
"""By how much a later field has to be surer than the first of its name to be taken in its place."""
_NEVER = 1e9


@dataclass(frozen=True, slots=True)
class Entry:
    """The fields of one header in reading order, the text lines below it, and the owner in force above it.

    `heads` says that it is no entry itself: an employer or a school above its titles or degrees.
    """

    fields: tuple[Field, ...]
    above: tuple[Field, ...] = ()
    heads: bool = False
    body: tuple[ReadLine, ...] = ()

    def first(self, name: str) -> Field | None:
        """The first field of that name in the header, unless a later one is much surer."""
        found = list(self.all(name))
        if not found:
            return None
        surest = max(found, key=lambda one: one.probability)
        return surest if surest.probability - found[0].probability > _MUCH_SURER else found[0]

    def all(self, name: str) -> Iterator[Field]:
        """Every field of that name in the header."""
        return (one for one in self.fields if one.name == name)

    def inherited(self, name: str) -> Field | None:
        """The first of that name in the header, else in the header above."""
        return self.first(name) or next((one for one in self.above if one.name == name), None)


def find_entries(lines: Sequence[ReadLine], schema: Schema) -> tuple[Entry, ...]:
    """The entries of one section in reading order."""
    entries = [Entry(fields, heads=heads) for fields, heads in divided(lines, schema)]
    return tuple(_with_body(_with_owner(entries, schema), lines))


def _with_owner(entries: Iterable[Entry], schema: Schema) -> Iterator[Entry]:
    """An owner above its entries is that of all of them, one beside a title that of what lies within its dates."""
    above: tuple[Field, ...] = ()
    within: Entry | None = None
    for entry in entries:
        owner, main = entry.first(schema.owner), entry.first(schema.main)
        if owner is None:
            inside = within is not None and _is_within(entry, within)
            yield replace(entry, above=_owned(within, schema) if inside and within else above)
            continue
        yield entry
        first = main is None or owner.start < main.start
        above, within = (_owned(entry, schema), None) if first else ((), entry)


def _owned(entry: Entry, schema: Schema) -> tuple[Field, ...]:
    return tuple(one for one in entry.fields if one.name in (schema.owner, "place"))


def _is_within(entry: Entry, other: Entry) -> bool:
    """Whether the entry's dates lie within those of the other, which go on longer."""
    dates = [one.first(PERIOD) for one in (entry, other)]
    inner, outer = (one.period.period if one and one.period else None for one in dates)
    if inner is None or outer is None or inner.start is None or outer.start is None or inner == outer:
        return False
    ends = outer.current or (
        inner.end is not None and outer.end is not None and _months(inner.end, 1) <= _months(outer.end, 12)
    )
    return _months(outer.start, 1) <= _months(inner.start, 12) and ends


def _months(when: PartialDate, without: int) -> int:
    return when.year * 12 + (when.month or without)


def _with_body(entries: Iterable[Entry], lines: Sequence[ReadLine]) -> Iterator[Entry]:
    """The text lines between a header and the next."""
    known = list(entries)
    place = 0
    for number, entry in enumerate(known):
        following = known[number + 1].fields[0].start if number + 1 < len(known) else _NEVER
        body: list[ReadLine] = []
        while place < len(lines) and lines[place].line.start < following:
            line = lines[place]
            if line.line.start > entry.fields[0].start and line.kind == "body" and not line.fields:
                body.append(line)
            place += 1
        yield replace(entry, body=tuple(body))
