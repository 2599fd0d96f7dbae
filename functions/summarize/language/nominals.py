"""Nouns that name an act, and the verb of each: "preparation", prepare."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun of an act: its verb, and whether the act goes on as long as the job ("duty") or is done once."""

    verb: str
    kind: Literal["duty", "act"]


@cache
def nominals() -> dict[str, Nominal]:
    """The nouns of `data/nominals.txt` with their verbs."""
    text = (files("functions.summarize.language") / "data/nominals.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return {noun: Nominal(verb, "act" if kind == "act" else "duty") for noun, verb, kind in rows}
