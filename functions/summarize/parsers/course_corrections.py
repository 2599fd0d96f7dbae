"""What is mended of the labels of words in education: no degree and no subject is cut in the middle of a phrase."""

from collections.abc import Sequence
from itertools import takewhile

from functions.summarize.parsers.field_lines import FieldLine, Piece
from functions.summarize.parsers.tokens import Token
from functions.summarize.text.folding import fold

Marked = list[tuple[Token, str, float]]
_OTHER, _DEGREE, _SUBJECT, _INSTITUTION = "other", "degree", "subject", "institution"
_OPENS_SUBJECT = frozenset({"in", "en", "em", "als", "zum", "zur"})
"""Words between a degree and its subject, that are part of neither: "Ausbildung zur Köchin", "Máster en Marketing"."""
_GOES_ON = frozenset(
    "a and area d da das de degli dei del della delle der des di do dos du e em en et for für fur i in la le les of per"
    " the to und van y za zu".split()
)
"""Words with which a subject goes on: "Leidinggeven in de zorg"."""
_DEGREES = ("degree/name", "degree/abbreviation")
_NO_SUBJECT = frozenset({"progress", "corso", "curso", "cours", "lopende", "process"})


def whole_courses(line: FieldLine, marked: Marked) -> Marked:
    """The words of a line of education, its subjects whole and a degree in brackets joined to its degree."""
    whole = list(marked)
    for piece in line.pieces:
        _join_of(whole, piece)
        _split_degree(whole, piece)
        _split_known(line, whole, piece)
        _fill_subject(whole, piece)
        _drop_remark(whole, piece)
    _join_brackets(line.pieces, whole)
    return whole


def _names(marked: Marked, piece: Piece) -> list[str]:
    return [name for _, name, _ in marked[piece.first : piece.last + 1]]


def _rename(marked: Marked, places: Sequence[int], name: str) -> None:
    for number in places:
        token, _, sure = marked[number]
        marked[number] = (token, name, sure)


def _join_of(marked: Marked, piece: Piece) -> None:
    """No degree ends in "of" or "and": what follows is the rest of its name, as in "Master of Information Studies"."""
    for number in range(piece.first, piece.last):
        if [name for _, name, _ in marked[number : number + 2]] == [_DEGREE, _SUBJECT]:
            if fold(marked[number][0].text) not in ("of", "and", "&"):
                continue
            stretch = takewhile(lambda at: marked[at][1] == _SUBJECT, range(number + 1, piece.last + 1))
            _rename(marked, list(stretch), _DEGREE)


def _split_degree(marked: Marked, piece: Piece) -> None:
    """What follows such a word after a degree is the subject: "Máster en Dirección de Marketing"."""
    names = _names(marked, piece)
    words = [fold(one[0].text) for one in marked[piece.first : piece.last + 1]]
    at = next((n for n, word in enumerate(words) if word in _OPENS_SUBJECT and n), None)
    if at is None or at + 1 >= len(words) or set(names[:at]) != {_DEGREE} or words[at + 1] in _NO_SUBJECT:
        return
    if not {_DEGREE, _SUBJECT, _OTHER}.issuperset(names[at:]) or set(names[at + 1 :]) == {_OTHER}:
        return
    _rename(marked, [piece.first + at], _OTHER)
    _rename(marked, range(piece.first + at + 1, piece.last + 1), _SUBJECT)


def _split_known(line: FieldLine, marked: Marked, piece: Piece) -> None:
    """A degree that a small word cuts off holds its subject too: "Master Management | en beleid van de zorg"."""
    names = _names(marked, piece)
    size = next((number for number, name in enumerate(names) if name != _DEGREE), 0)
    known = _known(line, marked, piece) if size and set(names[size:]) == {_OTHER} else 0
    if 0 < known < size and fold(marked[piece.first + size][0].text) in _GOES_ON:
        _rename(marked, range(piece.first + known, piece.last + 1), _SUBJECT)


def _known(line: FieldLine, marked: Marked, piece: Piece) -> int:
    """How many words of the piece are the name of a degree that it begins with."""
    words, start = line.features.words, marked[piece.first][0].start
    ends = [
        words[one.last].end
        for one in line.features.mentions
        if one.kind in _DEGREES and words[one.first].start == start
    ]
    return sum(one[0].start < max(ends, default=0) for one in marked[piece.first : piece.last + 1])


def _drop_remark(marked: Marked, piece: Piece) -> None:
    """What a small word opens after a subject is a remark on it: "Engenharia Civil, ramo Estruturas"."""
    names = _names(marked, piece)
    opens = names[0] == _OTHER and marked[piece.first][0].text[:1].islower()
    if (
        opens
        and set(names) == {_OTHER, _SUBJECT}
        and any(name == _SUBJECT for _, name, _ in marked[: piece.first])
    ):
        _rename(marked, range(piece.first, piece.last + 1), _OTHER)


def _fill_subject(marked: Marked, piece: Piece) -> None:
    """A subject goes on over small words to the end of its phrase."""
    names = _names(marked, piece)
    if _SUBJECT not in names or not {_DEGREE, _SUBJECT, _OTHER}.issuperset(names):
        return
    first = names.index(_SUBJECT)
    last = len(names) - 1 - names[::-1].index(_SUBJECT)
    if _DEGREE not in names[first:last]:
        _rename(marked, range(piece.first + first, piece.first + last + 1), _SUBJECT)
    tail = [one[0].text for one in marked[piece.first + last + 1 : piece.last + 1]]
    goes_on = bool(tail) and (
        fold(tail[0]) in _GOES_ON or fold(marked[piece.first + last][0].text) in _GOES_ON
    )
    if goes_on and not any(letter.isdigit() for word in tail for letter in word):
        _rename(marked, range(piece.first + last + 1, piece.last + 1), _SUBJECT)


def _join_brackets(pieces: Sequence[Piece], marked: Marked) -> None:
    """A degree in brackets is one with the degree before it, "Diplom-Betriebswirt (BA)"; elsewhere it is none."""
    for piece in pieces:
        before, after = piece.first - 1, piece.last + 1
        if (
            before < 1
            or after >= len(marked)
            or marked[before][0].kind != "open"
            or marked[after][0].kind != "close"
        ):
            continue
        names = set(_names(marked, piece))
        known = not {"=degree/name", "=degree/abbreviation"}.isdisjoint(piece.shows)
        if not (names == {_DEGREE} or (known and names <= {_DEGREE, _SUBJECT, _OTHER})):
            continue
        left = marked[before - 1][1]
        if left == _DEGREE:
            _rename(marked, range(before, after + 1), _DEGREE)
        elif any(name == _DEGREE for _, name, _ in marked[:before]):
            _rename(marked, range(piece.first, piece.last + 1), _OTHER)
