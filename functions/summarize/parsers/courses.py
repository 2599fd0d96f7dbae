"""Rows of an education section -> courses: which rows belong to one course of study."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from functions.summarize.parsers.credentials import is_credential
from functions.summarize.parsers.cues import (
    employer_strength,
    ends_like_an_institution,
    institution_strength,
    is_department,
    is_noise,
    place_strength,
)
from functions.summarize.parsers.degrees import FoundDegree, find_degree
from functions.summarize.parsers.grades import is_grade
from functions.summarize.parsers.pieces import Piece
from functions.summarize.parsers.rows import Row
from functions.summarize.parsers.words import folded, pattern

_PLACE_OF_STUDY = re.compile(
    r"universi|college|hochschule|school|institut|academy|ecole|lycee|politec|universitet|faculdade"
)


@dataclass(slots=True)
class Course:
    """The rows of one course and what was recognised in them; `degree` offsets count from its row's start."""

    rows: list[Row] = field(default_factory=list)
    degree: tuple[Row, FoundDegree] | None = None
    institution: Piece | None = None
    dated: Row | None = None

    def add(self, row: Row, degree: FoundDegree | None, institution: Piece | None) -> None:
        """Take a row in; what is known already stays."""
        self.rows.append(row)
        if degree is not None and self.degree is None:
            self.degree = row, degree
        self.institution = self.institution or institution
        if row.dated and self.dated is None:
            self.dated = row

    def has(self, row: Row, degree: FoundDegree | None, institution: Piece | None) -> bool:
        """Whether the row would name a second degree, institution or date."""
        return (
            (degree is not None and self.degree is not None)
            or (institution is not None and self.institution is not None)
            or (row.dated and self.dated is not None)
        )


def find_courses(rows: Sequence[Row]) -> list[Course]:
    """Rows gathered into courses: a second degree, institution or date begins the next one."""
    courses: list[Course] = []
    all_listed = all(row.listed for row in rows)
    for row in rows:
        degree, institution = _degree_of(row), _institution_of(row)
        if is_remark(row) or (row.listed and not all_listed and courses):
            if courses:
                courses[-1].rows.append(row)
            continue
        names_one = degree is not None or institution is not None or row.only_dates
        if not courses or (names_one and courses[-1].has(row, degree, institution)):
            courses.append(Course())
        courses[-1].add(row, degree, institution)
    return courses


def without_credentials(rows: Sequence[Row], *, mixed: bool) -> tuple[list[Row], list[Row]]:
    """The rows of courses, and those that state a certificate or licence instead.

    `mixed` says that the heading promises both: then a row that names no course after a whole one is a credential.
    """
    courses: list[Row] = []
    credentials: list[Row] = []
    whole = False
    for row in rows:
        degree, institution = _degree_of(row), _institution_of(row)
        first = institution is None or institution.start > row.line.start
        stated = degree is None and first and is_credential(row)
        named = degree is not None or institution is not None or row.only_dates or is_remark(row)
        if stated or (mixed and whole and not named):
            credentials.append(row)
            continue
        courses.append(row)
        whole = institution is not None or (whole and degree is None)
    return courses, credentials


def states_degree(row: Row) -> bool:
    """Whether a row among certificates names a university degree and the place where it was taken."""
    found = _degree_of(row)
    return (
        found is not None
        and found.academic
        and found.start == 0
        and not row.sentence
        and any(institution_strength(piece.text) for piece in row.pieces[1:])
    )


def is_remark(row: Row) -> bool:
    """Whether the row tells about a course (thesis, modules, grade) rather than naming one."""
    told = _remark().match(folded(row.line.text))
    return (
        (told is not None and (told[0].endswith(":") or _degree_of(row) is None))
        or (row.sentence and _degree_of(row) is None)
        or is_grade(row.line.text)
    )


def without_dates(row: Row) -> str:
    """The row's text with every date blanked out, at the same offsets."""
    text = row.line.text
    for found in row.periods:
        text = text[: found.start] + "\t" * (found.end - found.start) + text[found.end :]
    return text


def _degree_of(row: Row) -> FoundDegree | None:
    """The degree of a row; "Lincoln High School" and "College of Law" are places of study instead."""
    text = without_state(row)
    found = find_degree(text)
    place = _place_named_like(found, row) if found else None
    if place is None:
        return found
    start, end = place.start - row.line.start, place.end - row.line.start
    return find_degree(text[:start] + "\t" * (end - start) + text[end:])


def without_state(row: Row) -> str:
    """The row's text without dates and without the state at its end: in "Medford, MA", MA is no degree."""
    text = without_dates(row)
    if len(row.pieces) < 2:
        return text
    city, state = row.pieces[-2:]
    beside = city.before == "column" or place_strength(city.text) > 0 or _is_employer(row.pieces[:-2])
    if state.before != "comma" or not beside or not place_strength(state.text):
        return text
    start, end = state.start - row.line.start, state.end - row.line.start
    return text[:start] + "\t" * (end - start) + text[end:]


def _is_employer(pieces: Sequence[Piece]) -> bool:
    """Whether the last piece names an organisation at which nobody studies."""
    last = pieces[-1].text if pieces else ""
    return employer_strength(last) >= 1.5 and not _PLACE_OF_STUDY.search(folded(last))


def _place_named_like(found: FoundDegree, row: Row) -> Piece | None:
    """The place of study whose name holds the words of a degree."""
    at = row.line.start + found.start
    piece = next((piece for piece in row.pieces if piece.start <= at < piece.end), None)
    if piece is None or not found.academic or not institution_strength(piece.text):
        return None
    inside = at > piece.start and found.subject is None
    words = folded(row.line.text[found.start : found.end])
    return piece if inside or words in ("high school", "secondary education") else None


def _institution_of(row: Row) -> Piece | None:
    found = _degree_of(row)
    best, best_strength = None, 0.0
    for number, piece in enumerate(row.pieces):
        strength = 0.0 if found and _is_taken(piece, row, found) else _strength(piece)
        if strength > best_strength:
            best, best_strength = _with_campus(row, number), strength
    return best


def _is_taken(piece: Piece, row: Row, found: FoundDegree) -> bool:
    """Whether the piece is the degree with its subject."""
    start, end = row.line.start + found.start, row.line.start + found.end
    return (
        start < piece.end
        and piece.start < end
        and (found.subject is not None or not institution_strength(piece.text))
    )


def _strength(piece: Piece) -> float:
    strength = institution_strength(piece.text)
    if not strength or is_noise(piece.text) or is_grade(piece.text):
        return 0.0
    strength -= 0.0 if _PLACE_OF_STUDY.search(folded(piece.text)) else 0.5
    strength += 0.3 if ends_like_an_institution(piece.text) else 0.0
    return strength - (0.7 if is_department(piece.text) else 0.0)


def _with_campus(row: Row, number: int) -> Piece:
    """University of California, Berkeley is one name."""
    piece = row.pieces[number]
    following = row.pieces[number + 1] if number + 1 < len(row.pieces) else None
    system = pattern("degrees", "systems").fullmatch(folded(piece.text).removeprefix("the "))
    if following is None or system is None or following.before not in ("comma", "dash"):
        return piece
    text = row.line.text[piece.start - row.line.start : following.end - row.line.start]
    return replace(piece, end=following.end, text=text)


@cache
def _remark() -> re.Pattern[str]:
    return re.compile(rf"{pattern('degrees', 'remarks').pattern}\s*[:(–-]?")
