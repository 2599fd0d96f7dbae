"""Languages, projects, publications and awards."""

import re
from collections.abc import Iterator, Sequence

from functions.summarize.docx.document import Line
from functions.summarize.parsers.entries import Entry as Read
from functions.summarize.parsers.fields import Field, ReadLine
from functions.summarize.parsers.headings import SECTIONS
from functions.summarize.parsers.reading import Reading
from functions.summarize.parsers.statements import Statements
from functions.summarize.parsers.word_lists import word_index
from functions.summarize.resume import Entry, Fact, Language, Section
from functions.summarize.text.words import words_of

_CODE = re.compile(r"\b[ABC][12]\b\+?")
_LEVEL = re.compile(r"[^,;(]+(?<=\S)(?=\s*(?:\(|$))")
"""The level of a cell: its code, else all that it says before a bracket: "beginner, A1", "intermediate (reading)"."""
_NAME_AND_LEVEL = 2
"""Cells of a row that says of a language how well it is spoken."""


def languages_of(reading: Reading, statements: Statements) -> Iterator[Language]:
    """Each language once, wherever languages or skills are listed, with the level said beside it."""
    seen: set[str] = set()
    beside = _rows(reading)
    for line in reading.of("languages", "skills"):
        if "label/language" in word_index().kinds_of(words_of(line.line.text)):
            continue  # the left cell of a form: "Sonstige Sprache(n)"
        for number, one in enumerate(line.fields):
            name = statements.field(one, "languages")
            denied = one.name != "language" or statements.denies(*_part(line.fields, number, line.line))
            if not denied and name is not None and name.value.casefold() not in seen:
                seen.add(name.value.casefold())
                level = statements.field(_level(line.fields, number), "languages")
                level = level or _little_before(one, statements)
                yield Language(
                    name, level or _level_of_row(beside.get(_row(line.line) or (-1, -1)), line, statements)
                )


def _little_before(one: Field, statements: Statements) -> Fact[str] | None:
    """How little of a language is spoken, in words that belong to it: "a bit of Spanish", "un peu d'allemand"."""
    at = one.start - one.line.start
    found = _LITTLE.search(one.line.text, 0, at)
    if found is None:
        return None
    place = statements.at(one.line.start + found.start(1), one.line.start + found.end(1), "languages")
    return Fact(found[1], (place,))


_LITTLE = re.compile(
    r"(?<![^\W\d_])(a (?:little(?: bit)?|bit|few words)|un peu|un poco|um pouco|ein (?:bisschen|wenig)|een beetje)"
    r"(?: of| d[e'’]| di)? ?$",
    re.IGNORECASE,
)


def _rows(reading: Reading) -> dict[tuple[int, int], list[ReadLine]]:
    """The lines of languages that stand in a table, by table and row."""
    rows: dict[tuple[int, int], list[ReadLine]] = {}
    for line in reading.of("languages"):
        if place := _row(line.line):
            rows.setdefault(place, []).append(line)
    return rows


def _row(line: Line) -> tuple[int, int] | None:
    cell = line.block.cell
    return (cell.table, cell.row) if cell else None


def _level_of_row(row: Sequence[ReadLine] | None, line: ReadLine, statements: Statements) -> Fact[str] | None:
    """The second of two cells beside a language that stands alone in the first: "Somali | basic spoken"."""
    if row is None or len(row) != _NAME_AND_LEVEL or row[0] is not line or len(line.fields) != 1:
        return None
    level = row[1]
    other = any(one.name == "language" for one in level.fields) or _row(level.line) is None
    alone = line.fields[0].text.strip() == line.line.text.strip()
    said = _CODE.search(level.line.text) or _LEVEL.match(level.line.text)
    if other or not alone or said is None:
        return None
    place = statements.at(level.line.start + said.start(), level.line.start + said.end(), "languages")
    return Fact(said[0], (place,))


def _part(fields: tuple[Field, ...], number: int, line: Line) -> tuple[int, int]:
    """The part of the line that speaks of one language: from the one before it to the one after it."""
    names = [one for one in fields if one.name == "language"]
    at = names.index(fields[number])
    begin = names[at - 1].end if at else line.start
    end = names[at + 1].start if at + 1 < len(names) else line.end
    return begin, min(end, fields[number].end) if at + 1 < len(names) else end


def _level(fields: tuple[Field, ...], number: int) -> Field | None:
    """The level right after the language, else the one right before it where none of another stands between."""
    one = fields[number]
    after = fields[number + 1] if number + 1 < len(fields) else None
    before = fields[number - 1] if number else None
    if before is not None and before.name == "level" and _beside(before, one):
        owner = fields[number - 2] if number > 1 else None
        if owner is None or owner.name != "language" or not _marked(owner, before):
            return before
    if after is None or after.name != "level":
        return None
    following = fields[number + 2] if number + 2 < len(fields) else None
    leads = following is not None and following.name == "language" and _beside(after, following)
    return None if leads and not _beside(one, after) and not _marked(one, after) else after


def _beside(one: Field, other: Field) -> bool:
    """Whether nothing but one space stands between: "fluent French"; a tab or several part two languages."""
    return _between(one, other) in ("", " ", "\u00a0")


def _marked(language: Field, level: Field) -> bool:
    """Whether a mark says that the level is that of the language before it: "Spanish: native English: fluent"."""
    return any(mark in (_between(language, level) or "") for mark in ":(-–—=")


def _between(one: Field, other: Field) -> str | None:
    """What stands between two fields of one line."""
    text, offset = one.line.text, one.line.start
    return text[one.end - offset : other.start - offset] if one.line is other.line else None


def items_of(reading: Reading, statements: Statements, section: str) -> Iterator[Entry]:
    """The projects or awards: each name, its date, and the lines below it."""
    where = SECTIONS[section]
    for of, entry in reading.entries:
        if of == section and not entry.heads:
            yield from _items(entry, statements, section.rstrip("s"), where)


def _items(entry: Read, statements: Statements, name: str, where: Section) -> Iterator[Entry]:
    for number, one in enumerate(entry.all(name)):
        stated = statements.field(one, where)
        if stated is not None and not _is_of_a_link(one):
            details = (
                ()
                if number
                else tuple(
                    statements.line(line.line, where, line.labelled.probability) for line in entry.body
                )
            )
            yield Entry(stated, details, next(iter(statements.periods(entry, where)), None))


def _is_of_a_link(one: Field) -> bool:
    """Whether a name is a piece of a web address: "https" of "https://..."."""
    begin = one.start - one.line.start
    before = one.line.text[:begin].rpartition(" ")[2]
    after = one.line.text[begin:].partition(" ")[0]
    return "://" in before + after


def publications_of(reading: Reading, statements: Statements) -> Iterator[Entry]:
    """Each line of a list of publications."""
    for line in reading.of("publications"):
        yield Entry(statements.line(line.line, "publications", line.labelled.probability))
