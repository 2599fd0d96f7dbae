"""Entries of work and volunteering -> roles."""

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from functions.summarize.language.verbs import recognise
from functions.summarize.parsers.entries import Entry
from functions.summarize.parsers.field_corrections import PERIOD
from functions.summarize.parsers.fields import Field
from functions.summarize.parsers.headings import SECTIONS
from functions.summarize.parsers.pauses import names_pause
from functions.summarize.parsers.person.phrase_kinds import ends_in_title_noun, is_employer
from functions.summarize.parsers.reading import Reading
from functions.summarize.parsers.role_kinds import (
    is_internship,
    is_internship_label,
    is_same_employer,
    is_self_employed,
    is_volunteer,
)
from functions.summarize.parsers.statements import Statements
from functions.summarize.privacy.particulars import is_particular
from functions.summarize.resume import Fact, Role, RoleKind
from functions.summarize.screening.addressed import is_addressed
from functions.summarize.text.folding import fold
from functions.summarize.text.sentence_ends import sentence_spans

SECTIONS_OF_ROLES = ("work", "volunteer")
_PARTS = re.compile(r"[,;|()\t]|\s[–—-]\s")
_SEMICOLON = re.compile(r";\s+(?=\w+ \w)")
_ALONE = 0.75
"""How sure a title has to be that stands there without an employer and without dates."""


def roles_of(reading: Reading, statements: Statements) -> list[Role]:
    """The roles in reading order; one with two stints is two roles."""
    roles: list[Role] = []
    bare: dict[tuple[str, str] | None, int] = {}
    for role in _each_role(reading, statements):
        names = _names_of(role)
        if role.period is None and role.bullets and names in bare:
            at = bare.pop(names)
            roles[at] = replace(roles[at], bullets=role.bullets)
            continue
        if names and role.period is not None and not role.bullets:
            bare.setdefault(names, len(roles))
        roles.append(role)
    return roles


def _names_of(role: Role) -> tuple[str, str] | None:
    """As what and where, by which a post that is told of below is known from a list of posts and dates above."""
    if role.title is None or role.employer is None:
        return None
    return fold(role.title.value), fold(role.employer.value)


def _each_role(reading: Reading, statements: Statements) -> Iterator[Role]:
    found = [
        (section, entry)
        for section, entry in reading.entries
        if section in SECTIONS_OF_ROLES and not entry.heads
    ]
    places = {_place_of(entry, "employer") for _, entry in found} - {""}
    named: Field | None = None
    begins = sorted(entry.fields[0].start for _, entry in reading.entries)
    before = sum(_place_of(entry, "employer") == "beside" for _, entry in found)
    for section, entry in found:
        one_house = _with_first_employer(entry) if before > len(found) / 2 else entry
        meant = _with_employer(_with_same_employer(_with_title_apart(one_house), named), places)
        named = meant.first("employer") or named
        yield from _roles(section, meant, statements, begins)


def _roles(section: str, entry: Entry, statements: Statements, begins: Sequence[int]) -> Iterator[Role]:
    title, (employer, place) = _without_label(entry.first("title")), _employer_and_place(entry)
    where = SECTIONS[section]
    periods = statements.periods(entry, where)
    if (title is None and (employer is None or not periods)) or (title and names_pause(title.text)):
        return
    if employer is None and not periods and title is not None and title.probability < _ALONE:
        return
    note = statements.joined([one for one in entry.all("note") if not _is(one, employer)], where)
    bullets = tuple(_bullets(entry, section, statements, begins))
    for number in range(max(1, len(periods))):
        yield Role(
            title=statements.field(title, where),
            employer=statements.field(employer, where),
            location=statements.field(place, where),
            period=periods[number] if periods else None,
            bullets=() if number else bullets,
            kind=_kind(section, title, note),
            note=note,
        )


def _without_label(title: Field | None) -> Field | None:
    """A title without what only says that a position is an internship: "Internship: Marketing Assistant"."""
    label, _, text = title.text.partition(":") if title else ("", "", "")
    bare = text.strip()
    if title is None or not bare or not is_internship_label(label.strip()):
        return title
    return replace(title, start=title.end - len(bare), text=bare)


