"""One fuzzing input: a starting file and the mutations done to it, each with its own dice."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from tests.fuzz.bases import bases
from tests.fuzz.mutations import MUTATIONS, WEIGHTS

_MOST = 4


@dataclass(frozen=True)
class Input:
    """The same number of the same seed is always the same input."""

    base: int
    steps: tuple[tuple[str, int], ...]

    @property
    def data(self) -> bytes:
        """The bytes."""
        data = bases()[self.base]
        for name, dice in self.steps:
            data = MUTATIONS[name](data, random.Random(dice))
        return data


def numbered(seed: int, number: int) -> Input:
    """The input of that number."""
    dice = random.Random(f"{seed}/{number}")
    names = dice.choices(tuple(MUTATIONS), WEIGHTS, k=dice.randint(1, _MOST))
    return Input(dice.randrange(len(bases())), tuple((name, dice.getrandbits(32)) for name in names))


def minimised(found: Input, fails: Callable[[bytes], bool]) -> Input:
    """The input without the mutations that it fails without."""
    for step in found.steps:
        fewer = replace(found, steps=tuple(each for each in found.steps if each is not step))
        if fails(fewer.data):
            return minimised(fewer, fails)
    return found
