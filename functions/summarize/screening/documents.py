"""Another document than a resume: a job advertisement, a letter, a certificate, an article."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal

from functions.summarize.docx.document import Document, Line
from functions.summarize.parsers.headings import section_named
from functions.summarize.parsers.word_lists import phrases
from functions.summarize.text.folding import fold
from functions.summarize.vocabulary import entries

OtherDocument = Literal["advert", "letter", "certificate", "article"]

_HEADING_WORDS = 6
_CERTIFICATE_LINES = 25
_OF_A_RESUME = frozenset({"experience", "education", "skills", "internships", "certifications", "languages"})
_SPAN = re.compile(
    r"\b(?:19|20)\d\d\b[^\n]{0,20}?(?:[-–—]|\bto\b|\bbis\b|\bau\b|\ba\b)[^\n]{0,20}?\b(?:(?:19|20)\d\d|\w+)\b"
)
_CONTACT = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.\w|(?<!\d)\+?\d[\d ().-]{8,30}\d")
_PLAIN = " \t.,:;!-–—*•_"


def other_document(document: Document) -> OtherDocument | None:
    """What the document is instead of a resume; None for a resume and wherever it is not certain.

    A document with two of a resume's sections, or with one of them and contact data, is taken for a resume.
    """
    lines = document.lines
    sections = {section for line in lines if (section := _section(line)) in _OF_A_RESUME}
    reachable = any(_CONTACT.search(line.text) for line in lines)
    if len(sections) >= 2 or (sections and reachable):
        return None
    heads = {_bare(line.text) for line in lines if len(line.text.split()) <= _HEADING_WORDS}
    text = fold(document.text)
    if len(_seen("advert", text, heads)) >= (4 if reachable else 3):
        return "advert"
    if len(lines) <= _CERTIFICATE_LINES and _signs("certificate").search(text):
        return "certificate"
    if not sections and _is_letter(lines):
        return "letter"
    dated = len(_SPAN.findall(text))
    return "article" if not sections and dated < 2 and len(heads & _words("article")) >= 3 else None


def is_document_title(text: str) -> bool:
    """Whether a line is what people write over a resume: "Curriculum Vitae"."""
    return _bare(text) in _words("title")


def _seen(kind: str, text: str, heads: Iterable[str]) -> set[str]:
    """The signs of a kind: whole short lines, or phrases of several words and of brackets wherever they stand."""
    known = set(heads) & _words(kind)
    return known | {words for words in _words(kind) if (" " in words or "(" in words) and words in text}


def _is_letter(lines: Iterable[Line]) -> bool:
    texts = [_bare(line.text) for line in lines]
    opened = next((at for at, text in enumerate(texts) if _begins_letter(text)), None)
    return opened is not None and any(_ends_letter(text) for text in texts[opened + 1 :])


def _begins_letter(text: str) -> bool:
    match = _signs("opening").match(text)
    return match is not None and len(text.split()) <= 8


def _ends_letter(text: str) -> bool:
    match = _signs("closing").search(text)
    return match is not None and (match.start() == 0 or len(text.split()) > _HEADING_WORDS)


def _section(line: Line) -> str | None:
    if _bare(line.text) in _words("article"):
        return None
    return section_named(line.text, styled=line.block.heading_level is not None or line.block.bold)


def _bare(text: str) -> str:
    return fold(text).strip(_PLAIN)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(fold(words) for name, _, words in entries(__package__, "documents.tsv") if name == kind)


@cache
def _signs(kind: str) -> re.Pattern[str]:
    return phrases(_words(kind))
