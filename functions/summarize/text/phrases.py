"""Phrases of word lists in a text: one pass over its words finds those of every list.

A list is a text file of one entry a line; its first lines, which begin with "#", say what it holds and where it comes
from. The folders and files below the root name the kind: `degree/name.txt` holds phrases of the kind "degree/name".
Entries compare without case and accents; an entry in capitals only ("MA", "BSc" is none) must stand in capitals.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from functions.summarize.text.words import Word, words_of

_APART = frozenset(",;|\t\n•·()[]{}")
"""Marks that never stand within a phrase."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase of the list `kind` in a text: its words `first` to `last`, counted from 0, both included."""

    kind: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Entry:
    words: tuple[str, ...]
    kind: str
    capitals: str


class PhraseIndex:
    """All phrases by their first word, so that a text is read once whatever the number of lists."""

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        """Index the entries of every kind."""
        self._by_first: dict[str, list[_Entry]] = {}
        self._whole: dict[tuple[str, ...], set[str]] = {}
        for kind, entries in lists.items():
            for text in entries:
                self._add(kind, text)
        for entries_of in self._by_first.values():
            entries_of.sort(key=lambda entry: -len(entry.words))

    def _add(self, kind: str, text: str) -> None:
        words = tuple(word.folded for word in words_of(text))
        if words:
            capitals = (
                "".join(word.text for word in words_of(text)) if text.isupper() and len(text) < 5 else ""
            )
            self._by_first.setdefault(words[0], []).append(_Entry(words, kind, capitals))
            self._whole.setdefault(words, set()).add(kind)

    def find(self, text: str, words: Sequence[Word]) -> tuple[Mention, ...]:
        """Every phrase in the text, those within others too; `words` are the words of the text."""
        return tuple(self._find(text, words))

    def _find(self, text: str, words: Sequence[Word]) -> Iterator[Mention]:
        for first, word in enumerate(words):
            for entry in self._by_first.get(word.folded, ()):
                last = first + len(entry.words) - 1
                if last < len(words) and _stands(entry, text, words[first : last + 1]):
                    yield Mention(entry.kind, first, last)

    def kinds_of(self, words: Sequence[Word]) -> frozenset[str]:
        """The kinds of which the words, all of them, are an entry."""
        return frozenset(self._whole.get(tuple(word.folded for word in words), ()))


def _stands(entry: _Entry, text: str, words: Sequence[Word]) -> bool:
    if len(words) > 1 and (
        any(word.folded != wanted for word, wanted in zip(words, entry.words, strict=True))
        or not _APART.isdisjoint(text[words[0].end : words[-1].start])
    ):
        return False
    return not entry.capitals or entry.capitals == "".join(word.text for word in words)


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
