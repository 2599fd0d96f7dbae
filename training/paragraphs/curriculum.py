"""What a run learns from, in its order: single sentences, then two, then paragraphs with single ones among them.

Drawn from a seed, the records and the planner, so that the same commit draws the same pairs; the fingerprint says
whether two runs saw the same. Drawing takes longer than many steps: `python -m training.paragraphs.curriculum FILE`
writes the pairs once, for several runs to read.
"""

import argparse
import gzip
import hashlib
import json
import random
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from training.paragraphs.generate import Generator
from training.paragraphs.pair import Pair

PAIRS, HELD_OUT, SEED = 18_000, 60, 20
_SINGLE = 0.25
"""Of the last stage, how many are single sentences: serving asks for one where a paragraph left it out."""


@dataclass(frozen=True, slots=True)
class Curriculum:
    """The pairs of each stage in the order drawn, and those that a run is measured on."""

    single: tuple[Pair, ...]
    double: tuple[Pair, ...]
    whole: tuple[Pair, ...]
    held_out: tuple[Pair, ...]

    def lines(self) -> Iterator[str]:
        """One pair a line, with its stage."""
        for stage in fields(self):
            for pair in getattr(self, stage.name):
                yield json.dumps({"stage": stage.name, **asdict(pair)})

    @property
    def fingerprint(self) -> str:
        """The first half of the SHA-256 of all pairs."""
        return hashlib.sha256("\n".join(self.lines()).encode()).hexdigest()[:32]


def draw(seed: int = SEED, pairs: int = PAIRS, held_out: int = HELD_OUT) -> Curriculum:
    """The curriculum of a seed; `pairs` are those of the last stage."""
    generator = Generator(seed)
    single = tuple(generator.pairs(pairs // 4, most=1))
    double = tuple(generator.pairs(pairs // 5, most=2))
    alone = int(pairs * _SINGLE)
    whole = [*generator.pairs(pairs - alone), *generator.pairs(alone, most=1)]
    random.Random(seed).shuffle(whole)
    kept = tuple(Generator(seed, held_out=True).pairs(held_out))
    return Curriculum(single, double, tuple(whole), kept)


def write(curriculum: Curriculum, path: Path) -> None:
    """Write the pairs for other runs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress("\n".join(curriculum.lines()).encode(), mtime=0))


def read(path: Path) -> Curriculum:
    """The pairs that `write` wrote."""
    stages: dict[str, list[Pair]] = {stage.name: [] for stage in fields(Curriculum)}
    for line in gzip.decompress(path.read_bytes()).decode().splitlines():
        row = json.loads(line)
        stages[row.pop("stage")].append(Pair(**row))
    return Curriculum(**{name: tuple(pairs) for name, pairs in stages.items()})


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--seed", type=int, default=SEED)
    chosen = parser.parse_args()
    curriculum = draw(chosen.seed)
    write(curriculum, chosen.file)
    print(curriculum.fingerprint)


if __name__ == "__main__":
    main()
