"""ROUGE-1, ROUGE-2 and ROUGE-L F1 of a text against a reference (Lin, 2004), on lower-case words without stemming."""

import re
from collections import Counter
from collections.abc import Sequence


def rouge(text: str, reference: str) -> dict[str, float]:
    """The three scores, 0 to 1."""
    ours, theirs = _words(text), _words(reference)
    return {
        "rouge1": _f1(_overlap(ours, theirs, 1), len(ours), len(theirs)),
        "rouge2": _f1(_overlap(ours, theirs, 2), len(ours) - 1, len(theirs) - 1),
        "rougeL": _f1(_longest_common(ours, theirs), len(ours), len(theirs)),
    }


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _overlap(ours: Sequence[str], theirs: Sequence[str], size: int) -> int:
    def grams(said: Sequence[str]) -> Counter[tuple[str, ...]]:
        return Counter(tuple(said[i : i + size]) for i in range(len(said) - size + 1))

    return (grams(ours) & grams(theirs)).total()


def _longest_common(ours: Sequence[str], theirs: Sequence[str]) -> int:
    row = [0] * (len(theirs) + 1)
    for word in ours:
        above = row
        row = [0]
        for column, other in enumerate(theirs):
            row.append(above[column] + 1 if word == other else max(row[-1], above[column + 1]))
    return row[-1]


def _f1(common: int, ours: int, theirs: int) -> float:
    return 2 * common / (ours + theirs) if common else 0.0
