"""Languages, projects, publications and awards."""

from collections.abc import Iterator

from functions.summarize.parsers.entries import Entry as Read
from functions.summarize.parsers.fields import Field
from functions.summarize.parsers.reading import SECTIONS, Reading
from functions.summarize.parsers.statements import Statements
from functions.summarize.resume import Entry, Language, Section


def languages_of(reading: Reading, statements: Statements) -> Iterator[Language]:
    """Each language once, wherever languages or skills are listed, with the level said beside it."""
    seen: set[str] = set()
    for line in reading.of("languages", "skills"):
        for number, one in enumerate(line.fields):
            name = statements.field(one, "languages")
            if one.name == "language" and name is not None and name.value.casefold() not in seen:
                seen.add(name.value.casefold())
                yield Language(name, statements.field(_level(line.fields, number), "languages"))


def _level(fields: tuple[Field, ...], number: int) -> Field | None:
    """The level right after the language, else the one right before it where none of another stands between."""
    after = fields[number + 1] if number + 1 < len(fields) else None
    if after is not None and after.name == "level":
        return after
    before = fields[number - 1] if number else None
    leads = (
        before is not None and before.name == "level" and (number == 1 or fields[number - 2].name == "level")
    )
    return before if leads else None


def items_of(reading: Reading, statements: Statements, section: str) -> Iterator[Entry]:
    """The projects or awards: each name, its date, and the lines below it."""
    where = SECTIONS[section]
    for of, entry in reading.entries:
        if of == section and not entry.heads:
            yield from _items(entry, statements, section.rstrip("s"), where)


def _items(entry: Read, statements: Statements, name: str, where: Section) -> Iterator[Entry]:
    for number, one in enumerate(entry.all(name)):
        stated = statements.field(one, where)
        if stated is not None:
            details = (
                ()
                if number
                else tuple(
                    statements.line(line.line, where, line.labelled.probability) for line in entry.body
                )
            )
            yield Entry(stated, details, next(iter(statements.periods(entry, where)), None))


def publications_of(reading: Reading, statements: Statements) -> Iterator[Entry]:
    """Each line of a list of publications."""
    for line in reading.of("publications"):
        yield Entry(statements.line(line.line, "publications", line.labelled.probability))
