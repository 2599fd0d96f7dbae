"""Whose resume it is, and the headline beneath the name. A name is read where it stands, never guessed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from functions.summarize.docx.document import Line
from functions.summarize.parsers.contact import has_contact
from functions.summarize.parsers.cues import (
    employer_strength,
    is_noise,
    is_plain_title,
    place_strength,
    title_strength,
)
from functions.summarize.parsers.evidence import Source
from functions.summarize.parsers.headings import section_named
from functions.summarize.parsers.pieces import Piece, pieces_of
from functions.summarize.parsers.word_lists import word_index
from functions.summarize.parsers.words import pattern, word_set
from functions.summarize.resume import Fact
from functions.summarize.text.folding import fold
from functions.summarize.text.words import words_of

_WORD = re.compile(r"[asd]/[lpo]|[^\W\d_]+(?:['’`.\-‐‑·][^\W\d_]+)*[.'’]?|\"[^\"]+\"|“[^”]+”|\([^)]+\)")
_LINES_READ = 14
_MOST_WORDS = 4
_LONGEST = 200  # characters of a line that are looked at
_ENOUGH = 1.5
_OF_DOCUMENTS = frozenset(
    {"resume", "cv", "curriculum", "vitae", "sample", "template", "lebenslauf", "biodata"}
)
_LETTERS = re.compile(r"(?!Ma?c[A-Z])(?=.*[a-z])[A-Z]+[a-z]*[A-Z]{2,}[A-Za-z]*|[A-Z]{2,}[a-z]+[A-Z]*[a-z]*")
"""Letters after a name in mixed case: CPEng, MIEAust, FCPodMed."""
_INITIALS = re.compile(r"[^\W\d_]\. ?[^\W\d_]\.")
_LETTERED = 5  # letters: so many capitals after a name in capitals are no name: ACIB
_ROMAN = re.compile(r"(?:ii|iii|iv|vi|vii|viii)", re.IGNORECASE)
_SHORT_PREFIX = 2  # letters before an apostrophe that begin a name anew: O'Neill, D'Angelo, not Ndung'u
_LABEL = re.compile(r"\W*(?:\d{1,2}[.)]\s*)?(?P<label>[^\W\d_][^:\d]{1,30}?)\s*:[-–]?\s*")
_PARTS = frozenset({"name/surname_label", "name/first_label"})
_NO_NAMES = ("label/", "name/label", "name/surname_label", "name/first_label", "page/title")
"""Lists whose entries stand where a name is looked for and are none: labels, what a resume calls itself."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    start: int
    end: int
    line: Line
    score: float


def read_name(
    lines: Sequence[Line], mail_words: frozenset[str], source: Source, form: Sequence[Line] = ()
) -> Fact[str] | None:
    """The best candidate among the first lines of the head, headers of the page included; or what a form asks for.

    `form` are the lines that may ask for the parts of the name, where these are not the lines of the head alone.
    """
    biggest = max((line.block.size or 0.0 for line in lines[:_LINES_READ]), default=0.0)
    candidates = [
        replace(candidate, score=candidate.score + (5.0 if _is_label_above(lines, place) else 0.0))
        for place, line in enumerate(lines[:_LINES_READ])
        for candidate in _candidates(line, place, biggest, mail_words)
    ]
    best = max(candidates, key=lambda candidate: candidate.score, default=None)
    if in_two := _in_two_parts(form or lines, source) or _on_two_lines(lines, source):
        return in_two
    if best is None or best.score < _ENOUGH:
        return None
    written = source.text[best.start : best.end]
    if _begins_with_surname(written):
        return _turned(best.start, written, source)
    usual = written.title() if written.islower() else usual_case(written)
    confidence = min(1.0, best.score / 5)
    rule = None if usual == written else "capitals-to-usual-case"
    return source.read(usual, best.start, best.end, confidence, rule)


def _is_label_above(lines: Sequence[Line], place: int) -> bool:
    """Whether the line before, in the cell to the left, says that a name comes."""
    if not place or lines[place].block.cell is None or lines[place - 1].block.cell is None:
        return False
    return fold(lines[place - 1].text).strip(" :") in word_set("name/label")


