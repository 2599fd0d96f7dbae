"""Whether a service that works stays as it was: memory, open files and CPU over many summaries."""

from dataclasses import dataclass

import httpx

from benchmarks.processes import started
from functions.summarize import samples


@dataclass(frozen=True, slots=True)
class Endurance:
    """Megabytes resident after so many summaries, descriptors at the start and the end, CPU seconds a summary."""

    memory: dict[int, float]
    open_files: tuple[int, int]
    cpu_seconds: float


def measure_endurance(model: str, summaries: int = 400) -> Endurance:
    """Ask one service for the summaries of all samples in turn, on one connection."""
    documents = [samples.path(name).read_bytes() for name in samples.names()]
    checkpoints = {1, summaries // 10, summaries // 4, summaries // 2, summaries}
    memory: dict[int, float] = {}
    with started("functions.summarize", {"MODEL": model}) as process, httpx.Client(timeout=60) as client:
        before, cpu = process.open_files(), process.cpu_seconds()
        for number in range(1, summaries + 1):
            files = {"file": documents[number % len(documents)]}
            answer = client.post(f"{process.url}/generate-summary/", files=files, data={"model": model})
            answer.raise_for_status()
            if number in checkpoints:
                memory[number] = process.memory()
        used = (process.cpu_seconds() - cpu) / summaries
        client.close()
        return Endurance(memory, (before, process.open_files()), used)
