"""Fit what the models' confidences are worth, on values of families that the models were not trained on.

Calibrated is whether a value is true, see `measures.py`. For each kind of value a logistic regression over what
`valued.py` observes; Newton's method with a small ridge, so that the same values give the same weights. The reliability
that is reported is of families left out once more: the weights that judge a family were fitted on the others.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

from functions.summarize.parsers.calibration import CALIBRATION_FILE, Weights, probability
from functions.summarize.parsers.valued import FEATURES
from training.reading.measures import Judged

_RIDGE = 1.0
_STEPS = 30
_FEWEST = 25
"""Values of a kind with fewer examples keep what all kinds together are worth."""
BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1.0)


def fit(judged: Sequence[Judged]) -> Weights:
    """The weights of every kind."""
    kinds = sorted({each.value.kind for each in judged})
    common = _regression(judged)
    return {
        kind: _regression(own)
        if len(own := [one for one in judged if one.value.kind == kind]) >= _FEWEST
        else common
        for kind in kinds
    }


def _regression(judged: Sequence[Judged]) -> tuple[float, ...]:
    seen = np.array([one.value.observed for one in judged], dtype=float)
    right = np.array([one.true for one in judged], dtype=float)
    weights = np.zeros(seen.shape[1])
    ridge = np.eye(seen.shape[1]) * _RIDGE
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(seen @ weights, -30, 30)))
        slope = seen.T @ (right - chance) - ridge @ weights
        bend = (seen * (chance * (1 - chance))[:, None]).T @ seen + ridge
        weights += np.linalg.solve(bend, slope)
    return tuple(round(float(weight), 4) for weight in weights)


def write(weights: Weights, folder: Path) -> None:
    """Write the weights beside the models."""
    lines = [
        "# What the confidences of the models are worth, by kind of value; written by `make evaluate-reading`.",
        f"# Weights of: {', '.join(FEATURES)}.",
        "",
        "[weights]",
        *(f"{kind} = [{', '.join(map(str, each))}]" for kind, each in sorted(weights.items())),
    ]
    (folder / CALIBRATION_FILE).write_text("\n".join(lines) + "\n", "utf-8")


def chances(judged: Iterable[Judged], weights: Weights) -> Iterator[tuple[Judged, float]]:
    """Each value with its calibrated probability."""
    for one in judged:
        yield one, probability(one.value, weights)


Bin = tuple[float, float, int, int, float]
"""From, to, values, right ones, mean probability."""


def reliability(values: Sequence[tuple[Judged, float]]) -> list[Bin]:
    """Of the values said with so much, how many are true."""
    table: list[Bin] = []
    for low, high in pairwise(BINS):
        inside = [
            (one.true, chance) for one, chance in values if low <= chance < high or chance == high == 1.0
        ]
        if inside:
            mean = sum(chance for _, chance in inside) / len(inside)
            table.append((low, high, len(inside), sum(true for true, _ in inside), mean))
    return table


def threshold(values: Sequence[tuple[Judged, float]], precision: float) -> float:
    """The least probability from which on so many of the values are right; 1 where no such one is."""
    ordered = sorted(values, key=lambda pair: -pair[1])
    best, right = 1.0, 0
    for count, (one, chance) in enumerate(ordered, start=1):
        right += one.true
        if right >= precision * count and (count == len(ordered) or ordered[count][1] < chance):
            best = chance
    return math.floor(best * 1000) / 1000
