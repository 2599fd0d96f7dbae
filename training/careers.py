"""Learn which roles belong to one line of work, from the roles that the composed summaries count.

`python -m training.careers` writes `functions/summarize/planning/data/line_of_work.toml`.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from functions.summarize.planning.line_of_work import COUNTED, features
from training.composed import Record, records

WEIGHTS = Path(__file__).parent.parent / "functions" / "summarize" / "planning" / "data" / "line_of_work.toml"
_STEPS, _RATE, _RIDGE = 6000, 0.5, 0.003

Example = tuple[dict[str, float], bool, bool]


def examples() -> Iterator[Example]:
    """Every role before the latest counted one: its features, whether it is counted, whether it is kept out."""
    for record in records():
        yield from _of(record)


def _of(record: Record) -> Iterator[Example]:
    gold = sorted(int(place.split(".")[1]) for place in (record.years or {}).get("counts", ()))
    counted = gold[:1]
    for index in range(gold[0] + 1 if gold else 0, len(record.resume.roles) if gold else 0):
        yield dict(features(record.resume, index, counted)), index in gold, record.kept_out
        if index in gold:
            counted.append(index)


def learn(rows: Sequence[Example]) -> dict[str, float]:
    """The weights of a logistic model, by plain gradient descent from zero: the same rows, the same weights."""
    names = list(rows[0][0])
    x = np.array([[row[0][name] for name in names] for row in rows])
    y = np.array([row[1] for row in rows], dtype=float)
    weights = np.zeros(len(names))
    for _ in range(_STEPS):
        error = 1 / (1 + np.exp(-x @ weights)) - y
        weights -= _RATE * (x.T @ error / len(y) + _RIDGE * weights)
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}


def agreement(rows: Sequence[Example], weights: dict[str, float]) -> float:
    """The share of roles that are decided as the writer did."""
    right = 0
    for values, counted, _ in rows:
        total = sum(weights[name] * value for name, value in values.items())
        right += (1 / (1 + np.exp(-total)) > COUNTED) == counted
    return right / len(rows)


def main() -> None:
    """Learn, measure, write."""
    rows = list(examples())
    seen = [row for row in rows if not row[2]]
    kept = [row for row in rows if row[2]]
    weights = learn(seen)
    lines = [
        "# Learned by `python -m training.careers` from the roles that composed summaries count; do not edit.",
        f"# {len(seen)} roles learned from. Decided as the writer did: {agreement(seen, weights):.3f} of them,",
        f"# {agreement(kept, weights):.3f} of {len(kept)} roles of records kept out.",
        "",
        "[weights]",
        *(f"{name} = {weight}" for name, weight in weights.items()),
    ]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
