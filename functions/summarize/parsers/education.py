"""Education sections -> courses of study."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from functions.summarize.parsers.cues import (
    employer_strength,
    ends_like_an_institution,
    institution_strength,
    is_department,
    is_noise,
    place_strength,
)
from functions.summarize.parsers.degrees import FoundDegree, find_degree
from functions.summarize.parsers.evidence import Source
from functions.summarize.parsers.pieces import Piece
from functions.summarize.parsers.rows import Row
from functions.summarize.parsers.words import folded, phrases, word_list
from functions.summarize.resume import Education, Fact, Period

_CAMPUS = re.compile(
    r"university of (?:california|texas|illinois|wisconsin|michigan|massachusetts|north carolina|maryland|colorado|minnesota|nebraska|missouri|alabama|tennessee|nevada|hawai'?i|alaska|maine|south carolina|houston)$|^(?:california state university|indian institute of technology|national institute of technology|state university of new york|city university of new york|queen mary|royal holloway|goldsmiths)$"
)
_POINTS = re.compile(
    r"(?:(?:cumulative\s+)?(?:gpa|cgpa)|grade|note|abschlussnote|moyenne|promedio|nota(?: media)?|media|voto|punteggio|average|final grade|score|percentage|average grade)\s*[:=]?\s*(?:of\s*)?\d[\d.,]*\s*(?:%|(?:/|out of|su)\s*\d[\d.,]*)?|\d[.,]\d+\s*(?:/\s*\d[.,]?\d*)?\s*(?:c?gpa)|\b\d{2,3}\s*/\s*(?:110|100)(?:\s+(?:e|con)\s+lode)?"
)


@dataclass(slots=True)
class _Course:
    rows: list[Row] = field(default_factory=list)
    degree: tuple[Row, FoundDegree] | None = None
    institution: Piece | None = None
    dated: Row | None = None


def read_education(rows: Sequence[Row], source: Source) -> tuple[Education, ...]:
    """One entry per degree or, where no degree is named, per institution."""
    entries: list[Education] = []
    above: Piece | None = None
    for course in _courses(rows):
        if course.degree is None and course.institution is None:
            continue
        institution = course.institution
        if institution is None and course.degree is not None:
            institution = above
        elif course.degree is None or (institution and institution.start < course.degree[0].line.start):
            above = institution
        else:
            above = None
        entries.append(_education(course, institution, source))
    return tuple(_without_bare_institutions(entries))


def _without_bare_institutions(entries: list[Education]) -> Iterator[Education]:
    """An institution that only heads several degrees is not a course itself."""
    for number, entry in enumerate(entries):
        following = entries[number + 1] if number + 1 < len(entries) else None
        heads = following is not None and following.institution == entry.institution
        if entry.degree is not None or not heads:
            yield entry


def _courses(rows: Sequence[Row]) -> list[_Course]:
    """Rows gathered into courses: a second degree, institution or date begins the next one."""
    courses: list[_Course] = []
    listed_entries = all(row.listed for row in rows)
    for row in rows:
        degree, institution = _degree_of(row), _institution_of(row)
        if (row.listed and not listed_entries and courses) or _is_remark(row):
            if courses:
                courses[-1].rows.append(row)
            continue
        if not courses or _begins(courses[-1], row, degree, institution):
            courses.append(_Course())
        _add(courses[-1], row, degree, institution)
    return courses


def _begins(course: _Course, row: Row, degree: FoundDegree | None, institution: Piece | None) -> bool:
    repeated = (
        (degree is not None and course.degree is not None)
        or (institution is not None and course.institution is not None)
        or (row.dated and course.dated is not None)
    )
    if not repeated:
        return False
    return degree is not None or institution is not None or row.only_dates


def _add(course: _Course, row: Row, degree: FoundDegree | None, institution: Piece | None) -> None:
    course.rows.append(row)
    if degree is not None and course.degree is None:
        course.degree = row, degree
    if institution is not None and course.institution is None:
        course.institution = institution
    if row.dated and course.dated is None:
        course.dated = row


def _is_remark(row: Row) -> bool:
    plain = folded(row.line.text)
    remark = re.match(
        r"(?:thesis|dissertation|relevant coursework|coursework|modules?|courses|minor|activities|subjects|thema|thesis title|memoire|tesis|tesi|advisor|supervisor|specialisation|specialization|gpa|grade|honou?rs|awards?|key modules|final project|abschlussarbeit|masterarbeit|bachelorarbeit|schwerpunkte?|graduated|note)\b\s*[:(–-]?",
        plain,
    )
    return (
        bool(remark)
        or (row.sentence and _degree_of(row) is None)
        or bool(_grade().fullmatch(plain.strip(" .()")))
    )


def _degree_of(row: Row) -> FoundDegree | None:
    text = _without_dates(row)
    found = find_degree(text)
    if found is None:
        return None
    piece = next((p for p in row.pieces if p.start <= row.line.start + found.start < p.end), None)
    # "High School" in "Lincoln High School" and "College of ..." are places of study, not qualifications
    if (
        piece
        and institution_strength(piece.text)
        and found.start > piece.start - row.line.start
        and found.subject is None
    ):
        return None
    if (
        piece
        and institution_strength(piece.text)
        and text[found.start : found.end].lower() in ("high school", "secondary education")
    ):
        return None
    return found


def _without_dates(row: Row) -> str:
    """The text with every date blanked out, at the same offsets."""
    text = row.line.text
    for found in row.periods:
        text = text[: found.start] + "\t" * (found.end - found.start) + text[found.end :]
    return text


def _institution_of(row: Row) -> Piece | None:
    found = find_degree(_without_dates(row))
    best, best_strength = None, 0.0
    for number, piece in enumerate(row.pieces):
        if found and row.line.start + found.start < piece.end and piece.start < row.line.start + found.end:
            if found.subject is not None or not institution_strength(piece.text):
                continue
        strength = _institution_strength(piece)
        if strength > best_strength:
            best, best_strength = _with_campus(row, number), strength
    return best


def _institution_strength(piece: Piece) -> float:
    if is_noise(piece.text) or _grade().fullmatch(folded(piece.text).strip(" .")):
        return 0.0
    strength = institution_strength(piece.text)
    if strength and not re.search(
        r"universi|college|hochschule|school|institut|academy|ecole|lycee|politec", folded(piece.text)
    ):
        strength -= 0.5
    if strength and ends_like_an_institution(piece.text):
        strength += 0.3
    return strength - (0.7 if is_department(piece.text) else 0.0)


def _with_campus(row: Row, number: int) -> Piece:
    """University of California, Berkeley is one name."""
    piece = row.pieces[number]
    following = row.pieces[number + 1] if number + 1 < len(row.pieces) else None
    if following and following.before in ("comma", "dash") and _CAMPUS.search(folded(piece.text)):
        text = row.line.text[piece.start - row.line.start : following.end - row.line.start]
        return Piece(piece.start, following.end, text, piece.before, piece.line)
    return piece


def _education(course: _Course, institution: Piece | None, source: Source) -> Education:
    degree, subject = _degree_facts(course, source, institution)
    institution = institution or _unknown_institution(course, source, degree, subject)
    return Education(
        degree=degree,
        field=subject,
        institution=source.stated(institution.start, institution.end, 0.95) if institution else None,
        period=_period(course, source),
        grade=_grade_fact(course, source),
    )


def _degree_facts(
    course: _Course, source: Source, institution: Piece | None
) -> tuple[Fact[str] | None, Fact[str] | None]:
    if course.degree is None:
        return None, None
    row, found = course.degree
    start = row.line.start
    degree = source.stated(start + found.start, start + found.end)
    if found.subject is None:
        return degree, None
    begin, end = start + found.subject[0], start + found.subject[1]
    text = source.text[begin:end]
    apart = re.search(r"[,–—-]", source.text[start + found.end : begin])
    if institution_strength(text) or place_strength(text) or _grade().fullmatch(folded(text)):
        return degree, None
    if apart and institution is None and not _others(course, begin):
        return degree, None
    return degree, source.stated(begin, end)


def _others(course: _Course, start: int) -> bool:
    """Whether a later piece could still be the institution."""
    return any(
        piece.start > start and not place_strength(piece.text) and not _grade().search(folded(piece.text))
        for row in course.rows
        if not row.listed and not _is_remark(row)
        for piece in row.pieces
    )


def _unknown_institution(
    course: _Course, source: Source, degree: Fact[str] | None, subject: Fact[str] | None
) -> Piece | None:
    """A name that no word list knows: the first piece that is nothing else."""
    taken = [place for fact in (degree, subject) if fact for place in fact.evidence]
    for row in course.rows:
        if row.listed or _is_remark(row):
            continue
        for piece in row.pieces:
            overlaps = any(piece.start < place.end and place.start < piece.end for place in taken)
            other = is_noise(piece.text) or place_strength(piece.text) or _grade().search(folded(piece.text))
            if not overlaps and not other and (piece.text[:1].isupper() or employer_strength(piece.text) > 1):
                return piece
    return None


def _period(course: _Course, source: Source) -> Fact[Period] | None:
    """One date alone is the end of a course."""
    if course.dated is None:
        return None
    row = course.dated
    for found in row.periods:
        if found.period is not None:
            period = Period(None, found.period.start) if found.alone else found.period
            return source.read(period, row.line.start + found.start, row.line.start + found.end)
    return None


def _grade_fact(course: _Course, source: Source) -> Fact[str] | None:
    for row in course.rows:
        if match := _grade().search(folded(_without_dates(row))):
            return source.stated(row.line.start + match.start(), row.line.start + match.end(), 0.9)
    return None


@cache
def _grade() -> re.Pattern[str]:
    grades = phrases(word_list("degrees", "grades")).pattern
    degree_part = r"(?<!with )(?<!\()"
    return re.compile(rf"{_POINTS.pattern}|{degree_part}{grades}(?:\s+(?:degree|honours|honors))?")
