"""What each word of header lines, lists and labelled lines shows of itself: lists, marks, looks, what it is asked for.

How a word is used elsewhere, its pieces know (`word_pieces.py`); what stands around it, the model sees by itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from functions.summarize.parsers.field_lines import FieldLine, endings
from functions.summarize.parsers.skills.lexicon import load_lexicon
from functions.summarize.parsers.tokens import Token
from functions.summarize.text.folding import fold

_LISTED = frozenset({"skills", "languages", "credentials"})
"""Sections whose words are looked up among the skills."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The text of a word ("" for a break before a line, a mark and a date) and the names of what it shows."""

    word: str
    features: tuple[str, ...]


def shown(run: Sequence[FieldLine]) -> Iterator[tuple[Shown, ...]]:
    """For each line the break before it, then its tokens."""
    for line in run:
        yield (Shown("", tuple(_of_break(line))), *_of_tokens(line))


def _of_break(line: FieldLine) -> Iterator[str]:
    style, cell = line.features.style, line.features.cell
    yield f"gap={line.gap}"
    yield f"line={line.section}.{line.label.kind}"
    yield f"asked={line.asked}"
    looks = {"bold": style.bold, "caps": style.caps, "listed": style.list_level is not None}
    yield from (f"look={name}" for name, holds in looks.items() if holds)
    if cell is not None:
        yield f"column={min(cell.cell.column, 4)}/{min(cell.columns, 4)}"


def _of_tokens(line: FieldLine) -> Iterator[Shown]:
    shared = [f"s={line.section}", f"asked={line.asked}", f"bold={line.features.style.bold}"]
    lists, inside = _lists_of_tokens(line), _in_brackets(line.tokens)
    of_pieces = {
        number: [f"piece={one}" for one in dict.fromkeys((*piece.shows, *_skill(line, piece.text)))]
        for piece in line.pieces
        for number in range(piece.first, piece.last + 1)
    }
    for number, token in enumerate(line.tokens):
        own = [*shared, f"mark={token.kind}", *(f"word={one}" for one in lists[number])]
        own += of_pieces.get(number, ())
        if inside[number]:
            own.append("in-brackets")
        if token.period is not None:
            own.append(f"period={'alone' if token.period.alone else 'range'}")
        if token.kind != "word":
            yield Shown("", tuple(own))
            continue
        own += (f"word={one}" for one in endings(fold(token.text)))
        yield Shown(token.text, (*own, f"case={_case(token.text)}"))


def _case(text: str) -> str:
    if text.isupper():
        return "upper"
    return "title" if text[:1].isupper() else "lower" if text[:1].islower() else "other"


def _skill(line: FieldLine, text: str) -> Iterator[str]:
    if line.section in _LISTED:
        yield f"skill-{_kind_of_skill(text)}"


@lru_cache(maxsize=4096)
def _kind_of_skill(text: str) -> str:
    known = load_lexicon().lookup(text) if len(text) < 60 else None
    return known.term.kind if known else "none"


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
