"""Education sections -> courses of study as facts."""

import re
from collections.abc import Iterator, Sequence

from functions.summarize.parsers.courses import Course, find_courses, is_remark, without_dates
from functions.summarize.parsers.cues import (
    employer_strength,
    institution_strength,
    is_department,
    is_noise,
    place_strength,
)
from functions.summarize.parsers.evidence import Source
from functions.summarize.parsers.grades import find_grade, is_grade
from functions.summarize.parsers.pieces import Piece
from functions.summarize.parsers.rows import Row
from functions.summarize.parsers.words import folded, pattern
from functions.summarize.resume import Education, Fact, Period

_LONGEST_COURSE = 8  # words
_LONGEST_SUBJECTS = 6  # words
_SCHOOL = re.compile(r"(?:a[- ]?|as[- ]|o[- ])levels?|(?:advanced )?highers|(?:i?gcses?)|leaving certificate")
_LETTER_GRADE = re.compile(r"[A-H1-9]\*{0,2}")
_MAJOR = re.compile(
    r"(?:major|majors|field of study|course of study|specialis?ation|specialization|concentration|discipline|"
    r"subject|studienfach|fachrichtung|especialidad|spécialité)\s*:\s*",
    re.IGNORECASE,
)


def read_education(rows: Sequence[Row], source: Source) -> tuple[Education, ...]:
    """One entry per degree or, where no degree is named, per institution."""
    entries: list[Education] = []
    above: Piece | None = None
    for course in find_courses(rows):
        if course.degree is None and course.institution is None:
            continue
        institution = course.institution or above
        above = institution if _heads_degrees(course) else None
        entries.append(_education(course, institution, source))
    return tuple(_without_bare_institutions(entries))


def _heads_degrees(course: Course) -> bool:
    """An institution above its degree, or none, leaves the one above in force for the next degree."""
    if course.degree is None or course.institution is None:
        return True
    return course.institution.start < course.degree[0].line.start


def _without_bare_institutions(entries: list[Education]) -> Iterator[Education]:
    """An institution that only heads several degrees is not a course itself."""
    for number, entry in enumerate(entries):
        following = entries[number + 1] if number + 1 < len(entries) else None
        heads = following is not None and following.institution == entry.institution
        if entry.degree is not None or not heads:
            yield entry


def _education(course: Course, institution: Piece | None, source: Source) -> Education:
    degree, subject = _degree_facts(course, source, institution)
    if degree is None and subject is None and institution is not None:
        degree, subject = _unknown_course(course, institution, source)
    subject = subject or _major(course, source)
    institution = institution or _unknown_institution(course, degree, subject)
    return Education(
        degree=degree,
        field=subject,
        institution=source.stated(institution.start, institution.end, 0.95) if institution else None,
        period=_period(course, source),
        grade=_grade_fact(course, source),
    )


def _degree_facts(
    course: Course, source: Source, institution: Piece | None
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
    if institution_strength(text) or place_strength(text) or is_grade(text):
        return degree, None
    if _SCHOOL.match(folded(source.text[start + found.start : start + found.end])):
        return degree, _school_subjects(row, (begin, end), source)
    apart = re.search(r"[,–—-]", source.text[start + found.end : begin])
    if apart and institution is None and not _others(course, begin):
        return degree, None
    return degree, source.stated(begin, end)


def _school_subjects(row: Row, first: tuple[int, int], source: Source) -> Fact[str]:
    """All subjects of a leaving examination, with the grades beside them: "Maths (A), Physics (B)"."""
    end = first[1]
    for piece in (piece for piece in row.pieces if piece.start >= first[1]):
        if piece.before == "bracket" and _LETTER_GRADE.fullmatch(piece.text):
            end = piece.end + source.text.startswith(")", piece.end)
        elif piece.before in ("comma", "closed") and _is_subject(piece.text):
            end = piece.end
        else:
            break
    return source.stated(first[0], end)


def _is_subject(text: str) -> bool:
    named = institution_strength(text) or place_strength(text) or is_grade(text)
    return not named and len(text.split()) <= _LONGEST_SUBJECTS and text[:1].isalpha()


def _unknown_course(
    course: Course, institution: Piece, source: Source
) -> tuple[Fact[str] | None, Fact[str] | None]:
    """What stands before the place of study is a course by name ("Drone Pilot Course"), or else its subject."""
    before = [piece for piece in _names(course) if piece.start < institution.start]
    if not before or is_department(before[0].text) or len(before[0].text.split()) > _LONGEST_COURSE:
        return None, None
    if not before[0].text[0].isalpha() or "coursework" in folded(before[0].text):
        return None, None
    fact = source.stated(before[0].start, before[0].end, 0.6)
    named = pattern("degrees", "course_nouns").search(folded(before[0].text))
    return (fact, None) if named else (None, fact)


def _major(course: Course, source: Source) -> Fact[str] | None:
    """A line of its own that labels the subject."""
    for row in course.rows:
        label = _MAJOR.match(row.line.text)
        if label and not row.periods and label.end() < len(row.line.text):
            return source.stated(row.line.start + label.end(), row.line.end, 0.9)
    return None


def _names(course: Course) -> Iterator[Piece]:
    """The pieces of a course that could name something."""
    for row in course.rows:
        if row.listed or is_remark(row):
            continue
        for piece in row.pieces:
            if not is_noise(piece.text) and not place_strength(piece.text) and not find_grade(piece.text):
                yield piece


def _others(course: Course, start: int) -> bool:
    """Whether a later piece could still be the institution."""
    return any(piece.start > start for piece in _names(course))


def _unknown_institution(course: Course, degree: Fact[str] | None, subject: Fact[str] | None) -> Piece | None:
    """A name that no word list knows: the first piece that is nothing else."""
    taken = [place for fact in (degree, subject) if fact for place in fact.evidence]
    for piece in _names(course):
        overlaps = any(piece.start < place.end and place.start < piece.end for place in taken)
        if not overlaps and (piece.text[:1].isupper() or employer_strength(piece.text) > 1):
            return piece
    return None


def _period(course: Course, source: Source) -> Fact[Period] | None:
    """One date alone is the end of a course."""
    row = course.dated
    for found in row.periods if row else ():
        if row is not None and found.period is not None:
            period = Period(None, found.period.start) if found.alone else found.period
            return source.read(period, row.line.start + found.start, row.line.start + found.end)
    return None


def _grade_fact(course: Course, source: Source) -> Fact[str] | None:
    for row in course.rows:
        if span := find_grade(without_dates(row)):
            return source.stated(row.line.start + span[0], row.line.start + span[1], 0.9)
    return None
