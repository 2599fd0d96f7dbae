"""What lines without a heading of known wording are about, judged by what they hold."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from functions.summarize.docx.document import Line
from functions.summarize.parsers.contact import has_contact
from functions.summarize.parsers.courses import without_state
from functions.summarize.parsers.credentials import is_credential
from functions.summarize.parsers.cues import (
    employer_strength,
    institution_strength,
    place_strength,
    title_strength,
)
from functions.summarize.parsers.degrees import find_degree
from functions.summarize.parsers.entries import header_start
from functions.summarize.parsers.rows import Row
from functions.summarize.parsers.words import folded, languages_in, pattern
from functions.summarize.resume import Section

_LONGEST_SKILL = 4  # words
_BEFORE_SKILLS: frozenset[Section] = frozenset({"education", "certifications", "skills", "languages"})


def human_languages(text: str) -> bool:
    """Whether the text names a human language."""
    return bool(languages_in(text))


def section_by_content(lines: Sequence[Line]) -> Section | None:
    """The section that lines under a heading of unknown wording belong to."""
    rows = [Row(line, day_first=True) for line in lines]
    if any(_is_role(rows, number) for number in range(len(rows))):
        return "experience"
    if rows and sum(map(_is_course, rows)) * 3 >= len(rows):
        return "education"
    if rows and all(_is_languages(row) for row in rows):
        return "languages"
    return None


def split_unheaded(lines: Sequence[Line]) -> Iterator[tuple[Section, tuple[Line, ...]]]:
    """Text without headings, cut where its content changes; all of it is `contact` when it holds no role."""
    rows = [Row(line, day_first=True) for line in lines]
    anchor = next((number for number in range(len(rows)) if _is_role(rows, number)), None)
    if anchor is None:
        yield from _split_head(rows, lines)
        return
    start = header_start(rows, anchor, _end_of_contact(rows, anchor))
    cuts: list[tuple[int, Section]] = [(0, "contact"), (start, "experience")]
    for number in range(anchor + 1, len(rows)):
        section = _section_of(rows, number, cuts[-1][1])
        if section != cuts[-1][1]:
            begin = _beginning(rows, number, section, cuts[-1][0])
            cuts.append((begin, section))
    for (begin, section), (end, _) in zip(cuts, [*cuts[1:], (len(rows), "other")], strict=True):
        if begin < end:
            yield section, tuple(lines[begin:end])


def _split_head(rows: list[Row], lines: Sequence[Line]) -> Iterator[tuple[Section, tuple[Line, ...]]]:
    """A head without roles; where contact data is followed by courses or lists, those are no head."""
    kinds: list[Section] = []
    below_contact = False
    for row in rows:
        listing = below_contact and not row.sentence
        below_contact = below_contact or has_contact(row.line.text)
        if listing and "," in row.line.text and _is_languages(row):
            kinds.append("languages")
        elif listing and _is_course(row):
            kinds.append("education")
        elif listing and _is_list_of_skills(row, fewest=3) and not _is_address(row):
            kinds.append("skills")
        else:
            kinds.append("contact")
    for section, numbers in groupby(range(len(rows)), kinds.__getitem__):
        yield section, tuple(lines[number] for number in numbers)


def _is_address(row: Row) -> bool:
    return has_contact(row.line.text) or any(place_strength(piece.text) for piece in row.pieces)


def _beginning(rows: list[Row], number: int, section: Section, previous: int) -> int:
    """Where the part whose content shows at `number` begins: dates on a line above belong to it."""
    if section == "experience":
        return header_start(rows, number, previous + 1)
    dates_above = number - 1 > previous and rows[previous].only_dates and rows[number - 1].only_dates
    return number - 1 if dates_above else number


def _end_of_contact(rows: list[Row], anchor: int) -> int:
    """Past the last line before the first role that belongs to the head: contact data, a place, the name."""
    last = -1 if title_strength(rows[0].line.text) >= 2.5 and not rows[0].periods else 0
    for number, row in enumerate(rows[:anchor]):
        only_place = bool(row.pieces) and all(place_strength(piece.text) for piece in row.pieces)
        if has_contact(row.line.text) or row.sentence or (only_place and number + 1 < anchor):
            last = number
    return min(last + 1, anchor)


def _section_of(rows: list[Row], number: int, current: Section) -> Section:
    row = rows[number]
    if _is_languages(row):
        return "languages"
    if _is_course(row) or _is_course_over_two_lines(rows, number):
        return "education"
    if is_credential(row) and not _is_list_of_skills(row) and not _is_task_of_role(rows, number, current):
        return "certifications"
    if _is_role(rows, number):
        return "experience"
    if _is_list_of_skills(row) or (current in _BEFORE_SKILLS and _is_labelled_list(row)):
        return "skills"
    return current


def _is_task_of_role(rows: list[Row], number: int, current: Section) -> bool:
    """A list item below a role tells of the role, unless what stands above it are tasks of another look."""
    above = rows[number - 1]
    return rows[number].listed and current == "experience" and (above.listed or not above.sentence)


def _is_labelled_list(row: Row) -> bool:
    """ "Data: PostgreSQL, Kafka" below courses and certificates."""
    label, colon, content = row.line.text.partition(":")
    parts = [part.split() for part in content.split(",")]
    short = all(0 < len(words) <= _LONGEST_SKILL for words in parts)
    return (
        bool(colon) and len(label.split()) <= _LONGEST_SKILL and len(parts) > 1 and short and not row.periods
    )


def _is_role(rows: Sequence[Row], number: int) -> bool:
    """A period, with a title on its line or on a line beside it."""
    row = rows[number]
    if not row.dated or row.listed or _is_course(row) or not any(not found.alone for found in row.periods):
        return False
    near = [
        row,
        *(other for other in rows[max(0, number - 2) : number + 3] if other is not row and not other.body),
    ]
    if any(
        title_strength(piece.text) >= 2.5 for other in near for piece in other.pieces if not _is_course(other)
    ):
        return True
    return not row.only_dates and _names_employer(rows, number)


def _names_employer(rows: Sequence[Row], number: int) -> bool:
    """A period beside a title of unknown wording, and on the line below it an employer."""
    below = rows[number + 1] if number + 1 < len(rows) else None
    study = any(institution_strength(piece.text) for piece in rows[number].pieces)
    if below is None or below.body or below.periods or study or _is_course(below):
        return False
    employed = any(employer_strength(piece.text) >= 1.5 for piece in below.pieces)
    placed = len(below.pieces) > 1 and place_strength(below.pieces[-1].text) > 0
    return employed or placed


def _is_course(row: Row) -> bool:
    text = without_state(row)
    degree = find_degree(text)
    if (
        degree is None
        or row.sentence
        or (row.pieces and title_strength(row.pieces[0].text) >= 2.5 and degree.start > 0)
    ):
        return False
    if any(institution_strength(piece.text) for piece in row.pieces):
        return True
    if title_strength(row.pieces[0].text if row.pieces else "") >= 2.5 and row.ranged:
        return False
    return degree.start == 0 and not pattern("credentials", "cues").search(folded(text[: degree.end]))


def _is_course_over_two_lines(rows: Sequence[Row], number: int) -> bool:
    """A degree on one line and the place of study on the next, in either order."""
    pair = rows[number : number + 2]
    if len(pair) < 2 or any(row.body for row in pair):
        return False
    degrees = [find_degree(row.line.text) for row in pair]
    places = [any(institution_strength(piece.text) for piece in row.pieces) for row in pair]
    titles = [any(title_strength(piece.text) >= 2.5 for piece in row.pieces) for row in pair]
    starts = [found is not None and found.start == 0 for found in degrees]
    return not any(titles) and ((starts[0] and places[1]) or (places[0] and starts[1]))


def _is_languages(row: Row) -> bool:
    spans = languages_in(row.line.text)
    if not spans or row.periods:
        return False
    rest = folded(row.line.text)
    for start, end in reversed(spans):
        rest = rest[:start] + " " + rest[end:]
    rest = pattern("languages", "fluency").sub(" ", rest)
    return len(re.findall(r"[^\W\d_]{3,}", rest)) <= len(spans)


def _is_list_of_skills(row: Row, fewest: int = 4) -> bool:
    parts = [part for part in re.split(r"\s*[,;|·•]\s*", row.line.text) if part]
    return (
        len(parts) >= fewest
        and not row.periods
        and not row.listed
        and all(len(part.split()) <= _LONGEST_SKILL for part in parts)
    )
