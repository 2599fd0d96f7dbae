"""The verbs that resume lines begin with, in all their forms; data in `data/verbs.tsv`."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Form = Literal["base", "third", "past", "participle", "gerund"]


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb: run, runs, ran, run, running."""

    base: str
    third: str
    past: str
    participle: str
    gerund: str


def recognise(word: str) -> tuple[Verb, Form] | None:
    """The verb a word is a form of, and which form; None for any other word.

    "led" is a past, never a participle: resume lines are written in the active voice. A word that is both
    base and past ("cut", "put") is a past.
    """
    return _by_form().get(word.lower())


@cache
def _by_form() -> dict[str, tuple[Verb, Form]]:
    table: dict[str, tuple[Verb, Form]] = {}
    order: tuple[Form, ...] = ("past", "base", "third", "gerund", "participle")
    for form in order:
        for verb in all_verbs():
            for word in _spellings(getattr(verb, form)):
                table.setdefault(word, (verb, form))
    return table


@cache
def all_verbs() -> tuple[Verb, ...]:
    """Every verb of the table, in alphabetical order."""
    text = (files("functions.summarize.language") / "data/verbs.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return tuple(Verb(*row) for row in rows)


def _spellings(word: str) -> tuple[str, ...]:
    """British and American: modelled and modeled, travelling and traveling."""
    for doubled, single in (("lled", "led"), ("lling", "ling")):
        if word.endswith(doubled) and len(word) > len(doubled) + 3:
            return word, word.removesuffix(doubled) + single
    return (word,)
