"""Fields in reading order -> entries: which of them belong to one job, one course, one certificate."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from functions.summarize.parsers.division import Schema, divided
from functions.summarize.parsers.field_corrections import PERIOD
from functions.summarize.parsers.fields import Field, ReadLine
from functions.summarize.resume import PartialDate, Period
from functions.summarize.text.folding import fold

_MUCH_SURER = 0.25
"""By how much a later field has to be surer than the first of its name to be taken in its place."""
_NEVER = 10**9
_TOUCHING = 6
"""Months between the end of one job and the start of the next of which nobody asks: a year alone is half of it off."""


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
    entries = _with_own_dates(
        [Entry(fields, heads=heads) for fields, heads in divided(lines, schema)],
        schema,
    )
    return tuple(_with_body(_with_owner(entries, schema), lines))


def _with_own_dates(entries: Sequence[Entry], schema: Schema) -> list[Entry]:
    """Several titles of a line that have dates in brackets have these: "Teller (2015-2017), Supervisor (2018-now)"."""
    dates: dict[int, list[Field]] = {}
    for entry in entries:
        for date in entry.all(PERIOD):
            dates.setdefault(date.line.start, []).append(date)
    titles = [title for entry in entries if (title := entry.first(schema.main))]
    own = {
        title.start: date
        for title in titles
        for date in dates.get(title.line.start, ())
        if _is_bracketed(title, date, titles)
    }
    on_line = Counter(title.line.start for title in titles)
    return [_dated(entry, own, schema) if _has_several(entry, on_line) else entry for entry in entries]


def _lies_within(one: Field, other: Field) -> bool:
    """Whether a stretch is a part of another."""
    inner, outer = _dates(one), _dates(other)
    if inner is None or outer is None or inner.start is None or outer.start is None or inner == outer:
        return False
    ends = outer.current or (
        inner.end is not None and outer.end is not None and _months(inner.end, 1) <= _months(outer.end, 12)
    )
    return _months(outer.start, 1) <= _months(inner.start, 12) and ends


def _has_several(entry: Entry, on_line: Counter[int]) -> bool:
    return any(on_line[one.line.start] > 1 for one in entry.fields)


def _dated(entry: Entry, own: Mapping[int, Field], schema: Schema) -> Entry:
    """The entry with the date in brackets behind its title for any other."""
    title = entry.first(schema.main)
    date = own.get(title.start) if title else None
    if date is None:
        return entry
    others = [one for one in entry.fields if one.name != PERIOD]
    return replace(entry, fields=tuple(sorted([*others, date], key=lambda one: one.start)))


def _is_bracketed(title: Field, date: Field, titles: Sequence[Field]) -> bool:
    """Whether a date stands in brackets behind a title, and none begins right behind it: "(from 2017) Buyer"."""
    begin, text = title.line.start, title.line.text
    opens = text[title.end - begin : date.start - begin].strip() == "("
    others = (one for one in titles if one.line is title.line and one.start >= date.end)
    return opens and all(text[date.end - begin : one.start - begin].strip() != ")" for one in others)


def _with_owner(entries: Iterable[Entry], schema: Schema) -> Sequence[Entry]:
    """Each entry that names no owner with the one in force above it, if it belongs to it by place and dates."""
    found = list(entries)
    blocks: list[list[int]] = []
    for number, entry in enumerate(found):
        if entry.first(schema.owner) is not None:
            blocks.append([number])
        elif blocks and _belongs(entry, found[blocks[-1][0]], found[blocks[-1][-1]], schema):
            found[number] = replace(entry, above=_owned(found[blocks[-1][0]], schema))
            blocks[-1].append(number)
    for block in blocks:
        for number, entry in zip(block, _closed([found[one] for one in block]), strict=True):
            found[number] = entry
    return found


def _belongs(entry: Entry, head: Entry, last: Entry, schema: Schema) -> bool:
    """Whether the owner named in `head` is that of the entry as well; `last` is the one before that belongs to it.

    One above its entries is that of all of them, one behind a title that of what lies within the dates of that title,
    one before a title on its line that of what goes on from one to the next.
    """
    owner, main = head.first(schema.owner), head.first(schema.main)
    if main and main.name == "title" and _names_another_place(entry):
        return False
    if owner and main and main.start < owner.start:
        return _is_within(entry, head)
    return not (owner and main and main.line is owner.line) or _goes_on(entry, last)


def _names_another_place(entry: Entry) -> bool:
    """Whether a line of the header holds nothing but remarks: "Various schools" where others have their employer."""
    of_lines: dict[int, set[str]] = {}
    for one in entry.fields:
        of_lines.setdefault(one.line.start, set()).add(one.name)
    return any("note" in names and names <= {"note", "place"} for names in of_lines.values())


def _closed(block: Sequence[Entry]) -> Iterator[Entry]:
    """What begins within a stretch that is over ended with it, or where what came later began.

    "2009 – 2017 Driver" with "from 2013 Foreman" below it.
    """
    whole = block[0].first(PERIOD)
    begun = [
        one for each in block[1:] if whole and (one := each.first(PERIOD)) and _begins_within(one, whole)
    ]
    for entry in block:
        own = entry.first(PERIOD)
        later = [one for one in begun if own and _start(one) > _start(own)]
        if own and whole and (own in begun or (later and own is whole and not entry.heads)):
            yield _until(entry, own, min(later, key=_start) if later else whole)
        else:
            yield entry


def _until(entry: Entry, own: Field, following: Field) -> Entry:
    """The entry that begins at its own date and lasts until the following one begins, or ends with it."""
    assert own.period is not None
    assert following.period is not None
    dates, last = _dates(own), _dates(following)
    assert dates is not None
    assert last is not None
    end = last.start if following.period.assumed else last.end
    opened = replace(own.period, period=Period(dates.start, None), assumed=True)
    ended = replace(following.period, period=Period(None, end))
    fields = (replace(one, period=opened) if one is own else one for one in entry.fields)
    return replace(entry, fields=(*fields, replace(following, period=ended)))


def _begins_within(begun: Field, whole: Field) -> bool:
    """Whether a date whose end is not stated lies in a period that has one."""
    inner, outer = _dates(begun), _dates(whole)
    if inner is None or outer is None or not (inner.start and outer.start and outer.end):
        return False
    is_open = begun.period is not None and begun.period.assumed
    starts = _months(outer.start, 1) <= _months(inner.start, 12)
    return is_open and starts and _months(inner.start, 1) <= _months(outer.end, 12)


def _start(of: Field) -> int:
    dates = _dates(of)
    return _months(dates.start, 1) if dates and dates.start else 0


def _goes_on(entry: Entry, last: Entry) -> bool:
    """Whether the entry stands on the same line, or its dates touch those of the one above it or lie within them."""
    if entry.fields[0].line is last.fields[0].line or _is_within(entry, last):
        return True
    one, other = _dates(entry.first(PERIOD)), _dates(last.first(PERIOD))
    if one is None or other is None:
        return one is other
    return any(
        a is not None and b is not None and abs(_months(a, 6) - _months(b, 6)) <= _TOUCHING
        for a, b in ((one.end, other.start), (other.end, one.start))
    )


def _dates(found: Field | None) -> Period | None:
    return found.period.period if found and found.period else None


def _owned(entry: Entry, schema: Schema) -> tuple[Field, ...]:
    return tuple(one for one in entry.fields if one.name in (schema.owner, "place"))


def _is_within(entry: Entry, other: Entry) -> bool:
    """Whether the entry's dates lie within those of the other, which go on longer."""
    begun, whole = entry.first(PERIOD), other.first(PERIOD)
    if begun is None or whole is None or _dates(begun) == _dates(whole):
        return False
    return _begins_within(begun, whole) or _lies_within(begun, whole)


