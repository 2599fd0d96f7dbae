"""What tells who a person is, and where it stands in a text."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from functions.summarize.docx.document import Document
from functions.summarize.parsers.contact import read_contact
from functions.summarize.parsers.cues import institution_strength
from functions.summarize.parsers.evidence import Source
from functions.summarize.parsers.pieces import pieces_of
from functions.summarize.parsers.sections import find_sections
from functions.summarize.resume import Contact, Fact, Resume

HINTS = Path(__file__).with_name("blind.toml")
_PARTICLES = frozenset(
    "de da do dos das del della di du la le van von der den ter ten zu al el bin ibn abu san y e".split()
)
_SHORTEST_JOINED = 4
_MONTHS = frozenset(
    "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october"
    " nov november dec december".split()
)
_PROFILES = (
    "linkedin|github|gitlab|xing|behance|dribbble|twitter|medium|stackoverflow|orcid|kaggle|instagram|facebook|youtube"
    "|vimeo|researchgate"
)
_CONTACT = (
    ("email", r"(?<![\w.+%'-])[\w.+%'-]{1,64}@[\w-]+(?:\.[\w-]+)+"),
    ("link", r"(?:https?://|www\.)[^\s|,;<>()]+"),
    ("link", rf"(?<![\w@.])(?:[a-z]{{2,3}}\.)?(?:{_PROFILES})\.(?:com|org|net|io)/[^\s|,;<>()]+"),
    ("phone", r"(?<![\w.])(?:\+|00)\d[\d ().\-/‑–\u00a0\u202f]{7,20}\d"),
)


@dataclass(frozen=True, slots=True)
class Span:
    """A place that tells who the person is, and the word that covers it."""

    start: int
    end: int
    cover: str


@dataclass(frozen=True)
class Traits:
    """What to look for. `places` are where the facts themselves stand; `patterns` and `names` find them elsewhere.

    Both are looked for in the folded text, which has the same length as the text.
    """

    places: tuple[Span, ...]
    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    names: re.Pattern[str] | None

    def find(self, text: str) -> Iterator[Span]:
        """Every trait in the text."""
        folded = fold(text)
        for cover, pattern in self.patterns:
            yield from (Span(*found.span(), cover) for found in pattern.finditer(folded))
        for cover, pattern in _hints():
            yield from (Span(*found.span(), cover) for found in pattern.finditer(text))
        if self.names:
            yield from (
                Span(*found.span(), "name")
                for found in self.names.finditer(folded)
                if _is_name(text, found.start(), found.end())
            )


def traits_of(resume: Resume, document: Document) -> Traits:
    """The traits of one resume."""
    elsewhere = read_contact((), document.lines, Source(resume.text, "other"))
    contact = [*_contact(resume.contact), *_contact(elsewhere)]
    schools = [course.institution for course in resume.education if course.institution]
    facts: list[tuple[str, Fact[str]]] = [*contact, *(("institution", school) for school in schools)]
    facts += [("name", resume.name)] if resume.name else []
    parts = _name_parts(resume.name.value) if resume.name else []
    words: dict[str, list[str]] = {"name": list(_joined_names(parts)), "institution": _schools(resume)}
    for cover, fact in contact:
        if _is_unique(cover, fact.value):
            words.setdefault(cover, []).append(_spaced(fact.value))
    return Traits(
        places=tuple(Span(e.start, e.end, cover) for cover, fact in facts for e in fact.evidence),
        patterns=tuple((cover, _whole(any_of)) for cover, any_of in words.items() if any_of),
        names=_whole_words(parts) if parts else None,
    )


def institutions_in(document: Document) -> Iterator[Span]:
    """Names of schools in the education section, also those of courses that could not be read."""
    for section in find_sections(document):
        for line in section.lines if section.section == "education" else ():
            for piece in pieces_of(line, ()):
                if institution_strength(piece.text):
                    yield Span(piece.start, piece.end, "institution")


class _Folding(dict[int, str]):
    """The folded letter of each letter met, made when it is first met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        base = unicodedata.normalize("NFKD", letter)[0].lower()
        self[code] = base if len(base) == 1 else letter
        return self[code]


_FOLDED = _Folding()


