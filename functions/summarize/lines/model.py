"""The sequence model of lines: a conditional random field as a file, with a card that says what it is."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock

import pycrfsuite

from functions.common.errors import ModelUnavailable
from functions.summarize.parsers.reader_card import read_reader_card

SHIPPED = Path(__file__).parent / "weights"
WEIGHTS = "lines.bin"

_BY_FIRST = {
    "verb": frozenset(("H-act", "H-duty", "H-fragment")),
    "object": frozenset(("H-thing", "H-fragment")),
    "subject": frozenset(("H-state", "H-fragment")),
}
"""Heads that are told alike: where a verb is first its form decides, a thing is a thing with or without a figure, and
a change is one with or without its verb."""


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
    """A conditional random field over the words of a line."""

    def __init__(self, path: Path) -> None:
        """Open a model file of CRFsuite."""
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open(str(path))
        self._known = frozenset(self._tagger.labels())
        self._lock = Lock()  # a tagger holds the sequence it was given last

    def decode(self, observed: Sequence[Sequence[str]]) -> Decoded:
        """The labels of a line and its words."""
        with self._lock:
            best = self._tagger.tag(observed)
            group = _group(best)
            head = sum(self._tagger.marginal(label, 0) for label in group if label in self._known)
            sure = [self._sure(label, at) for at, label in enumerate(best[1:], 1)]
        return Decoded(tuple(best), head, min(sure, default=0.0), sure[0] if sure else 0.0)

    def _sure(self, label: str, at: int) -> float:
        """How sure a word is, or is not, the beginning of a verb."""
        verb: float = sum(
            self._tagger.marginal(each, at) for each in ("B-verb", "I-verb") if each in self._known
        )
        return verb if label in ("B-verb", "I-verb") else 1.0 - verb


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
    return LineModel(path)