def _employer_and_place(entry: Entry) -> tuple[Field | None, Field | None]:
    """Those of the header, else those in force above it."""
    employer, place = entry.first("employer"), entry.first("place")
    own_account = any(is_self_employed(one.text) for name in ("title", "note") for one in entry.all(name))
    if employer is None and not own_account:
        return entry.inherited("employer") or _taken_for_note(entry), place or entry.inherited("place")
    return employer or _taken_for_note(entry), place


def _place_of(entry: Entry, name: str) -> str:
    """Where the first field of an entry stands if it has this name: beside the title after it, or alone above it."""
    title = entry.first("title")
    first = entry.fields[0]
    if title is None or first.name != name or first.start > title.start:
        return ""
    if first.line is title.line:
        return "beside"
    return "above" if first.text == first.line.text.strip() else ""


def _with_employer(entry: Entry, places: Container[str]) -> Entry:
    """An entry that names none, with the note as its employer that stands where those of the other entries do."""
    first, title = entry.fields[0], entry.first("title")
    own_account = title is not None and is_self_employed(title.text)
    if entry.first("employer") or own_account or _place_of(entry, "note") not in places:
        return entry
    return replace(entry, fields=(replace(first, name="employer"), *entry.fields[1:]))


def _with_first_employer(entry: Entry) -> Entry:
    """An entry with houses on both sides of its title as the others have one: before it; the other is a note.

    "Pinnock – Summer Intern, Commodity Options" among lines such as "Granville – Graduate Analyst".
    """
    title, houses = entry.first("title"), list(entry.all("employer"))
    if title is None or len(houses) != _TWO or _place_of(entry, "employer") != "beside":
        return entry
    second = houses[1]
    if second.line is not title.line or second.start < title.end:
        return entry
    return replace(
        entry, fields=tuple(replace(one, name="note") if one is second else one for one in entry.fields)
    )


_TWO = 2
_JOINED = (" of", " for", " &", " and", " to", ",")
"""The end of a name that goes on."""


def _with_title_apart(entry: Entry) -> Entry:
    """An entry without a title whose house ends in one: "Juniper Café Barista" is a barista at Juniper Café."""
    house = entry.first("employer")
    if house is None or entry.first("title") is not None:
        return entry
    name, _, last = house.text.rpartition(" ")
    if not is_employer(name) or name.endswith(_JOINED) or not ends_in_title_noun(fold(last)):
        return entry
    own = replace(house, end=house.start + len(name), text=name)
    title = replace(house, name="title", start=house.end - len(last), text=last)
    rest = [one for one in entry.fields if one is not house]
    return replace(entry, fields=tuple(sorted((*rest, own, title), key=lambda one: one.start)))


def _with_same_employer(entry: Entry, named: Field | None) -> Entry:
    """An entry that says "same firm", with the employer named before; whoever else is named on the line is a note.

    Below an employer of the entry's own it is that one.
    """
    own = entry.first("employer")
    lines = [one.line for one in entry.fields if own is None or one.line.start <= own.line.start]
    pieces = [piece for line in lines for piece in _PARTS.split(line.text)]
    said = [piece for piece in pieces if is_same_employer(piece)]
    if named is None or not said:
        return entry
    rest = [one for one in entry.fields if not any(one.text in piece for piece in said)]
    noted = (replace(one, name="note") if one.name == "employer" else one for one in rest)
    return replace(entry, fields=(*noted, named)) if rest else entry


def _taken_for_note(entry: Entry) -> Field | None:
    """What is a note at the first glance and an employer at the second: somebody employs, and nobody else is named."""
    found = next((one for one in entry.all("note") if one.second == "employer"), None)
    return found and replace(found, name="employer", probability=1 - found.probability)


def _is(one: Field, other: Field | None) -> bool:
    return other is not None and (one.start, one.end) == (other.start, other.end)


def _kind(section: str, title: Field | None, note: Fact[str] | None) -> RoleKind:
    named = [one for one in (title.text if title else "", note.value if note else "") if one]
    managed = title is not None and "volunteer" in fold(title.text) and not is_volunteer(title.text)
    if not managed and (section == "volunteer" or any(map(is_volunteer, named))):
        return "volunteering"
    before = title.line.text[: title.start - title.line.start].split("\t")[-1].strip(" :–-") if title else ""
    return "internship" if any(map(is_internship, named)) or is_internship_label(before) else "employment"


