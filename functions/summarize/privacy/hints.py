"""What tells who a person is, and where it stands in a text."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from functions.summarize.docx.document import Document
from functions.summarize.parsers.evidence import Source
from functions.summarize.parsers.headings import section_named
from functions.summarize.parsers.person.contact import read_contact
from functions.summarize.parsers.person.phrase_kinds import is_institution
from functions.summarize.parsers.person.pieces import pieces_of
from functions.summarize.parsers.reading import read_document
from functions.summarize.privacy.names import cased_forms, forms_of, other_names
from functions.summarize.privacy.particulars import particulars_in
from functions.summarize.resume import Contact, Fact, Resume
from functions.summarize.vocabulary import entries

HINTS = Path(__file__).with_name("blind.toml")
_PARTICLES = frozenset(
    "de da do dos das del della di du la le van von der den ter ten zu al el bin ibn abu san y e".split()
)
_PERSONAL = frozenset(
    {"age", "birth", "sex", "marital", "nationality", "religion", "health", "family", "photo"}
)
_HEAD = 12
"""Lines: where a resume says how else a person is called."""
_MONTHS = frozenset(
    "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october"
    " nov november dec december".split()
)
_PROFILES = (
    "linkedin|github|gitlab|xing|behance|dribbble|twitter|medium|stackoverflow|orcid|kaggle|instagram|facebook|youtube"
    "|vimeo|researchgate"
)
_NETWORKS = (
    "skype|github|gitlab|telegram|wechat|whatsapp|discord|instagram|twitter|facebook|snapchat|signal|viber"
)
_AREA = r"\(?0\d{1,4}\)?|\(\d{3}\)|\d{3}(?=[.\-]\d{3}[.\-]\d{4})"
_EXTENSION = r"(?:\s*(?:ext|x)\.?\s*\d{1,5})?"
_DOT = r"[(\[{]\s*(?:dot|punkt|point|punto|ponto)\s*[)\]}]"
_CONTACT = (
    ("email", r"(?<![\w.+%'-])[\w.+%'-]{1,64}@[\w-]+(?:\.[\w-]+)+"),
    ("link", r"(?:https?://|www\.)[^\s|,;<>()]+"),
    ("link", rf"(?<![\w@.])(?:[a-z]{{2,3}}\.)?(?:{_PROFILES})\.(?:com|org|net|io)/[^\s|,;<>()]+"),
    ("phone", r"(?<![\w.])(?:\+|00)\d[\d ().\-/‑–\u00a0\u202f]{7,20}\d"),
    (
        "phone",
        rf"(?<![\w.,$€£])(?:{_AREA})[ .\-/]?\d{{3,4}}[ .\-/]?\d{{3,4}}(?:[ .-]\d{{2,4}})?{_EXTENSION}(?![\w,%])",
    ),
    (
        "email",
        rf"(?<![\w.+-])[\w.+-]{{1,64}}(?:\s*{_DOT}\s*[\w+-]+)*\s*[(\[{{]\s*at\s*[)\]}}]\s*[\w-]+(?:\s*(?:\.|{_DOT})\s*[\w-]+)+",
    ),
    ("link", r"(?<![\w@./])@[A-Za-z]\w{2,29}"),
    ("link", rf"(?<![\w.])(?:{_NETWORKS})\s*(?:(?:id|name|handle)?\s*:|(?:id|name|handle)\b|@)\s*[\w.@-]+"),
    ("link", rf"(?<![\w.])(?:{_NETWORKS})\s+[\w.-]*\d[\w.-]*"),
    ("link", r"(?<![\w@.-])[a-z][\w-]{0,62}\.(?:dev|me|blog|site|page|online|name|pro)(?![\w.])"),
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
    cased: re.Pattern[str] | None = None

    def find(self, text: str) -> Iterator[Span]:
        """Every trait in the text."""
        folded = fold(text)
        for cover, pattern in self.patterns:
            yield from (Span(*found.span(), cover) for found in pattern.finditer(folded))
        for cover, pattern in _hints():
            yield from (Span(*found.span(), cover) for found in pattern.finditer(text))
        for found in particulars_in(text):
            if found.kind in _PERSONAL:
                yield Span(found.start, found.end, "detail")
        if self.cased:
            yield from (Span(*found.span(), "name") for found in self.cased.finditer(_plain(text)))
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
    unread = [] if resume.name else _name_parts(_unread_name(document))
    head = "\n".join(line.text for line in document.lines[:_HEAD])
    name = parts
    parts = list(dict.fromkeys((*name, *other_names(fold(head), name)))) if name else []
    words: dict[str, list[str]] = {"name": list(forms_of(parts or unread)), "institution": _schools(resume)}
    for cover, fact in contact:
        if _is_unique(cover, fact.value):
            words.setdefault(cover, []).append(_spaced(fact.value))
    return Traits(
        places=tuple(Span(e.start, e.end, cover) for cover, fact in facts for e in fact.evidence),
        patterns=tuple((cover, _whole(any_of)) for cover, any_of in words.items() if any_of),
        names=_whole_words(parts) if parts else None,
        cased=re.compile(rf"(?<!\w)(?:{'|'.join(cased_forms(parts, name))})") if parts else None,
    )


def _unread_name(document: Document) -> str:
    """The first line of the text where it may be a name that the parser did not dare to read; else nothing.

    Its words are covered together only: alone they may be "Senior" and "Accountant".
    """
    first = next((line.text for line in document.lines if line.block.part == "body"), "")
    words = first.split()
    may_be = 2 <= len(words) <= 4 and all(word.replace("-", "").replace(".", "").isalpha() for word in words)
    return first if may_be and section_named(first, styled=True) is None else ""


def referees_in(document: Document) -> Iterator[Span]:
    """The lines of the section of references: other people's names, and how to reach them."""
    for span in read_document(document).spans:
        for line in span.lines if span.section == "references" and span.heading else ():
            yield Span(line.line.start, line.line.end, "detail")


def institutions_in(document: Document) -> Iterator[Span]:
    """Names of schools in the education section, also those of courses that could not be read."""
    for line in read_document(document).of("education"):
        yield from (
            Span(one.start, one.end, "institution") for one in line.fields if one.name == "institution"
        )
        for piece in pieces_of(line.line):
            if is_institution(piece.text):
                yield Span(piece.start, piece.end, "institution")


class _Folding(dict[int, str]):
    """The folded letter of each letter met, made when it is first met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        base = unicodedata.normalize("NFKD", letter)[0].lower()
        base = _lookalikes().get(base, base)
        self[code] = base if len(base) == 1 else letter
        return self[code]


_FOLDED = _Folding()


def fold(text: str) -> str:
    """Small letters without accents, letter by letter, so that offsets stay."""
    return text.translate(_FOLDED)


def _plain(text: str) -> str:
    """The text in its own case, without accents and look-alikes, letter by letter."""
    pairs = zip(text, fold(text), strict=True)
    return text if text.isascii() else "".join(low.upper() if old.isupper() else low for old, low in pairs)


@cache
def _lookalikes() -> dict[str, str]:
    rows = entries(__package__, "lookalikes.tsv")
    return {double: latin for latin, doubles in rows for double in doubles}


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


def _is_name(text: str, start: int, end: int) -> bool:
    """A word of the name, not the verb, noun or month of the same letters: names have a capital."""
    if text[start].islower():
        return False
    before, after = text[max(0, start - 4) : start], text[end : end + 8]
    dated = re.match(r"[\s.,'’-]*\d", after) or re.search(r"\d[\s.]*$", before)
    return not (dated and fold(text[start:end]) in _MONTHS)
