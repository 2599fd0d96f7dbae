"""Personal particulars: what a resume tells of a person that belongs in no summary, whoever asks for it.

Age, birth, sex, marital state, nationality, religion, health, family, photo, pay, notice period, reason for leaving,
referees and line managers, labelled or not. The words stand in `particulars.tsv`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, get_args

from functions.summarize.text.folding import fold
from functions.summarize.vocabulary import entries

ParticularKind = Literal[
    "age", "birth", "sex", "marital", "nationality", "religion", "health", "family", "photo", "pay", "notice",
    "leaving", "referee", "manager",
]  # fmt: skip

_NUMBER = (
    r"(?:\d{1,3}|an?|the|one|two|three|four|five|six|seven|eight|deux|trois|quatre|zwei|drei|vier|dos|tres|cuatro|dois"
    r"|duas|due|tre|quattro|twee|drie)"
)
_PARTS = re.compile(r"[|;•·\t\n()]|,(?!\d)|\s[–—-]\s|\s/\s")
_NOT_LEFT = re.compile(r"[\W_]+|\b(?:and|und|et|y|e|en|i am|i'm|a|with|mit|avec|con|com|met)\b")
_VALUE = r"\s*(?:[:–—\t]|\s-\s)\s*(?:(?!,\s*[^\W\d_][\w .]{1,24}:)[^|;•·\t\n]){0,200}|[ \t]+(?=\d)[^|;•·\t\n,]{1,40}"


@dataclass(frozen=True, slots=True)
class Particular:
    """One particular and where it stands in the text, its label included."""

    kind: ParticularKind
    start: int
    end: int


def is_particular(text: str) -> bool:
    """Whether a line, a cell or an item of a list tells nothing but personal particulars."""
    found = particulars_in(text)
    if not found:
        return False
    words, left, at = fold(text), "", 0
    for one in found:
        left += words[at : one.start] + " "
        at = max(at, one.end)
    return not _NOT_LEFT.sub("", left + words[at:])


@lru_cache(maxsize=2048)
def particulars_in(text: str) -> tuple[Particular, ...]:
    """All particulars of a text in order, none inside another."""
    words = fold(text)
    found = [*_labelled(words), *_told(words)]
    items = list(_items(text))
    found += _whole("item", words, items)
    if found:
        found += _whole("beside", words, items)
    return tuple(_apart(found))


def _labelled(words: str) -> Iterator[Particular]:
    forms = _labels()
    for match in forms.pattern.finditer(words):
        value = _value().match(words, match.end())
        if (
            forms.kind(match) == "manager"
            and " " not in match.group()
            and words[match.end() :].lstrip()[:1] != ":"
        ):
            continue  # "Manager – Quality (2017 - 2021)" is a job
        if value and value.end() > match.end() + 1:
            told = words[match.start() : value.end()].rstrip()
            yield Particular(forms.kind(match), match.start(), match.start() + len(told))


def _told(words: str) -> Iterator[Particular]:
    forms = _forms("phrase")
    yield from (Particular(forms.kind(match), *match.span()) for match in forms.pattern.finditer(words))


def _items(text: str) -> Iterator[tuple[int, int]]:
    """The items of a text between separators, without outer spaces and full stops."""
    start = 0
    for end in (*(match.start() for match in _PARTS.finditer(text)), len(text)):
        item = text[start:end]
        inner = item.strip(" ,|;•·\t\n()–—-/.")
        if inner:
            begin = start + item.index(inner)
            yield begin, begin + len(inner)
        start = end


def _whole(form: str, words: str, items: Iterable[tuple[int, int]]) -> Iterator[Particular]:
    forms, tails = _forms(form), _nationality()
    for start, end in items:
        if match := forms.pattern.fullmatch(words, start, end):
            yield Particular(forms.kind(match), start, end)
        elif form == "item" and tails.fullmatch(words, start, end):
            yield Particular("nationality", start, end)


def _apart(found: Iterable[Particular]) -> Iterator[Particular]:
    reach = 0
    for one in sorted(found, key=lambda each: (each.start, -each.end)):
        if one.end > reach:
            yield one if one.start >= reach else Particular(one.kind, reach, one.end)
            reach = one.end


@dataclass(frozen=True, slots=True)
class _Forms:
    pattern: re.Pattern[str]
    kinds: tuple[tuple[re.Pattern[str], ParticularKind], ...]

    def kind(self, match: re.Match[str]) -> ParticularKind:
        """The kind of the words that were found."""
        return next(kind for pattern, kind in self.kinds if pattern.fullmatch(match[0]))


@cache
def _forms(form: str, lead: str = r"(?<![\w/])") -> _Forms:
    words: dict[ParticularKind, list[str]] = {kind: [] for kind in get_args(ParticularKind)}
    for name, where, _, told in _rows():
        if where == form:
            words[_kind(name)].append(_pattern(told))
    every = [one for some in words.values() for one in some]
    kinds = tuple((re.compile(_any(some)), kind) for kind, some in words.items() if some)
    return _Forms(re.compile(rf"{lead}(?:{_any(every)})(?![\w/])"), kinds)


def _labels() -> _Forms:
    return _forms("label", r"(?:(?<=[|;•·\t\n,(/–—-])|(?<=[|;•·\t\n,(/–—-] )|^|(?<=\n))")


def _kind(name: str) -> ParticularKind:
    return next(kind for kind in get_args(ParticularKind) if kind == name)


@cache
def _nationality() -> re.Pattern[str]:
    tails = [_pattern(row[3]) for row in _rows() if row[1] == "tail"]
    leads = [_pattern(row[3]) for row in _rows() if row[1] == "lead"]
    return re.compile(rf"(?:[^\W\d_]+[ -]){{1,3}}(?:{_any(tails)})|(?:{_any(leads)})(?: [^\W\d_]+){{1,2}}")


@cache
def _value() -> re.Pattern[str]:
    return re.compile(_VALUE)


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    return entries(__package__, "particulars.tsv")


def _pattern(words: str) -> str:
    return _NUMBER.join(r"\s+".join(map(re.escape, part.split(" "))) for part in fold(words).split("#"))


def _any(patterns: Iterable[str]) -> str:
    return "|".join(sorted(set(patterns), key=lambda one: (-len(one), one))) or "(?!)"
