"""Learn how much a line deserves to be told, from the lines that a careful writer ranked.

    python -m training.lines.salience

A pairwise linear model: of two lines of one resume the one that stands higher in the writer's rank, or stands there at
all, has to come out higher. Records kept out by the hash of their id are never trained on; the figures are theirs.
"""

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from functions.summarize.lines.salience import WEIGHTS_FILE, LinePlace, line_features
from training.composed import Record, records

ROUNDS, RATE, DECAY = 400, 0.5, 0.0015


@dataclass(frozen=True, slots=True)
class Ranked:
    """The lines of one resume: their features and their place in the writer's rank (None where it is left out)."""

    places: tuple[str, ...]
    features: tuple[dict[str, float], ...]
    ranks: tuple[int | None, ...]


def ranked(record: Record) -> Ranked:
    """The lines of a record."""
    places, features = [], []
    for role, job in enumerate(record.resume.roles):
        for index, bullet in enumerate(job.bullets):
            places.append(f"roles.{role}.bullets.{index}")
            current = job.period is not None and job.period.value.current
            place = LinePlace(job.title.value if job.title else "", role, current)
            features.append(dict(line_features(bullet.value, place)))
    ranks = tuple(record.rank.index(place) if place in record.rank else None for place in places)
    return Ranked(tuple(places), tuple(features), ranks)


def learn(resumes: Sequence[Ranked]) -> dict[str, float]:
    """Weights by gradient descent on the logistic loss of all pairs; each resume counts the same."""
    names = sorted({name for resume in resumes for each in resume.features for name in each})
    column = {name: number for number, name in enumerate(names)}
    differences, counts = [], []
    for resume in resumes:
        rows = np.zeros((len(resume.features), len(names)))
        for row, each in zip(rows, resume.features, strict=True):
            for name, value in each.items():
                row[column[name]] = value
        found = list(pairs(resume.ranks))
        for higher, lower, weight in found:
            differences.append(rows[higher] - rows[lower])
            counts.append(weight / len(found))
    matrix, shares = np.array(differences), np.array(counts) / sum(counts)
    weights = np.zeros(len(names))
    for _ in range(ROUNDS):
        wrong = 1 / (1 + np.exp(matrix @ weights))
        weights += RATE * 10 * (matrix.T @ (wrong * shares) - DECAY * weights)
    return {name: round(float(value), 4) for name, value in zip(names, weights, strict=True)}


def pairs(ranks: Sequence[int | None]) -> Iterator[tuple[int, int, float]]:
    """Pairs of lines of which the first stands higher; pairs with one of the four best weigh more."""
    for first, one in enumerate(ranks):
        for second, other in enumerate(ranks):
            if one is not None and (other is None or one < other):
                yield first, second, 2.0 if one < 4 else 1.0


def agreement(resumes: Sequence[Ranked], weights: dict[str, float]) -> dict[str, float]:
    """Pairs in the writer's order; resumes with two (or all there are) of the four best among our four and five."""
    right = total = 0.0
    of_four = of_five = first = 0
    counted = 0
    for resume in resumes:
        scores = [
            math.fsum(weights.get(name, 0.0) * value for name, value in each.items())
            for each in resume.features
        ]
        for higher, lower, _ in pairs(resume.ranks):
            total += 1
            right += scores[higher] > scores[lower]
        best = [at for at, rank in sorted(enumerate(resume.ranks), key=_by_rank) if rank is not None][:4]
        ours = sorted(range(len(scores)), key=lambda at: -scores[at])
        if not best:
            continue
        counted += 1
        needed = min(2, len(best))
        of_four += len(set(ours[:4]) & set(best)) >= needed
        of_five += len(set(ours[:5]) & set(best)) >= needed
        first += ours[0] in best
    return {
        "pairs": round(right / total, 4),
        "two_of_four_best_in_four": round(of_four / counted, 4),
        "two_of_four_best_in_five": round(of_five / counted, 4),
        "our_first_among_four_best": round(first / counted, 4),
    }


def _by_rank(item: tuple[int, int | None]) -> int:
    return 99 if item[1] is None else item[1]


def main() -> None:
    """Learn from the records that are trained on, measure on those kept out, write the weights."""
    everything = list(records())
    trained = [ranked(record) for record in everything if not record.kept_out]
    kept = [(record, ranked(record)) for record in everything if record.kept_out]
    weights = learn([each for each in trained if len(each.places) > 1])
    figures = agreement([each for _, each in kept], weights)
    ordinary = agreement([each for record, each in kept if record.ordinary], weights)
    figures |= {f"ordinary_{name}": value for name, value in ordinary.items()}
    WEIGHTS_FILE.write_text(_as_toml(figures, weights, len(trained), len(kept)), encoding="utf-8")
    for name, value in figures.items():
        print(f"{name:36} {value:.3f}")


def _as_toml(figures: dict[str, float], weights: dict[str, float], trained: int, kept: int) -> str:
    source = (
        f"The ranked lines of {trained} composed records; figures on {kept} kept out by the hash of their id."
    )
    lines = [
        "# What makes a line worth telling; written by training/lines/salience.py. Only differences mean anything.",
        f"source = {json.dumps(source)}",
        'licence = "MIT"',
        "",
        "[left_out]",
        *(f"{name} = {value}" for name, value in figures.items()),
        "",
        "[weights]",
        *(
            f"{json.dumps(name)} = {value}"
            for name, value in sorted(weights.items(), key=lambda item: -item[1])
        ),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
