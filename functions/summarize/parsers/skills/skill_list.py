"""The skills that the lines of a skills section state, each with its group and what limits it."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from functions.summarize.docx.document import Line
from functions.summarize.parsers.fields import Field, ReadLine
from functions.summarize.parsers.reading import Reading
from functions.summarize.parsers.skills.lexicon import Lexicon
from functions.summarize.privacy.particulars import is_particular
from functions.summarize.resume import Evidence, Fact, Status
from functions.summarize.status.answers import answer_of
from functions.summarize.status.words import status_of

WORDS = Path(__file__).parent / "data" / "skill_words.toml"
LONGEST_LABEL = 5  # words
_JOINT = re.compile(r"\s(?:and|&|or|und|et|y|e)\s|/|,\s|\s[-–—]\s|\s*[(]|[)]\s*", re.IGNORECASE)
_RATING = re.compile(r"\s*(?:[★☆●○■□▪▫⬤◯✩✭]{2,}|\b\d{1,3}\s?%|\b\d{1,2}\s?/\s?\d{1,2}\b).*$")


@dataclass(frozen=True, slots=True)
class Item:
    """One stated skill: its place, how sure the reader is, the label it stood under, and its status."""

    place: Evidence
    sure: float
    group: str | None = None
    status: Fact[Status] | None = None


def listed_skills(reading: Reading, lexicon: Lexicon, language: str) -> Iterator[Item]:
    """In the order of the resume."""
    group: str | None = None
    cell: tuple[int, int] | None = None
    levels = _levels_by_row(reading)
    for line in reading.lines:
        if line.section != "skills" or line.kind == "columns":
            continue
        if line.kind == "heading":
            group = None
            continue
        at = line.line.block.cell
        row = (at.table, at.row) if at else None
        if row != cell:
            group, cell = (None if row or cell else group), row
        named = (one for one in line.fields if one.name == "skill")
        skills = [part for one in named for part in _parts(one, lexicon)]
        if not skills:
            group = _label(line) or group
            continue
        label = _label_before(line, skills[0]) or group
        beside = levels.get(row, ()) if row else ()
        for number, one in enumerate(skills):
            if not is_particular(one.text) and _is_name(one.text, lexicon):
                item = _item(line, skills, number, label, language)
                yield item if item.status or not beside else _with_status(item, beside, language)


def _parts(one: Field, lexicon: Lexicon) -> list[Field]:
    """A field without the marks or the opening words in it; several skills where each part is one ("Go and Rust")."""
    bare = _bare(one)
    if bare is None:
        return []
    parts = [] if lexicon.lookup(bare.text) else [part for part in _split(bare) if part.text]
    return parts if len(parts) > 1 and all(lexicon.lookup(part.text) for part in parts) else [bare]


def _split(one: Field) -> Iterator[Field]:
    start = 0
    for match in [*_JOINT.finditer(one.text), None]:
        end = match.start() if match else len(one.text)
        yield _cut(one, start, end)
        start = match.end() if match else end


def _bare(one: Field) -> Field | None:
    """ "Proficient in Excel ★★★☆" states Excel; a mark alone states nothing."""
    text = _RATING.sub("", one.text)
    opening = _opening().match(text)
    cut = _cut(one, opening.end() if opening else 0, len(text))
    return cut if any(letter.isalpha() for letter in cut.text) else None


def _cut(one: Field, start: int, end: int) -> Field:
    text = one.text[start:end]
    left = len(text) - len(text.lstrip(" ,;:•–—-"))
    kept = text.strip(" ,;:•–—-")
    if kept.endswith(".") and "." not in kept[:-1][-3:]:
        kept = kept[:-1]
    return replace(one, start=one.start + start + left, end=one.start + start + left + len(kept), text=kept)


@cache
def _opening() -> re.Pattern[str]:
    """What opens a sentence about skills: "Proficient in"."""
    words = tomllib.loads(WORDS.read_text(encoding="utf-8"))["prefixes"]
    return re.compile(rf"(?:{'|'.join(words)})\s+", re.IGNORECASE)


def _is_name(text: str, lexicon: Lexicon) -> bool:
    """Whether an unknown word may be a skill: of three letters at least, or an abbreviation in capitals."""
    if lexicon.lookup(text):
        return True
    return bool(re.search(r"[^\W\d_]{3}", text)) or (text.isupper() and len(text) > 1)


def _levels_by_row(reading: Reading) -> dict[tuple[int, int], tuple[Line, ...]]:
    """The cells of each row that hold no skill: how well it is known, or whether at all."""
    found: dict[tuple[int, int], tuple[Line, ...]] = {}
    for line in reading.of("skills"):
        at = line.line.block.cell
        if at is not None and at.column and not any(one.name == "skill" for one in line.fields):
            found[at.table, at.row] = (*found.get((at.table, at.row), ()), line.line)
    return found


def _with_status(item: Item, beside: tuple[Line, ...], language: str) -> Item:
    for line in beside:
        found = status_of(line.text, "skill", language)
        status: Status | None = found.status if found else None
        if answer_of(line.text) is False:
            status = "negated"
        if status is not None:
            return replace(item, status=Fact(status, (Evidence(line.start, line.end, line.text, "skills"),)))
    return item


def _item(line: ReadLine, skills: list[Field], number: int, group: str | None, language: str) -> Item:
    one = skills[number]
    text, offset = line.line.text, line.line.start
    begin = 0 if number == 0 else skills[number - 1].end - offset
    end = skills[number + 1].start - offset if number + 1 < len(skills) else len(text)
    begin += _past_neighbour(text[begin : one.start - offset])
    end -= len(text[one.end - offset : end]) - _before_neighbour(text[one.end - offset : end])
    place = Evidence(one.start, one.end, one.text, "skills")
    return Item(place, one.probability, group, _status(text, begin, end, offset, group, language))


def _past_neighbour(between: str) -> int:
    """Where the words of the next item begin behind those of the one before: "(beginner), " is the neighbour's."""
    return max((between.rfind(mark) + 1 for mark in ",;|)]\t"), default=0)


def _before_neighbour(after: str) -> int:
    """Where the words that follow an item end: at the first mark that stands in no brackets."""
    depth = 0
    for at, letter in enumerate(after):
        depth += (letter in "([") - (letter in ")]")
        if letter in ",;|\t" and depth <= 0:
            return at
    return len(after)


def _status(
    text: str, begin: int, end: int, offset: int, group: str | None, language: str
) -> Fact[Status] | None:
    """From the words around the skill, up to its neighbours; else from the label that all of them stand under."""
    found = status_of(text[begin:end], "skill", language)
    if found is not None:
        start, stop = begin + found.start, begin + found.end
        return Fact(found.status, (Evidence(offset + start, offset + stop, text[start:stop], "skills"),))
    over = status_of(group, "skill", language) if group else None
    return Fact(over.status, (Evidence(offset, offset + len(text), text, "skills"),)) if over else None


def _label(line: ReadLine) -> str | None:
    """A line without skills of its own that says what those below or beside it are: "Tools"."""
    text = line.line.text.strip(" :•-–—")
    return text if text and len(text.split()) <= LONGEST_LABEL and "," not in text else None


def _label_before(line: ReadLine, first: Field) -> str | None:
    """ "Tools: SAP, Excel" is a label and a list."""
    head, colon, _ = line.line.text[: first.start - line.line.start].partition(":")
    label = head.strip(" •-–—\t")
    return label if colon and label and len(label.split()) <= LONGEST_LABEL else None
