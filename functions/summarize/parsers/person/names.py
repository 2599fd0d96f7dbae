"""Whose resume it is. A name is read where it stands, never guessed."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from functions.summarize.docx.document import Line
from functions.summarize.language.surface import common_words
from functions.summarize.parsers.evidence import Source
from functions.summarize.parsers.headings import section_named
from functions.summarize.parsers.person.name_parts import (
    IN_CAPITALS,
    PARTS,
    asked_for,
    on_two_lines,
    surname_last,
)
from functions.summarize.parsers.person.name_words import (
    bare_word,
    may_be_name,
    usual_case,
    without_surroundings,
)
from functions.summarize.parsers.person.phrase_kinds import (
    is_employer,
    is_title,
)
from functions.summarize.parsers.person.pieces import Piece, pieces_of
from functions.summarize.parsers.person.places import place_strength
from functions.summarize.parsers.word_lists import pattern, word_index, word_set
from functions.summarize.resume import Fact
from functions.summarize.text.folding import fold
from functions.summarize.text.words import words_of

_LINES_READ = 14
_LONGEST = 200  # characters of a line that are looked at
_ENOUGH = 1.5
_MOST_PIECES = 4
_LETTERED = 5  # letters: so many capitals after a name in capitals are no name: ACIB
_LABEL = re.compile(r"\W*(?:\d{1,2}[.)]\s*)?(?P<label>[^\W\d_][^:\d]{1,30}?)\s*:[-–]?\s*")
_PAGE = re.compile(r"(?:page|seite|página)\s*\d+.*")

_Candidate = tuple[float, int, int]
"""How much it looks like the name, and where it begins and ends."""


def read_name(
    lines: Sequence[Line], mail_words: frozenset[str], source: Source, form: Sequence[Line] = ()
) -> Fact[str] | None:
    """The best candidate among the first lines of the head, headers of the page included; or what a form asks for.

    `form` are the lines that may ask for the parts of the name, where these are not the lines of the head alone.
    """
    if in_parts := asked_for(form or lines, source) or on_two_lines(lines, source):
        return in_parts
    candidates = list(_candidates(lines[:_LINES_READ], mail_words))
    score, start, end = max(candidates, key=lambda candidate: candidate[0], default=(0.0, 0, 0))
    if score < _ENOUGH:
        return None
    if turned := surname_last((start, end), source):
        return turned
    written = source.text[start:end]
    usual = written.title() if written.islower() else usual_case(written)
    return source.read(usual, start, end, min(1.0, score / 5), None if usual == written else IN_CAPITALS)


def _candidates(lines: Sequence[Line], mail_words: frozenset[str]) -> Iterator[_Candidate]:
    biggest = max((line.block.size or 0.0 for line in lines), default=0.0)
    for place, line in enumerate(lines):
        if _is_no_name(line.text):
            continue
        prominence = _prominence(line, biggest) + max(0.0, 2.0 - 0.4 * place)
        prominence += 5.0 if place and _is_label_beside(lines[place - 1], line) else 0.0
        label = _label(line.text)
        for number, piece in enumerate(_name_pieces(_after(line, label), mail_words)):
            begin, end = without_surroundings(piece.text)
            name = piece.text[begin:end]
            if name.islower() and (line.block.caps or _stands_alone(lines, place, name)):
                name = name.title()  # typed in small letters, set in capitals or by somebody who writes so
            if may_be_name(name):
                labelled = 3.0 if label and not number else 0.0
                score = _score(name, mail_words) + prominence + labelled - 0.8 * number
                yield score, piece.start + begin, piece.start + end


def _is_no_name(text: str) -> bool:
    """Whether the line is a title of the document or a heading: "Skills Snapshot" is nobody."""
    words = fold(text).strip(" :–-")
    if words in word_set("page/title") or _PAGE.fullmatch(words) or section_named(text, styled=True):
        return True
    mentions = word_index().find(text[:_LONGEST], words_of(text[:_LONGEST]))
    return any(mention.kind.startswith("heading_word/") for mention in mentions)


def _prominence(line: Line, biggest: float) -> float:
    """How much the line stands out among those of the head."""
    block = line.block
    largest = 1.5 if biggest > 13 and block.size == biggest else 0.0
    return largest + (2.5 if block.heading_level == 0 else 0.0) + 0.3 * block.bold


def _is_label_beside(before: Line, line: Line) -> bool:
    """Whether the line before, in the cell to the left, says that a name comes."""
    in_cells = line.block.cell is not None and before.block.cell is not None
    return in_cells and fold(before.text).strip(" :") in word_set("name/label")


def _score(name: str, mail_words: frozenset[str]) -> float:
    """How much the words look like those of a name: two or three, of the mail address, of no title or employer."""
    words = name.split()
    score = {1: 0.2, 2: 2.0, 3: 1.8, 4: 1.4}.get(len(words), 0.8)
    score -= 1.6 * is_title(name) + 2.2 * is_employer(name) + 0.8 * place_strength(name)
    matches = sum(any(_alike(bare_word(word), mail) for mail in mail_words) for word in words)
    return score + (1.5 + 0.3 * matches if matches else 0.0)


def _stands_alone(lines: Sequence[Line], place: int, name: str) -> bool:
    """Whether a page begins with nothing but what may be a name in small letters, and no word that anybody uses."""
    words = name.split()
    return (
        place == 0
        and name == lines[0].text.strip()
        and 1 < len(words) < 5
        and common_words().isdisjoint(words)
    )


def _alike(word: str, mail: str) -> bool:
    return len(word) > 2 and (word in mail or (len(mail) > 3 and mail in word))


def _label(text: str) -> int:
    """Where the label of a name ends: "1. Name :- "; 0 where none stands."""
    match = _LABEL.match(text[:_LONGEST])
    if match is None:
        return 0
    parts = [match["label"], match["label"].partition("/")[0]]
    kinds = [word_index().kinds_of(words_of(part)) for part in parts]
    whole = any("name/label" in each and each.isdisjoint(PARTS) for each in kinds)
    return match.end() if whole else 0


def _after(line: Line, start: int) -> Line:
    """The line from an offset on."""
    return Line(line.block, line.start + start, line.text[start:])


def _name_pieces(line: Line, mail_words: frozenset[str]) -> list[Piece]:
    """The first pieces of a line: a name is followed by letters, a headline or contact data."""
    match = _document_title().match(fold(line.text))
    rest = _after(line, match.end()) if match else line
    cut = [piece for piece in pieces_of(rest) if piece.before != "at"]
    return _with_other_name(_with_comma(cut, rest, mail_words), rest)[:_MOST_PIECES]


@cache
def _document_title() -> re.Pattern[str]:
    titles = pattern("page/title").pattern
    return re.compile(rf"{titles}\s*(?:[:–—|-]|of\b|for\b|von\b|van\b|voor\b|de\b|di\b)?\s*(?=\S)")


def names_somebody(text: str) -> bool:
    """Whether a document says in its title whose it is: "CURRICULUM VITAE DE IKER OLABARRI"."""
    match = _document_title().match(fold(text[:_LONGEST]))
    rest = text[match.end() :].strip() if match else ""
    return " " in rest and may_be_name(rest)


def _with_other_name(pieces: list[Piece], line: Line) -> list[Piece]:
    """Soo-ah (Sarah) Pyun is one name; "Jane Doe (She/Her) Nurse" is none."""
    if len(pieces) < 3 or (pieces[1].before, pieces[2].before) != ("bracket", "closed"):
        return pieces
    first, other, last = pieces[:3]
    if len(other.text.split()) > 1 or not 1 <= len(last.text.split()) <= 2 or "/" in other.text:
        return pieces
    return [_between(first, last, line), *pieces[3:]]


def _with_comma(pieces: list[Piece], line: Line, mail_words: frozenset[str]) -> list[Piece]:
    """One name with a comma in it: DOE, Jane Ann; Tan Siew Khim, Doreen; Llorens Soler, Marta of marta.llorens@."""
    if len(pieces) < 2 or pieces[1].before != "comma":
        return pieces
    one, two = pieces[:2]
    shouted = one.text.isupper() and (not two.text.isupper() or len(one.text.split()) == 1)
    surname = shouted and len(one.text.split()) <= 2 and len(two.text.split()) <= 3
    words = one.text[slice(*without_surroundings(one.text))].split()
    called = (
        len(words) == 3 and two.text.isalpha() and not (two.text.isupper() and len(two.text) <= _LETTERED)
    )
    addressed = may_be_name(two.text) and any(
        _alike(bare_word(word), mail) for word in two.text.split() for mail in mail_words
    )
    if (
        not (surname or called or addressed)
        or fold(two.text) in word_set("name/letters")
        or place_strength(two.text)
    ):
        return pieces
    return [_between(one, two, line), *pieces[2:]]


def _between(first: Piece, last: Piece, line: Line) -> Piece:
    """All that stands from one piece to another as one piece."""
    text = line.text[first.start - line.start : last.end - line.start]
    return Piece(first.start, last.end, text, "line", line)
