"""How sure the reader is, as a probability: of the values said with 0.9, nine in ten are right.

The models' own probabilities are too sure of what they have never seen. `weights/calibration.toml` holds, for each kind
of value, the weights of a logistic regression over what `valued.py` observes, fitted on families that the models were
not trained on (`training/reading/calibrate.py`).
"""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from functions.summarize.parsers.valued import Value, values_of
from functions.summarize.resume import Fact, Resume, Skill

CALIBRATION_FILE = "calibration.toml"
FOLDER = Path(__file__).parent / "weights"

Weights = Mapping[str, tuple[float, ...]]
"""The weights of each kind of value, in the order of `valued.FEATURES`."""


@cache
def read_calibration(folder: Path = FOLDER) -> Weights:
    """The fitted weights; none where the folder has no calibration, as while it is being fitted."""
    path = folder / CALIBRATION_FILE
    if not path.exists():
        return {}
    table = tomllib.loads(path.read_text("utf-8"))
    return {kind: tuple(weights) for kind, weights in table["weights"].items()}


def probability(value: Value, weights: Weights) -> float:
    """How likely the value is right."""
    if value.kind not in weights:
        return float(value.fact.confidence)
    score = sum(weight * seen for weight, seen in zip(weights[value.kind], value.observed, strict=True))
    return round(1 / (1 + math.exp(-score)), 4)


def calibrated(resume: Resume, weights: Weights | None = None) -> Resume:
    """The resume with probabilities in place of the models' own confidences; nothing else changes."""
    weights = read_calibration() if weights is None else weights
    if not weights:
        return resume
    chances = {id(value.fact): probability(value, weights) for value in values_of(resume)}
    return replace(resume, **{part: _with(getattr(resume, part), chances) for part in _PARTS})


_PARTS = ("name", "contact", "roles", "volunteering", "education", "credentials", "languages", "skills")


def _with(part: Any, chances: Mapping[int, float]) -> Any:
    """A record or several, with the probability of each fact in them."""
    if isinstance(part, tuple):
        return tuple(_with(one, chances) for one in part)
    if id(part) in chances:
        return replace(part, confidence=chances[id(part)])
    if not is_dataclass(part) or isinstance(part, type | Fact | Skill):
        return part
    return replace(part, **{one.name: _with(getattr(part, one.name), chances) for one in fields(part)})
