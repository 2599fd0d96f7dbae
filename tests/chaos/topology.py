"""Real processes on loopback: summarize and tracker behind a broker, each of which may be killed at any moment."""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from dataclasses import replace as changed
from pathlib import Path

from functions.common.events.types import (
    BATCH_COMPLETED,
    BATCH_REQUESTED,
    DOCUMENT_COMPLETED,
    DOCUMENT_FAILED,
    DOCUMENT_REQUESTED,
)
from tests.builders.broker import Broker, serving
from tests.builders.hostile import hostile
from tests.builders.ports import free_port
from tests.builders.resume_docx import build
from tests.builders.specification import specifications
from tests.builders.trigger import Delivery, Trigger
from tests.builders.waiting import PATIENCE

NAME, DOMAIN = "Quirina Sentinelli", "sentinel.example"
WINDOW = {"BATCH_WINDOW": "6"}
UNDER_WAY = {"BATCH_REGISTER": "s3://resumes/open-batches", "BATCH_PAUSE": "2"}
"""Processes die here by the minute, so what has come to a standstill is taken up sooner than by default."""
LARGEST_BAD = 100_000
PATIENT = Delivery(retry=200, backoff="linear", delay=0.1)
"""Outlasts any restart: what is dead-lettered here was refused."""


def corpus(good: int, bad: int) -> dict[str, bytes]:
    """DOCX files by key: resumes of many shapes, all of people with sentinel names, and files to be refused."""
    specs = specifications()
    resumes = {}
    for number in range(good):
        spec = specs[number % len(specs)]
        person = changed(spec.person, name=f"{NAME} {number}", email=f"q.{number}@{DOMAIN}")
        resumes[f"{number:03}-{NAME}.docx"] = build(changed(spec, person=person))
    refused = [each.data for each in hostile() if len(each.data) < LARGEST_BAD][:: 80 // bad][:bad]
    return resumes | {f"{9 * number:03}-{NAME}-bad.docx": data for number, data in enumerate(refused)}


def phrases() -> set[str]:
    """What only the resumes say: it may stand in results and nowhere else."""
    said = {line for spec in specifications() for job in spec.jobs for line in job.bullets}
    return {NAME, DOMAIN, *(line for line in said if len(line) > 20)}


@dataclass
class Service:
    """`python -m functions.<name>` on a port of its own, its output in one file however often it is started."""

    name: str
    environment: Mapping[str, str]
    log: Path
    port: int = field(default_factory=free_port)
    _process: subprocess.Popen[bytes] | None = None

    @property
    def events(self) -> str:
        """Where it takes events."""
        return f"http://127.0.0.1:{self.port}/events"

    def start(self) -> None:
        """Start the process."""
        with self.log.open("ab") as output:
            self._process = subprocess.Popen(
                [sys.executable, "-m", f"functions.{self.name}"],
                env={"PATH": os.environ["PATH"], **self.environment, "PORT": str(self.port)},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
            )

    def kill(self) -> None:
        """`kill -9`, and start it again."""
        self.end(signal.SIGKILL)
        self.start()

    def metrics(self) -> bytes:
        """Its metrics, once it answers."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                with urllib.request.urlopen(
                    f"http://127.0.0.1:{self.port}/metrics", timeout=PATIENCE
                ) as told:
                    content: bytes = told.read()
                    return content
            except OSError:
                assert time.monotonic() < end, f"{self.name} does not answer"
                time.sleep(0.1)

    def end(self, how: signal.Signals = signal.SIGTERM) -> None:
        """End the process and wait until it is gone."""
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(PATIENCE)


@dataclass(frozen=True)
class Topology:
    """The broker and what is behind it."""

    broker: Broker
    address: str
    summarize: Service
    tracker: Service


@contextmanager
def topology(
    folder: Path, storage: Mapping[str, str], *, duplicates: float, seed: int, synchronous: bool
) -> Iterator[Topology]:
    """Everything started; `storage` is the environment that leads to the storage, `synchronous` the broker's manner."""
    with ExitStack() as stack:
        broker_port = free_port()
        sink = f"http://127.0.0.1:{broker_port}/"
        summarize = Service(
            "summarize", {**storage, **WINDOW, **UNDER_WAY, "K_SINK": sink}, folder / "summarize.log"
        )
        tracker = Service(
            "tracker",
            {"SPOOL": str(folder / "spool"), "CLEARML": "offline", "REPORT_EVERY": "5"}
            | {"FAREWELL": f"{PATIENCE:g}"}  # until ClearML has written everything
            | {"CLEARML_CACHE_DIR": str(folder / "clearml"), "HOME": str(folder / "home")},
            folder / "tracker.log",
        )
        broker = Broker(
            batch_triggers(summarize, tracker),
            duplicates=duplicates,
            seed=seed,
            journal=folder / "events.jsonl",
            synchronous=synchronous,
        )
        address = stack.enter_context(serving(broker, broker_port))
        for service in (summarize, tracker):
            service.start()
            stack.callback(service.end)
        yield Topology(broker, address, summarize, tracker)


def batch_triggers(summarize: Service, tracker: Service) -> Sequence[Trigger]:
    """The Triggers of the base, with more patience."""

    def to(service: Service, name: str, *types: str) -> Trigger:
        wanted = {"any": [{"exact": {"type": kind}} for kind in types]}
        letters = f"http://127.0.0.1:{tracker.port}/dead-letters"
        return Trigger(name, service.events, (wanted,), PATIENT, letters)

    done = (DOCUMENT_COMPLETED, DOCUMENT_FAILED)
    return (
        to(summarize, "batch-requested", BATCH_REQUESTED),
        to(summarize, "document-requested", DOCUMENT_REQUESTED),
        to(summarize, "document-finished", *done),
        to(tracker, "figures", *done, BATCH_COMPLETED),
    )
