"""Look for input that breaks reading or telling: `python -m tests.fuzz [--seconds 60] [--seed 0] [--kind facts]`.

Goes through the numbered inputs of a seed until the time is up, files and facts in turn. A find is minimised and kept
as a file in `tests/fuzz/finds`, where `make test` reads it ever after; the exit code is 1 if there was any.
"""

import argparse
import hashlib
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from tests.fuzz.inputs import KINDS, KindName, minimised, numbered
from tests.fuzz.oracle import facts_failure, failure
from tests.fuzz.shrink import shrunk, shrunk_facts

FINDS = Path(__file__).parent / "finds"


@dataclass(frozen=True)
class Check:
    """How inputs of a kind are looked at, made small, and kept."""

    failure: Callable[..., str | None]
    shrunk: Callable[[bytes, Callable[[bytes], bool]], bytes]
    suffix: str


CHECKS: Mapping[KindName, Check] = {
    "files": Check(failure, shrunk, ".docx"),
    "facts": Check(facts_failure, shrunk_facts, ".json"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz for as long as asked; print how many inputs were tried and what was found."""
    chosen = _parse(arguments)
    end = time.monotonic() + chosen.seconds
    kinds: tuple[KindName, ...] = (chosen.kind,) if chosen.kind else tuple(KINDS)
    finds: Counter[tuple[str, str]] = Counter()
    number = chosen.start
    for number in count(chosen.start):
        if time.monotonic() > end:
            break
        for kind in kinds:
            if fault := CHECKS[kind].failure(numbered(chosen.seed, number, kind).data):
                finds[kind, fault] += 1
                if finds[kind, fault] == 1:
                    kept = _keep(chosen.seed, number, kind, fault)
                    print(f"input {number} of {kind}: {fault}: kept as {kept.name}", flush=True)
    print(
        f"{number - chosen.start:,} inputs of seed {chosen.seed} ({', '.join(kinds)}),"
        f" {len(finds)} kinds of fault"
    )
    return int(bool(finds))


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Look for input that breaks reading or telling.")
    parser.add_argument("--seconds", type=float, default=60, help="how long to look (default 60)")
    parser.add_argument("--seed", type=int, default=0, help="another seed tries other inputs (default 0)")
    parser.add_argument("--from", type=int, default=0, dest="start", help="number of the first input")
    parser.add_argument("--kind", choices=tuple(KINDS), help="only files, or only facts (default: in turn)")
    return parser.parse_args(arguments)


def _keep(seed: int, number: int, kind: KindName, fault: str) -> Path:
    """Write the smallest input found that has this fault."""
    check = CHECKS[kind]

    def fails(data: bytes) -> bool:
        return check.failure(data) == fault

    data = minimised(numbered(seed, number, kind), fails).data
    if not fault.startswith("took too long"):  # each try would take as long again
        data = check.shrunk(data, fails)
    path = FINDS / f"{hashlib.sha256(data).hexdigest()[:12]}{check.suffix}"
    FINDS.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path


if __name__ == "__main__":
    raise SystemExit(main())
