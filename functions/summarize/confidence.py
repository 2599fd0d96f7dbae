"""Which facts are told: those whose calibrated probability of being true is high enough.

Of the values told from 0.9 on, 95 of 100 are true on the hardest pages there are, families that no model was trained
on (`docs/reading.md`); from 0.98 on it would be 97, and half of what ordinary resumes state would not be told.
"""

from typing import Any

from functions.summarize.resume import Fact

TELLING = 0.9
"""The probability from which a value is told. Below it: silence in the summary, the value in the facts, a notice."""


def is_certain(fact: Fact[Any] | None) -> bool:
    """Whether a sentence may state this fact."""
    return fact is not None and fact.confidence >= TELLING
