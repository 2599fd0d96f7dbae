"""Batches through a broker with Knative's rules: what is tried again, what becomes a dead letter, what mends it."""

import asyncio
import base64
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from functions.common.errors import ModelUnavailable
from functions.common.events import Envelope, Event, SinkCounts, open_envelope, seal, write_envelope
from functions.common.events.types import DOCUMENT_REQUESTED
from functions.summarize.answers import InProcess
from functions.summarize.app import create_app
from functions.summarize.batch.request import BatchRequest
from functions.summarize.settings import SummarizeSettings
from tests.api.fakes import FakePipeline
from tests.builders.batches import TODAY, batch_requested, fill, is_complete, results_of
from tests.builders.broker import Broker, Dispatch
from tests.builders.trigger import ERRORS, Answer, Delivery, Trigger
from tests.builders.waiting import until

LETTERS = "http://letters/"


class Loop:
    """A broker with one trigger, to the app under test; the app's sink is the broker. No time passes."""

    counts = SinkCounts()

    def __init__(self, pipeline: FakePipeline, *, synchronous: bool) -> None:
        settings = SummarizeSettings(batch_window=2, workers=4, batches="broker")
        self.app = create_app(settings, summariser=InProcess(pipeline), sink=self, today=lambda: TODAY)
        trigger = Trigger("batch", "http://localhost/events", (), Delivery(retry=3), LETTERS)
        self.broker = Broker([trigger], send=self._send, clock=self, synchronous=synchronous)
        self.letters: list[Envelope] = []

    def ask(self, event: Event, holds: Callable[[], bool]) -> None:
        """Publish the event and wait for what is to follow from it."""
        self.deliver(event)
        self._wait(holds)

    def _wait(self, holds: Callable[[], bool]) -> None:
        until(lambda: holds() and not self.broker.open)

    def replay(self, holds: Callable[[], bool]) -> None:
        """Publish the dead letters again, as they were."""
        letters, self.letters = self.letters, []
        for letter in letters:
            kept = {name: value for name, value in letter.attributes.items() if name not in ERRORS}
            self.broker.publish(Envelope(kept, letter.data))
        self._wait(holds)

    def deliver(self, event: Event) -> None:
        self.broker.publish(seal(event))

    def forward(self, envelope: Envelope) -> None:
        self.broker.publish(envelope)

    def emit(self, event: Event) -> None:
        """Figures are for the tracker."""

    def sleep(self, seconds: float) -> None:
        """No time passes."""

    def close(self, timeout: float) -> None:
        self.broker.close()

    def _send(self, address: str, envelope: Envelope, _: Dispatch) -> Answer:
        if address == LETTERS:
            self.letters.append(envelope)
            return Answer(202)
        return asyncio.run(self._post(address, envelope))

    async def _post(self, address: str, envelope: Envelope) -> Answer:
        headers, body = write_envelope(envelope)
        async with httpx.AsyncClient(transport=httpx.ASGITransport(self.app)) as client:
            response = await client.post(address, content=body, headers=headers)
        return Answer(response.status_code, dict(response.headers), response.content)


@pytest.fixture
def pipeline() -> FakePipeline:
    return FakePipeline()


@pytest.fixture(params=[False, True], ids=["answers first", "delivers first"])
def loop(pipeline: FakePipeline, request: pytest.FixtureRequest) -> Iterator[Loop]:
    loop = Loop(pipeline, synchronous=request.param)
    yield loop
    loop.close(0)


@pytest.fixture
def request_(tmp_path: Path) -> BatchRequest:
    return BatchRequest(fill(tmp_path / "in", 5), f"file://{tmp_path}/out")


def explanation(letter: Envelope) -> dict[str, Any]:
    """The problem detail that a dead letter carries."""
    problem: dict[str, Any] = json.loads(base64.b64decode(letter.attributes["knativeerrordata"]))
    return problem


def test_a_batch_goes_through_a_broker(loop: Loop, request_: BatchRequest) -> None:
    loop.ask(batch_requested(request_), lambda: is_complete(request_))

    assert json.loads(results_of(request_)["completed.json"]) == {"documents": 5, "completed": 5, "failed": 0}
    assert loop.letters == []


@pytest.mark.parametrize("mend", ["replay", "ask again"])
def test_documents_that_were_dead_lettered_do_not_stop_the_batch_for_ever(
    loop: Loop, pipeline: FakePipeline, request_: BatchRequest, mend: str
) -> None:
    pipeline.error = ModelUnavailable("t5 fails its checksum.")
    loop.ask(batch_requested(request_), lambda: len(loop.letters) == 2)
    assert [letter.attributes["type"] for letter in loop.letters] == [DOCUMENT_REQUESTED] * 2
    assert [explanation(letter)["code"] for letter in loop.letters] == ["model-unavailable"] * 2
    assert [letter.attributes["knativeerrorcode"] for letter in loop.letters] == ["503"] * 2
    assert results_of(request_) == {}

    pipeline.error = None
    if mend == "replay":
        loop.replay(lambda: is_complete(request_))
    else:
        loop.ask(batch_requested(request_, id="2"), lambda: is_complete(request_))

    assert json.loads(results_of(request_)["completed.json"])["completed"] == 5


def test_storage_that_does_not_answer_is_tried_again_and_then_explained(
    loop: Loop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    loop.ask(batch_requested(BatchRequest("s3://bucket/in", "s3://bucket/out")), lambda: bool(loop.letters))

    (letter,) = loop.letters
    assert loop.broker.counts["retried"] == 3
    assert explanation(letter)["code"] == "storage-unavailable"
    assert explanation(letter)["detail"] == "s3://bucket/out cannot be reached or does not answer."


def test_a_request_that_is_wrong_is_not_tried_again(loop: Loop, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    loop.ask(
        batch_requested(BatchRequest(f"file://{tmp_path}/empty", f"file://{tmp_path}/out")),
        lambda: bool(loop.letters),
    )

    (letter,) = loop.letters
    assert loop.broker.counts["retried"] == 0
    assert letter.attributes["knativeerrorcode"] == "422"
    assert explanation(letter)["detail"] == "input holds no .docx file; check its address."
    assert open_envelope(letter).data["input"] == f"file://{tmp_path}/empty"
