"""The Job: what JobSink leaves in a file -> results in the storage and an exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from functions.common.errors import RequestRefused
from functions.common.events import Event, write_event
from functions.common.events.types import BATCH_COMPLETED
from functions.summarize.answers import SummaryAnswer
from functions.summarize.batch.request import BatchRequest
from functions.summarize.job import JobSettings, order, read_job_event, work
from functions.summarize.sentences import Options
from tests.builders.batches import Bus, batch_requested, batches_over, fill, results_of, summarise


@pytest.fixture
def request_(tmp_path: Path) -> BatchRequest:
    return BatchRequest(fill(tmp_path / "in", 9, bad=(4,)), f"file://{tmp_path}/out", {"as_of": "2026-01-31"})


class Pod:
    """A pod of the Job that is killed at its n-th document, if at any."""

    def __init__(self, index: int = 0, dies_at: int | None = None) -> None:
        self.settings = JobSettings(job_completion_index=index, workers=1)
        self.told: list[Event] = []
        self.worked: list[bytes] = []
        self._dies_at = dies_at

    def run(self, request: BatchRequest) -> None:
        work(batch_requested(request), self.settings, self._summarise, self.told.append)

    def _summarise(self, data: bytes, options: Options) -> SummaryAnswer:
        if len(self.worked) == self._dies_at:
            raise KeyboardInterrupt
        self.worked.append(data)
        return summarise(data, options)


def test_a_job_gives_the_same_results_as_events_do(request_: BatchRequest) -> None:
    Pod().run(request_)
    by_job = results_of(request_)
    for path in Path(request_.output.removeprefix("file://")).rglob("*.*"):
        path.unlink()
    bus = Bus()
    bus.deliver(batch_requested(request_))
    bus.run(batches_over(bus))

    assert by_job == results_of(request_)
    assert len(by_job) == 9 + 3


def test_a_pod_that_was_killed_goes_on_where_it_was(request_: BatchRequest) -> None:
    first, second = Pod(dies_at=5), Pod()
    with pytest.raises(KeyboardInterrupt):
        first.run(request_)
    second.run(request_)

    assert len(first.worked) == 5
    assert len(first.worked) + len(second.worked) <= 9
    assert set(first.worked).isdisjoint(second.worked)
    assert json.loads(results_of(request_)["completed.json"]) == {"documents": 9, "completed": 8, "failed": 1}
    assert [event.type for event in second.told] == [BATCH_COMPLETED]


def test_pods_take_the_documents_in_orders_of_their_own() -> None:
    orders = [order(50, pod) for pod in range(3)]

    assert all(sorted(each) == list(range(50)) for each in orders)
    assert all(one != other for one, other in zip(orders, [*orders[1:], orders[0]], strict=True))
    assert order(50, 1) == order(50, 1)


def test_a_pod_leaves_out_what_another_has_done_meanwhile(request_: BatchRequest) -> None:
    slow, quick = Pod(0), Pod(1)
    once = iter([quick])

    def summarise_slowly(data: bytes, options: Options) -> SummaryAnswer:
        for pod in once:
            pod.run(request_)
        return slow._summarise(data, options)

    work(batch_requested(request_), slow.settings, summarise_slowly, slow.told.append)

    assert len(slow.worked) == 1
    assert len(quick.worked) == 9
    assert len(results_of(request_)) == 9 + 3


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "There is no event at"),
        (b"", "The event is not JSON"),
        (b'{"specversion": "1.0"}', "The event has no id, no source, no type"),
        (
            b'{"specversion": "1.0", "id": "1", "source": "/s", "type": "other", "data": {}}',
            "The event is of type other; a Job does dev.resumesummary.batch.requested.v1.",
        ),
    ],
)
def test_a_file_that_holds_no_request_is_refused(tmp_path: Path, content: bytes | None, told: str) -> None:
    if content is not None:
        (tmp_path / "event").write_bytes(content)
    with pytest.raises(RequestRefused, match=told):
        read_job_event(tmp_path / "event")


def test_the_exit_code_tells_a_bad_request_from_bad_luck(tmp_path: Path, request_: BatchRequest) -> None:
    elsewhere = BatchRequest("s3://bucket/in", request_.output)
    nothing = BatchRequest(f"file://{tmp_path}/absent", request_.output)
    unreachable = {
        "AWS_ENDPOINT_URL": "http://127.0.0.1:9",
        "AWS_ACCESS_KEY_ID": "x",
        "AWS_SECRET_ACCESS_KEY": "x",
    }

    assert _exit_code(tmp_path, nothing) == 42
    assert _exit_code(tmp_path, elsewhere, **unreachable) == 1
    assert _exit_code(tmp_path, request_, BATCH_WINDOW="none") == 2


def _exit_code(folder: Path, request: BatchRequest, **environment: str) -> int:
    (folder / "event").write_bytes(write_event(batch_requested(request), "structured")[1])
    done = subprocess.run(
        [sys.executable, "-m", "functions.summarize.job"],
        check=False,
        env={"PATH": os.environ["PATH"], "K_EVENT_PATH": str(folder), **environment},
        capture_output=True,
        text=True,
    )
    assert "Traceback" not in done.stderr
    return done.returncode
