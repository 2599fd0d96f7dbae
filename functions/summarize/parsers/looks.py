"""How a line looks, and which looks only the headings of a document have."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from functions.summarize.docx.document import Line
from functions.summarize.parsers.headings import section_meant, section_named
from functions.summarize.parsers.records import names_column
from functions.summarize.resume import Section


@dataclass(frozen=True, slots=True)
class Look:
    """Level as a heading, weight, capitals and size of a line."""

    level: int | None
    bold: bool
    caps: bool
    size: float | None

    @property
    def distinct(self) -> bool:
        """Whether it stands out from running text."""
        return self.level is not None or self.bold or self.caps


def look_of(line: Line) -> Look:
    """How the line looks."""
    block = line.block
    return Look(block.heading_level, block.bold, block.caps or line.text.isupper(), block.size)


def named_by(line: Line) -> Section | None:
    """The section that the words of the line name; its look admits words that may mean something else."""
    look = look_of(line)
    styled = look.distinct or line.text.endswith(":")
    if line.block.list_level is not None and not look.distinct:
        return None
    return section_named(line.text, styled=styled)


def could_be_heading(line: Line) -> bool:
    """Whether the line is short and plain enough: no list item, no figures, no field, no sentence."""
    words = line.text.split()
    return (
        line.block.list_level is None
        and line.block.heading_level != 0
        and len(words) <= 7
        and not any(c.isdigit() or c in "@\t|" for c in line.text)
        and ": " not in line.text
        and not line.text.endswith((".", ","))
    )


def _is_field(text: str) -> bool:
    """ "Client: Acme Ltd": bold or not, a field that says what it holds tells nothing about the headings."""
    label, colon, content = text.partition(":")
    return bool(colon and content.strip()) and names_column(label)


def heading_looks(lines: Iterable[Line]) -> frozenset[Look]:
    """The looks that only headings have: most lines of that look say what section they open."""
    known: Counter[Look] = Counter()
    unknown: Counter[Look] = Counter()
    hinted: dict[Look, set[Section]] = {}
    for line in lines:
        look = look_of(line)
        if not look.distinct or line.block.part in ("header", "footer"):
            continue
        if named_by(line):
            known[look] += 2
        elif _is_field(line.text):
            continue
        elif could_be_heading(line) and (meant := section_meant(line.text)):
            hinted.setdefault(look, set()).add(meant)
        else:
            unknown[look] += 1
    if not known:
        known = Counter({look: 2 * len(sections) for look, sections in hinted.items() if len(sections) > 1})
    return frozenset(look for look, weight in known.items() if weight > unknown[look])
