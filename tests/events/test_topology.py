"""Summaries over HTTP -> broker -> tracker -> ClearML, each a process of its own, on loopback."""

import json
import socket
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from functions.common.events import open_envelope, seal, write_event
from functions.common.events.signature import SignerOn
from functions.common.events.types import (
    BATCH_COMPLETED,
    DOCUMENT_COMPLETED,
    REVISION_READY,
    SUMMARY_COMPLETED,
    SUMMARY_FAILED,
)
from functions.summarize.batch.request import BatchRequest
from tests.builders.batches import batch_requested
from tests.builders.broker import Broker, post, serving
from tests.builders.event_data import completed
from tests.builders.ports import free_port
from tests.builders.resume_docx import build
from tests.builders.specification import specifications
from tests.builders.trigger import Delivery, Trigger
from tests.builders.waiting import PATIENCE, until
from tests.chaos.topology import DOMAIN, NAME, Service, batch_triggers, phrases

pytestmark = pytest.mark.events

TRACE = "0af7651916cd43dd8448eb211c80319c"
PATIENT = Delivery(retry=50, backoff="linear", delay=0.05)
WHOLE = {"CLEARML_PATIENCE": f"{PATIENCE:g}", "FAREWELL": f"{PATIENCE:g}"}
"""ClearML is waited for until it has written everything, and nothing is told it twice."""
FOLLOWED = (SUMMARY_COMPLETED, SUMMARY_FAILED, REVISION_READY, DOCUMENT_COMPLETED)


def ready(service: Service) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{service.port}/readyz", timeout=PATIENCE).is_success
    except httpx.TransportError:
        return False


def metric(service: Service, name: str) -> float:
    lines = httpx.get(f"http://127.0.0.1:{service.port}/metrics", timeout=PATIENCE).text.splitlines()
    return sum(float(line.rpartition(" ")[2]) for line in lines if line.startswith(name))


def resumes(number: int) -> list[bytes]:
    """DOCX files of people with sentinel names."""
    specs = specifications()[:number]
    people = [replace(spec.person, name=NAME, email=f"q@{DOMAIN}") for spec in specs]
    return [build(replace(spec, person=person)) for spec, person in zip(specs, people, strict=True)]


@contextmanager
def started(service: Service) -> Iterator[Service]:
    service.start()
    try:
        until(lambda: ready(service))
        yield service
    finally:
        service.end()


def tracker_in(folder: Path, **environment: str) -> Service:
    settings = {"SPOOL": str(folder / "spool"), "REPORT_EVERY": "1", "HOME": str(folder), **environment}
    return Service("tracker", settings, folder / "tracker.log")


def scalars(folder: Path) -> dict[str, dict[str, list[float]]]:
    """The scalars of every offline session, as ClearML would import them: title -> series -> values."""
    found: dict[str, dict[str, list[float]]] = {}
    for session in (folder / "spool" / "clearml" / "offline").glob("*.zip"):
        for line in zipfile.ZipFile(session).read("metrics.jsonl").decode().splitlines():
            for event in json.loads(line):
                if event["type"] == "training_stats_scalar":
                    series = found.setdefault(event["metric"], {})
                    series.setdefault(event["variant"], []).append(event["value"])
    return found


def task(folder: Path) -> dict[str, Any]:
    (session,) = (folder / "spool" / "clearml" / "offline").glob("*.zip")
    described: dict[str, Any] = json.loads(zipfile.ZipFile(session).read("task.json"))
    return described


def everything_written(folder: Path) -> str:
    """All that any process left in the folder, archives opened."""
    texts = []
    for file in (path for path in folder.rglob("*") if path.is_file()):
        texts.append(file.read_bytes())
        if file.suffix == ".zip":
            archive = zipfile.ZipFile(file)
            texts += [archive.read(name) for name in archive.namelist()]
    return b"\n".join(texts).decode(errors="replace")


@pytest.fixture(params=[False, True], ids=["answers first", "delivers first"])
def synchronous(request: pytest.FixtureRequest) -> bool:
    """The manner in which the broker answers."""
    return bool(request.param)


