"""Words as pieces with vectors: what a language model knows of how words are used, without the model.

The vectors are the input embeddings of SmolLM2-135M-Instruct (Apache-2.0), shortened (`training/reading/pieces.py`).
A word is cut from its beginning into the longest pieces there are.
"""

from pathlib import Path

import numpy as np

from functions.summarize.text.folding import fold

_LONGEST = 24
"""Letters of a word that are looked at."""


class WordPieces:
    """The pieces of a file and their vectors."""

    def __init__(self, path: Path) -> None:
        """Read the file that `training/reading/pieces.py` wrote."""
        with np.load(path) as stored:
            names = stored["names"].tobytes().decode().split("\n")
            self._vectors, self._scale = stored["vectors"], stored["scale"]
        self._numbers = {name: number for number, name in enumerate(names)}
        self.width: int = self._vectors.shape[1]

    def vectors_of(self, word: str) -> np.ndarray:
        """Mean, first and last vector of the word's pieces in a row; zeros for none, or one of unknown letters."""
        short = word[:_LONGEST]
        numbers = self._pieces(_plain(short)) or self._pieces(_plain(fold(short)))
        if not numbers:
            return np.zeros(3 * self.width, dtype=np.float32)
        found = self._vectors[numbers] * self._scale[numbers, None]
        return np.concatenate((found.mean(axis=0), found[0], found[-1])).astype(np.float32)

    def _pieces(self, word: str) -> list[int]:
        rest, found = f" {word}", []
        while rest:
            end = next((n for n in range(len(rest), 0, -1) if rest[:n] in self._numbers), 0)
            if end:
                found.append(self._numbers[rest[:end]])
            rest = rest[max(end, 1) :]
        return found


def _plain(word: str) -> str:
    """A long word in capitals as one that begins with a capital: pieces know few words in capitals."""
    return word.capitalize() if word.isupper() and len(word) > _SHORT else word


_SHORT = 4
