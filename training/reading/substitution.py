"""Written pages once more with other names: titles, employers, schools and places of other pages of the same language.

What stands where, and between which marks, is what a model should learn of a page, not the names of its employers.
"""

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from functions.summarize.docx.document import Block, Document
from functions.summarize.language_detection import language_of
from training.reading.composed import known_names, names
from training.reading.pages import LabelledPage

_CELLS: Mapping[str, tuple[str, ...]] = {
    "role": ("title", "employer", "start", "end", "place", "note"),
    "degree": ("degree", "subject", "institution", "end", "status"),
    "credential": ("credential", "issuer", "year", "status"),
    "project": ("project",),
    "award": ("award",),
}
_EXCHANGED = frozenset(
    {
        "title",
        "employer",
        "place",
        "degree",
        "subject",
        "institution",
        "issuer",
        "credential",
        "project",
        "award",
    }
)
_SHORTEST = 3  # characters: shorter names are parts of other words
_CAPITALS = 4  # letters: fewer are an abbreviation, not a name set in capitals


class Names:
    """The names of all pages by kind and language, and those that composed sections are made of."""

    def __init__(self, pages: Iterable[LabelledPage]) -> None:
        """Collect them, in the order of the pages."""
        self._by_kind: dict[tuple[str, str], list[str]] = defaultdict(list)
        for page in pages:
            language = language_of(page.document.text)
            for kind, value in _values(page.facts):
                self._by_kind[language, kind].append(value)
        for kind, language in known_names():
            self._by_kind[language, kind] += [each for each in names(kind, language) if "{" not in each]

    def other(self, kind: str, value: str, language: str, chance: random.Random) -> str:
        """Another name of the kind, in capitals where the first is."""
        known = self._by_kind[language, kind]
        found = chance.choice(known) if known else value
        return found.upper() if value.isupper() and len(value) > _CAPITALS else found


def with_other_names(page: LabelledPage, names: Names, copy: int) -> LabelledPage:
    """The same page, its facts and lines with other names; the same ones for the same page and number."""
    chance = random.Random(f"{page.name} {copy}")
    language = language_of(page.document.text)
    renamed: dict[str, str] = {}
    for kind, value in _values(page.facts):
        if kind in _EXCHANGED and len(value) >= _SHORTEST and value not in renamed:
            renamed[value] = names.other(kind, value, language, chance)
    if not renamed:
        return page
    longest_first = sorted(renamed, key=lambda value: (-len(value), value))
    known = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    document = _rewritten(page.document, lambda text: known.sub(lambda found: renamed[found.group()], text))
    facts = tuple((key, _fact(key, value, renamed)) for key, value in page.facts)
    return replace(page, document=document, facts=facts)


def _fact(key: str, value: str, renamed: Mapping[str, str]) -> str:
    if key not in _CELLS:
        return value
    cells = zip(_CELLS[key], map(str.strip, value.split("|")), strict=False)
    return " | ".join(renamed.get(cell, cell) if kind in _EXCHANGED else cell for kind, cell in cells)


def _values(facts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for key, value in facts:
        cells = zip(_CELLS.get(key, ()), map(str.strip, value.split("|")), strict=False)
        yield from ((kind, cell) for kind, cell in cells if cell)


def _rewritten(document: Document, exchanged: Callable[[str], str]) -> Document:
    blocks: list[Block] = []
    start = 0
    for block in document.blocks:
        text = exchanged(block.text)
        blocks.append(replace(block, start=start, text=text, links=()))
        start += len(text) + 1
    return Document(tuple(blocks))
