"""What a heading means: the words of `headings.toml`, compared without case, accents and decoration."""

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import cast

from functions.summarize.resume import Section

_DECORATION = re.compile(r"^[\W_]+|[\W_]+$")
_NUMBERING = re.compile(r"^(?:\d{1,2}|[ivxIVX]{1,4})[.)]\s+")
_BRACKETED = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*$")
_CONTINUED = re.compile(r"[\s,:–—-]+(?:continued|cont'?d?|suite|fortsetzung)\.?$", re.IGNORECASE)
_JOINT = re.compile(
    r"\s*(?:&|/|\+|,|;|\||·|•|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bplus\b|\bog\b|\boch\b|\ben\b|\bi\b)\s*"
)
_QUALIFIED = re.compile(
    r"(?:my |the )?(?:current|previous|past|present|prior|earlier|recent|relevant|selected|other|additional|further|"
    r"key|main|major|notable|professional|personal|general|full) "
)
_LONGEST = 8  # words
_LONGEST_TEXT = 160  # characters


def plain(text: str) -> str:
    """Lower case without accents, apostrophes straight, single spaces: how words are compared."""
    if text.isascii():
        return " ".join(text.lower().split())
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'").casefold())
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


def heading_text(text: str) -> str:
    """A heading without numbering, ornaments, brackets, "continued" and letter-spacing, for comparison."""
    text = _closed_up(text.strip())
    for pattern in (_NUMBERING, _BRACKETED, _CONTINUED, _DECORATION):
        text = pattern.sub("", text)
    return plain(text).replace(" & ", " and ").replace("career development", "professional development")


def _closed_up(text: str) -> str:
    """E X P E R I E N C E is one word; two or more spaces part the words of a letter-spaced heading."""
    words = [word.split() for word in re.split(r"\s{2,}", text)]
    if words and all(len(letters) > 2 and all(len(letter) == 1 for letter in letters) for letters in words):
        return " ".join("".join(letters) for letters in words)
    return text


def section_named(text: str, *, styled: bool) -> Section | None:
    """The section that the words stand for as a whole; `styled` admits the ambiguous ones."""
    return _section_named(text, styled) if len(text) <= _LONGEST_TEXT else None


@lru_cache(maxsize=2048)
def _section_named(text: str, styled: bool) -> Section | None:
    words = heading_text(text)
    if not words or len(words.split()) > _LONGEST:
        return None
    return _whole(words, styled=styled) or _joined(words, styled=styled)


def _whole(words: str, *, styled: bool) -> Section | None:
    found = _names("exact").get(words)
    if found is None and styled:
        found = _names("styled").get(words)
    qualified = _QUALIFIED.match(words)
    if found is None and qualified:
        return _names("exact").get(words[qualified.end() :])
    return found


def _joined(words: str, *, styled: bool) -> Section | None:
    """`Education & Certifications` is called by its first part when every part is a heading."""
    parts = [part for part in _JOINT.split(words) if part]
    if len(parts) < 2:
        return None
    sections = [_whole(part, styled=True) for part in parts]
    if all(sections) and (styled or len(words.split()) > 1):
        return sections[0]
    return None


@cache
def _names(kind: str) -> dict[str, Section]:
    return {name: section for section, names in _table(kind).items() for name in names}


@cache
def _table(kind: str) -> dict[Section, tuple[str, ...]]:
    return {section: tuple(map(plain, table.get(kind, ()))) for section, table in _tables().items()}


@cache
def _tables() -> dict[Section, dict[str, list[str]]]:
    data = tomllib.loads(files(__package__).joinpath("headings.toml").read_text("utf-8"))
    return cast("dict[Section, dict[str, list[str]]]", data)