def _months(when: PartialDate, without: int) -> int:
    return when.year * 12 + (when.month or without)


def _with_body(entries: Sequence[Entry], lines: Sequence[ReadLine]) -> Iterator[Entry]:
    """Each entry with the text lines between its header and the next.

    What stands under a heading of its own below the last of several that have none is of the one that the heading
    names ("Duties as Senior Storekeeper", "Present job"), else of all of them: of no entry.
    """
    told = [line for line in lines if line.kind == "body" and not line.fields]
    ends = (*(entry.fields[0].start for entry in entries[1:]), _NEVER)
    bodies = [
        tuple(
            told[slice(*(bisect_right(told, at, key=_start_of_line) for at in (entry.fields[0].start, end)))]
        )
        for entry, end in zip(entries, ends, strict=False)
    ]
    if len(entries) > 1 and bodies[-1] and not any(bodies[:-1]):
        _divide_last(bodies, entries, lines)
    for entry, body in zip(entries, bodies, strict=True):
        yield replace(entry, body=body)


def _divide_last(
    bodies: list[tuple[ReadLine, ...]], entries: Sequence[Entry], lines: Sequence[ReadLine]
) -> None:
    """Give the lines of the last of several entries without any to whom the heading right above them names."""
    before = [
        line for line in lines if entries[-1].fields[0].start < line.line.start < bodies[-1][0].line.start
    ]
    heading = before[-1] if before else None
    if heading is None or heading.kind not in ("sub", "heading"):
        return
    text = heading.line.text
    if _OF_ONE.fullmatch(text) or "continued" in text.lower():
        return
    meant, apart = _named(text, entries), bodies[-1]
    bodies[-1] = ()
    if meant is not None:
        bodies[meant] = apart


_PRESENT = re.compile(
    r"\b(?:present|current|latest) (?:job|post|position|role|employment|work|duties)\b", re.IGNORECASE
)
_OF_ONE = re.compile(
    r"\W*(?:(?:my|key|main|core|major|job|primary|notable|selected) )*(?:responsibilit(?:y|ies)|dut(?:y|ies)"
    r"|achievements?|accomplishments?|tasks?|role|profile|description|highlights?|functions?|results?|projects?)"
    r"(?: (?:and|&) (?:responsibilities|duties|achievements|tasks|accomplishments|results))?(?: include)?\W*",
    re.IGNORECASE,
)
"""Headings that stand within a job: what follows tells of it."""


def _named(heading: str, entries: Sequence[Entry]) -> int | None:
    """The entry that a heading names by its title or its owner, or as the present one; None where it names none."""
    said = fold(heading)
    for at, entry in enumerate(entries):
        dates = [one.period.period for one in entry.all(PERIOD) if one.period and one.period.period]
        if _PRESENT.search(heading) and any(one.current for one in dates):
            return at
        names = [fold(one.text) for one in entry.fields if one.name in ("title", "employer")]
        if any(name in said or " ".join(name.split()[:3]) in said for name in names if " " in name):
            return at
    return None


def _start_of_line(line: ReadLine) -> int:
    return line.line.start
