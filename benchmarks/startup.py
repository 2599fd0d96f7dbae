"""Start, memory and latency of each service, every process started anew."""

import statistics
import time
from collections.abc import Mapping
from dataclasses import dataclass

import httpx

from benchmarks.processes import started
from functions.summarize import samples

SAMPLE = "charge-nurse"


@dataclass(frozen=True, slots=True)
class Service:
    """A service to start: its module and its environment. `model` is asked for summaries; None writes none."""

    module: str
    environment: Mapping[str, str]
    model: str | None = None


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds to readiness, megabytes resident once it has answered, milliseconds of the median summary."""

    ready: float
    memory: float
    summary: float | None


def measure_starts(services: Mapping[str, Service], runs: int) -> dict[str, Start]:
    """Medians of `runs` starts of each service; they take turns, so that a slow minute hits all of them."""
    taken: dict[str, list[Start]] = {name: [] for name in services}
    for _ in range(runs):
        for name, service in services.items():
            taken[name].append(_start(service))
    return {name: _median(starts) for name, starts in taken.items()}


def _start(service: Service) -> Start:
    with started(service.module, service.environment) as process:
        summary = _median_summary(process.url, service.model) if service.model else None
        return Start(process.ready, process.memory(), summary)


def _median_summary(url: str, model: str, times: int = 15) -> float:
    data = samples.path(SAMPLE).read_bytes()
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        answer = httpx.post(
            f"{url}/generate-summary/", files={"file": data}, data={"model": model}, timeout=120
        )
        taken.append(1000 * (time.perf_counter() - began))
        answer.raise_for_status()
    return statistics.median(taken)


def _median(starts: list[Start]) -> Start:
    summaries = [start.summary for start in starts if start.summary is not None]
    return Start(
        statistics.median(start.ready for start in starts),
        statistics.median(start.memory for start in starts),
        statistics.median(summaries) if summaries else None,
    )
