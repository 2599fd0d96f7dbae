"""Speed and memory beside plain transformers, in one run: `make bench`.

The engines take turns, so that a slow minute of the machine hits both. The transformers engine serves the float32
checkpoint that `make train` left in runs/MODEL/best, or another one of the same size (`--checkpoint FOLDER`).
Without one its rows are left out: random weights do not know when to stop, and would make it look far slower than
it is. `--write` puts the tables into docs/benchmarks.md and the figures into docs/benchmarks.json.
"""

import argparse
import tempfile
from pathlib import Path
from typing import get_args

from benchmarks.checkpoints import install
from benchmarks.cores import measure_cores
from benchmarks.endurance import measure_endurance
from benchmarks.load import Load, Upload, put_load
from benchmarks.machine import describe, read_bandwidth
from benchmarks.processes import started
from benchmarks.report import Report, write
from benchmarks.stages import measure_stages
from benchmarks.startup import SAMPLE, Service, measure_starts
from functions.summarize import samples
from functions.summarize.sentences import FIRST_MODEL, ModelName

CLIENTS = (1, 2, 4, 8, 16, 32)
OURS, REFERENCE, NAIVE = "summarize, ctranslate2", "summarize, transformers", "FastAPI + transformers"


def main() -> None:
    """Measure everything and print it."""
    arguments = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        reference = _reference(arguments.checkpoint, Path(folder), arguments.model)
        services = {
            "catalog": Service("functions.catalog", {}),
            OURS: Service("functions.summarize", {"MODEL": arguments.model}, arguments.model),
            **reference,
        }
        report = Report(
            machine=describe(),
            bandwidth=read_bandwidth(),
            model=arguments.model,
            runs=arguments.runs,
            starts=measure_starts({k: v for k, v in services.items() if k != NAIVE}, arguments.runs),
            load={
                name: measure_load(service, arguments.each)
                for name, service in services.items()
                if name in (OURS, NAIVE)
            },
            stages={name: measure_stages(name, arguments.runs) for name in get_args(ModelName)},
            endurance=measure_endurance(arguments.model),
            cores=measure_cores(arguments.model),
        )
    print(report.tables())
    if arguments.write:
        write(report)


def measure_load(service: Service, each: int) -> list[Load]:
    """Throughput and latency of one service from one client to many; it may queue as many as there are."""
    upload = Upload.of(samples.path(SAMPLE).read_bytes(), {}, {})
    environment = {**service.environment, "QUEUE": str(max(CLIENTS))}
    with started(service.module, environment) as process:
        put_load(process.url, upload, callers=1, each=3)
        return [put_load(process.url, upload, callers=n, each=max(2, each // n)) for n in CLIENTS]


def _reference(checkpoint: Path | None, folder: Path, model: str) -> dict[str, Service]:
    found = checkpoint or Path("runs") / model / "best"
    if not found.is_dir():
        print(f"{found} is not there: transformers is left out (make train, or --checkpoint)\n")
        return {}
    install(found, folder / model, model)
    environment = {"MODEL": model, "WEIGHTS": str(folder)}
    return {
        REFERENCE: Service("functions.summarize", {**environment, "ENGINE": "transformers"}, model),
        NAIVE: Service("benchmarks.naive", environment, model),
    }


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5, help="starts of each service; medians are told")
    parser.add_argument("--each", type=int, default=64, help="summaries for each number of clients")
    parser.add_argument("--model", default=FIRST_MODEL, choices=get_args(ModelName))
    parser.add_argument(
        "--checkpoint", type=Path, help="trained float32 checkpoint; default: runs/MODEL/best"
    )
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks.md, .json and .svg")
    return parser.parse_args()


if __name__ == "__main__":
    main()
