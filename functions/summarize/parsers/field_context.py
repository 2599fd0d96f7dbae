"""What a first reading of header lines found around each word: the observations of the second reading.

A resume keeps to its own layout: where the other jobs of a page name their employer, this one does, too. The first
reading says what stands where; the second sees that of the same place in the other lines, of the neighbours in the line
and of the same words elsewhere (stacked sequential learning: Cohen and Carvalho 2005).
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from functions.summarize.parsers.field_corrections import OTHER
from functions.summarize.parsers.field_features import MOST_PIECES, Observed, places_of_pieces
from functions.summarize.parsers.field_lines import FieldLine
from functions.summarize.parsers.reader_model import Decoded
from functions.summarize.text.folding import fold

_REACH = 2  # lines: a title further away is that of another job
_SURE = 0.9
_Key = tuple[str, ...]


def with_context(
    lines: Sequence[FieldLine], observed: Sequence[Observed], decoded: Sequence[Decoded]
) -> Iterator[Observed]:
    """The observations of every token and break once more, with what the first reading found."""
    found = _Found(lines, decoded)
    at = 0
    for number, line in enumerate(lines):
        yield observed[at]
        for place, own in enumerate(found.of_line(number), start=at + 1):
            yield observed[place] + own
        at += 1 + len(line.tokens)


class _Found:
    """The names that a first reading gave to the tokens and pieces of a section."""

    def __init__(self, lines: Sequence[FieldLine], decoded: Sequence[Decoded]) -> None:
        self._lines = lines
        self._tokens: list[list[Decoded]] = []
        at = 0
        for line in lines:
            self._tokens.append(list(decoded[at + 1 : at + 1 + len(line.tokens)]))
            at += 1 + len(line.tokens)
        self._pieces = [
            [_most(tokens[piece.first : piece.last + 1]) for piece in line.pieces[:MOST_PIECES]]
            for line, tokens in zip(lines, self._tokens, strict=True)
        ]
        self._keys = [
            [list(self._keys_of(number, place)) for place in range(len(names))]
            for number, names in enumerate(self._pieces)
        ]
        self._votes: dict[_Key, Counter[str]] = {}
        for of_line, names in zip(self._keys, self._pieces, strict=True):
            for keys, name in zip(of_line, names, strict=True):
                for key in keys:
                    self._votes.setdefault(key, Counter())[name] += 1

    def of_line(self, number: int) -> Iterator[Observed]:
        """For each token of a line what was found there and around it."""
        line, tokens = self._lines[number], self._tokens[number]
        places = places_of_pieces(line)
        of_pieces = [list(self._of_piece(number, place)) for place in range(len(self._pieces[number]))]
        for at, (name, sure, second) in enumerate(tokens):
            before = tokens[at - 1][0] if at else "^"
            after = tokens[at + 1][0] if at + 1 < len(tokens) else "$"
            own = [
                f"1={name}", f"1={name}:{sure >= _SURE}", f"1?={name}:{second}", f"1<={before}:{name}",
                f"1>={name}:{after}",
            ]  # fmt: skip
            place = places.get(at, MOST_PIECES)
            yield own + (of_pieces[place] if place < MOST_PIECES else [])

    def _of_piece(self, number: int, place: int) -> Iterator[str]:
        own = self._pieces[number][place]
        others = [name for at, name in enumerate(self._pieces[number]) if at != place]
        above = self._pieces[number - 1] if number else []
        below = self._pieces[number + 1] if number + 1 < len(self._lines) else []
        yield f"1line={own}:{_set(others)}"
        yield f"1around={own}:{_set(above)}|{_set(others)}|{_set(below)}"
        yield f"1near={own}:{_set([*above, *others, *below])}"
        for level, key in enumerate(self._keys[number][place]):
            votes = self._votes[key].copy()
            votes[own] -= 1
            name, count = max(votes.items(), key=lambda one: (one[1], one[0]))
            if count < 1:
                yield f"2v{level}=none:{own}"
                continue
            share = round(3 * count / votes.total())  # in thirds
            yield f"2v{level}={name}:{share}"
            yield f"2v{level}={name}:{share}:{min(count, 3)}:{own}"

    def _keys_of(self, number: int, place: int) -> Iterator[_Key]:
        """Where a piece stands: in the pattern of its line, from its title, behind which mark; and what it says."""
        line = self._lines[number]
        piece = line.pieces[place]
        before = line.tokens[piece.first - 1].kind if piece.first else "^"
        after = line.tokens[piece.last + 1].kind if piece.last + 1 < len(line.tokens) else "$"
        pattern = "".join(
            "P" if token.period else "" if token.kind == "word" else token.kind[0] for token in line.tokens
        )
        bold = "b" if line.features.style.bold else ""
        yield ("pattern", pattern[:12], str(place), bold)
        yield ("marks", before, after, str(min(place, 3)), line.gap, bold)
        yield ("title", before, self._from_title(number, place), bold)
        yield ("words", fold(piece.text))

    def _from_title(self, number: int, place: int) -> str:
        """The way from the nearest title to a piece, in lines and pieces."""
        names = self._pieces[number]
        titles = [at for at, name in enumerate(names) if name == "title"]
        if titles:
            nearest = min(titles, key=lambda at: abs(at - place))
            return f"0/{max(-3, min(3, place - nearest))}"
        for away in range(1, _REACH + 1):
            for other in (number - away, number + away):
                if 0 <= other < len(self._lines) and "title" in self._pieces[other]:
                    return f"{number - other}/{min(place, 3)}"
        return "none"


def _most(tokens: Sequence[Decoded]) -> str:
    """The name that most tokens of a piece have, the first of several."""
    return Counter(name for name, *_ in tokens).most_common(1)[0][0]


def _set(names: Sequence[str]) -> str:
    return ",".join(sorted(set(names) - {OTHER, "note"}))
