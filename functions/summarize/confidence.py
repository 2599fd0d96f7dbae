"""Which facts are told: those that are right in at least 99 of 100 on resumes of kinds never seen."""

from typing import Any

from functions.summarize.resume import Fact

TELLING = 0.9
"""The probability from which a value is told. Below it: silence in the summary, the value in the facts, a notice."""


def is_certain(fact: Fact[Any] | None) -> bool:
    """Whether a sentence may state this fact."""
    return fact is not None and fact.confidence >= TELLING
