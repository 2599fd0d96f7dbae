"""The reader's models as files, with a card that says what they are.

A folder holds `card.toml`, `lines.bin` (labels of lines, a conditional random field), `pieces.npz` (vectors of word
pieces), `jobs.npz` (names of the words in header lines of jobs) and `qualifications.npz` (the same of education,
certificates, skills, languages and awards). The shipped folder is the default; evaluation reads with models that were
trained without a family.
"""

import hashlib
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from functions.common.errors import ModelUnavailable
from functions.summarize.parsers.reader_card import ReaderCard, read_reader_card
from functions.summarize.parsers.sequence_model import SequenceModel
from functions.summarize.parsers.word_model import WordModel
from functions.summarize.parsers.word_pieces import WordPieces

SHIPPED = Path(__file__).parent / "weights"
LINES, PIECES, JOBS, QUALIFICATIONS = "lines.bin", "pieces.npz", "jobs.npz", "qualifications.npz"
QUALIFYING = frozenset({"education", "credentials", "skills", "languages", "awards"})
"""Sections whose words have a model of their own: what they say of a person has other words and other layouts."""


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
    def pieces(self) -> WordPieces:
        """What words are made of."""
        return WordPieces(self.folder / PIECES)

    @cached_property
    def jobs(self) -> WordModel:
        """Names of the words in the header lines of jobs."""
        return WordModel(self.folder / JOBS, self.pieces)

    @cached_property
    def qualifications(self) -> WordModel:
        """Names of the words of what is learned, known and certified."""
        return WordModel(self.folder / QUALIFICATIONS, self.pieces)


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
