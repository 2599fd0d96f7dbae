"""Look for bytes that break reading: `python -m tests.fuzz [--seconds 60] [--seed 0] [--from 0]`.

Goes through the numbered inputs of a seed until the time is up. A find is minimised and kept as a file in
`tests/fuzz/finds`, where `make test` reads it ever after; the exit code is 1 if there was any.
"""

import argparse
import hashlib
import time
from collections import Counter
from collections.abc import Sequence
from itertools import count
from pathlib import Path

from tests.fuzz.inputs import minimised, numbered
from tests.fuzz.oracle import failure
from tests.fuzz.shrink import shrunk

FINDS = Path(__file__).parent / "finds"


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz for as long as asked; print how many inputs were tried and what was found."""
    chosen = _parse(arguments)
    end = time.monotonic() + chosen.seconds
    finds: Counter[str] = Counter()
    number = chosen.start
    for number in count(chosen.start):
        if time.monotonic() > end:
            break
        data = numbered(chosen.seed, number).data
        if fault := failure(data):
            finds[fault] += 1
            if finds[fault] == 1:
                print(
                    f"input {number}: {fault}: kept as {_keep(chosen.seed, number, fault).name}", flush=True
                )
    print(f"{number - chosen.start:,} inputs of seed {chosen.seed}, {len(finds)} kinds of fault")
    return int(bool(finds))


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Look for bytes that break reading.")
    parser.add_argument("--seconds", type=float, default=60, help="how long to look (default 60)")
    parser.add_argument("--seed", type=int, default=0, help="another seed tries other inputs (default 0)")
    parser.add_argument("--from", type=int, default=0, dest="start", help="number of the first input")
    return parser.parse_args(arguments)


def _keep(seed: int, number: int, fault: str) -> Path:
    """Write the smallest file found that has this fault."""

    def fails(data: bytes) -> bool:
        return failure(data) == fault

    data = minimised(numbered(seed, number), fails).data
    if not fault.startswith("took too long"):  # each try would take as long again
        data = shrunk(data, fails)
    path = FINDS / f"{hashlib.sha256(data).hexdigest()[:12]}.docx"
    FINDS.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path


if __name__ == "__main__":
    raise SystemExit(main())
