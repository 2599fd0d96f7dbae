"""A batch of two hundred while its processes are killed, against the same batch left in peace."""

import json
import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from functions.common.events import write_event
from functions.common.events.envelope import Envelope, read_envelope
from functions.common.events.types import BATCH_COMPLETED
from functions.common.objects import Objects, open_objects
from functions.summarize.batch.folder import Folder
from functions.summarize.batch.request import BatchRequest
from tests.builders.batches import batch_requested
from tests.builders.broker import post
from tests.builders.s3 import S3Server, s3_server
from tests.builders.waiting import until
from tests.chaos.topology import WINDOW, Topology, corpus, phrases, topology

pytestmark = pytest.mark.chaos

SEED = 20_260_131
GOOD, BAD = 180, 20
KILLS = 28
TOO_LONG = 1800.0
"""Seconds after which a batch that is not complete never will be."""

Results = dict[str, bytes]


@pytest.fixture
def servers() -> Iterator[tuple[S3Server, S3Server]]:
    """Two storages that know nothing of each other, so that the same batch can be done in both."""
    with s3_server() as one, s3_server() as other:
        yield one, other


@pytest.fixture
def request_() -> BatchRequest:
    return BatchRequest("s3://resumes/in", "s3://resumes/out", {"as_of": "2026-01-31", "length": "short"})


@pytest.mark.parametrize("synchronous", [False, True], ids=["answers first", "delivers first"])
def test_nothing_is_lost_and_nothing_is_doubled(
    servers: tuple[S3Server, S3Server],
    request_: BatchRequest,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    synchronous: bool,
) -> None:
    files, start = corpus(GOOD, BAD), time.monotonic()
    undisturbed, disturbed = (_filled(server, files, monkeypatch) for server in servers)
    _work_in_peace(request_, servers[0], tmp_path)
    peaceful, start = time.monotonic() - start, time.monotonic()
    storage = servers[1].environment
    with topology(tmp_path, storage, duplicates=0.15, seed=SEED, synchronous=synchronous) as running:
        folder = Folder(disturbed, f"{request_.output}/{request_.batch}")
        kills = _disturb(running, folder, request_)
        _wait_for_the_end(running)
        for service in (running.summarize, running.tracker):
            (tmp_path / f"{service.name}-metrics.txt").write_bytes(service.metrics())

    expected, results = (_results(objects, request_) for objects in (undisturbed, disturbed))
    told = _told(running)
    print(  # noqa: T201 - the figures that the run is for
        f"\n{len(results) - 4} results, {dict(kills)} killed, {dict(running.broker.counts)},"
        f" {len(told)} completions told, {time.monotonic() - start:.0f} s, in peace {peaceful:.0f} s"
    )
    assert sum(kills.values()) >= 25
    assert running.broker.counts["duplicated"] > 0
    assert running.broker.counts["lost"] == running.broker.counts["dead_lettered"] == 0
    assert len({each.attributes["id"] for each in told}) == 1
    assert json.loads(results["completed.json"]) == {"documents": 200, "completed": GOOD, "failed": BAD}
    assert sorted(results) == sorted(expected)
    assert [key for key in expected if results[key] != expected[key]] == []
    assert _spoken_of(tmp_path) == {}


def _filled(server: S3Server, files: Results, monkeypatch: pytest.MonkeyPatch) -> Objects:
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    server.make_bucket("resumes")
    documents = open_objects("s3://resumes/in")
    for key, data in files.items():
        documents.write(key, data)
    return open_objects("s3://resumes/out")


def _work_in_peace(request: BatchRequest, server: S3Server, folder: Path) -> None:
    """The batch as a Job: no broker, no coordinator, one process that nobody kills."""
    (folder / "event").write_bytes(write_event(batch_requested(request), "structured")[1])
    with (folder / "job.log").open("wb") as log:
        subprocess.run(
            [sys.executable, "-m", "functions.summarize.job"],
            check=True,
            env={"PATH": os.environ["PATH"], "K_EVENT_PATH": str(folder), **WINDOW, **server.environment},
            stdout=log,
        )


def _disturb(running: Topology, folder: Folder, request: BatchRequest) -> Counter[str]:
    """Ask for the batch, and kill one process or the other each time a few more documents are done."""
    dice = random.Random(SEED)
    thresholds = sorted(dice.sample(range(1, GOOD + BAD - 2), KILLS))
    kills: Counter[str] = Counter()
    _ask(running, request)
    end = time.monotonic() + TOO_LONG
    while folder.completed() is None:
        assert time.monotonic() < end, f"{len(folder.done())} documents done, {dict(running.broker.counts)}"
        if thresholds and len(folder.done()) >= thresholds[0]:
            time.sleep(dice.uniform(0, 0.5))
            victim = running.tracker if len(thresholds) % 4 == 0 else running.summarize
            victim.kill()
            kills[victim.name] += 1
            thresholds.pop(0)
        time.sleep(0.1)
    return kills


def _ask(running: Topology, request: BatchRequest) -> None:
    """Ask as a program does that wants to know that the broker has the event, and asks again if it is not told."""
    while post(running.address, read_envelope(*write_event(batch_requested(request)))).status != 202:
        time.sleep(0.5)


def _wait_for_the_end(running: Topology) -> None:
    """Until the batch is told to be complete, and nothing is on its way."""
    until(lambda: bool(_told(running)))
    running.broker.settle()


def _told(running: Topology) -> list[Envelope]:
    return [each for each in list(running.broker.published) if each.attributes["type"] == BATCH_COMPLETED]


def _results(objects: Objects, request: BatchRequest) -> Results:
    return {
        entry.key.removeprefix(f"{request.batch}/"): objects.read(entry.key)
        for entry in objects.list(request.batch)
    }


def _spoken_of(folder: Path) -> dict[str, list[str]]:
    """Which phrases of the resumes stand in which files of the run: logs, events, metrics, spool, ClearML."""
    secrets = [phrase.encode() for phrase in phrases()]
    files = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert {"events.jsonl", "summarize.log", "tracker.log", "summarize-metrics.txt"} <= set(files)
    found = {name: [s.decode() for s in secrets if s in content] for name, content in files.items()}
    return {name: spoken for name, spoken in found.items() if spoken}
