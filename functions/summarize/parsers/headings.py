"""What a heading means: the sections that the words of a line name, by the lists `heading` and `heading_if_styled`."""

import re
from functools import lru_cache

from functions.summarize.parsers.word_lists import word_index
from functions.summarize.resume import Section
from functions.summarize.text.words import words_of

SECTIONS: dict[str, Section] = {
    "name": "contact", "contact": "contact", "profile": "summary", "work": "experience", "volunteer": "volunteering",
    "education": "education", "skills": "skills", "credentials": "certifications", "languages": "languages",
    "projects": "projects", "publications": "publications", "awards": "awards", "interests": "interests",
    "references": "references",
}  # fmt: skip
"""What a section is called outside of the reader; "other" for what is not here."""

_LONGEST = 80  # characters
_LETTER_SPACED = re.compile(r"(?:[^\W\d_] ){3,}[^\W\d_]")
_JOINT = re.compile(r"\s*(?:&|/|\+|,|\||•|\b(?:and|und|et|y|e|och|og|en|plus)\b)\s*", re.IGNORECASE)
_NUMBERING = re.compile(r"^\W*(?:\d{1,2}|[ivxIVX]{1,4})[.)]\s+")
_AFTER = re.compile(
    r"\s*[(\[][^)\]]*[)\]]\s*$|[\s,:–—-]+(?:continued|cont'?d?|suite|fortsetzung)\.?$", re.IGNORECASE
)


@lru_cache(maxsize=2048)
def sections_of(text: str, kinds: frozenset[str]) -> tuple[str, ...]:
    """The sections, as the reader calls them, that the words name as a heading: of the whole line, or of its parts.

    `kinds` are the lists of which the whole text is an entry.
    """
    bare = _NUMBERING.sub("", text)
    if len(bare) > _LONGEST:
        return ()
    if _LETTER_SPACED.search(bare):
        bare = " ".join(part.replace(" ", "") for part in re.split(r"\s{2,}", bare))
    if whole := _sections(kinds if bare == text else _kinds_of(bare)):
        return whole
    parts = _JOINT.split(bare)
    return tuple(section for part in parts for section in _sections(_kinds_of(part))[:1]) if parts[1:] else ()


@lru_cache(maxsize=2048)
def section_named(text: str, *, styled: bool) -> Section | None:
    """The section that the words stand for as a whole; `styled` admits the ambiguous ones."""
    if len(text) > 2 * _LONGEST:
        return None
    bare = _AFTER.sub("", text)
    kinds = _kinds_of(bare)
    if not styled and any(kind.startswith("heading_if") for kind in kinds):
        return None
    parts = [part for part in _JOINT.split(bare) if part.strip(" :")]
    found = sections_of(bare, kinds)
    return SECTIONS.get(found[0], "other") if found and (kinds or len(found) in (1, len(parts))) else None


@lru_cache(maxsize=2048)
def _kinds_of(text: str) -> frozenset[str]:
    return word_index().kinds_of(words_of(text))


def _sections(kinds: frozenset[str]) -> tuple[str, ...]:
    return tuple(
        sorted(kind.partition("/")[2] for kind in kinds if kind.startswith(("heading/", "heading_if")))
    )
