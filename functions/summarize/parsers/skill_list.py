"""Splits the lines of a skills section into the single skills they state."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

from functions.summarize.docx.document import Line
from functions.summarize.parsers.lexicon import Lexicon
from functions.summarize.parsers.words import word_list

WORDS = Path(__file__).parent / "data" / "skill_words.toml"
LONGEST_LABEL = 5
LONGEST_STATED = 6

IN_BRACKETS = r"\([^()]*\)"
SEPARATOR = re.compile(rf"{IN_BRACKETS}|[;|•●▪■◦‣·*]|,(?!\d{{3}})|\s/\s|\s{{3,}}")
COLUMN = re.compile(r"[^\t]+")
DASHES = re.compile(rf"{IN_BRACKETS}|\s[-–—]\s")
CONJUNCTION = re.compile(rf"{IN_BRACKETS}|\s(?:and|&|or)\s|/", re.IGNORECASE)
PARENTHESES = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
SPACES = " \t\n\r\f\v\u00a0\u2002\u2003\u2009\u202f\u3000"
BEFORE = SPACES + ".,:;•●▪■◦‣·*–—_✓✔➢►-"
AFTER = SPACES + ",:;•●▪■◦‣·*–—_-"
ABBREVIATED = re.compile(r"\.\w\.$")
RATING = re.compile(r"[★☆●○■□▪▫⬤◯✩✭]{2,}|\b\d{1,3}\s?%|\b\d{1,2}\s?/\s?\d{1,2}\b")
FIGURES_ONLY = re.compile(r"[\W\d_]+")


@dataclass(frozen=True, slots=True)
class Item:
    """One stated skill: its words, their offset in the document, and the label it stood under.

    `prose` marks a whole sentence, in which only known skills are to be looked for.
    """

    text: str
    start: int
    group: str | None = None
    prose: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    """The word lists that tell a skill from a level, a language or the start of a sentence."""

    level: re.Pattern[str]
    level_at_end: re.Pattern[str]
    prefix: re.Pattern[str]
    languages: frozenset[str]
    language_labels: frozenset[str]


@cache
def _words() -> _Words:
    data = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    levels = "|".join(data["levels"])
    span = r"\d+\+?\s*(?:years?|yrs?|months?)(?:\s+(?:of\s+)?experience)?"
    level = rf"(?:(?:{levels})(?:\s+(?:level|user|knowledge|proficiency|skills?))?|{span})"
    return _Words(
        re.compile(level, re.IGNORECASE),
        re.compile(rf"(?:\s*[-–—:]\s*|\s*\(\s*|,\s*){level}\s*\)?\s*$", re.IGNORECASE),
        re.compile(rf"(?:{'|'.join(data['prefixes'])})\s+", re.IGNORECASE),
        frozenset(name.casefold() for name in word_list("languages", "names")),
        frozenset(data["language_labels"]),
    )


def split_skills(lines: Iterable[Line], lexicon: Lexicon) -> Iterator[Item]:
    """The skills that the lines of a skills section state, in order; human languages are left out."""
    group: str | None = None
    lines = tuple(lines)
    labels = set(_label_cells(lines))
    for line in lines:
        if line.start in labels:
            group = line.text.strip(AFTER)
            continue
        for found in COLUMN.finditer(line.text):
            column = Item(found.group(), line.start + found.start())
            label, rest = _split_label(column, lexicon)
            if label and not rest.text:
                group = label
                continue
            if label and label.casefold() in _words().language_labels and _speaks(rest.text):
                continue
            under = label or (group if line.block.list_level is not None or group else None)
            yield from _items(Item(rest.text, rest.start, under), lexicon)


def _label_cells(lines: Iterable[Line]) -> Iterator[int]:
    """Where the left cells of a table start that only say what the lists beside them hold."""
    in_cells = (line for line in lines if line.block.cell is not None)
    for _, table in groupby(in_cells, lambda line: line.block.cell and line.block.cell.table):
        rows = [list(row) for _, row in groupby(table, lambda line: line.block.cell and line.block.cell.row)]
        paired = [row for row in rows if len(row) == 2 and row[0].block.cell != row[1].block.cell]
        listing = [row for row in paired if SEPARATOR.search(row[1].text)]
        bare = not any(SEPARATOR.search(row[0].text) for row in paired)
        if len(paired) == len(rows) > 1 and 2 * len(listing) > len(rows) and bare:
            yield from (row[0].start for row in rows)


def _speaks(text: str) -> bool:
    return any(word.casefold() in _words().languages for word in re.findall(r"\w+", text))


def _split_label(item: Item, lexicon: Lexicon) -> tuple[str | None, Item]:
    """ "Tools: SAP, Excel" is a label and a rest; so is "Tools:" alone."""
    head, colon, rest = item.text.partition(":")
    label = _trim(Item(head, item.start)).text
    if not colon or not label or len(label.split()) > LONGEST_LABEL or "," in label:
        return None, item
    offset = item.start + len(head) + 1
    if rest and lexicon.lookup(label) and _words().level.fullmatch(rest.strip()):
        return None, item
    return label, _trim(Item(rest, offset))


def _items(item: Item, lexicon: Lexicon) -> Iterator[Item]:
    whole = _without_prefix(_trim(item))
    for piece in _pieces(whole, SEPARATOR):
        for part in _dashed(piece, lexicon):
            for stated in _parenthesised(part, lexicon):
                yield from _stated(_without_prefix(stated), lexicon)


def _pieces(item: Item, separator: re.Pattern[str]) -> Iterator[Item]:
    """The pieces between separators that stand outside of parentheses."""
    start = 0
    for found in separator.finditer(item.text):
        if not found.group().startswith("("):
            yield _cut(item, start, found.start())
            start = found.end()
    yield _cut(item, start, len(item.text))


def _dashed(item: Item, lexicon: Lexicon) -> Iterator[Item]:
    """ "HTML - CSS - Sass" is three skills, "Excel - advanced" one with its level."""
    parts = list(_pieces(item, DASHES))
    known = all(lexicon.lookup(part.text) or _words().level.fullmatch(part.text) for part in parts)
    yield from parts if len(parts) > 1 and (known or len(parts) > 2) else [item]


def _parenthesised(item: Item, lexicon: Lexicon) -> Iterator[Item]:
    """ "AWS (EC2, S3)" is AWS, EC2 and S3; "Excel (advanced)" and "triage (adult)" are what stands outside."""
    found = PARENTHESES.search(item.text)
    if found is None:
        yield item
        return
    head = _cut(item, 0, found.start())
    inner = list(_pieces(_cut(item, found.start(1), found.end(1)), SEPARATOR))
    if len(inner) == 1 and item.text[found.end() :].strip():
        yield item
        return
    if head.text:
        yield head
    if len(inner) > 1 or not head.text or _is_another_skill(inner[0], head, lexicon):
        yield from inner


def _is_another_skill(inner: Item, head: Item, lexicon: Lexicon) -> bool:
    """ "AWS (EC2)" names two skills, "search engine optimisation (SEO)" one."""
    known, outer = lexicon.lookup(inner.text), lexicon.lookup(head.text)
    return known is not None and (outer is None or outer.term != known.term)


def _stated(item: Item, lexicon: Lexicon) -> Iterator[Item]:
    item = _without_level(item)
    if not item.text or FIGURES_ONLY.fullmatch(item.text) or item.text.casefold() in _words().languages:
        return
    if lexicon.lookup(item.text):
        yield item
        return
    parts = [_without_level(part) for part in _pieces(item, CONJUNCTION)]
    if len(parts) > 1 and all(lexicon.lookup(part.text) for part in parts):
        yield from parts
    elif len(item.text.split()) > LONGEST_STATED:
        yield Item(item.text, item.start, item.group, prose=True)
    else:
        yield item


def _without_prefix(item: Item) -> Item:
    """ "Proficient in Excel" states Excel."""
    found = _words().prefix.match(item.text)
    return _cut(item, found.end(), len(item.text)) if found else item


def _without_level(item: Item) -> Item:
    """Drop a rating and a level before or after the skill; a level alone becomes an empty item."""
    text = RATING.split(item.text)[0]
    if _words().level.fullmatch(text.strip()):
        return Item("", item.start, item.group)
    if found := _words().level_at_end.search(text):
        text = text[: found.start()]
    return _cut(item, 0, len(text))


def _cut(item: Item, start: int, end: int) -> Item:
    return _trim(Item(item.text[start:end], item.start + start, item.group, item.prose))


def _trim(item: Item) -> Item:
    """The item without spaces, bullets and punctuation at its edges; the stop of an abbreviation ("a.k.a.") stays."""
    text = item.text.lstrip(BEFORE)
    start = item.start + len(item.text) - len(text)
    text = text.rstrip(AFTER)
    if text.endswith(".") and not ABBREVIATED.search(text[-3:]):
        text = text[:-1].rstrip(AFTER)
    return Item(text, start, item.group, item.prose)
