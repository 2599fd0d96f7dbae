"""How much a line deserves to be told: a linear model over what stands in it and where it stands.

It reads the words alone, so that the strongest lines are found before any is cut into its parts. The weights were
learned from lines that a careful writer put in order (`training/lines/salience.py`); `weights/salience.toml` holds
them with its figures.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from functions.summarize.language.words import stems_in
from functions.summarize.lines.lexicon import noun_kinds
from functions.summarize.lines.verbs import verb_form

WEIGHTS_FILE = Path(__file__).parent / "weights" / "salience.toml"
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class LinePlace:
    """The job that a line stands under: its title, how many jobs are newer, whether it is held now.

    `field` is what the person works in, where that is known. The place among the lines of one job says nothing that
    holds beyond the records learned from.
    """

    title: str
    role: int
    current: bool
    field: str = ""


def salience(text: str, place: LinePlace, target: str = "") -> float:
    """How much the line deserves to be told; only the order of values means anything.

    `target` is the text of a job description: each stem that the line shares with it counts like a figure.
    """
    weights = _weights()
    score = sum(weights.get(name, 0.0) * value for name, value in line_features(text, place))
    return score + 0.5 * min(4, len(stems_in(text[:_LONGEST]) & _stems(target))) if target else score


@cache
def _weights() -> dict[str, float]:
    table = tomllib.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))
    return {name: float(value) for name, value in table["weights"].items()}


@lru_cache(maxsize=1)
def _stems(target: str) -> frozenset[str]:
    return stems_in(target)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """The patterns of `data/line_features.toml`."""
    path = Path(__file__).parent / "data" / "line_features.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        name: re.compile(pattern, 0 if name == "named" else re.IGNORECASE) for name, pattern in table.items()
    }


def line_features(text: str, place: LinePlace) -> Iterator[tuple[str, float]]:
    """What the model sees: kinds of figures, what the line begins with, its length, its place, its fit."""
    text = text[:_LONGEST]
    found = [name for name, pattern in _patterns().items() if pattern.search(text)]
    yield from ((name, 1.0) for name in found)
    words = text.split()
    yield "figures", min(4, len(re.findall(r"\d[\d,.]*", text))) / 4
    yield f"words {_bucket(len(words), (2, 4, 7, 11, 16))}", 1.0
    yield f"role {min(place.role, 4)}", 1.0
    yield "current", float(place.current)
    yield f"starts {_start(words[0]) if words else 'none'}", 1.0
    yield "fits title", float(bool(stems_in(text) & stems_in(place.title)))
    if place.field:
        yield "fits field", float(bool(stems_in(text) & stems_in(place.field)))
    figured = "number" in found
    yield f"role {min(place.role, 2)} with figure", float(figured)
    yield "outcome with figure", float(figured and "outcome" in found)
    yield "short without figure", float(not figured and len(words) < 4)


def _bucket(value: int, bounds: tuple[int, ...]) -> int:
    return next((bound for bound in bounds if value <= bound), bounds[-1] + 1)


def _start(word: str) -> str:
    bare = word.strip(",.;:()").lower()
    if bare[:1].isdigit() or bare[:1] in "$£€":
        return "figure"
    verb = verb_form(bare)
    if verb is None:
        return "noun"
    if verb.forms & {"past"}:
        return "past"
    if "gerund" in verb.forms:
        return "gerund"
    return "either" if "N" in noun_kinds().get(bare, "") else "base"