@pytest.fixture
def silent_server() -> Iterator[socket.socket]:
    """Accepts connections and never answers."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        listener.settimeout(PATIENCE)
        yield listener


def test_a_summary_over_http_becomes_a_scalar_in_clearml(tmp_path: Path, *, synchronous: bool) -> None:
    tracker = tracker_in(tmp_path, CLEARML="offline", **WHOLE)
    wanted = {"any": [{"exact": {"type": kind}} for kind in FOLLOWED]}
    letters = f"http://127.0.0.1:{tracker.port}/dead-letters"
    trigger = Trigger("figures", tracker.events, (wanted,), PATIENT, letters)
    journal = tmp_path / "events.jsonl"
    broker = Broker([trigger], duplicates=0.5, seed=1, journal=journal, synchronous=synchronous)
    with serving(broker) as sink, started(tracker):
        summarize = Service(
            "summarize", {"K_SINK": sink, "K_REVISION": "summarize-00003"}, tmp_path / "s.log"
        )
        with started(summarize):
            url = f"http://127.0.0.1:{summarize.port}/generate-summary/"
            headers = {"traceparent": f"00-{TRACE}-b7ad6b7169203331-01"}
            made = [
                httpx.post(url, files={"file": (f"{NAME}.docx", data)}, headers=headers, timeout=PATIENCE)
                for data in (*resumes(3), b"no docx at all")
            ]
        broker.settle()  # summarize has ended, and sent on what waited
        until(lambda: metric(tracker, "resume_summary_spool_bytes") == 0)

    assert [answer.status_code for answer in made] == [200, 200, 200, 415]
    # What is not acknowledged within seconds is sent again, under its own id.
    once = {envelope.attributes["id"]: envelope for envelope in broker.published}
    events = [open_envelope(envelope) for envelope in once.values()]
    assert [event.type for event in events] == [REVISION_READY, *[SUMMARY_COMPLETED] * 3, SUMMARY_FAILED]
    assert all(TRACE in event.extensions["traceparent"] for event in events[1:])
    assert broker.counts["dead_lettered"] == broker.counts["lost"] == 0
    reported = scalars(tmp_path)
    assert sum(reported["events"]["summary.completed"]) == 3
    assert sum(reported["errors by code"]["not-a-docx"]) == 1
    assert {"read", "parse", "write"} <= set(reported["milliseconds by stage"])
    assert {"imports", "weights", "warm_up", "total"} == set(reported["cold start seconds"])
    assert {"words", "model share", "sentences"} == set(reported["summary"])
    assert task(tmp_path)["name"].startswith("summarize-00003 ")
    written = everything_written(tmp_path)
    assert [phrase for phrase in phrases() if phrase in written] == []


def test_a_batch_goes_over_either_kind_of_broker(tmp_path: Path, *, synchronous: bool) -> None:
    """With no more places than a pod has: who published while handling would wait for itself."""
    documents = 45
    (tmp_path / "in").mkdir()
    for number, data in enumerate(resumes(documents)):
        (tmp_path / "in" / f"{number:02}.docx").write_bytes(data)
    request = BatchRequest(f"file://{tmp_path}/in", f"file://{tmp_path}/out", {"length": "short"})
    tracker = tracker_in(tmp_path, CLEARML="off", EVENT_KEY="key")
    port = free_port()
    places = {"WORKERS": "2", "QUEUE": "0", "K_SINK": f"http://127.0.0.1:{port}/", "EVENT_KEY": "key"}
    summarize = Service("summarize", places, tmp_path / "s.log")
    broker = Broker(batch_triggers(summarize, tracker), synchronous=synchronous)
    with serving(broker, port) as sink, started(tracker), started(summarize):
        began = time.monotonic()
        answer = post(sink, seal(SignerOn("key").sign(batch_requested(request))))
        until(lambda: any(each.attributes["type"] == BATCH_COMPLETED for each in tuple(broker.published)))
        took = time.monotonic() - began
        broker.settle()

    assert answer.status == 202
    counts = json.loads((tmp_path / "out" / request.batch / "completed.json").read_bytes())
    assert counts == {"documents": documents, "completed": documents, "failed": 0}
    assert broker.counts["dead_lettered"] == broker.counts["lost"] == broker.counts["cancelled"] == 0
    print(f"\n{documents} documents in {took:.1f} s, {dict(broker.counts)}")  # noqa: T201 - what it is for


def test_a_clearml_that_never_answers_holds_up_nothing_and_loses_nothing(
    tmp_path: Path, silent_server: socket.socket
) -> None:
    address = f"http://127.0.0.1:{silent_server.getsockname()[1]}"
    names = ("API", "WEB", "FILES")
    unreachable = {
        **{f"CLEARML_{name}_HOST": address for name in names},
        "CLEARML_API_ACCESS_KEY": "key",
        "CLEARML_API_SECRET_KEY": "secret",
    }
    tracker = tracker_in(tmp_path, **unreachable)
    tracker.start()
    until(lambda: ready(tracker))
    with httpx.Client(timeout=PATIENCE) as client:

        def send(*ids: str) -> list[int]:
            messages = [write_event(completed(id_)) for id_ in ids]
            return [client.post(tracker.events, content=m[1], headers=m[0]).status_code for m in messages]

        assert send("1", "2") == [202, 202]
        connection, _ = silent_server.accept()  # ClearML has begun to wait for its server
        with connection:
            assert send("3", "4") == [202, 202]
            assert ready(tracker)
            until(lambda: metric(tracker, 'resume_summary_reports_total{outcome="failed"}') > 0)
            assert send("4", "5") == [202, 202]
            tracker.kill()
            until(lambda: ready(tracker))
            kept = metric(tracker, "resume_summary_spool_bytes")
            tracker.end()
    with started(replace_environment(tracker, CLEARML="offline", **WHOLE)) as mended:
        until(lambda: metric(mended, "resume_summary_spool_bytes") == 0)

    assert kept > 0
    assert sum(scalars(tmp_path)["events"]["summary.completed"]) == 5


def replace_environment(service: Service, **changes: str) -> Service:
    environment = {**service.environment, **changes}
    return Service(service.name, environment, service.log)
