"""Start, memory and latency of the services, beside the transformers engine, in one run: `make bench`.

Every process is started anew, and the two engines take turns, so that a slow minute of the machine hits both.
The transformers engine serves the float32 checkpoint that `make train` left in runs/MODEL/best, or another one of the
same size (`--checkpoint FOLDER`). Without one its row is left out: random weights do not know when to stop, and would
make it look far slower than it is.
"""

import argparse
import json
import os
import platform
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from benchmarks.checkpoints import install
from functions.summarize import samples

SAMPLE = "charge-nurse"


@dataclass(frozen=True, slots=True)
class Measured:
    """One start of one service: seconds to readiness, MB resident, milliseconds of the median summary."""

    ready: float
    memory: float
    summary: float | None


def main() -> None:
    """Measure, print a table, and write it as JSON with `--json FILE`."""
    arguments = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        services: dict[str, tuple[str, Mapping[str, str]]] = {
            "catalog": ("functions.catalog", {}),
            "summarize, ctranslate2": ("functions.summarize", {"MODEL": arguments.model}),
        }
        checkpoint = arguments.checkpoint or Path("runs") / arguments.model / "best"
        if checkpoint.is_dir():
            install(checkpoint, Path(folder) / arguments.model, arguments.model)
            reference = {"MODEL": arguments.model, "ENGINE": "transformers", "WEIGHTS": folder}
            services["summarize, transformers"] = ("functions.summarize", reference)
        else:
            print(
                f"{checkpoint} is not there: the transformers engine is left out (make train, or --checkpoint)\n"
            )
        runs: dict[str, list[Measured]] = {name: [] for name in services}
        for _ in range(arguments.runs):
            for name, (module, environment) in services.items():
                runs[name].append(measure(module, environment, model=arguments.model))
    table = {name: _medians(measured) for name, measured in runs.items()}
    _print(table, arguments.runs)
    if arguments.json:
        record = {
            "machine": platform.processor() or platform.machine(),
            "cpus": os.cpu_count(),
            "medians": table,
        }
        arguments.json.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")


def measure(module: str, environment: Mapping[str, str], *, model: str) -> Measured:
    """Start a service, wait until it is ready, ask it for summaries if it writes them, and stop it."""
    with _started(module, environment) as (process, url, began):
        _wait_until_ready(url, process)
        ready = time.perf_counter() - began
        summary = _median_summary(url, model) if module.endswith("summarize") else None
        return Measured(ready, _resident_megabytes(process.pid), summary)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5, help="starts of each service; medians are printed")
    parser.add_argument("--model", default="t5")
    parser.add_argument(
        "--checkpoint", type=Path, help="trained float32 checkpoint; default: runs/MODEL/best"
    )
    parser.add_argument("--json", type=Path)
    return parser.parse_args()


@contextmanager
def _started(
    module: str, environment: Mapping[str, str]
) -> Iterator[tuple[subprocess.Popen[bytes], str, float]]:
    port = _free_port()
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", module],
        env={**os.environ, "PORT": str(port), "HOST": "127.0.0.1", **environment},
        stdout=subprocess.DEVNULL,
    )
    try:
        yield process, f"http://127.0.0.1:{port}", began
    finally:
        process.terminate()
        process.wait(timeout=30)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_until_ready(url: str, process: subprocess.Popen[bytes]) -> None:
    while process.poll() is None:
        try:
            if httpx.get(f"{url}/readyz", timeout=1).status_code == httpx.codes.OK:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.005)
    raise SystemExit(f"the service stopped with {process.returncode}")


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


def _resident_megabytes(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
    return int(kilobytes) / 1024


def _medians(measured: list[Measured]) -> dict[str, float | None]:
    summaries = [run.summary for run in measured if run.summary is not None]
    return {
        "ready_s": round(statistics.median(run.ready for run in measured), 2),
        "rss_mb": round(statistics.median(run.memory for run in measured)),
        "summary_ms": round(statistics.median(summaries), 1) if summaries else None,
    }


def _print(table: Mapping[str, Mapping[str, float | None]], runs: int) -> None:
    python = f"{platform.python_implementation()} {platform.python_version()}"
    print(f"medians of {runs} starts, {os.cpu_count()} CPUs, {python}\n")
    print("| service | start to ready, s | RSS, MB | summary p50, ms |\n| --- | --- | --- | --- |")
    for name, row in table.items():
        print(f"| {name} | {row['ready_s']} | {row['rss_mb']} | {row['summary_ms'] or '-'} |")


if __name__ == "__main__":
    main()