def fold(text: str) -> str:
    """Small letters without accents, letter by letter, so that offsets stay."""
    return text.translate(_FOLDED)


@cache
def _hints() -> tuple[tuple[str, re.Pattern[str]], ...]:
    data: dict[str, dict[str, list[str]]] = tomllib.loads(HINTS.read_text(encoding="utf-8"))
    found = [(cover, re.compile(pattern, re.IGNORECASE)) for cover, pattern in _CONTACT]
    for cover, words in data["labels"].items():
        label = rf"(?:^|(?<=[|;•·\t\n,(])|(?<=[|;•·\t\n,(] ))(?=\w)(?:{_any(words)})"
        value = r"(?:\s*[:–]\s*|[ \t]+(?=\d))[^|;•·\t\n()]{0,59}[^|;•·\t\n()\s]"
        found.append((cover, re.compile(label + value, re.IGNORECASE | re.MULTILINE)))
    for cover, words in data["words"].items():
        found.append((cover, re.compile(rf"(?<![\w/])(?=\w)(?:{_any(words)})(?![\w/])", re.IGNORECASE)))
    for cover, words in data["exact"].items():
        found.append((cover, re.compile(rf"(?<!\w)(?:{_any(words)})(?:\.|(?=\s+[^\W\d_a-z])|$)")))
    return tuple(found)


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _contact(contact: Contact) -> Iterator[tuple[str, Fact[str]]]:
    yield from (("email", fact) for fact in contact.emails)
    yield from (("phone", fact) for fact in contact.phones)
    yield from (("link", fact) for fact in contact.links)
    if contact.location:
        yield "location", contact.location


def _is_unique(cover: str, value: str) -> bool:
    """Whether the words are the person's own wherever they stand: a street is, a city is not."""
    return cover != "location" or any(letter.isdigit() for letter in value)


def _spaced(value: str) -> str:
    """A pattern for the value, however wide its spaces are."""
    return r"\s+".join(map(re.escape, fold(value).split()))


def _whole(any_of: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any(dict.fromkeys(any_of))})(?!\w)")


def _schools(resume: Resume) -> list[str]:
    """The names of the schools that are no employers: an employer stays, and then tells nothing of a course."""
    employers = " | ".join(fold(role.employer.value) for role in resume.roles if role.employer)
    stated = [course.institution.value for course in resume.education if course.institution]
    names = [_spaced(name) for value in dict.fromkeys(stated) for name in _school_names(value)]
    return [name for name in names if not _whole([name]).search(employers)]


def _school_names(value: str) -> Iterator[str]:
    """The name as stated, without a place after a comma, and a short form in brackets."""
    yield value
    if "," in value and len(value.split(",", maxsplit=1)[0].split()) > 1:
        yield value.split(",", maxsplit=1)[0]
    for short in re.findall(r"\(([^)]{2,})\)", value):
        yield short
        yield re.sub(r"\s*\([^)]*\)", "", value)


def _name_parts(name: str) -> list[str]:
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", fold(name))
    telling = [word for word in words if len(word) > 1 and word not in _PARTICLES]
    return list(dict.fromkeys(telling or words))


def _whole_words(parts: Iterable[str]) -> re.Pattern[str]:
    one = "|".join(sorted(map(re.escape, parts), key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])(?:{one})(?:[\s.\-–]+(?:{one}))*(?![^\W_])")


def _joined_names(parts: list[str]) -> Iterator[str]:
    """Names as addresses and file names write them: "adiallo", "amara.diallo", "DialloAmara"."""
    if len(parts) > 1:
        first, last = re.escape(parts[0]), re.escape(parts[-1])
        yield from (rf"{first}[\W_]{{0,2}}{last}", rf"{last}[\W_]{{0,2}}{first}")
        if len(parts[-1]) >= _SHORTEST_JOINED:
            yield first[0] + last


def _is_name(text: str, start: int, end: int) -> bool:
    """A word of the name, not the verb, noun or month of the same letters: names have a capital."""
    if text[start].islower():
        return False
    before, after = text[max(0, start - 4) : start], text[end : end + 8]
    dated = re.match(r"[\s.,'’-]*\d", after) or re.search(r"\d[\s.]*$", before)
    return not (dated and fold(text[start:end]) in _MONTHS)
