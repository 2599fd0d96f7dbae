"""Pairs as ids, in batches of about the same number of tokens, in an order that a seed and an epoch decide."""

import random
from collections.abc import Iterator, Sequence

from training.paragraphs.pair import Pair
from training.tokens import encode

Ids = tuple[list[int], list[int]]
_POOL = 64
"""Batches' worth of pairs that are sorted by length together: little padding, and still a mixed order."""


def as_ids(pairs: Sequence[Pair]) -> list[Ids]:
    """Every pair as ids of prompt and target."""
    return [(encode(pair.prompt), encode(pair.target)) for pair in pairs]


def epoch(rows: Sequence[Ids], tokens: int, seed: int, number: int) -> Iterator[list[Ids]]:
    """All rows once, in batches of at most `tokens` tokens with padding."""
    rng = random.Random(f"{seed}-{number}")
    order = list(rows)
    rng.shuffle(order)
    average = sum(len(prompt) + len(target) for prompt, target in rows[:1000]) / min(len(rows), 1000)
    pool = max(1, int(_POOL * tokens / average))
    for start in range(0, len(order), pool):
        batches = list(_cut(sorted(order[start : start + pool], key=_size), tokens))
        rng.shuffle(batches)
        yield from batches


def _size(row: Ids) -> tuple[int, int]:
    return len(row[0]) + len(row[1]), len(row[0])


def _cut(rows: Sequence[Ids], tokens: int) -> Iterator[list[Ids]]:
    batch: list[Ids] = []
    for row in rows:
        if batch and (len(batch) + 1) * (_size(row)[0] + 2) > tokens:
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch
