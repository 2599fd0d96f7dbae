"""One fuzzing input: what it starts from and the mutations done to it, each with its own dice."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tests.fuzz import facts, mutations
from tests.fuzz.bases import bases

Mutate = Callable[[bytes, random.Random], bytes]
KindName = Literal["files", "facts"]
_MOST = 4


@dataclass(frozen=True)
class Kind:
    """What may be sent: what its inputs start from, and how they are damaged."""

    bases: Callable[[], Sequence[bytes]]
    mutations: Mapping[str, Mutate]
    weights: Sequence[int]


KINDS: Mapping[KindName, Kind] = {
    "files": Kind(bases, mutations.MUTATIONS, mutations.WEIGHTS),
    "facts": Kind(facts.documents, facts.MUTATIONS, facts.WEIGHTS),
}


@dataclass(frozen=True)
class Input:
    """The same number of the same seed is always the same input."""

    base: int
    steps: tuple[tuple[str, int], ...]
    kind: KindName = "files"

    @property
    def data(self) -> bytes:
        """The bytes."""
        kind = KINDS[self.kind]
        data = kind.bases()[self.base]
        for name, dice in self.steps:
            data = kind.mutations[name](data, random.Random(dice))
        return data


def numbered(seed: int, number: int, kind: KindName = "files") -> Input:
    """The input of that number."""
    dice, of = random.Random(f"{seed}/{number}"), KINDS[kind]
    names = dice.choices(tuple(of.mutations), of.weights, k=dice.randint(1, _MOST))
    return Input(dice.randrange(len(of.bases())), tuple((name, dice.getrandbits(32)) for name in names), kind)


def minimised(found: Input, fails: Callable[[bytes], bool]) -> Input:
    """The input without the mutations that it fails without."""
    for step in found.steps:
        fewer = replace(found, steps=tuple(each for each in found.steps if each is not step))
        if fails(fewer.data):
            return minimised(fewer, fails)
    return found
