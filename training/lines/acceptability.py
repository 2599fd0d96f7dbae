"""Learn whether an editor lets a told line stand: `training/lines/data/judged.tsv` -> weights and figures.

    python -m training.lines.acceptability

Each row is a line of a resume, how the program told it, and what an editor said of that: good, clumsy, false, or
nothing to tell. The figures are of lines left out in ten folds, those of one resume together.
"""

import json
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from functions.summarize.lines import read_line
from functions.summarize.lines.acceptability import WEIGHTS_FILE, told_features
from functions.summarize.lines.joints import up_to_semicolon

DATA = Path(__file__).parent / "data" / "judged.tsv"
Verdict = Literal["good", "clumsy", "false", "nothing"]
_VERDICTS: dict[str, Verdict] = {"g": "good", "c": "clumsy", "f": "false", "t": "nothing"}
FOLDS, ROUNDS, DECAY, SEEN = 10, 60, 20.0, 15
"""Parts that are left out in turn, steps of Newton's method, the ridge, and rows that a feature must stand in."""
KEPT = 0.5
"""The share of lines of which the card says how good they are: what a summary tells of a job."""

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class JudgedLine:
    """A line, how it was told, and what an editor said of it; `better` is the text that would be sent, if any."""

    verdict: Verdict
    form: str
    current: bool
    source: str
    title: str
    line: str
    told: str
    better: str | None


def read_judged() -> Iterator[JudgedLine]:
    """The rows of the file, in order."""
    for row in DATA.read_text(encoding="utf-8").splitlines():
        if not row.startswith("#"):
            what, source, title, line, told, better = row.split("\t")
            verdict, form, current = what.split()
            text = {"=": told, "-": None, "?": None}.get(better, better.removeprefix("> "))
            yield JudgedLine(
                _VERDICTS[verdict], _FORMS[form], current == "+", source, title, line, told, text
            )


_FORMS = {"*": "noun phrase", "p": "past", "s": "present", "h": "perfect"}


def features_of(row: JudgedLine) -> dict[str, float]:
    """What the model sees of a row."""
    reading = read_line(up_to_semicolon(row.line), title=row.title, current=row.current)
    return dict(told_features(reading, row.told, row.form))


def learn(rows: Sequence[dict[str, float]], good: Matrix) -> dict[str, float]:
    """Weights of a logistic model with a ridge, by Newton's method; the first feature is the constant."""
    seen = Counter(name for row in rows for name, value in row.items() if value)
    names = sorted(name for name, count in seen.items() if count >= SEEN)
    column = {name: number for number, name in enumerate(names)}
    table = np.zeros((len(rows), len(names)))
    for at, row in enumerate(rows):
        for name, value in row.items():
            if name in column:
                table[at, column[name]] = value
    ridge = np.full(len(names), DECAY)
    ridge[column["one"]] = 1e-6
    weights = np.zeros(len(names))
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (chance - good) + ridge * weights
        bend = (table * (chance * (1 - chance) + 1e-6)[:, None]).T @ table + np.diag(ridge)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-4:
            break
    return {name: round(float(value), 4) for name, value in zip(names, weights, strict=True)}


def score(row: dict[str, float], weights: dict[str, float]) -> float:
    """The log-odds of a row."""
    return math.fsum(weights.get(name, 0.0) * value for name, value in row.items())


def left_out(judged: Sequence[JudgedLine], rows: Sequence[dict[str, float]]) -> dict[str, float]:
    """How well lines are told apart that were left out: the area under the curve, and what the better half is like."""
    good = np.array([float(one.verdict == "good") for one in judged])
    places = {source: at for at, source in enumerate(dict.fromkeys(one.source for one in judged))}
    fold = np.array([places[one.source] % FOLDS for one in judged])
    scores = np.zeros(len(rows))
    for out in range(FOLDS):
        weights = learn([row for row, at in zip(rows, fold, strict=True) if at != out], good[fold != out])
        for at in np.flatnonzero(fold == out):
            scores[at] = score(rows[int(at)], weights)
    found: dict[str, float] = {}
    acts = np.array([one.form != "noun phrase" for one in judged])
    for name, part in (("acts", acts), ("things", ~acts)):
        order = np.argsort(-scores[part])
        best = order[: int(len(order) * KEPT)]
        verdicts = np.array([one.verdict for one in judged])[part]
        found |= {
            f"{name}_area": area(good[part], scores[part]),
            f"{name}_good": float((verdicts == "good").mean()),
            f"{name}_good_of_better_half": float((verdicts[best] == "good").mean()),
            f"{name}_false": float((verdicts == "false").mean()),
            f"{name}_false_of_better_half": float((verdicts[best] == "false").mean()),
        }
    return {name: round(value, 4) for name, value in found.items()}


def area(good: Matrix, scores: Matrix) -> float:
    """How often a good line stands above one that is not."""
    above, below = scores[good == 1][:, None], scores[good == 0][None]
    return float((above > below).mean() + 0.5 * (above == below).mean())


def main() -> None:
    """Measure on what is left out, learn from everything, write the weights."""
    judged = list(read_judged())
    rows = [features_of(one) for one in judged]
    figures = left_out(judged, rows)
    weights = learn(rows, np.array([float(one.verdict == "good") for one in judged]))
    WEIGHTS_FILE.write_text(as_toml(figures, weights, len(judged)), encoding="utf-8")
    for name, value in figures.items():
        print(f"{name:36} {value:.3f}")


def as_toml(figures: dict[str, float], weights: dict[str, float], count: int) -> str:
    """The file of weights."""
    lines = [
        "# How likely an editor lets a told line stand; written by training/lines/acceptability.py.",
        f'source = "{count} told lines judged by a large language model for this project; figures on lines left out"',
        'licence = "MIT"',
        "",
        "[left_out]",
        *(f"{name} = {value}" for name, value in figures.items()),
        "",
        "[weights]",
        *(f"{json.dumps(name, ensure_ascii=False)} = {value}" for name, value in sorted(weights.items())),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
