"""The names of words in context: bidirectional LSTMs with a conditional random field, computed with NumPy.

Each word is given by the vectors of its pieces and by what it shows; two layers read the lines of a section in both
directions and say what speaks for each name, and the field weighs which names follow each other (Huang, Xu and Yu 2015;
Ma and Hovy 2016). A model is several networks that were trained from different beginnings and are asked together: what
they say is averaged. Trained by `training/reading/words.py`.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

import numpy as np

from functions.summarize.parsers.field_lines import FieldLine
from functions.summarize.parsers.sequence_model import Decoded
from functions.summarize.parsers.word_features import Shown, shown
from functions.summarize.parsers.word_pieces import WordPieces

Array = np.ndarray

LONGEST = 400
"""Tokens that are read together: a longer section is read in parts, so that the time stays linear in its length."""
LAYERS = 2
_DOUBT = 0.98


class WordModel:
    """One model: the tokens of sections -> their names."""

    def __init__(self, path: Path, pieces: WordPieces) -> None:
        """Read the weights that `training/reading/words.py` wrote: each an array (networks, ...)."""
        with np.load(path) as stored:
            # One row more, of zeros: what shows nothing that is known. Kept as short as they are stored.
            self._shows = np.pad(stored[_SHOWS], ((0, 0), (0, 1), (0, 0)))
            self._weights: dict[str, Array] = {
                name: stored[name].astype(np.float32)
                for name in stored.files
                if name not in (*_TEXTS, _SHOWS)
            }
            texts = {name: stored[name].tobytes().decode().split("\n") for name in _TEXTS}
        self.labels = tuple(texts["labels"])
        self.features = tuple(texts["features"])
        self._numbers = {name: number for number, name in enumerate(self.features)}
        self.transitions = self._weights["transitions"].mean(axis=0)
        self._hidden = [
            np.stack([_turned(self._weights.pop(f"{name}.weight_hh_l0")) for name in _ways(layer)])
            for layer in range(LAYERS)
        ]
        self._pieces = pieces

    def decode(self, runs: Sequence[Sequence[FieldLine]]) -> Iterator[list[Decoded]]:
        """For each run of lines the best name of each break and token."""
        parts = [list(parts_of(run)) for run in runs]
        scores = chain.from_iterable(map(self.scores, _batches(chain.from_iterable(parts))))
        for of_run in parts:
            yield [one for _ in of_run for one in self._decoded(next(scores))]

    def _decoded(self, scores: Array) -> Iterator[Decoded]:
        chances = marginals(scores, self.transitions)
        for first, row in zip(best_way(scores, self.transitions), chances, strict=True):
            sure, row[first] = float(row[first]), -1.0
            yield self.labels[first], sure, "" if sure >= _DOUBT else self.labels[int(row.argmax())]

    def scores(self, parts: Sequence[Sequence[Shown]]) -> Iterator[Array]:
        """What speaks for each name, for every token of each part: logarithms, before the neighbours are asked."""
        if not parts:
            return
        lengths = [len(part) for part in parts]
        inputs = self._inputs([one for part in parts for one in part])
        layers = []
        for layer in range(LAYERS):
            inputs = self._both_ways(inputs, lengths, layer)
            layers.append(inputs)
        scores = self._linear("out", np.concatenate(layers, axis=-1)).mean(axis=0)
        yield from np.split(scores, np.cumsum(lengths)[:-1])

    def _linear(self, name: str, inputs: Array) -> Array:
        found: Array = (
            inputs @ _turned(self._weights[f"{name}.weight"]) + self._weights[f"{name}.bias"][:, None]
        )
        return found

    def _inputs(self, shown: Sequence[Shown]) -> Array:
        """What each network knows of each break and token: its word, then what it shows."""
        known = {word: self._pieces.vectors_of(word) for word in {one.word for one in shown}}
        words = np.maximum(self._linear("words", np.stack([known[one.word] for one in shown])), 0)
        features = [self._features(shown[at : at + _LOOKED_UP]) for at in range(0, len(shown), _LOOKED_UP)]
        return np.concatenate((words, np.concatenate(features, axis=1)), axis=-1)

    def _features(self, shown: Sequence[Shown]) -> Array:
        """The sum of the vectors of what each shows: (networks, tokens, width)."""
        known = [[self._numbers[name] for name in one.features if name in self._numbers] for one in shown]
        rows = [number for numbers in known for number in (*numbers, len(self.features))]
        begins = np.cumsum([0, *(len(numbers) + 1 for numbers in known[:-1])])
        found: Array = np.add.reduceat(self._shows[:, rows], begins, axis=1, dtype=np.float32)
        return found

    def _both_ways(self, inputs: Array, lengths: Sequence[int], layer: int) -> Array:
        """One layer over all parts, the longest first, so that those still going on stand together."""
        order = sorted(range(len(lengths)), key=lambda number: -lengths[number])
        sizes = np.array([lengths[number] for number in order])
        begins = (np.cumsum(lengths) - lengths)[order]
        gates = [
            inputs @ _turned(self._weights[f"{name}.weight_ih_l0"])
            + self._weights[f"{name}.bias_l0"][:, None]
            for name in _ways(layer)
        ]
        return _lstm(gates, self._hidden[layer], begins, sizes)


_TEXTS = ("labels", "features")
_SHOWS = "shows.weight"
_FAINTEST = -30.0
"""Below, a gate is shut; its exponential stays finite."""
_LOOKED_UP = 500
"""Tokens whose features are looked up at a time."""
TOGETHER = 4000
"""Tokens that are computed at a time: memory does not grow with the document."""


def _batches(parts: Iterable[list[Shown]]) -> Iterator[list[list[Shown]]]:
    """Whole parts in order, so many that they hold about `TOGETHER` tokens."""
    batch: list[list[Shown]] = []
    for part in parts:
        if batch and sum(map(len, batch)) + len(part) > TOGETHER:
            yield batch
            batch = []
        batch.append(part)
    if batch:
        yield batch


def _ways(layer: int) -> tuple[str, str]:
    return f"layers.{layer}.there", f"layers.{layer}.back"


def _turned(weights: Array) -> Array:
    return weights.swapaxes(-1, -2)


def _lstm(gates: Sequence[Array], hidden: Array, begins: Array, sizes: Array) -> Array:
    """The states of both directions beside each other; gates in the order input, forget, cell, output.

    `gates`: for each direction (networks, tokens, 4 * width); `hidden`: (2, networks, width, 4 * width); the first
    token and the length of each part, the longest first. -> (networks, tokens, 2 * width)
    """
    networks, width = hidden.shape[1:3]
    found = np.empty((networks, gates[0].shape[1], 2 * width), dtype=np.float32)
    state = np.zeros((2, networks, len(sizes), width), dtype=np.float32)
    cell = np.zeros_like(state)
    longer = np.searchsorted(-sizes, -np.arange(int(sizes[0]))).tolist()  # parts longer than each step
    lasts = begins + sizes - 1
    for step, going in enumerate(longer):
        forward, backward = begins[:going] + step, lasts[:going] - step
        each = state[:, :, :going] @ hidden
        each[0] += gates[0][:, forward]
        each[1] += gates[1][:, backward]
        made = np.tanh(each[..., 2 * width : 3 * width])
        squashed = _squashed(each)
        made *= squashed[..., :width]
        cell = squashed[..., width : 2 * width] * cell[:, :, :going]
        cell += made
        state = np.tanh(cell)
        state *= squashed[..., 3 * width :]
        found[:, forward, :width], found[:, backward, width:] = state
    return found


def _squashed(each: Array) -> Array:
    """The logistic function, in place: the arrays of a step are small, and to make new ones costs as much."""
    np.maximum(each, _FAINTEST, out=each)
    np.negative(each, out=each)
    np.exp(each, out=each)
    each += 1
    np.divide(1, each, out=each)
    return each


def best_way(scores: Array, transitions: Array) -> list[int]:
    """The most probable sequence of names (Viterbi)."""
    ways, came_from = scores[0], []
    for each in scores[1:]:
        reached = ways[:, None] + transitions
        came_from.append(reached.argmax(axis=0))
        ways = reached.max(axis=0) + each
    best = [int(ways.argmax())]
    for before in reversed(came_from):
        best.append(int(before[best[-1]]))
    return best[::-1]


def marginals(scores: Array, transitions: Array) -> Array:
    """The probability of each name of each token over all sequences (forward and backward)."""
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    moves = np.exp(transitions)
    there, back = weights.copy(), np.ones_like(weights)
    for step in range(1, len(scores)):
        there[step] *= there[step - 1] @ moves
        there[step] /= there[step].sum()
        behind = -step
        back[behind - 1] = moves @ (back[behind] * weights[behind])
        back[behind - 1] /= back[behind - 1].sum()
    found: Array = there * back
    found /= found.sum(axis=1, keepdims=True)
    return found


def parts_of(run: Sequence[FieldLine]) -> Iterator[list[Shown]]:
    """The breaks and tokens of a run in parts of whole lines, each of at most `LONGEST` unless a line is longer."""
    part: list[Shown] = []
    for line in shown(run):
        if part and len(part) + len(line) > LONGEST:
            yield part
            part = []
        part += line
    if part:
        yield part
