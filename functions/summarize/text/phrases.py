"""Phrases of word lists in a text: one pass over its words finds those of every list.

A list is a text file of one entry a line; its first lines, which begin with "#", say what it holds and where it comes
from. The folders and files below the root name the kind: `degree/name.txt` holds phrases of the kind "degree/name".
Entries compare without case and accents; an entry in capitals only ("MA", "BSc" is none) must stand in capitals.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from functions.summarize.text.words import Word, folded_words, words_of

_APART = frozenset(",;|\t\n•·()[]{}")
"""Marks that never stand within a phrase."""
_INITIALS = 4  # letters: longer entries in capitals are words, not initials


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase of the list `kind` in a text: its words `first` to `last`, counted from 0, both included."""

    kind: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: str
    capitals: str


class PhraseIndex:
    """All phrases by their words, so that a text is read once whatever the number of lists."""

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        """Index the entries of every kind."""
        self._entries: dict[tuple[str, ...], tuple[_Entry, ...]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        same: dict[
            str, str
        ] = {}  # of equal words one is kept, and one record of a kind: they are tens of thousands
        for kind, entries in lists.items():
            plain = (_Entry(kind, ""),)
            for text in entries:
                words = tuple(same.setdefault(word, word) for word in folded_words(text))
                capitals = _capitals(text)
                self._add((_Entry(kind, capitals),) if capitals else plain, words)

    def _add(self, entry: tuple[_Entry], words: tuple[str, ...]) -> None:
        if not words:
            return
        known = self._entries.get(words)
        self._entries[words] = entry if known is None else (*known, *entry)
        lengths = self._lengths.get(words[0], ())
        if len(words) not in lengths:
            self._lengths[words[0]] = _longest_first(lengths, len(words))

    def find(self, text: str, words: Sequence[Word]) -> tuple[Mention, ...]:
        """Every phrase in the text, those within others too; `words` are the words of the text."""
        return tuple(self._find(text, words))

    def _find(self, text: str, words: Sequence[Word]) -> Iterator[Mention]:
        folded = [word.folded for word in words]
        for first, word in enumerate(folded):
            for length in self._lengths.get(word, ()):
                after = first + length
                entries = self._entries.get(tuple(folded[first:after])) if after <= len(words) else None
                if entries and (length == 1 or _together(text, words[first], words[after - 1])):
                    for entry in entries:
                        if not entry.capitals or entry.capitals == _written(words[first:after]):
                            yield Mention(entry.kind, first, after - 1)

    def kinds_of(self, words: Sequence[Word]) -> frozenset[str]:
        """The kinds of which the words, all of them, are an entry."""
        return frozenset(entry.kind for entry in self._entries.get(tuple(word.folded for word in words), ()))


def _together(text: str, first: Word, last: Word) -> bool:
    return _APART.isdisjoint(text[first.end : last.start])


def _written(words: Sequence[Word]) -> str:
    return "".join(word.text for word in words)


@cache
def _longest_first(lengths: tuple[int, ...], another: int) -> tuple[int, ...]:
    return tuple(sorted((*lengths, another), reverse=True))


def _capitals(text: str) -> str:
    """The letters of an entry that must stand in capitals; none of another."""
    return _written(words_of(text)) if text.isupper() and len(text) <= _INITIALS else ""


def read_lists(root: Path) -> dict[str, tuple[str, ...]]:
    """The lists below a folder, by kind."""
    return {
        path.relative_to(root).with_suffix("").as_posix(): read_list(path)
        for path in sorted(root.rglob("*.txt"))
    }


def read_list(path: Path) -> tuple[str, ...]:
    """The entries of one list."""
    lines = path.read_text("utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))
