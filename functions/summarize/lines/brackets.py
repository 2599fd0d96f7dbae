"""What a bracket becomes: the change it states, the count before a thing, or nothing."""

import re

from functions.summarize.lines.lexicon import word_classes
from functions.summarize.lines.measure import read_change
from functions.summarize.lines.records import LineReading, Part, Piece
from functions.summarize.lines.surface import ours, words_between

_COUNT = re.compile(r"^\((?P<n>\d{1,3}) (?P<unit>[a-z]+[^s\W])s\)$")
_FORMERLY = re.compile(r"^(?:was|from|previously|up from|down from)\s+(?=\S*\d)", re.IGNORECASE)


def inside(reading: LineReading, part: Part) -> tuple[int, int]:
    """The place of the words within the marks of a bracket."""
    text = reading.words(part)
    opened = text.find("(") + 1
    closed = text.find(")", opened)
    return part.start + opened, part.start + (closed if closed >= 0 else len(text))


def counted(reading: LineReading, thing: tuple[Piece, ...], bracket: Part | None) -> tuple[Piece, ...] | None:
    """A bracket that counts, as an adjective of the thing before it: "the 36-port valve block"."""
    match = (
        _COUNT.match(reading.words(bracket).strip(" ,;."))
        if bracket is not None and bracket.tag == "bracket"
        else None
    )
    if bracket is None or match is None or len(thing) != 1 or thing[0].start is None:
        return None
    first, _, rest = thing[0].text.partition(" ")
    start, end = inside(reading, bracket)
    adjective = Piece(f"{match['n']}-{match['unit']}", start, end, "bracket")
    if (
        word_classes().get(first.lower()) != "determiner"
        or not rest
        or re.search(r"\b(?:of|and|for|in|to)\b", rest)
    ):
        return None
    at = thing[0].start + len(first)
    return (Piece(first, thing[0].start, at), adjective, Piece(rest, at + 1, thing[0].end))


def bracket_words(reading: LineReading, part: Part) -> tuple[Piece, ...] | None:
    """The bracket as words that can stand in its place: "from 9 days to 4", "from 33%"; None for any other."""
    start, end = inside(reading, part)
    text = reading.text[start:end]
    former = _FORMERLY.match(text)
    if former:
        return (*ours("from"), *words_between(reading.text, start + former.end(), end))
    change = read_change(text)
    if (
        change is None
        or len(text.split()) > 8
        or not re.match(r"(?:from )?\W{0,2}\d|from |\w+ ?(?:→|->)", text)
    ):
        return None
    before = words_between(reading.text, start + change.before[0], start + change.before[1])
    after = words_between(reading.text, start + change.after[0], start + change.after[1])
    if len(text[slice(*change.before)].split()) > 3 or not any(piece.text for piece in (*before, *after)):
        return None
    return (*ours("from"), *before, *ours("to"), *after)