def _bullets(
    entry: Entry, section: str, statements: Statements, begins: Sequence[int]
) -> Iterator[Fact[str]]:
    """The lines that tell of the role: no particulars, nothing addressed to a reviewer, no label alone."""
    lines = [(line.line.start, line.line.text, line.labelled.probability) for line in entry.body]
    for begin, text, sure in (*_behind_header(entry, begins), *lines):
        told = any(letter.isalpha() for letter in text) and not text.endswith(":")
        if told and not is_particular(text) and not is_addressed(text):
            for start, end in _statements(text):
                place = statements.at(begin + start, begin + end, SECTIONS[section])
                yield Fact(place.quote, (place,), sure)


def _behind_header(entry: Entry, begins: Sequence[int]) -> Iterator[tuple[int, str, float]]:
    """The sentences in which the line of a header goes on, where each begins, and how sure: "Nurse, Leeds: ran triage".

    None where another entry begins on the line.
    """
    header = [one for name in _HEADER if (one := entry.first(name)) is not None]
    last = max(header, key=lambda one: one.end)
    sure = max(one.probability for one in header if one.line is last.line)
    at = last.end - last.line.start
    found = _GOES_ON.match(last.line.text, at - last.text.endswith("."))
    another = bisect_left(begins, last.end) < bisect_left(begins, last.line.end)
    if found is None or another:
        return
    for start, end in sentence_spans(last.line.text[found.end() :]):
        begin = last.line.start + found.end() + start
        text = last.line.text[found.end() + start : found.end() + end]
        verb = recognise(text.split(maxsplit=1)[0].lower())
        named = any(
            begin <= one.start < begin + len(text)
            and (one.start == begin if one.name == PERIOD else verb is None)
            for one in entry.fields
            if one.name in _HEADER
        )
        if _is_statement(text, listed=not found.group().rstrip().endswith(_DASHES)) and not named:
            yield begin, text, sure


_HEADER = ("title", "employer", PERIOD)
_GOES_ON = re.compile(r"[^.;:–—\n]{0,60}?(?:[.:]|\s[-–—])\s+(?=\S)")
"""What ends a header within its line, be it behind a note: ", part-time. Ran triage"."""


def _is_statement(text: str, *, listed: bool) -> bool:
    """Whether a sentence behind a header says what was done: with a verb first, or where it may list at some length."""
    words = _FIRST_PERSON.sub("", text).split()
    if text.count(")") > text.count("("):  # the end of a note
        return False
    if listed and len(words) > _SHORT and text[0].isupper():
        return True
    return len(words) > 2 and recognise(words[0].lower()) is not None


_DASHES = ("-", "–", "—")
"""What stands before clients and places, too."""
_FIRST_PERSON = re.compile(r"^I ")
_SHORT = 3
"""Words that may be a place, a client or terms of employment."""


def _statements(text: str) -> list[tuple[int, int]]:
    """The stretches of a line that each say something of their own: all of it, or up to a semicolon and from there.

    Where each begins with a verb and not all are of one form, which nothing joins: "Responsible for HACCP plans;
    led the certification; manages four technicians". "Developed nine recipes; reduced returns" is one statement. And
    where none begins with a verb: "Setting of lathes; training of operators; scrap reduced from 4 % to 1 %".
    """
    begins = [0, *(found.end() for found in _SEMICOLON.finditer(text))]
    firsts = [text[begin:].split(maxsplit=1)[0] for begin in begins]
    forms = [verb[1] if (verb := recognise(first.lower())) else None for first in firsts]
    own = all(form in ("past", "third", "base") for form in forms[1:])
    if len(begins) == 1 or not ((own and len(set(forms)) > 1) or set(forms) == {None}):
        return [(0, len(text))]
    return [
        (begin, begin + len(text[begin:end].rstrip(" ;")))
        for begin, end in zip(begins, [*begins[1:], len(text)], strict=True)
    ]