def _in_two_parts(lines: Sequence[Line], source: Source) -> Fact[str] | None:
    """A form that asks for surname and first names apart, in any order: Surname, First name, Middle name."""
    asked = list(_asked(lines[:_LINES_READ]))
    first = [place for kinds, place in asked if "name/first_label" in kinds]
    surname = [place for kinds, place in asked if "name/surname_label" in kinds]
    whole = [place for kinds, place in asked if "name/label" in kinds and kinds.isdisjoint(_PARTS)]
    if surname and not first:  # "Name: Thabo", "Surname: Mokoena"
        last = source.text[slice(*surname[0])]
        first = [place for place in whole if fold(last) not in fold(source.text[slice(*place)])]
    elif not first:  # "Surname / First name: Doe, Jane"
        return next((_turned(start, source.text[start:end], source) for start, end in whole
                     if _begins_with_surname(source.text[start:end])), None)  # fmt: skip
    if not surname or not first:
        return None
    return _joined((*first[:3], *surname[:2]), source)


def _begins_with_surname(written: str) -> bool:
    """Whether a comma parts the surname from the first names: "DOE, Jane", but "Tan Siew Khim, Doreen"."""
    surname, comma, first = written.partition(", ")
    if not comma or fold(first) in word_set("name/letters") or place_strength(first):
        return False
    return len(surname.split()) < 3 and (surname.isupper() >= first.isupper())


def _turned(start: int, written: str, source: Source) -> Fact[str]:
    surname, _, first = written.partition(", ")
    end = start + len(surname)
    return _joined(((end + 2, end + 2 + len(first)), (start, end)), source)


def _joined(spans: Iterable[tuple[int, int]], source: Source) -> Fact[str]:
    """Parts of a name that stand apart, in the order given."""
    places = tuple(source.at(start, end) for start, end in spans)
    written = " ".join(place.quote for place in places)
    usual = " ".join(usual_case(place.quote) for place in places)
    return Fact(usual, places, 0.95, None if usual == written else "capitals-to-usual-case")


def _asked(lines: Sequence[Line]) -> Iterator[tuple[frozenset[str], tuple[int, int]]]:
    """What the labels of a form ask for, and where that stands: behind the label, in the next cell or below it."""
    parts = [
        (line.start + match.start(), line.start + match.end(), match.group())
        for line in lines
        for match in re.finditer(r"[^\t]+", line.text[:_LONGEST])
    ]
    for number, (start, _, text) in enumerate(parts):
        label, colon, value = text.partition(":")
        kinds = word_index().kinds_of(words_of(re.sub(r"\s*\([^)]*\)", "", label)))
        begin, told = start + len(label) + len(colon), value
        if not value.strip() and number + 1 < len(parts):
            begin, told = parts[number + 1][0], parts[number + 1][2]
        name = told.strip(" :-–")
        begin += told.index(name) if name else 0
        if kinds & {*_PARTS, "name/label"} and name and _score(name, frozenset()) is not None:
            yield kinds, (begin, begin + len(name))


def _on_two_lines(lines: Sequence[Line], source: Source) -> Fact[str] | None:
    """DIANA above MO: single words of one look at the very top, with contact data or nothing of that look below."""
    if len(lines) > 1 and (drop := _drop_cap(lines[0], lines[1], source)):
        return drop
    if len(lines) < 2 or any(len(line.text.split()) != 1 or not line.text.isalpha() for line in lines[:2]):
        return None
    first, second = (line.block for line in lines[:2])
    alike = (first.size, first.bold, first.heading_level) == (second.size, second.bold, second.heading_level)
    stands_out = first.bold or first.heading_level is not None or lines[0].text.isupper()
    if not alike or not stands_out or any(section_named(line.text, styled=True) for line in lines[:2]):
        return None
    places = tuple(source.at(line.start, line.end) for line in lines[:2])
    usual = " ".join(place.quote.capitalize() if place.quote.isupper() else place.quote for place in places)
    written = " ".join(place.quote for place in places)
    return Fact(usual, places, 0.9, None if usual == written else "capitals-to-usual-case")


def _drop_cap(first: Line, second: Line, source: Source) -> Fact[str] | None:
    """A large initial stands in a paragraph of its own before the rest of the name."""
    rest = second.text
    if (
        len(first.text) != 1
        or not first.text.isupper()
        or not rest[:1].islower()
        or len(rest.split()) > _MOST_WORDS
    ):
        return None
    places = (source.at(first.start, first.end), source.at(second.start, second.end))
    return Fact(first.text + rest, places, 0.9, "drop-cap-joined")


def _names_a_section(text: str) -> bool:
    """Whether a word of headings stands in the text: "Skills Snapshot" is nobody."""
    return any(
        mention.kind.startswith("heading_word/") for mention in word_index().find(text, words_of(text))
    )


