"""Fills the frames of `grammar.toml`: wordings chosen, facts told once, lists and resume lines put in place."""

import random
import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from functions.summarize.prompts.slots import CAPACITY, fact_slot
from functions.summarize.sentences import Field

GRAMMAR = Path(__file__).with_name("grammar.toml")
LISTS: dict[str, tuple[Field, ...]] = {
    "S": ("specialty",),
    "K": ("skill",),
    "C": ("credential",),
    "V": ("team_size", "budget", "sites", "volume"),
    "T": ("team_size",),
    "M": ("budget", "sites", "volume"),
}
_SLOT = re.compile(r"<[a-z_]+\d*>")
_MACRO = re.compile(r"\(([A-Z])(?:\.([a-z]+)(@?))?\)")
_JOINTS_AFTER_OBJECT = frozenset(
    ("from", "by", "in", "within", "through", "across", "over", "during", "using")
)


class Unfit(Exception):  # noqa: N818 - a signal within this module and its caller, not an error
    """The frame needs a fact that the plan does not have."""


@cache
def grammar() -> dict[str, dict[str, dict[str, list[str]]]]:
    """Kind, voice, tense or pattern of lines, to frames."""
    return tomllib.loads(GRAMMAR.read_text(encoding="utf-8"))


class Filler:
    """Fills one frame for one plan: `slots` are the fact tokens at hand, `lists` and `lines` what macros stand for."""

    def __init__(
        self,
        rng: random.Random,
        slots: frozenset[str],
        lists: Mapping[str, Sequence[str]],
        lines: Mapping[str, Sequence[str]],
    ) -> None:
        self._rng = rng
        self._slots = slots
        self._lists = lists
        self._lines = lines
        self._told: set[str] = set()

    def fill(self, frame: str) -> str:
        """The tokens of the sentence, or `Unfit`."""
        text = self._expand(frame)
        if not self._fits(text):
            raise Unfit
        if {"and", ","} & set(self._lines.get("A", ())):
            text = re.sub(r"(?<!,) and \(B", " , and (B", text)
        return _clean(_MACRO.sub(self._macro, text))

    def _expand(self, text: str) -> str:
        """Resolve the groups from left to right, outermost first."""
        parts: list[str] = []
        while (found := re.search(r"[\[{]", text)) is not None:
            before, inside, after = _split_group(text, found.start())
            parts.append(before)
            self._tell(before)
            parts.append(self._choose(inside) if text[found.start()] == "{" else self._first_fit(inside))
            text = after
        self._tell(text)
        return "".join((*parts, text))

    def _choose(self, inside: str) -> str:
        return self._expand(self._rng.choice(_alternatives(inside)))

    def _first_fit(self, inside: str) -> str:
        for alternative in _alternatives(inside.removeprefix("!")):
            bare = _outer(alternative)
            names = set(_names(bare))
            if names <= self._available() - self._told:
                return self._expand(alternative)
        if inside.startswith("!"):
            raise Unfit
        return ""

    def _available(self) -> set[str]:
        return {*self._slots, *(name for name, items in self._lists.items() if items), *self._lines}

    def _tell(self, text: str) -> None:
        self._told.update(_names(text))

    def _fits(self, text: str) -> bool:
        return set(_names(text)) <= self._available()

    def _macro(self, found: re.Match[str]) -> str:
        name, form, at = found.groups()
        if name in self._lists:
            return enumeration(self._lists[name])
        tokens = [token.replace("!>", f".{form}>") for token in self._lines[name]]
        if at and "<employer>" in self._slots:
            cut = 2 if len(tokens) > 2 and tokens[2] in _JOINTS_AFTER_OBJECT else len(tokens)
            tokens[cut:cut] = ["at", "<employer>"]
        return " ".join(tokens)


def listed(prompt: Sequence[str], fields: Sequence[Field]) -> list[str]:
    """The tokens of a prompt that are facts of these fields, in order."""
    wanted = {fact_slot(field, number + 1) for field in fields for number in range(CAPACITY[field])}
    return [token for token in prompt if token in wanted]


def enumeration(items: Sequence[str]) -> str:
    """Tokens of a list: `x`, `x and y`, `x , y and z`."""
    return items[0] if len(items) == 1 else f"{' , '.join(items[:-1])} and {items[-1]}"


def _names(text: str) -> list[str]:
    return [*_SLOT.findall(text), *(name for name, _, _ in _MACRO.findall(text))]


def _outer(text: str) -> str:
    """What is left when optional groups are taken away: the part that decides whether an alternative fits."""
    while (found := re.search(r"\[", text)) is not None:
        before, _, after = _split_group(text, found.start())
        text = before + after
    return text


def _split_group(text: str, start: int) -> tuple[str, str, str]:
    """What stands before a bracket, inside it, and after the one that closes it."""
    depth = 0
    for at in range(start, len(text)):
        depth += (text[at] in "[{") - (text[at] in "]}")
        if depth == 0:
            return text[:start], text[start + 1 : at], text[at + 1 :]
    raise ValueError(f"A bracket of the frame {text!r} is never closed.")


def _alternatives(inside: str) -> list[str]:
    """Split at the bars that stand in no bracket of their own."""
    parts, depth = [""], 0
    for letter in inside:
        depth += (letter in "[{") - (letter in "]}")
        if letter == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return parts


def _clean(text: str) -> str:
    """Single spaces, and no comma before another mark or at the start."""
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"(?: ,)+(?= [,.])", "", text)
    return text.removeprefix(", ")
