"""The training data of the models of words: a page's facts, found again among the words of its lines."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from functions.summarize.docx.document import document_of
from functions.summarize.parsers.dates.periods import FoundPeriod
from functions.summarize.parsers.features import LineFeatures, line_features
from functions.summarize.parsers.field_corrections import BREAK, OTHER, PERIOD
from functions.summarize.parsers.field_lines import FieldLine, field_runs
from functions.summarize.parsers.labels import Label
from functions.summarize.parsers.tokens import Token, tokens_of
from functions.summarize.text.folding import fold
from training.reading.pages import LabelledPage

CELLS: Mapping[str, tuple[str, ...]] = {
    "role": ("title", "employer", "start", "end", "place", "note"),
    "degree": ("degree", "subject", "institution", "end", ""),
    "credential": ("credential", "issuer", "end", ""),
    "language": ("language", "level"),
    "skill": ("skill",),
    "award": ("award",),
    "project": ("project",),
}
_STATED: Mapping[str, tuple[str, ...]] = {
    "work": ("role",),
    "volunteer": ("role",),
    "projects": ("project", "role"),
    "education": ("degree", "credential"),
    "credentials": ("credential", "degree", "award"),
    "awards": ("award", "credential"),
    "skills": ("skill", "language", "credential"),
    "languages": ("language",),
}
"""Which facts the lines of a section may state."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A value of a fact as words to be found again."""

    name: str
    words: tuple[str, ...]


def states(tags: Iterable[str]) -> bool:
    """Whether the page's facts name anything that stands in the run: some pages have no facts of skills or awards."""
    return not {OTHER, BREAK, PERIOD}.issuperset(tags)


def runs_of(page: LabelledPage, features: Sequence[LineFeatures]) -> Iterator[tuple[FieldLine, ...]]:
    """The lines of a page whose words have fields, as its labels say."""
    yield from field_runs(features, [Label.of(label) for label in page.labels])


def gold_tags(run: Sequence[FieldLine], facts: Iterable[tuple[str, str]]) -> list[str]:
    """The name of the field of every token of a run, breaks included."""
    stated = [(key, value) for key, value in facts if key in _STATED.get(run[0].section, ())]
    phrases, dates = list(_phrases(stated)), _dates(stated)
    return [tag for line in run for tag in (BREAK, *_tags(line, phrases, dates))]


def _phrases(stated: Iterable[tuple[str, str]]) -> Iterator[Phrase]:
    """The values of the facts, the longest first; of equal ones what says most: a place or a note last."""
    found = [
        Phrase(name, words)
        for key, value in stated
        for name, text in zip(CELLS[key], value.split("|"), strict=False)
        if name not in ("", "start", "end")
        for part in _parts(name, text)
        if (words := _words(part))
    ]
    last = ("place", "note")
    yield from sorted(
        found, key=lambda one: (-len(one.words), last.index(one.name) if one.name in last else -1)
    )


def _parts(name: str, text: str) -> list[str]:
    """A note is told part by part; subjects of one course may stand apart: "Biology (B), Chemistry (A)"."""
    parts = text.split(",")
    return parts if name == "note" else [text, *parts] if name == "subject" and len(parts) > 1 else [text]


def _words(text: str) -> tuple[str, ...]:
    return tuple(
        _plain(token)
        for each in line_features(document_of(text.strip()))
        for token in tokens_of(each.line.text, each.periods)
        if token.kind in _NAMING
    )


_NAMING = ("word", "period", "at")
"""Kinds of tokens that a value is made of."""


def _plain(token: Token) -> str:
    return fold(token.text).strip(".")


def _dates(stated: Iterable[tuple[str, str]]) -> frozenset[str]:
    found: set[str] = set()
    for key, value in stated:
        cells = dict(zip(CELLS[key], map(str.strip, value.split("|")), strict=False))
        found |= {cells.get("start", ""), cells.get("end", "")}
    return frozenset(found - {""})


def _tags(line: FieldLine, phrases: Sequence[Phrase], dates: frozenset[str]) -> list[str]:
    tags = [OTHER] * len(line.tokens)
    places = [number for number, token in enumerate(line.tokens) if token.kind in _NAMING]
    plain = [_plain(line.tokens[number]) for number in places]
    for phrase in phrases:
        size = len(phrase.words)
        for start in range(len(plain) - size + 1):
            first, last = places[start], places[start + size - 1]
            free = all(tag == OTHER for tag in tags[first : last + 1])
            if free and tuple(plain[start : start + size]) == phrase.words:
                tags[first : last + 1] = [phrase.name] * (last - first + 1)
    for number, token in enumerate(line.tokens):
        if token.period is not None and tags[number] == OTHER and _is_stated(token.period, dates):
            tags[number] = PERIOD
    return tags


def _is_stated(found: FoundPeriod, dates: frozenset[str]) -> bool:
    if found.period is None:
        return False
    ends = [str(each) for each in (found.period.start, found.period.end) if each]
    return any(date.startswith(end) or end.startswith(date) for end in ends for date in dates)