def usual_case(name: str) -> str:
    """JANE O'NEILL-SMITH -> Jane O'Neill-Smith; words of one or two letters and mixed case stay as they are."""
    words = name.split(" ")
    every = all(word.isupper() or not any(map(str.isalpha, word)) for word in words)
    return " ".join(_usual_word(word, first=not number, every=every) for number, word in enumerate(words))


def _usual_word(word: str, *, first: bool, every: bool) -> str:
    letters = [letter for letter in word if letter.isalpha()]
    if not word.isupper() or "." in word or len(letters) < (2 if every else 3) or _ROMAN.fullmatch(word):
        return word
    if not first and fold(word) in _particles():
        return word.lower()
    parts = re.split(r"(['’\-‐])", word.lower())
    cased = "".join(
        part
        if number > 1 and parts[number - 1] in "'’" and len(parts[number - 2]) > _SHORT_PREFIX
        else part[:1].upper() + part[1:]
        for number, part in enumerate(parts)
    )
    return re.sub(r"^Mc([a-z])", lambda match: f"Mc{match[1].upper()}", cased)


def read_headline(lines: Sequence[Line], name: Fact[str] | None, source: Source) -> Fact[str] | None:
    """What the person calls himself or herself: a title beside or beneath the name."""
    if name is None:
        return None
    at = name.evidence[0].end
    following = [line for line in lines if line.end > at][:6]
    for line in following:
        start = max(line.start, at)
        text = source.text[start : line.end].strip(" ,|–—-·•\t:()")
        if not text or has_contact(text) or len(text.split()) > 14 or text.endswith("."):
            continue
        if _only_letters(text):
            continue
        if title_strength(text) >= 2 or _list_of_titles(text):
            begin = source.text.index(text, start)
            return source.stated(begin, begin + len(text), 0.9)
    return None


def _only_letters(text: str) -> bool:
    """RN, BSN, CCRN after or beneath a name are credentials, not what the person works as."""
    return all(fold(part) in word_set("name/letters") for part in re.split(r"[\s,|/]+", text))


def _list_of_titles(text: str) -> bool:
    return any(title_strength(part) >= 2.5 for part in re.split(r"\s*[|•·/]\s*", text))


def _candidates(line: Line, place: int, biggest: float, mail_words: frozenset[str]) -> Iterator[_Candidate]:
    if (
        _is_document_title(line.text)
        or section_named(line.text, styled=True)
        or _names_a_section(line.text[:_LONGEST])
    ):
        return
    labelled = _label(line.text)
    for number, piece in enumerate(_name_pieces(_after(line, labelled))):
        start = piece.start
        text = line.text[start - line.start : piece.end - line.start]
        begin, end = _without_surroundings(text)
        name = text[begin:end]
        shown = (
            name.title() if line.block.caps and name.islower() else name
        )  # set in capitals, typed in small ones
        score = None if not _OF_DOCUMENTS.isdisjoint(fold(name).split()) else _score(shown, mail_words)
        if score is None:
            continue
        score += 3.0 if labelled and not number else 0.0
        score += max(0.0, 2.0 - 0.4 * place) - 0.8 * number
        score += 2.5 if line.block.heading_level == 0 else 0.0
        score += 1.5 if biggest and line.block.size == biggest and biggest > 13 else 0.0
        score += 0.3 * line.block.bold
        yield _Candidate(start + begin, start + end, line, score)


def _name_pieces(line: Line) -> list[Piece]:
    """The first pieces of a line: a name is followed by letters, a headline or contact data."""
    text = line.text
    match = _document_title().match(fold(text))
    rest = Line(line.block, line.start + match.end(), text[match.end() :]) if match else line
    cut = [piece for piece in pieces_of(rest, ()) if piece.before != "at"]
    return _with_other_name(_with_comma(cut, rest), rest)[:4]


def _with_other_name(pieces: list[Piece], line: Line) -> list[Piece]:
    """Soo-ah (Sarah) Pyun is one name; "Jane Doe (She/Her) Nurse" is none."""
    if len(pieces) < 3 or (pieces[1].before, pieces[2].before) != ("bracket", "closed"):
        return pieces
    first, other, last = pieces[:3]
    if len(other.text.split()) > 1 or not 1 <= len(last.text.split()) <= 2 or "/" in other.text:
        return pieces
    text = line.text[first.start - line.start : last.end - line.start]
    return [Piece(first.start, last.end, text, "line", line), *pieces[3:]]


