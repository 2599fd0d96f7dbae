"""The image of summarize as a container: start, memory, and how it bears callers at once: `make bench-images`.

With `--reference IMAGE` the transformers engine is started by turns with it, in the same kind of container, serving the
float32 checkpoint that `make train` left in runs/MODEL/best. Such an image is summarize's own with one extra more:

    make images IMAGES=summarize TAG=transformers BUILD_OPTIONS="--build-arg SUMMARIZE_EXTRAS=summarize,telemetry,torch"
"""

import argparse
import hashlib
import json
import os
import platform
import statistics
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import httpx

from benchmarks.checkpoints import install
from benchmarks.engine import Container, Engine, choose_engine
from benchmarks.load import Load, Upload, put_load
from functions.summarize import samples
from functions.summarize.sentences import FIRST_MODEL
from knative.scaling import desired_pods

KEY = "a key of the benchmark"
HEADERS = {"Authorization": f"Bearer {KEY}"}
KEYS = {"API_KEY_HASHES": hashlib.sha256(KEY.encode()).hexdigest()}
PHASES = ("imports", "weights", "warm_up")
CALLERS = range(1, 9)
LIMITS = ("--memory", "1g", "--cpus")


@dataclass(frozen=True, slots=True)
class Kind:
    """An image and how it is run."""

    image: str
    environment: Mapping[str, str] = field(default_factory=dict)
    options: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Start:
    """One start: seconds from asking the engine, by phase of the process, and of CPU; MiB at most; ms of a summary."""

    ready: float
    phases: Mapping[str, float]
    cpu: float
    peak: float
    summary: float


def main() -> None:
    """Measure, print tables, and write them as JSON with `--json FILE`."""
    arguments = _arguments()
    engine = choose_engine()
    with tempfile.TemporaryDirectory() as folder:
        kinds = {"ctranslate2": Kind(arguments.image)}
        if arguments.reference:
            kinds["transformers"] = _reference(arguments, Path(folder))
        starts: dict[str, list[Start]] = {name: [] for name in kinds}
        for _ in range(arguments.runs):
            for name, kind in kinds.items():
                starts[name].append(_start(engine, kind, arguments.model))
    sizes = {name: engine.size(kind.image) / 1e6 for name, kind in kinds.items()}
    _print_starts(starts, sizes)
    sys.stdout.flush()
    curves = {cpus: _curve(engine, arguments, cpus) for cpus in (1, 2)}
    _print_curves(curves)
    if arguments.json:
        record = {
            "machine": f"{platform.machine()}, {os.cpu_count()} CPUs",
            "sizes_mb": sizes,
            "starts": {name: [asdict(start) for start in each] for name, each in starts.items()},
            "curves": {cpus: [asdict(load) for load in loads] for cpus, loads in curves.items()},
        }
        arguments.json.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--image", default="resume-summary-summarize")
    parser.add_argument("--reference", metavar="IMAGE", help="an image that has torch and transformers")
    parser.add_argument("--model", default=FIRST_MODEL)
    parser.add_argument(
        "--checkpoint", type=Path, help="trained float32 checkpoint; default: runs/MODEL/best"
    )
    parser.add_argument("--runs", type=int, default=5, help="starts of each image; medians are printed")
    parser.add_argument("--each", type=int, default=40, help="summaries that each caller asks for")
    parser.add_argument("--json", type=Path)
    return parser.parse_args()


def _reference(arguments: argparse.Namespace, folder: Path) -> Kind:
    checkpoint = arguments.checkpoint or Path("runs") / arguments.model / "best"
    install(checkpoint, folder / arguments.model, arguments.model)
    for path in (folder, *folder.rglob("*")):  # the container's user is somebody else
        path.chmod(0o755 if path.is_dir() else 0o644)
    return Kind(
        arguments.reference,
        {"ENGINE": "transformers", "WEIGHTS": "/weights"},
        ("--volume", f"{folder}:/weights:ro"),
    )


def _start(engine: Engine, kind: Kind, model: str) -> Start:
    environment = {**KEYS, "MODEL": model, **kind.environment}
    with engine.running(kind.image, environment, (*LIMITS, "2", *kind.options)) as container:
        ready, cpu = container.wait_until_ready(), container.cpu_seconds()
        load = put_load(container.url, _upload(model), callers=1, each=15)
        return Start(ready, _phases(container), cpu, container.memory()[1] / 2**20, load.median)


def _phases(container: Container) -> dict[str, float]:
    exposition = httpx.get(f"{container.url}/metrics", headers=HEADERS).text
    name = "resume_summary_start_to_ready_seconds"
    lines = [line.removeprefix(name) for line in exposition.splitlines() if line.startswith(name)]
    values = dict(line.rsplit(" ", 1) for line in lines)
    return {phase: float(values[f'{{phase="{phase}"}}']) for phase in (*PHASES, "total")}


def _curve(engine: Engine, arguments: argparse.Namespace, cpus: int) -> list[Load]:
    environment = {**KEYS, "MODEL": arguments.model, "WORKERS": str(cpus)}
    with engine.running(arguments.image, environment, (*LIMITS, str(cpus))) as container:
        container.wait_until_ready()
        put_load(container.url, _upload(arguments.model), callers=2, each=10)
        return [
            put_load(container.url, _upload(arguments.model), callers=callers, each=arguments.each)
            for callers in CALLERS
        ]


def _upload(model: str) -> Upload:
    return Upload.of(samples.path("charge-nurse").read_bytes(), {"model": model}, HEADERS)


def _print_starts(starts: Mapping[str, Sequence[Start]], sizes: Mapping[str, float]) -> None:
    print(
        "| engine | image, MB | run to ready, s | process to ready, s"
        " | imports | weights | warm-up | CPU s to ready | peak RSS, MiB | p50, ms |"
    )
    print("|" + " --- |" * 10)
    for name, each in starts.items():
        ready, cpu, peak, summary = (
            statistics.median(getattr(start, key) for start in each)
            for key in ("ready", "cpu", "peak", "summary")
        )
        total, *phases = (
            statistics.median(start.phases[phase] for start in each) for phase in ("total", *PHASES)
        )
        parts = " | ".join(f"{seconds:.2f}" for seconds in phases)
        print(
            f"| {name} | {sizes[name]:.0f} | {ready:.2f} | {total:.2f} | {parts}"
            f" | {cpu:.2f} | {peak:.0f} | {summary:.0f} |"
        )


def _print_curves(curves: Mapping[int, Sequence[Load]]) -> None:
    print(
        "\n| callers | pods | "
        + " | ".join(f"{cpus} CPU: summaries/s | p50, ms | p95, ms" for cpus in curves)
        + " |"
    )
    print("| --- | --- |" + " --- | --- | --- |" * len(curves))
    for callers, loads in zip(CALLERS, zip(*curves.values(), strict=True), strict=True):
        pods = desired_pods(callers, container_concurrency=2, max_scale=3)
        cells = " | ".join(f"{load.throughput:.1f} | {load.median:.0f} | {load.p95:.0f}" for load in loads)
        print(f"| {callers} | {pods} | {cells} |")


if __name__ == "__main__":
    main()
