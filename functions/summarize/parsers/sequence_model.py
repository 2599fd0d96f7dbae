"""A conditional random field as a file: observations of a sequence -> labels with their probabilities."""

from collections.abc import Sequence
from pathlib import Path
from threading import Lock

import pycrfsuite

Decoded = tuple[str, float, str]
"""A label, its probability and the next best label ("" where the first is beyond doubt)."""

_DOUBT = 0.98
"""From this probability on no second label is looked for, which costs a question for each label there is."""


class SequenceModel:
    """One conditional random field: observations of a sequence -> labels with their probabilities."""

    def __init__(self, path: Path) -> None:
        """Open a model file of CRFsuite."""
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open(str(path))
        self.labels: tuple[str, ...] = tuple(self._tagger.labels())
        self._lock = Lock()  # a tagger holds the sequence it was given last

    def decode(self, observed: Sequence[Sequence[str]]) -> list[Decoded]:
        """The best sequence of labels, each with its own marginal probability and the next best label."""
        if not observed:
            return []
        with self._lock:
            best = self._tagger.tag(observed)
            return [self._decoded(label, position) for position, label in enumerate(best)]

    def _decoded(self, label: str, position: int) -> Decoded:
        sure: float = self._tagger.marginal(label, position)
        if sure >= _DOUBT:
            return label, sure, ""
        others = [(self._tagger.marginal(each, position), each) for each in self.labels if each != label]
        return label, sure, max(others)[1] if others else ""
