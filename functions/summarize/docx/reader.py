"""The whole read, in order: container, refusals, stories, one document."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from lxml.etree import _Element

from functions.summarize.docx.content_types import content_types
from functions.summarize.docx.document import Block, Document, Part
from functions.summarize.docx.drawings import has_backdrop
from functions.summarize.docx.formatting import UNKNOWN, integer, toggle
from functions.summarize.docx.limits import DEFAULT_LIMITS, Budget, Limits
from functions.summarize.docx.names import R, W
from functions.summarize.docx.notices import notices_of, require_text
from functions.summarize.docx.package import Package, damaged, open_package
from functions.summarize.docx.reading import Reading
from functions.summarize.docx.refusals import main_part, other_package, refuse_active_content
from functions.summarize.docx.relationships import (
    Relationships,
    all_relationships,
    is_dropped,
    relationships_of,
)
from functions.summarize.docx.story import Story
from functions.summarize.docx.styles import Styles
from functions.summarize.docx.visibility import EMU_PER_TWIP, WHITE, Page
from functions.summarize.docx.xml import parse


def read(data: bytes, limits: Limits = DEFAULT_LIMITS) -> Document:
    """The visible text of a DOCX.

    Raises `NotADocx` for another format, `UploadTooLarge`, and `UnusableDocument` with the code of the rule for a
    document that is encrypted, hostile, damaged, over a budget or without text. Nothing else escapes.
    """
    budget = Budget(limits)
    package = open_package(data, limits)
    types = content_types(package, budget)
    if types is None:
        raise other_package(package)
    main = main_part(package, types, budget)
    relationships = list(all_relationships(package, budget))
    refuse_active_content(package, types, relationships)
    reading, blocks = _MainPart(package, main, budget).read()
    reading.seen["external-content"] = sum(map(is_dropped, relationships))
    document = _numbered(blocks)
    require_text(document, reading)
    budget.spend_lines(sum(block.text.count("\n") + 1 for block in document))
    numbered = {id(block): each for block, each in zip(blocks, document, strict=True)}
    beside = {code: numbered[id(block)] for code, block in reading.beside.items() if id(block) in numbered}
    return Document(document, tuple(reading.hidden), tuple(notices_of(document, reading, beside)))


class _MainPart:
    """The main part and the parts that it names: where all stories come from."""

    def __init__(self, package: Package, name: str, budget: Budget) -> None:
        self._package = package
        self._budget = budget
        self._relationships = relationships_of(package, name, budget)
        self._root = parse(package.part(name) or b"", budget)
        self._margins = list(self._margin_parts())
        self._reading = Reading(package, budget, self._styles(), _page(self._root), self._background())

    def read(self) -> tuple[Reading, list[Block]]:
        """All blocks in reading order: headers, body, notes, footers."""
        body = self._root.find(f"{W}body")
        if body is None:
            raise damaged("it has no body")
        text = Story(self._reading, self._relationships, self._root).read(body, self._reading.scope("body"))
        above, below = (list(self._margin(part, text)) for part in ("header", "footer"))
        notes = [*self._notes("footnote"), *self._notes("endnote")]
        return self._reading, [*above, *text, *notes, *below]

    def _part_of(self, kind: str) -> _Element | None:
        """The root of the part of a kind that the main part names, where there is one."""
        data = self._data_of(kind)
        return None if data is None else parse(data, self._budget)

    def _data_of(self, kind: str) -> bytes | None:
        named = (item for item in self._relationships.values() if item.kind == kind and not item.external)
        return next((data for item in named if (data := self._package.part(item.target))), None)

    def _styles(self) -> Styles:
        data = self._data_of("styles")
        if data is None:
            return Styles(None)
        return Styles(parse(data, self._budget))

    def _margin_parts(self) -> Iterator[tuple[Part, str, _Element]]:
        """Headers and footers that a section shows, each once; those of first pages come first."""
        references = [
            reference
            for reference in self._root.iter(f"{W}headerReference", f"{W}footerReference")
            if self._is_shown(reference)
        ]
        references.sort(key=lambda reference: reference.get(f"{W}type") != "first")
        seen: set[str] = set()
        for reference in references:
            relationship = self._relationships.get(reference.get(f"{R}id", ""))
            if relationship is None or relationship.external or relationship.target in seen:
                continue
            seen.add(relationship.target)
            if data := self._package.part(relationship.target):
                part: Part = "header" if reference.tag == f"{W}headerReference" else "footer"
                yield part, relationship.target, parse(data, self._budget)

    def _is_shown(self, reference: _Element) -> bool:
        """Whether a section shows the header of its first page, and the document those of even pages."""
        kind, section = reference.get(f"{W}type"), reference.getparent()
        if kind == "first":
            return section is not None and bool(toggle(section.find(f"{W}titlePg")))
        settings = self._settings if kind == "even" else None
        return kind != "even" or (
            settings is not None and bool(toggle(settings.find(f"{W}evenAndOddHeaders")))
        )

    @cached_property
    def _settings(self) -> _Element | None:
        return self._part_of("settings")

    def _margin(self, part: Part, body: Iterable[Block]) -> Iterator[Block]:
        """The blocks of all headers, or of all footers, without what the body or one of them already says."""
        margins = [(name, root) for kind, name, root in self._margins if kind == part]
        known = {_folded(block) for block in body} if margins else set()
        for name, root in margins:
            relationships = relationships_of(self._package, name, self._budget)
            for block in Story(self._reading, relationships, root).read(root, self._reading.scope(part)):
                if (folded := _folded(block)) not in known:
                    known.add(folded)
                    yield block

    def _notes(self, part: Part) -> Iterator[Block]:
        """The notes that the text refers to, in the order of the references."""
        referred = self._reading.notes[part]
        root = self._part_of(f"{part}s") if referred else None
        if root is None:
            return
        notes = {note.get(f"{W}id", ""): note for note in root.iterchildren(f"{W}{part}")}
        relationships = self._note_relationships(part)
        for key in dict.fromkeys(referred):
            if key in notes:
                yield from Story(self._reading, relationships, notes[key]).read(
                    notes[key], self._reading.scope(part)
                )

    def _note_relationships(self, part: Part) -> Relationships:
        name = next(item.target for item in self._relationships.values() if item.kind == f"{part}s")
        return relationships_of(self._package, name, self._budget)

    def _background(self) -> str:
        """The colour behind all text: white, unless the page is painted or a picture may lie behind the text."""
        page = _page(self._root)
        if has_backdrop(self._root, page) or any(
            has_backdrop(root, page, margin=True) for _, _, root in self._margins
        ):
            return UNKNOWN
        painted = self._root.find(f"{W}background")
        settings = None if painted is None else self._settings
        if painted is None or settings is None or not toggle(settings.find(f"{W}displayBackgroundShape")):
            return WHITE
        colour = painted.get(f"{W}color", "auto")
        return UNKNOWN if colour == "auto" else colour.upper()


def _page(root: _Element) -> Page:
    size = next(root.iter(f"{W}pgSz"), None)
    width, height = (None, None) if size is None else (integer(size.get(f"{W}{side}")) for side in "wh")
    if not width or not height:
        return Page()
    return Page(width * EMU_PER_TWIP, height * EMU_PER_TWIP)


def _folded(block: Block) -> str:
    return " ".join(block.text.split()).casefold()


def _numbered(blocks: Iterable[Block]) -> tuple[Block, ...]:
    numbered: list[Block] = []
    start = 0
    for index, block in enumerate(blocks):
        numbered.append(replace(block, index=index, start=start))
        start += len(block.text) + 1
    return tuple(numbered)
