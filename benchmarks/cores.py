"""What a second core gives: throughput over HTTP, and files a second of a batch on the command line."""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.load import Load, Upload, put_load
from benchmarks.processes import started
from benchmarks.startup import SAMPLE
from functions.summarize import samples

CORES = (1, 2)
CLIENTS = (1, 2, 4, 8, 16)
FILES = 200


@dataclass(frozen=True, slots=True)
class OnCores:
    """What was met with so many cores and as many workers: load, seconds of the processor a summary, files a second."""

    cores: int
    load: Sequence[Load]
    cpu_seconds: float
    files: float


def measure_cores(model: str, each: int = 48, files: int = FILES) -> list[OnCores]:
    """The same with one core and with two, one after the other."""
    return [_measure(cores, model, each, files) for cores in CORES]


def _measure(cores: int, model: str, each: int, files: int) -> OnCores:
    upload = Upload.of(samples.path(SAMPLE).read_bytes(), {}, {})
    environment = {"MODEL": model, "WORKERS": str(cores), "QUEUE": str(max(CLIENTS))}
    with started("functions.summarize", environment, cores=cores) as process:
        put_load(process.url, upload, callers=cores, each=5)
        before = process.cpu_seconds()
        load = [put_load(process.url, upload, callers=n, each=max(2, each // n)) for n in CLIENTS]
        summaries = sum(n * max(2, each // n) for n in CLIENTS)
        spent = (process.cpu_seconds() - before) / summaries
    return OnCores(cores, load, spent, _batch(cores, files))


def _batch(jobs: int, files: int) -> float:
    """Files a second of `resume-summary batch --jobs`, start included."""
    with tempfile.TemporaryDirectory() as folder:
        names = samples.names()
        for number in range(files):
            shutil.copy(samples.path(names[number % len(names)]), Path(folder) / f"{number:04}.docx")
        command = [str(Path(sys.executable).with_name("resume-summary")), "batch", folder]
        began = time.perf_counter()
        subprocess.run(
            [
                "taskset",
                "--cpu-list",
                f"0-{jobs - 1}",
                *command,
                "--out",
                f"{folder}/r.csv",
                "--jobs",
                str(jobs),
            ],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        return files / (time.perf_counter() - began)
