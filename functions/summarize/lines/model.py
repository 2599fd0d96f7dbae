"""The model of lines as a file, with a card that says what it is: small networks over the words of a line.

It is a `WordModel` like those that name the words of header lines, over the same word pieces; trained by
`training/lines/train.py`.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from functions.common.errors import ModelUnavailable
from functions.summarize.parsers.reader_card import read_reader_card
from functions.summarize.parsers.reader_model import load_reader
from functions.summarize.parsers.word_features import Shown
from functions.summarize.parsers.word_model import WordModel, best_way, marginals
from functions.summarize.parsers.word_pieces import WordPieces

SHIPPED = Path(__file__).parent / "weights"
WEIGHTS = "lines.npz"

_BY_FIRST = {
    "verb": frozenset(("H-act", "H-duty", "H-fragment")),
    "object": frozenset(("H-thing", "H-fragment")),
    "subject": frozenset(("H-state", "H-fragment")),
}
"""Heads that are told alike: where a verb is first its form decides, a thing is a thing with or without a figure, and
a change is one with or without its verb."""


_VERBS = ("B-verb", "I-verb")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The best labels, and how sure the things are that a telling stands on.

    `head` is the probability of the head, heads that are told alike taken together, `verbs`
    the least sure of all answers to "does a verb, or its subject, begin here?", `first` the answer at the first word.
    """

    labels: tuple[str, ...]
    head: float
    verbs: float
    first: float


def _group(labels: Sequence[str]) -> frozenset[str]:
    """The heads that would be told as this line is."""
    tags = [label[2:] for label in labels[1:] if label[2:] not in ("mark", "filler")]
    first = tags[0] if tags else ""
    verbless = first == "verb" or "verb" not in tags
    alike = _BY_FIRST.get(first, frozenset()) if verbless else frozenset[str]()
    return alike if labels[0] in alike else frozenset((labels[0],))


class LineModel:
    """The words of a line -> what the line is, and what its words do."""

    def __init__(self, path: Path, pieces: WordPieces) -> None:
        """Read the weights that `training/lines/train.py` wrote."""
        self._words = WordModel(path, pieces)
        self._numbers = {label: number for number, label in enumerate(self._words.labels)}

    def decode(self, lines: Sequence[Sequence[Shown]]) -> Iterator[Decoded]:
        """For each line its labels and those of its words; many cost less together than one after the other."""
        yield from map(self._decoded, self._words.scores(lines))

    def _decoded(self, scores: np.ndarray) -> Decoded:
        best = tuple(self._words.labels[number] for number in best_way(scores, self._words.transitions))
        chances = marginals(scores, self._words.transitions)
        head = sum(chances[0, self._numbers[label]] for label in _group(best) if label in self._numbers)
        verb = chances[1:, [self._numbers[label] for label in _VERBS]].sum(axis=1)
        sure = [
            float(chance if label in _VERBS else 1 - chance)
            for label, chance in zip(best[1:], verb, strict=True)
        ]
        return Decoded(best, float(head), min(sure, default=0.0), sure[0] if sure else 0.0)


@cache
def load_line_model(folder: Path = SHIPPED) -> LineModel:
    """The model of a folder, checked against its card.

    Raises:
        ModelUnavailable: no card, no model file, or one that is not what the card declares.
    """
    card = read_reader_card(folder)
    path = folder / WEIGHTS
    if not path.is_file():
        raise ModelUnavailable(f"The reader of lines lacks {WEIGHTS}.")
    if hashlib.sha256(path.read_bytes()).hexdigest() != card.files.get(WEIGHTS):
        raise ModelUnavailable(f"The reader of lines has another {WEIGHTS} than its card declares.")
    return LineModel(path, load_reader().pieces)
