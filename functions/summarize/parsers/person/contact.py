"""E-mail addresses, phone numbers, links and the place a person lives, as stated."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from urllib.parse import unquote, urlsplit

from functions.summarize.docx.document import Line
from functions.summarize.parsers.evidence import Source
from functions.summarize.parsers.person.phones import contact_words, find_phones
from functions.summarize.parsers.person.places import find_places
from functions.summarize.parsers.word_lists import any_of
from functions.summarize.resume import Contact, Fact
from functions.summarize.text.folding import fold

_LONGEST = 1_000  # characters of a line that are looked at
_EMAIL = re.compile(r"(?<![\w.+%'\-])[\w.+%'\-]+@[\w\-]+(?:\.[\w\-]+)*\.[^\W\d_]{2,24}")


def read_contact(lines: Iterable[Line], everywhere: Iterable[Line], source: Source) -> Contact:
    """From the head of the resume; e-mail and phone from the rest of it (references excepted) if not there."""
    head = tuple(map(_shortened, lines))
    rest = tuple(map(_shortened, everywhere))
    return Contact(
        emails=_unique(_emails(head, source)) or _unique(_emails(rest, source)),
        phones=_unique(_phones(head, source)) or _unique(_phones(rest, source, labelled_only=True)),
        links=_unique(_links(head, source)),
        location=read_location(head, source),
    )


def read_location(lines: Iterable[Line], source: Source) -> Fact[str] | None:
    """The place a person lives in: the run of words that is most certainly one."""
    found = [place for line in lines for place in find_places(_shortened(line), has_contact)]
    strength, start, end = max(found, key=lambda place: place[0], default=(0.0, 0, 0))
    return source.stated(start, end, min(1.0, strength / 3)) if found else None


def has_contact(text: str) -> bool:
    """Whether a line holds an address of mail, web or phone."""
    text = text[:_LONGEST]
    return bool(_EMAIL.search(text) or _link().search(text) or next(find_phones(text), None))


def email_names(contact: Contact) -> frozenset[str]:
    """Words of the mail addresses: they confirm a name that is written elsewhere, they never make one."""
    return frozenset(
        word
        for fact in contact.emails
        for word in re.split(r"[\W\d_]+", fold(fact.value.split("@")[0]))
        if len(word) > 1
    )


def _shortened(line: Line) -> Line:
    return line if len(line.text) <= _LONGEST else Line(line.block, line.start, line.text[:_LONGEST])


def _emails(lines: tuple[Line, ...], source: Source) -> Iterator[Fact[str]]:
    for line in lines:
        written = list(_EMAIL.finditer(line.text))
        for match in written:
            address = match[0].lstrip("'.-")
            yield source.stated(line.start + match.end() - len(address), line.start + match.end())
        if not written:
            yield from _mail_links(line, source)


def _mail_links(line: Line, source: Source) -> Iterator[Fact[str]]:
    for start, end, url in _targets(line):
        parts = urlsplit(url)
        if parts.scheme == "mailto" and _EMAIL.fullmatch(unquote(parts.path)):
            yield source.read(unquote(parts.path), start, end, 0.9, "link-target")


def _phones(lines: tuple[Line, ...], source: Source, *, labelled_only: bool = False) -> Iterator[Fact[str]]:
    for line in lines:
        for start, end, labelled in find_phones(line.text):
            if labelled or not labelled_only:
                yield source.stated(line.start + start, line.start + end, 1.0 if labelled else 0.9)


def _links(lines: tuple[Line, ...], source: Source) -> Iterator[Fact[str]]:
    for line in lines:
        without_mail = _EMAIL.sub(lambda match: " " * len(match[0]), line.text)
        written = [match.span() for match in _link().finditer(without_mail)]
        for start, end in written:
            stripped = line.text[start:end].rstrip(".,/")
            yield source.stated(line.start + start, line.start + start + len(stripped))
        for start, end, url in _targets(line):
            is_written = any(
                start < line.start + last and line.start + first < end for first, last in written
            )
            if not is_written and not url.startswith("mailto:"):
                yield source.read(url, start, end, 1.0, "link-target")


def _targets(line: Line) -> Iterator[tuple[int, int, str]]:
    """What the words of the line link to, with the place of the words in the document."""
    for link in line.block.links:
        start, end = line.block.start + link.start, line.block.start + link.end
        if line.start <= start < end <= line.end:
            yield start, end, link.url


@cache
def _link() -> re.Pattern[str]:
    sites, domains = any_of(contact_words("web", "sites")), any_of(contact_words("web", "domains"))
    return re.compile(
        r"(?:https?://|www\.)[^\s|,;<>()]+"
        rf"|(?<![\w@.])(?:[a-z]{{2,3}}\.)?{sites}\.(?:com|org|net|io)/[^\s|,;<>()]+"
        rf"|(?<![\w@.])[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9-]+)*\.{domains}(?:/[^\s|,;<>()]*)?(?![\w@])",
        re.IGNORECASE,
    )


def _unique(facts: Iterable[Fact[str]]) -> tuple[Fact[str], ...]:
    seen: dict[str, Fact[str]] = {}
    for fact in facts:
        seen.setdefault(re.sub(r"[\s().-]", "", fact.value.lower()), fact)
    return tuple(seen.values())
