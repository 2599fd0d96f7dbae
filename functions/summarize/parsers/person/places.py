"""Places in a line of contact data: what a label says is one, or what ends in a known town, country or code."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import groupby

from functions.summarize.docx.document import Line
from functions.summarize.parsers.dates.dates import find_dates
from functions.summarize.parsers.person.phones import contact_words, find_phones, is_phone_kind
from functions.summarize.parsers.person.phrase_kinds import is_employer, is_title
from functions.summarize.parsers.person.pieces import HARD, Piece, pieces_of
from functions.summarize.parsers.word_lists import any_of, pattern, word_list
from functions.summarize.text.folding import fold

_LABELLED = 4.0
"""More than any run of known places adds up to."""
_MOST_WORDS = 5  # of each part of an address
_LONGEST = 200  # characters of a place
_POSTCODE = re.compile(
    r"^(?:[A-Z]{2,3}\s\d{4,6}(?:-\d{4})?|[A-Z]{1,2}\d[\dA-Z]?\s?\d[A-Z]{2}|[A-Z]{0,2}-?\d{4,6}(?:-\d{3,4})?)$"
)
_CITY_AND_CODE = re.compile(r"^[^\W\d_][\w.'’\- ]+\s([A-Z]{2,3})(?:\s\d{5}(?:-\d{4})?)?$")
_GREATER = re.compile(r"^greater\s.+\sarea$|^.+\s(?:metropolitan|metro|bay)\s(?:area|region)$")
_BESIDE_CITY = re.compile(
    r"^(?:greater|central|downtown|north|south|east|west)\s+|^[a-z]{0,2}-?\d{4,5}\s+|\s+[a-z0-9]{2,4}\s?[a-z0-9]{3}$|\s+\d{4,6}$"
    r"|\s+area$|\s+und umgebung$|\s+et peripherie$|\s+y alrededores$"
)


def find_places(line: Line, has_contact: Callable[[str], bool]) -> Iterator[tuple[float, int, int]]:
    """How certain each place is, and where it begins and ends; `has_contact` knows addresses of mail and web."""
    label = _label().match(fold(line.text))
    phones = [(line.start + start, line.start + end) for start, end, _ in find_phones(line.text)]

    def is_contact(piece: Piece) -> bool:
        number = any(start < piece.end and piece.start < end for start, end in phones)
        return number or has_contact(piece.text) or bool(phones and is_phone_kind(piece.text))

    for run in _runs(line):
        for contact, group in groupby(run, is_contact):
            pieces = list(group)
            if contact:
                continue
            if label and (inside := [piece for piece in pieces if piece.start >= line.start + label.end()]):
                yield _LABELLED, inside[0].start, inside[-1].end
                continue
            kept = _from_first_to_last_place(pieces)
            short = all(len(piece.text.split()) <= _MOST_WORDS for piece in kept)
            if kept and short and not find_dates(line.text):
                yield sum(place_strength(piece.text) for piece in kept), kept[0].start, kept[-1].end


def _runs(line: Line) -> Iterator[list[Piece]]:
    """The pieces between which nothing stands but commas, brackets and colons."""
    run: list[Piece] = []
    for piece in pieces_of(line):
        if run and (piece.before in HARD or piece.before == "dash"):
            yield run
            run = []
        run.append(piece)
    if run:
        yield run


def _from_first_to_last_place(pieces: list[Piece]) -> list[Piece]:
    """Up to the last known place; without titles and employers before it."""
    while pieces and not place_strength(pieces[-1].text):
        pieces = pieces[:-1]
    while pieces and _is_title_or_employer(pieces[0].text):
        pieces = pieces[1:]
    return pieces


def _is_title_or_employer(text: str) -> bool:
    return not place_strength(text) and (is_title(text) or is_employer(text))


def place_strength(text: str) -> float:
    """2 for a known place, a state code, a post code, or "City ST"."""
    stripped = text.strip(" .,()")
    plain = fold(stripped)
    if not plain or len(plain) > _LONGEST:
        return 0.0
    if _is_known(plain):
        return 2.0
    if stripped in _codes() or _POSTCODE.fullmatch(stripped) or _GREATER.fullmatch(plain):
        return 1.8
    if (city := _CITY_AND_CODE.fullmatch(stripped)) and city[1] in _codes():
        return 2.0
    bare = _BESIDE_CITY.sub("", plain)
    return 1.8 if bare != plain and _is_known(bare) else 0.0


def _is_known(plain: str) -> bool:
    return any(pattern(name).fullmatch(plain) for name in ("place/city", "place/region"))


@cache
def _codes() -> frozenset[str]:
    return frozenset(word_list("place/code"))


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"^{any_of(contact_words('place', 'labels'))}\s*[:\-–]?\s*")
