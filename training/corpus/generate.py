"""Draws plans at random and has the grammar write their sentences: pairs of prompt and target, both as tokens.

Deterministic from the seed. Prompts come from the same `encode` that serves, so that what a model learns is what
it will be asked. A twentieth of the resume lines, chosen by hash, is never trained on.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from functions.summarize.prompts import encode
from functions.summarize.prompts.slots import CAPACITY, STYLES, fact_slot
from functions.summarize.sentences import CHOICES, Field, Kind, PlanFact, SentencePlan, Voice
from training.corpus.frames import LISTS, Filler, Unfit, grammar, listed
from training.corpus.lines import composed_line, retold, task_lines, written_lines
from training.corpus.pair import Pair, is_held_out
from training.corpus.written import usable_pairs

_KINDS: tuple[tuple[Kind, int], ...] = (
    ("opening", 20), ("result", 50), ("scope", 8), ("skills", 10), ("credential", 5), ("education", 7),
)  # fmt: skip
# This share of the pairs is written by hand.
_WRITTEN_SHARE = 0.02
# So many results are told of one line; the others join two.
_ONE_LINE = 0.8
# So many skills may be told as two lists.
_HALVED = 4
# After so many tokens of resume lines, an employer named at the end would seem to belong to the last of them.
_LONG_LINES = 9
_TRAILING = ("<employer>] .", "<title>] .", "<employer> .")
# For each kind: how likely a fact is to be in the plan, and how many of it there can be.
_FACTS: dict[Kind, dict[Field, tuple[float, int]]] = {
    "opening": {
        "title": (0.95, 1), "years": (0.85, 1), "employer": (0.85, 1), "domain": (0.12, 1), "specialty": (0.12, 3),
        "skill": (0.12, 3), "credential": (0.08, 2),
    },
    "result": {"title": (0.15, 1), "employer": (0.5, 1)},
    "scope": {
        "title": (0.3, 1), "employer": (0.4, 1), "team_size": (0.75, 1), "budget": (0.5, 1), "sites": (0.5, 1),
        "volume": (0.2, 2),
    },
    "skills": {"skill": (1, 6), "title": (0.2, 1)},
    "credential": {"credential": (1, 3), "title": (0.2, 1)},
    "education": {
        "degree": (0.92, 1), "field": (0.65, 1), "institution": (0.85, 1), "year": (0.6, 1),
    },
}  # fmt: skip


@dataclass(frozen=True)
class Generator:
    """`lines` are the resume lines it may use; `extra` a folder of openly licensed files or None."""

    seed: int
    held_out: bool = False
    extra: Path | None = None
    lines: list[str] = field(init=False, default_factory=list)
    tasks: list[str] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        """Read the lines of its side of the split."""
        self.lines.extend(line for line in written_lines() if is_held_out(line) == self.held_out)
        if self.extra is not None:
            self.tasks.extend(line for line in task_lines(self.extra) if is_held_out(line) == self.held_out)

    def pairs(self, count: int) -> Iterator[Pair]:
        """`count` pairs; the same for the same seed and files."""
        rng = random.Random(f"{self.seed}-{self.held_out}")
        for _ in range(count):
            yield self._pair(rng)

    def _pair(self, rng: random.Random) -> Pair:
        if rng.random() < _WRITTEN_SHARE:
            return rng.choice(usable_pairs(held_out=self.held_out))
        while True:
            kind = rng.choices([kind for kind, _ in _KINDS], [weight for _, weight in _KINDS])[0]
            plan = self._plan(kind, cast("Voice", rng.choice(CHOICES["voice"])), rng)
            manner = rng.randrange(STYLES)
            prompt = encode(plan, manner=manner).text
            target = write(prompt.split(), plan, manner, rng)
            if target is not None:
                return Pair(prompt, target)

    def _plan(self, kind: Kind, voice: Voice, rng: random.Random) -> SentencePlan:
        facts = [PlanFact("name", "N")] if voice == "third" else []
        for name, (chance, most) in _FACTS[kind].items():
            if rng.random() < chance:
                number = rng.randint(1, most) if kind != "skills" or name != "skill" else rng.randint(2, most)
                facts += [PlanFact(name, f"the {name}")] * number
        if kind == "result":
            facts += [
                PlanFact("bullet", self._line(rng)) for _ in range(1 if rng.random() < _ONE_LINE else 2)
            ]
        return SentencePlan(kind, voice, tuple(facts), plain="", current=rng.random() < 0.65)

    def _line(self, rng: random.Random) -> str:
        source = rng.choice(("composed", "written", "tasks") if self.tasks else ("composed", "written"))
        if source == "composed":
            return composed_line(rng)
        return retold(rng.choice(self.tasks), rng) if source == "tasks" else rng.choice(self.lines)


def write(prompt: Sequence[str], plan: SentencePlan, manner: int, rng: random.Random) -> str | None:
    """The grammar's sentence for a prompt, or None where no frame fits."""
    lines = _lines_of(prompt)
    frames = grammar()[plan.kind][plan.voice][_pattern(prompt, plan)]
    slots = frozenset(fact_slot(name, 1) for name in CAPACITY if CAPACITY[name] == 1) & frozenset(prompt)
    lists = {macro: listed(prompt, names) for macro, names in LISTS.items()}
    half = (len(lists["K"]) + 1) // 2 if len(lists["K"]) >= _HALVED else 0
    lists |= {"H": lists["K"][:half], "R": lists["K"][half:] if half else []}
    long = sum(len(line) for line in lines.values()) > _LONG_LINES
    for step in range(len(frames)):
        frame = frames[(manner + step) % len(frames)]
        if long and frame.endswith(_TRAILING):
            continue
        try:
            return Filler(rng, slots, lists, lines).fill(frame)
        except Unfit:
            continue
    return None


def _lines_of(prompt: Sequence[str]) -> dict[str, list[str]]:
    starts = [at for at, token in enumerate(prompt) if token in ("[did]", "[does]", "[had]")]
    ends = [*starts[1:], len(prompt)]
    return {name: list(prompt[start + 1 : end]) for name, start, end in zip("AB", starts, ends, strict=False)}


def _pattern(prompt: Sequence[str], plan: SentencePlan) -> str:
    """Which list of frames fits: the tense for most kinds, how the lines speak for results."""
    if plan.kind != "result":
        tense = "now" if plan.current else "then"
        if plan.kind == "opening" and not plan.texts("title"):
            return f"{tense}_untitled"
        if plan.kind == "education" and not plan.texts("degree"):
            return "studied"
        return tense if plan.kind in ("opening", "scope", "education") else "any"
    return _result_pattern(prompt, plan)


def _result_pattern(prompt: Sequence[str], plan: SentencePlan) -> str:
    """How the lines speak; a line of an earlier role, and a thing that holds a figure, have frames of their own."""
    pattern = "_".join(token[1:-1] for token in prompt if token in ("[did]", "[does]", "[had]"))
    known = grammar()["result"][plan.voice]
    earlier = f"earlier_{pattern}"
    if not plan.current and plan.texts("employer") and earlier in known:
        return earlier
    if pattern == "had" and any(token.endswith("#>") for token in prompt):
        return "had_figure"
    return pattern if pattern in known else "mixed"
