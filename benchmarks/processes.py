"""Services as processes of their own, measured from outside."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.builders.ports import free_port
from tests.builders.waiting import PATIENCE

CLOCK_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Process:
    """A running service. `ready` is the seconds from asking for the process until it was ready."""

    pid: int
    url: str
    ready: float

    def memory(self) -> float:
        """Resident megabytes of the process and its workers, what they share counted once (proportional set size)."""
        return sum(map(_proportional, family(self.pid))) / 1024

    def memory_alone(self) -> float:
        """The same of the process without its workers."""
        return _proportional(self.pid) / 1024

    def cpu_seconds(self) -> float:
        """Seconds of the process and its workers on a CPU so far, those that have ended included."""
        times = (_stat(pid)[11:15] for pid in family(self.pid))
        return sum(int(ticks) for fields in times for ticks in fields) / CLOCK_TICKS

    def open_files(self) -> int:
        """Open file descriptors."""
        return sum(1 for _ in Path(f"/proc/{self.pid}/fd").iterdir())


@contextmanager
def started(
    module: str, environment: Mapping[str, str] = {}, *, health: str = "/readyz", cores: int | None = None
) -> Iterator[Process]:
    """`python -m module`, once it is ready; stopped at the end. Raises `SystemExit` if it ends before.

    `cores` are those that it may run on, all where none is given.
    """
    pinned = ["taskset", "--cpu-list", f"0-{cores - 1}"] if cores else []
    port = free_port()
    began = time.perf_counter()
    process = subprocess.Popen(
        [*pinned, sys.executable, "-m", module],
        env={**os.environ, "PORT": str(port), "HOST": "127.0.0.1", **environment},
        stdout=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_until_ready(url + health, process)
        yield Process(process.pid, url, time.perf_counter() - began)
    finally:
        process.terminate()
        process.wait(PATIENCE)


def family(pid: int) -> list[int]:
    """A process and all that descend from it."""
    parents = {
        int(each.name): _parent(int(each.name)) for each in Path("/proc").iterdir() if each.name.isdigit()
    }
    found = [pid]
    for each in found:
        found += [child for child, parent in parents.items() if parent == each]
    return found


def _parent(pid: int) -> int:
    fields = _stat(pid)
    return int(fields[1]) if fields else 0


def _stat(pid: int) -> list[str]:
    """The fields of /proc/PID/stat from the third on (proc(5)); none of a process that has ended."""
    with suppress(OSError):
        return (
            Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        )
    return []


def _proportional(pid: int) -> int:
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


def _wait_until_ready(url: str, process: subprocess.Popen[bytes]) -> None:
    while process.poll() is None:
        try:
            if httpx.get(url, timeout=1).status_code == httpx.codes.OK:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.005)
    raise SystemExit(f"the service stopped with {process.returncode}")
