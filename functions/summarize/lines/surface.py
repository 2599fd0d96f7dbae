"""The words of a line as pieces of a telling: abbreviations written out, capitals of a shouted line calmed."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from functions.summarize.language.surface import common_words
from functions.summarize.lines.lexicon import noun_kinds
from functions.summarize.lines.records import Part, Piece
from functions.summarize.lines.rules import rule_words
from functions.summarize.lines.verbs import verb_form

_WORD = re.compile(r"\S+")
_WRITTEN_OUT = {
    "w/": "with", "&": "and", "+": "and", "incl.": "including", "incl": "including", "inc.": "including",
    "our": "the", "my": "the", "→": "to", "->": "to", "➔": "to", "➜": "to", "=>": "to", "w/o": "without",
}  # fmt: skip
_PRONOUNS = frozenset(
    "i me my mine myself we us our ours ourselves he him his she her hers you your yours".split()
)
_LEADING = re.compile(r"^(?:[\s.;:,!•*]|[-–—](?=\s))+")
_TRAILING = re.compile(r"[\s.;:,!–—-]+$")


@lru_cache(maxsize=64)  # the forms of one line ask for the same stretches; a line has some ten
def words_between(line: str, start: int, end: int) -> tuple[Piece, ...]:
    """The words of a stretch, without the marks at its ends; stretches as written are one piece."""
    pieces: list[Piece] = []
    text = line[start:end]
    led = _LEADING.match(text)
    start += led.end() if led else 0
    inner = line[start:end].rstrip()
    inner = inner if inner.endswith("p.a.") else _TRAILING.sub("", inner)
    calm = is_shouted(line)
    for match in _WORD.finditer(inner):
        at = start + match.start()
        word = match.group()
        if word.lower() == "own" and pieces and pieces[-1].rule == "written out":
            continue
        written = _WRITTEN_OUT.get(word.lower(), word)
        if word == "&" and _is_name(inner, match):
            written = word
        small = calmed(written, shouted=line.isupper()) if calm else written
        rule = None if small == word else "capitals" if written == word else "written out"
        last = pieces[-1] if pieces else None
        if rule is None and last is not None and last.rule is None and last.end is not None:
            pieces[-1] = Piece(f"{last.text} {word}", last.start, at + len(word))
        else:
            pieces.append(Piece(small, at, at + len(word), rule))
    return tuple(pieces)


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether an "&" stands between capitals: "Salt & Silk"."""
    before, after = text[: match.start()].rsplit(None, 1)[-1:], text[match.end() :].split(None, 1)[:1]
    return bool(before and after) and before[0].strip('"“').istitle() and after[0].strip(',"”').istitle()


def is_shouted(line: str) -> bool:
    """Whether nearly every word has a capital, so that capitals say nothing."""
    if line.isupper():
        return True
    if sum(map(str.isupper, line)) < 4:
        return False
    words = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) > 3]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) > 3 and capitals / len(words) > 0.8 and verb_form(words[0]) is not None


def calmed(word: str, *, shouted: bool) -> str:
    """A common word in small letters; any other word as it is."""
    lower = word.lower()
    bare = lower.strip(",.;:()'\"")
    stems = bare.split("-")
    titled = word[:1].isupper() and word[1:].islower()
    if not (titled or (shouted and word.isupper())) or not all(stem.isalpha() for stem in stems):
        return word
    known = all(_is_common(stem) or _is_common(stem.removesuffix("s")) for stem in stems)
    return lower if known else word


def _is_common(word: str) -> bool:
    return word in common_words() or word in noun_kinds() or verb_form(word) is not None or len(word) < 3


def start_small(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces with a small first letter as inside a sentence; names keep theirs ("Employee of the Month" too)."""
    first, *others = pieces
    word, *following = first.text.split(" ")
    if word == "No." and following and following[0][:1].isdigit():
        return tuple(pieces)
    name = word.lower() not in _role_words() and any(
        len(other) > 1 and other.istitle() and other.lower() in common_words() for other in following[:3]
    )
    small = word if name else calmed(word, shouted=False)
    if small == word:
        return tuple(pieces)
    return (replace(first, text=" ".join((small, *following)), rule=first.rule or "small"), *others)


def _role_words() -> frozenset[str]:
    return rule_words("role") | rule_words("role", "alone")


def has_pronoun(pieces: Iterable[Piece]) -> bool:
    """Whether a pronoun of the writer is left, which no telling may have."""
    return any(word.lower().strip(",.;()") in _PRONOUNS for piece in pieces for word in piece.text.split())


def part_words(line: str, part: Part) -> tuple[Piece, ...]:
    """The words of a part."""
    return words_between(line, part.start, part.end)


def ours(*words: str) -> tuple[Piece, ...]:
    """Joining words of ours."""
    return tuple(Piece(word, None, None) for word in words)


def with_comma(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces with a comma behind the last."""
    return (*pieces[:-1], replace(pieces[-1], text=f"{pieces[-1].text},")) if pieces else pieces


def joined(pieces: Iterable[Piece]) -> str:
    """The text of the pieces: one space between them."""
    return " ".join(piece.text for piece in pieces)
