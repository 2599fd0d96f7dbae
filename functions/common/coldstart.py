"""How long a process took from its start until it could answer, by phase, and its first answers.

The clock starts when the operating system starts the process, not when Python gets to run: what a person who waits
for a service at rest feels, less the time the platform takes to place the container.
"""

import os
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

STAT = Path("/proc/self/stat")
_STARTTIME = 22
"""Which field of `/proc/PID/stat` holds the start of the process, in clock ticks since boot (proc(5))."""
_IMPORTED = time.monotonic()


@dataclass(frozen=True, slots=True)
class StartSeconds:
    """Seconds by phase. `imports` ends where the server starts and loading begins; `total` is when it is ready."""

    imports: float
    weights: float
    warm_up: float

    @property
    def total(self) -> float:
        """From the start of the process until it was ready."""
        return self.imports + self.weights + self.warm_up

    def rounded(self) -> dict[str, float]:
        """All phases and their total in milliseconds' precision, as metrics, logs and events give them."""
        return {phase: round(seconds, 3) for phase, seconds in (asdict(self) | {"total": self.total}).items()}


def process_age(stat: Path = STAT) -> float:
    """Seconds since this process was started; where there is no /proc, since this module was imported."""
    try:
        # The second field is the program's name in brackets, which may itself hold spaces and brackets.
        fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except FileNotFoundError:
        return time.monotonic() - _IMPORTED
    started = int(fields[_STARTTIME - 3]) / os.sysconf("SC_CLK_TCK")
    return time.clock_gettime(time.CLOCK_BOOTTIME) - started


def run_phases(
    load: Callable[[], None], warm_up: Callable[[], None], age: Callable[[], float] = process_age
) -> StartSeconds:
    """Load the weights, let them answer once, and say how long everything up to there took."""
    began = age()
    load()
    loaded = age()
    warm_up()
    return StartSeconds(imports=began, weights=loaded - began, warm_up=age() - loaded)
