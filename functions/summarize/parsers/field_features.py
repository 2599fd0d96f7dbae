"""What the words of header lines, lists and labelled lines show of themselves: the observations of the second CRF."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby

from functions.summarize.parsers.field_lines import EMPLOYING, FieldLine, Piece, endings
from functions.summarize.parsers.skills.lexicon import load_lexicon
from functions.summarize.parsers.tokens import Token
from functions.summarize.text.folding import fold

Observed = list[str]
_NEAR = 2  # words to either side whose text is shown
_HEADER = 4  # lines of a header before and after

_CLASSES: Mapping[str, tuple[str, ...]] = {
    "t": (
        "=title/head",
        "$title/head",
        "^title/head",
        "=title/leading",
        "^title/leading",
        "=title/internship",
        "+title/head",
        "=title/agent",
        "$title/agent",
        "^title/agent",
    ),
    "e": (
        "$employer/form",
        "~employer/form",
        "=employer/form",
        "^employer/form",
        "+employer/cue",
        "=employer/known",
        "$employer/cue",
        "=employer/self",
        "^employer/cue",
    ),
    "s": ("=school/cue", "^school/cue", "$school/cue", "~school/cue", "+school/cue"),
    "g": ("=degree/abbreviation", "^degree/abbreviation", "=degree/name", "^degree/name", "$degree/name"),
    "p": ("=place/city", "=place/town", "=place/region", "=place/code", "$place/code"),
    "c": ("=credential/cue", "^credential/cue", "$credential/cue"),
    "d": (
        "=employer/department",
        "^employer/department",
        "$employer/department",
        "=employer/team",
        "$employer/team",
        "=title/function",
    ),
    "l": ("=language/name", "^language/name"),
}
"""A letter for what a piece most probably is; the order of the letters is that of preference nowhere."""


def observations_of(lines: Sequence[FieldLine]) -> Iterator[Observed]:
    """The observations of every token of the lines, with those of a break before each line."""
    classes = [[_classes(piece) for piece in line.pieces] for line in lines]
    summaries = [_summary(line, of_line) for line, of_line in zip(lines, classes, strict=True)]
    votes = _Votes(lines, classes)
    for number, line in enumerate(lines):
        above = summaries[number - 1] if number else "none"
        below = (
            summaries[number + 1] if number + 1 < len(lines) and lines[number + 1].gap == "next" else "none"
        )
        yield [f"break={line.gap}", f"s={line.section}", f"asked={line.asked}"]
        around = _around(lines, classes, number)
        of_pieces = [one + two for one, two in zip(votes.of(number), around, strict=True)]
        shared = _of_line(line, summaries[number], above, below)
        yield from _of_tokens(line, classes[number], shared, of_pieces)


def _of_line(line: FieldLine, summary: str, above: str, below: str) -> Observed:
    section, style = line.section, line.features.style
    shared = [
        f"s={section}", f"k={section}.{line.label.kind}", f"gap={line.gap}", f"asked={section}:{line.asked}",
        f"line={section}:{summary}", f"above={section}:{above}:{line.gap}", f"below={section}:{below}",
    ]  # fmt: skip
    looks = {"bold": style.bold, "caps": style.caps, "listed": style.list_level is not None}
    shared += [f"look={name}" for name, holds in looks.items() if holds]
    cell = line.features.cell
    if cell is not None:
        shared.append(f"column={min(cell.cell.column, 4)}/{min(cell.columns, 4)}")
    return shared


def _of_tokens(
    line: FieldLine, classes: Sequence[str], shared: Observed, of_pieces: Sequence[Observed]
) -> Iterator[Observed]:
    place_of = places_of_pieces(line)
    whole = [_of_piece(line, classes, place) + of_pieces[place] for place in range(len(line.pieces))]
    words = [_word_or_shape(token) for token in line.tokens]
    inside = _in_brackets(line.tokens)
    lists = _lists_of_tokens(line)
    letters = [_letter(token, kinds) for token, kinds in zip(line.tokens, lists, strict=True)]
    for number, token in enumerate(line.tokens):
        own = list(shared)
        if inside[number]:
            own.append(f"in-brackets={line.section}")
        own += [f"word={one}" for one in lists[number]]
        place = place_of.get(number)
        if place is None:
            own += _of_separator(line, classes, number, words)
        else:
            own += whole[place]
            own.append(f"first={number == line.pieces[place].first}")
            own += _of_word(line, token, words, number, lists)
            if line.section in EMPLOYING:
                own += _within_piece(letters, line.pieces[place], number)
        yield own


def places_of_pieces(line: FieldLine) -> dict[int, int]:
    """The number of the piece that each word of a line stands in."""
    return {
        number: place
        for place, piece in enumerate(line.pieces)
        for number in range(piece.first, piece.last + 1)
    }


def _letter(token: Token, kinds: Sequence[str]) -> str:
    """What a token may be by itself: title, employer, school or place by the lists; else how it is written."""
    if token.kind != "word":
        return "-"
    groups = {kind.partition("/")[0] for kind in (*kinds, *(one[1:] for one in endings(fold(token.text))))}
    known = next((group for group in ("title", "employer", "school", "place") if group in groups), "")
    return known[:1].upper() or ("l" if token.text.islower() else "x" if token.text[:1].isupper() else "9")


def _within_piece(letters: Sequence[str], piece: Piece, number: int) -> Iterator[str]:
    """What stands before and after a word of a piece: where "Buchhalterin in der Sparkasse Leoben" is to be cut."""
    own = letters[number]
    left = _squeezed(letters[piece.first : number])[-_SEEN:]
    right = _squeezed(letters[number + 1 : piece.last + 1])[:_SEEN]
    yield f"in<{left}.{own}"
    yield f"in>{own}.{right}"
    yield f"in={left}.{own}.{right}"
    yield f"in-1={letters[number - 1] if number > piece.first else '^'}{own}"
    yield f"in+1={own}{letters[number + 1] if number < piece.last else '$'}"


_SEEN = 3  # letters to either side, equal neighbours as one


def _squeezed(letters: Sequence[str]) -> str:
    return "".join(one for one, _ in groupby(letters))


def _of_word(
    line: FieldLine, token: Token, words: Sequence[str], number: int, lists: Sequence[Sequence[str]]
) -> Iterator[str]:
    word, text = words[number], token.text
    yield f"w={word}"
    yield f"w|s={line.section}:{word}"
    yield f"suf={word[-3:]}"
    yield "case=" + (
        "U" if text.isupper() else "T" if text[:1].isupper() else "l" if text[:1].islower() else "d"
    )
    for away in range(1, _NEAR + 1):
        yield f"w-{away}={words[number - away] if number >= away else '^'}"
        yield f"w+{away}={words[number + away] if number + away < len(words) else '$'}"
    if number >= 2 and words[number - 1] in ("open", "close"):
        yield from (f"word-2={one}" for one in lists[number - 2])
    if number + 2 < len(words) and words[number + 1] in ("open", "close"):
        yield from (f"word+2={one}" for one in lists[number + 2])


def _of_separator(
    line: FieldLine, classes: Sequence[str], number: int, words: Sequence[str]
) -> Iterator[str]:
    token = line.tokens[number]
    yield f"sep={token.kind}"
    yield f"sep|s={line.section}:{token.kind}"
    yield f"w-1={words[number - 1] if number else '^'}"
    yield f"w+1={words[number + 1] if number + 1 < len(words) else '$'}"
    left = next((n for n in range(len(line.pieces) - 1, -1, -1) if line.pieces[n].last < number), None)
    right = next((n for n, piece in enumerate(line.pieces) if piece.first > number), None)
    before = "none" if left is None else classes[left] or "?"
    after = "none" if right is None else classes[right] or "?"
    yield f"sep:{token.kind}<{before}"
    yield f"sep:{token.kind}>{after}"
    yield f"sep:{line.section}:{before}{token.kind}{after}"
    if token.period is not None:
        yield f"period={'alone' if token.period.alone else 'range'}:{line.section}"
        yield f"period-first={number == 0}"
        yield f"period-only={len(line.tokens) == 1}"


def _of_piece(line: FieldLine, classes: Sequence[str], place: int) -> Observed:
    section, piece = line.section, line.pieces[place]
    before = line.tokens[piece.first - 1].kind if piece.first else "^"
    after = line.tokens[piece.last + 1].kind if piece.last + 1 < len(line.tokens) else "$"
    left = classes[place - 1] or "?" if place else "none"
    right = classes[place + 1] or "?" if place + 1 < len(classes) else "none"
    own = classes[place] or "?"
    length = min(6, piece.last - piece.first + 1)
    first, last = _word_or_shape(line.tokens[piece.first]), _word_or_shape(line.tokens[piece.last])
    found = [
        f"sep<{section}:{before}", f"sep>{section}:{after}", f"n={section}:{min(place, 6)}",
        f"n|sep={section}:{min(place, 3)}:{before}", f"len={section}:{length}",
        f"of={section}:{min(place, 3)}/{min(len(classes), 4)}:{line.gap}",
        f"sentence={length == 6 and piece.text.endswith('.')}",
        f"first-word={section}:{first}", f"last-word={section}:{last}", f"last-end={section}:{last[-4:]}",
        f"opens={section}:{_word_or_shape(line.tokens[0])}",
        f"own={section}:{own}", f"own|sep={section}:{own}:{before}", f"own|n={section}:{own}:{min(place, 2)}",
        f"left={section}:{left}", f"right={section}:{right}",
        f"l|own={section}:{left}:{own}", f"own|r={section}:{own}:{right}", f"l|own|r={section}:{left}:{own}:{right}",
    ]  # fmt: skip
    shows = dict.fromkeys(piece.shows or ("unknown",))
    found += [f"is={section}:{one}" for one in shows]
    found += [f"is|sep={section}:{one}:{before}" for one in shows]
    if section in ("skills", "languages", "credentials"):
        found.append(f"skill={section}:{_skill(piece.text)}")
    if line.asked:
        found.append(f"asked|n={section}:{line.asked}:{min(place, 2)}:{before}")
    return found


@lru_cache(maxsize=4096)
def _skill(text: str) -> str:
    known = load_lexicon().lookup(text) if len(text) < 60 else None
    return known.term.kind if known else "none"


def _classes(piece: Piece) -> str:
    """The letters of what a piece may be."""
    shown = set(piece.shows)
    return "".join(letter for letter, kinds in _CLASSES.items() if not shown.isdisjoint(kinds))


def _lists_of_tokens(line: FieldLine) -> list[list[str]]:
    """For each token the kinds of the phrases that it is a word of."""
    by_word: dict[int, set[str]] = {}
    for mention in line.features.mentions:
        if not mention.kind.startswith(("heading", "page")):
            for number in range(mention.first, mention.last + 1):
                by_word.setdefault(number, set()).add(mention.kind)
    found: list[list[str]] = []
    words, at = line.features.words, 0
    for token in line.tokens:
        while at < len(words) and words[at].end <= token.start:
            at += 1
        kinds = by_word.get(at, ()) if at < len(words) and words[at].start < token.end else ()
        found.append(sorted(kinds))
    return found


def _in_brackets(tokens: Sequence[Token]) -> list[bool]:
    """Whether each token stands inside a bracket that is closed."""
    inside = [False] * len(tokens)
    opened: int | None = None
    for number, token in enumerate(tokens):
        if token.kind == "open":
            opened = number if opened is None else opened
        elif token.kind == "close" and opened is not None:
            inside[opened + 1 : number] = [True] * (number - opened - 1)
            opened = None
    return inside


def _around(lines: Sequence[FieldLine], classes: Sequence[Sequence[str]], number: int) -> list[Observed]:
    """For each piece of a line, what else its header shows, before it and after it."""
    first = number
    while first and number - first < _HEADER and lines[first].gap in ("next", "column"):
        first -= 1
    last = number + 1
    while last < len(lines) and last - number <= _HEADER and lines[last].gap in ("next", "column"):
        last += 1
    section, own = lines[number].section, classes[number]
    before = {letter for of_line in classes[first:number] for piece in of_line for letter in piece}
    after = {letter for of_line in classes[number + 1 : last] for piece in of_line for letter in piece}
    found: list[Observed] = []
    for place in range(min(len(own), MOST_PIECES)):
        left = "".join(sorted(before.union(*own[:place])))
        right = "".join(sorted(after.union(*own[place + 1 : MOST_PIECES])))
        found.append(
            [f"before={section}:{left}", f"after={section}:{right}", f"both={section}:{left}|{right}"]
        )
    return found + [[] for _ in own[MOST_PIECES:]]


MOST_PIECES = 24
"""Pieces of a line that are seen together: a line of more is a list, and the time stays linear in it."""
_VOTED = "tespgd"


class _Votes:
    """What stands at the same place of the other lines of a section: the order of fields that a document keeps."""

    def __init__(self, lines: Sequence[FieldLine], classes: Sequence[Sequence[str]]) -> None:
        self._keys = [list(_keys(line, offset)) for line, offset in zip(lines, _offsets(lines), strict=True)]
        self._classes = classes
        self._counts: dict[str, Counter[str]] = {}
        for keys, of_line in zip(self._keys, classes, strict=True):
            for of_piece, letters in zip(keys, of_line, strict=True):
                for key in of_piece:
                    self._counts.setdefault(key, Counter()).update((*letters, "all"))

    def of(self, number: int) -> list[Observed]:
        """The votes for each piece of a line, its own left out."""
        return [
            [vote for level, key in enumerate(keys) for vote in self._vote(level, key, letters)]
            for keys, letters in zip(self._keys[number], self._classes[number], strict=True)
        ]

    def _vote(self, level: int, key: str, own: str) -> Iterator[str]:
        counts = self._counts[key]
        others = counts["all"] - 1
        if others < 1:
            yield f"vote{level}=none"
            return
        for letter in _VOTED:
            share = (counts[letter] - (letter in own)) / others
            yield f"vote{level}={letter}{round(3 * share)}"


def _keys(line: FieldLine, offset: int) -> Iterator[tuple[str, str]]:
    """Where a piece stands: by the whole pattern of its line, and by its number and what parts it from the last."""
    pattern = "".join(
        "P" if token.period else "" if token.kind == "word" else token.kind[0] for token in line.tokens
    )
    bold = "b" if line.features.style.bold else ""
    for number, piece in enumerate(line.pieces):
        before = line.tokens[piece.first - 1].kind if piece.first else "^"
        yield (
            f"{pattern[:12]}{bold}:{number}:{line.asked}",
            f"{offset}{bold}:{min(number, 3)}:{before}:{line.asked}",
        )


def _offsets(lines: Sequence[FieldLine]) -> Iterator[int]:
    """The number of each line in its run of neighbours."""
    offset = 0
    for line in lines:
        offset = offset + 1 if line.gap in ("next", "column") else 0
        yield min(offset, 4)


def _summary(line: FieldLine, classes: Sequence[str]) -> str:
    """What a line shows at a glance: what its pieces may be, and its dates."""
    shown = [(piece.first, of_piece[:1] or "?") for piece, of_piece in zip(line.pieces, classes, strict=True)]
    shown += [(n, "P") for n, token in enumerate(line.tokens) if token.period is not None][:2]
    return "".join(one for _, one in sorted(shown)[:6]) or "-"


def _word_or_shape(token: Token) -> str:
    if token.period is not None:
        return "<date>"
    if token.kind != "word":
        return token.kind
    word = fold(token.text).strip(".")
    return "".join("9" if letter.isdigit() else letter for letter in word)[:20]
