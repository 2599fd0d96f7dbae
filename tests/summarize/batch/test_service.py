"""Who works the batches that a server process is asked for."""

import asyncio
import threading
from pathlib import Path
from typing import Any

import httpx
import pytest

from functions.common.errors import InvalidSetting
from functions.common.events import Envelope, Event, SinkCounts, write_event
from functions.common.events.types import BATCH_COMPLETED, BATCH_REQUESTED, DOCUMENT_COMPLETED
from functions.common.settings import read_settings
from functions.summarize.answers import InProcess
from functions.summarize.app import create_app
from functions.summarize.batch.request import BatchRequest
from functions.summarize.settings import SummarizeSettings
from tests.api.fakes import FakePipeline
from tests.builders.batches import TODAY, batch_requested, fill, is_complete, results_of
from tests.builders.waiting import PATIENCE, until


class FakeSink:
    """Keeps what it is given. What is to be delivered waits for the gate, as at a broker that delivers first."""

    counts = SinkCounts()

    def __init__(self) -> None:
        self.emitted: list[Event] = []
        self.delivered: list[Event] = []
        self.gate = threading.Event()

    def emit(self, event: Event) -> None:
        self.emitted.append(event)

    def deliver(self, event: Event) -> None:
        self.gate.wait(PATIENCE)
        self.delivered.append(event)

    def forward(self, envelope: Envelope) -> None:
        raise NotImplementedError

    def close(self, timeout: float) -> None:
        """Nothing waits."""


@pytest.fixture
def request_(tmp_path: Path) -> BatchRequest:
    return BatchRequest(fill(tmp_path / "in", 5), f"file://{tmp_path}/out")


@pytest.fixture
def sink() -> FakeSink:
    return FakeSink()


def ask(request: BatchRequest, sink: FakeSink, **settings: Any) -> httpx.Response:
    """Ask a service for a batch by event."""
    chosen = SummarizeSettings(**{"batch_window": 2, "workers": 1, **settings})
    app = create_app(chosen, summariser=InProcess(FakePipeline()), sink=sink, today=lambda: TODAY)
    headers, body = write_event(batch_requested(request))

    async def post() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app)) as client:
            return await client.post("http://localhost/events", content=body, headers=headers)

    return asyncio.run(post())


def test_an_event_is_answered_before_what_follows_from_it_is_published(
    request_: BatchRequest, sink: FakeSink
) -> None:
    answer = ask(request_, sink, batches="broker")
    before = list(sink.delivered)
    sink.gate.set()
    until(lambda: len(sink.delivered) == 2)

    assert (answer.status_code, answer.content, before) == (202, b"", [])


def test_without_a_broker_the_process_works_the_batch_itself(request_: BatchRequest, sink: FakeSink) -> None:
    answer = ask(request_, sink)
    until(lambda: BATCH_COMPLETED in {event.type for event in sink.emitted})

    assert answer.status_code == 202
    assert is_complete(request_)
    assert sink.delivered == []
    told = [event.type for event in sink.emitted]
    assert (told.count(DOCUMENT_COMPLETED), told.count(BATCH_COMPLETED)) == (5, 1)


def test_where_batches_are_off_they_are_refused_and_the_refusal_says_what_to_do(
    request_: BatchRequest, sink: FakeSink
) -> None:
    answer = ask(request_, sink, batches="off")

    assert (answer.status_code, answer.json()["code"]) == (422, "invalid-option")
    assert "BATCHES=here" in answer.json()["detail"]
    assert results_of(request_) == {}


@pytest.mark.parametrize(
    ("settings", "by"),
    [
        ({}, "here"),
        ({"k_sink": "http://broker/"}, "broker"),
        ({"k_sink": "http://tracker/events", "batches": "here"}, "here"),
        ({"aws_lambda_function_name": "summarize", "api_key_hashes": "0" * 64}, "off"),
    ],
)
def test_who_works_batches_follows_from_what_there_is(settings: dict[str, Any], by: str) -> None:
    assert SummarizeSettings(**settings).batches_by == by


def test_a_register_that_is_no_place_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BATCH_REGISTER", "resumes/open")

    with pytest.raises(InvalidSetting, match=r"BATCH_REGISTER: it is 'resumes/open'"):
        read_settings(SummarizeSettings)


def test_on_lambda_what_follows_is_done_before_the_answer(request_: BatchRequest, sink: FakeSink) -> None:
    sink.gate.set()
    hashes = {"aws_lambda_function_name": "summarize", "events_open": True, "api_key_hashes": "0" * 64}
    answer = ask(request_, sink, batches="broker", batch_storage="file://", **hashes)

    assert answer.status_code == 202
    assert [event.data["index"] for event in sink.delivered] == [0, 1]
    assert BATCH_REQUESTED not in {event.type for event in sink.delivered}


def test_an_event_that_is_not_signed_begins_nothing(request_: BatchRequest, sink: FakeSink) -> None:
    answer = ask(request_, sink, batches="broker", event_key="key")

    assert (answer.status_code, answer.json()["code"]) == (401, "unauthorised")
    assert results_of(request_) == {}
