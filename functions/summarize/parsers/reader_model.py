"""The reader's models: conditional random fields as files, with a card that says what they are.

A folder holds `card.toml`, `lines.bin` (labels of lines), `fields.bin` (fields of the header lines of jobs at the first
reading), `context.bin` (the same at the second) and `qualifications.bin` (fields of the lines of education,
certificates, skills, languages and awards). The shipped folder is the default; evaluation reads with models that were
trained without a family.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from threading import Lock

import pycrfsuite

from functions.common.errors import ModelUnavailable
from functions.summarize.parsers.reader_card import ReaderCard, read_reader_card

SHIPPED = Path(__file__).parent / "weights"
LINES, FIELDS, CONTEXT, QUALIFICATIONS = "lines.bin", "fields.bin", "context.bin", "qualifications.bin"
QUALIFYING = frozenset({"education", "credentials", "skills", "languages", "awards"})
"""Sections whose words have a model of their own: what they say of a person has other words and other layouts."""

Decoded = tuple[str, float, str]
"""A label, its marginal probability and the next best label ("" where the first is beyond doubt)."""

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


@dataclass(frozen=True)
class ReaderModel:
    """The models of one folder."""

    folder: Path
    card: ReaderCard

    @cached_property
    def lines(self) -> SequenceModel:
        """Labels of lines."""
        return SequenceModel(self.folder / LINES)

    @cached_property
    def fields(self) -> SequenceModel:
        """Fields of the words of the header lines of jobs, at first sight."""
        return SequenceModel(self.folder / FIELDS)

    @cached_property
    def context(self) -> SequenceModel:
        """The same once more, knowing what the first reading found."""
        return SequenceModel(self.folder / CONTEXT)

    @cached_property
    def qualifications(self) -> SequenceModel:
        """Fields of the words of what is learned, known and certified."""
        return SequenceModel(self.folder / QUALIFICATIONS)


@cache
def load_reader(folder: Path = SHIPPED) -> ReaderModel:
    """The reader's models of a folder, checked against their card.

    Raises:
        ModelUnavailable: no card, a missing file, or one that is not what the card declares.
    """
    card = read_reader_card(folder)
    for name, digest in card.files.items():
        path = folder / name
        if not path.is_file():
            raise ModelUnavailable(f"The reader lacks {name}.")
        if hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            raise ModelUnavailable(f"The reader's {name} is not the file that its card declares.")
    return ReaderModel(folder, card)