def _with_comma(pieces: list[Piece], line: Line) -> list[Piece]:
    """One name with a comma in it: DOE, Jane Ann; Tan Siew Khim, Doreen; behind a label Doe, Jane."""
    if len(pieces) < 2 or pieces[1].before != "comma":
        return pieces
    one, two = pieces[:2]
    shouted = one.text.isupper() and (not two.text.isupper() or len(one.text.split()) == 1)
    surname = shouted and len(one.text.split()) <= 2 and len(two.text.split()) <= 3
    words = one.text[slice(*_without_surroundings(one.text))].split()
    called = (
        len(words) == 3 and two.text.isalpha() and not (two.text.isupper() and len(two.text) <= _LETTERED)
    )
    if not (surname or called) or fold(two.text) in word_set("name/letters") or place_strength(two.text):
        return pieces
    text = line.text[one.start - line.start : two.end - line.start]
    return [Piece(one.start, two.end, text, "line", line), *pieces[2:]]


def _label(text: str) -> int:
    """Where the label of a name ends: "1. Name :- "; 0 where none stands."""
    match = _LABEL.match(text[:_LONGEST])
    if match is None:
        return 0
    parts = [match["label"], match["label"].partition("/")[0]]
    kinds = [word_index().kinds_of(words_of(part)) for part in parts]
    whole = any("name/label" in each and each.isdisjoint(_PARTS) for each in kinds)
    return match.end() if whole else 0


def _after(line: Line, start: int) -> Line:
    """The line from an offset on."""
    return Line(line.block, line.start + start, line.text[start:])


def _without_surroundings(text: str) -> tuple[int, int]:
    """Offsets of the name without honorifics before and letters after it."""
    begin, end = 0, len(text)
    honorifics, letters = word_set("name/honorific"), word_set("name/letters")
    while (match := re.match(r"\s*(\S+)\s+(?:\([^)]{1,6}\)\s*)?", text[begin:end])) and (
        (fold(match[1]) in honorifics and not _INITIALS.match(text[begin:end]))
        or fold(match[1]).startswith("dipl.-")
    ):
        begin += match.end()
    while (match := re.search(r"[\s,]+([^\s,]+)[\s,]*$", text[begin:end])) and (
        fold(match[1].strip("()")) in letters or _LETTERS.fullmatch(match[1])
    ):
        end = begin + match.start()
    return begin, end


def _score(name: str, mail_words: frozenset[str]) -> float | None:
    words = name.split()
    if (
        not 1 <= len(words) <= 7
        or not all(_WORD.fullmatch(word.strip(",")) for word in words)
        or len(name) > 60
    ):
        return None
    if any(kind.startswith(_NO_NAMES) for kind in word_index().kinds_of(words_of(name))):
        return None
    plain = [fold(word).strip(".,\"“”()'’") for word in words]
    capital = [
        word for word, low in zip(words, plain, strict=True) if not word[:1].islower() or _is_particle(low)
    ]
    if len(capital) < len(words) or is_noise(name) or is_plain_title(name):
        return None
    score = {1: 0.2, 2: 2.0, 3: 1.8, 4: 1.4}.get(len(words), 0.8)
    score -= 0.8 * max(0.0, title_strength(name) - 1.0) + 0.8 * max(0.0, employer_strength(name) - 0.5)
    score -= 0.8 * place_strength(name)
    matches = sum(any(_alike(word, mail) for mail in mail_words) for word in plain)
    return score + (1.5 + 0.3 * matches if matches else 0.0)


def _is_particle(word: str) -> bool:
    """van, de, d'Ávila, al-Rashid."""
    return word in _particles() or re.split(r"['’‐-]", word)[0] in {*_particles(), "d", "l", "o", "n"}


def _alike(word: str, mail: str) -> bool:
    return len(word) > 2 and (word in mail or (len(mail) > 3 and mail in word))


def _is_document_title(text: str) -> bool:
    words = fold(text).strip(" :–-")
    return words in word_set("page/title") or bool(re.fullmatch(r"(?:page|seite|página)\s*\d+.*", words))


@cache
def _document_title() -> re.Pattern[str]:
    titles = pattern("page/title").pattern
    return re.compile(rf"{titles}\s*(?:[:–—|-]|of\b|for\b|von\b|van\b|voor\b|de\b|di\b)?\s*(?=\S)")


def _particles() -> frozenset[str]:
    return word_set("name/particle")
