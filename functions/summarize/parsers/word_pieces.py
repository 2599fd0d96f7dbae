"""Words as pieces with vectors: what a language model knows of how words are used, without the model.

The vectors are the input embeddings of SmolLM2-135M-Instruct (Apache-2.0), shortened (`training/reading/pieces.py`).
A word is cut from its beginning into the longest pieces there are.
"""

from pathlib import Path

import marisa_trie
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
            vectors, scale = stored["vectors"], stored["scale"]
        self._names = marisa_trie.Trie(names)  # as a dictionary they would take fifty times the memory
        order = np.argsort([self._names[name] for name in names])
        self._vectors, self._scale = vectors[order], scale[order]
        self.width: int = vectors.shape[1]

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
            beginnings = self._names.prefixes(rest)  # the longest last
            if beginnings:
                found.append(self._names[beginnings[-1]])
            rest = rest[len(beginnings[-1]) if beginnings else 1 :]
        return found


def _plain(word: str) -> str:
    """A long word in capitals as one that begins with a capital: pieces know few words in capitals."""
    return word.capitalize() if word.isupper() and len(word) > _SHORT else word


_SHORT = 4
