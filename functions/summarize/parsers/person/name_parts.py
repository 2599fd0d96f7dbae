"""Names that stand in parts: what a form asks for, a surname before the first names, a word a line."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from functions.summarize.docx.document import Line
from functions.summarize.parsers.evidence import Source
from functions.summarize.parsers.headings import section_named
from functions.summarize.parsers.person.name_words import may_be_name, usual_case
from functions.summarize.parsers.person.places import place_strength
from functions.summarize.parsers.word_lists import word_index, word_set
from functions.summarize.resume import Fact
from functions.summarize.text.folding import fold
from functions.summarize.text.words import words_of

PARTS = frozenset({"name/surname_label", "name/first_label"})
IN_CAPITALS = "capitals-to-usual-case"
"""The rule of a name that stands in capitals."""
_LINES_READ = 14
_LONGEST = 200  # characters of a line that are looked at

Place = tuple[int, int]


def asked_for(lines: Sequence[Line], source: Source) -> Fact[str] | None:
    """What a form asks for apart, in any order: Surname, First name, Middle name; "Doe, Jane" where it asks for all."""
    asked = list(_asked(lines[:_LINES_READ]))
    first = [place for kinds, place in asked if "name/first_label" in kinds]
    surname = [place for kinds, place in asked if "name/surname_label" in kinds]
    whole = [place for kinds, place in asked if "name/label" in kinds and kinds.isdisjoint(PARTS)]
    if surname and not first:  # "Name: Thabo", "Surname: Mokoena"
        last = source.text[slice(*surname[0])]
        first = [place for place in whole if fold(last) not in fold(source.text[slice(*place)])]
    elif not first:  # "Surname / First name: Doe, Jane"
        return next(filter(None, (surname_last(place, source) for place in whole)), None)
    return _joined((*first[:3], *surname[:2]), source) if surname and first else None


def surname_last(place: Place, source: Source) -> Fact[str] | None:
    """The name of which a comma parts the surname from the first names: "DOE, Jane", but "Tan Siew Khim, Doreen"."""
    start, end = place
    surname, comma, first = source.text[start:end].partition(", ")
    if not comma or fold(first) in word_set("name/letters") or place_strength(first):
        return None
    if len(surname.split()) > 2 or surname.isupper() < first.isupper():
        return None
    between = start + len(surname)
    return _joined(((between + 2, end), (start, between)), source)


def _joined(spans: Iterable[Place], source: Source) -> Fact[str]:
    """Parts of a name that stand apart, in the order given."""
    places = tuple(source.at(start, end) for start, end in spans)
    written = " ".join(place.quote for place in places)
    usual = " ".join(usual_case(place.quote) for place in places)
    return Fact(usual, places, 0.95, None if usual == written else IN_CAPITALS)


def _asked(lines: Sequence[Line]) -> Iterator[tuple[frozenset[str], Place]]:
    """What the labels of a form ask for, and where that stands: behind the label, in the next cell or below it."""
    parts = [
        (line.start + match.start(), match.group())
        for line in lines
        for match in re.finditer(r"[^\t]+", line.text[:_LONGEST])
    ]
    for (start, text), (below, told) in pairwise([*parts, (0, "")]):
        label, colon, value = text.partition(":")
        kinds = word_index().kinds_of(words_of(re.sub(r"\s*\([^)]*\)", "", label)))
        begin, stated = (start + len(label) + len(colon), value) if value.strip() else (below, told)
        name = stated.strip(" :-–")
        if kinds & {*PARTS, "name/label"} and may_be_name(name):
            begin += stated.index(name)
            yield kinds, (begin, begin + len(name))


def on_two_lines(lines: Sequence[Line], source: Source) -> Fact[str] | None:
    """DIANA above MO: single words of one style at the very top that stand out."""
    if len(lines) < 2:
        return None
    first, second = lines[:2]
    places = (source.at(first.start, first.end), source.at(second.start, second.end))
    if any(not line.text.isalpha() or section_named(line.text, styled=True) for line in (first, second)):
        return None
    top, below = first.block, second.block
    alike = (top.size, top.bold, top.heading_level) == (below.size, below.bold, below.heading_level)
    if not alike or not (top.bold or top.heading_level is not None or first.text.isupper()):
        return None
    usual = " ".join(word.capitalize() if word.isupper() else word for word in (first.text, second.text))
    return Fact(usual, places, 0.9, None if usual == f"{first.text} {second.text}" else IN_CAPITALS)
