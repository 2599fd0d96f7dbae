"""The named rules of `rules.toml` and the word lists that they go by."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

RuleName = Literal[
    "passive", "named_work", "limit", "honour", "doer", "change", "bracket", "leads", "in_charge", "manages", "team",
    "role", "none", "helping", "object_alone", "coordination", "supplied", "nominal", "bare", "attribute", "measured",
    "rate", "method", "amount", "dated", "level",
]  # fmt: skip


@cache
def rule_words(name: RuleName, key: str = "words") -> frozenset[str]:
    """The words that a rule goes by."""
    return frozenset(str(_rules()[name][key]).split())


@cache
def _rules() -> dict[str, dict[str, object]]:
    return tomllib.loads((files("functions.summarize.lines") / "rules.toml").read_text(encoding="utf-8"))


@cache
def mass_nouns() -> frozenset[str]:
    """Nouns that stand without an article."""
    text = (files("functions.summarize.lines") / "data/mass_nouns.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
