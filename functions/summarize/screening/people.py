"""Two people in one file: a second name with contact data or a title, and the sections of a resume once more."""

import re

from functions.summarize.docx.document import Document, Line
from functions.summarize.parsers.headings import section_named
from functions.summarize.resume import Section
from functions.summarize.screening.documents import is_document_title

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_NAME = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*|d[aeiou]s?|van|von|der|den|de|la|le|el|al|bin|ben|y|e)(?:\s+|$)")
_ABOVE = 3
"""Lines: how far above the contact data the name stands."""
_SECTIONS = frozenset({"experience", "education", "skills"})


def second_person(document: Document) -> Line | None:
    """The line with the name of a second person whose resume begins there; None where there is one person."""
    lines = document.lines
    sections: list[Section | None] = [_section_of(line) for line in lines]
    first = next((at for at, section in enumerate(sections) if section in _SECTIONS), len(lines))
    known = {address for line in lines[:first] for address in _addresses(line)}
    for at in range(first + 1, len(lines)):
        name = _name_before(lines, sections, at, known)
        if name is None:
            continue
        before, after = (
            {section for section in part if section in _SECTIONS} for part in (sections[:at], sections[at:])
        )
        again = len(before & after)
        if (
            again >= 2
            or (again and _stands_out(name))
            or (is_document_title(lines[at].text) and len(before) >= 1)
        ):
            return name
    return None


def _name_before(
    lines: tuple[Line, ...], sections: list[Section | None], at: int, known: set[str]
) -> Line | None:
    """The name that belongs to contact data at a line, or that follows a title such as "Resume" there."""
    if is_document_title(lines[at].text):
        below = lines[at + 1] if at + 1 < len(lines) else None
        named = below is not None and _is_name(below.text) and not _same(below.text, lines[:_ABOVE])
        return below if named else None
    addresses = _addresses(lines[at])
    if not addresses or addresses & known:
        return None
    known |= addresses
    nearest = range(at - 1, max(at - 1 - _ABOVE, 0), -1)
    return next((lines[one] for one in nearest if sections[one] is None and _is_name(lines[one].text)), None)


def _section_of(line: Line) -> Section | None:
    return section_named(line.text, styled=line.block.heading_level is not None or line.block.bold)


def _addresses(line: Line) -> set[str]:
    return {address.casefold() for address in _EMAIL.findall(line.text)}


def _is_name(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= 5 and all(_NAME.fullmatch(word) for word in words)


def _same(text: str, lines: tuple[Line, ...]) -> bool:
    words = set(text.casefold().split())
    return any(words & set(line.text.casefold().split()) for line in lines)


def _stands_out(line: Line) -> bool:
    return line.block.heading_level is not None or line.block.bold or line.block.caps
