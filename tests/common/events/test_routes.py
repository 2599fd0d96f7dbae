import base64
import json
from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI

from functions.common.app import About, create_base_app
from functions.common.errors import Saturated, UnusableDocument
from functions.common.events import Event, event_routes, new_event, read_event, write_event
from functions.common.events.envelope import Mode
from functions.common.metrics import HttpMetrics
from functions.common.settings import Settings
from functions.common.workers import Workers
from tests.api.transports import AsgiTransport
from tests.builders.event_data import completed

TYPE = "org.example.thing.done"


class FakeHandler:
    """Keeps the events it is given, and answers with `reply`, which may be an error to raise."""

    def __init__(self) -> None:
        self.got: list[Event] = []
        self.reply: Event | Exception | None = None

    def __call__(self, event: Event) -> Event | None:
        self.got.append(event)
        if isinstance(self.reply, Exception):
            raise self.reply
        return self.reply


@pytest.fixture
def handler() -> FakeHandler:
    return FakeHandler()


@pytest.fixture
def metrics() -> HttpMetrics:
    return HttpMetrics()


@pytest.fixture
def app(handler: FakeHandler, metrics: HttpMetrics) -> Iterator[FastAPI]:
    workers = Workers(1, 1, 5)
    settings = Settings(upload_limit=4 * 1024 * 1024)
    app = create_base_app(
        settings, About("t", "t", ()), metrics=metrics, load=lambda: None, close=lambda: None
    )
    handlers = {TYPE: handler, completed().type: handler}
    app.serve_events(event_routes(handlers, workers=workers, metrics=metrics))
    yield app
    workers.close()


@pytest.fixture
def client(app: FastAPI) -> Iterator[httpx.Client]:
    with httpx.Client(transport=AsgiTransport(app), base_url="http://localhost") as client:
        yield client


def send(client: httpx.Client, event: Event, mode: Mode = "binary") -> httpx.Response:
    headers, body = write_event(event, mode)
    return client.post("/events", content=body, headers=headers)


@pytest.mark.parametrize("mode", ["binary", "structured"])
def test_an_event_is_handled_and_acknowledged_without_a_body(
    client: httpx.Client, handler: FakeHandler, mode: Mode
) -> None:
    event = completed()
    response = send(client, event, mode)

    assert (response.status_code, response.content) == (202, b"")
    assert handler.got == [event]


def test_a_reply_is_an_event(client: httpx.Client, handler: FakeHandler) -> None:
    handler.reply = new_event("org.example.next", id="2", source="/x", data={"n": 1})
    response = send(client, Event("1", "/x", TYPE, {}))

    assert response.status_code == 200
    assert read_event(response.headers, response.content) == handler.reply


def test_an_unknown_type_is_acknowledged_and_counted(
    client: httpx.Client, handler: FakeHandler, metrics: HttpMetrics
) -> None:
    response = send(client, Event("1", "/x", "org.example.other", {}))

    assert (response.status_code, response.content, handler.got) == (202, b"", [])
    assert b'resume_summary_events_total{outcome="unknown",type="other"} 1.0' in metrics.exposition()


@pytest.mark.parametrize(
    ("headers", "body", "status", "code"),
    [
        ({"ce-id": "1", "ce-type": TYPE, "ce-specversion": "1.0"}, b"", 400, "malformed-request"),
        ({"content-type": "application/cloudevents+json"}, b"{", 400, "malformed-request"),
        ({"content-type": "application/cloudevents-batch+json"}, b"[]", 415, "unknown-event-mode"),
        ({"content-type": "application/json"}, b"{}", 415, "unknown-event-mode"),
        ({"content-type": "application/cloudevents+json"}, b" " * 1_100_000, 413, "upload-too-large"),
    ],
)
def test_what_is_no_event_is_refused(
    client: httpx.Client, headers: dict[str, str], body: bytes, status: int, code: str
) -> None:
    response = client.post("/events", content=body, headers=headers)

    assert (response.status_code, response.json()["code"]) == (status, code)


def test_data_that_its_type_does_not_allow_is_refused(client: httpx.Client, handler: FakeHandler) -> None:
    response = send(client, completed(words="sixty"))

    assert response.status_code == 422
    assert response.json()["detail"] == 'data/words is wrong; type: "integer".'
    assert handler.got == []


@pytest.mark.parametrize(
    ("error", "status"),
    [(UnusableDocument("encrypted", "It has a password."), 422), (Saturated("Busy."), 503)],
)
def test_what_a_handler_raises_is_answered(
    client: httpx.Client, handler: FakeHandler, error: Exception, status: int
) -> None:
    handler.reply = error
    response = send(client, Event("1", "/x", TYPE, {}))

    assert (response.status_code, response.json()["detail"]) == (status, str(error))


@pytest.mark.parametrize("detail", ["x" * 5000, "\u00fc" * 5000])
def test_the_whole_problem_fits_into_a_dead_letter(
    client: httpx.Client, handler: FakeHandler, detail: str
) -> None:
    handler.reply = UnusableDocument("a-code-of-a-length-that-never-is-reached-by-far", detail)
    response = send(client, Event("1", "/x", TYPE, {}))

    encoded = base64.b64encode(response.content)[:1024]
    assert json.loads(base64.b64decode(encoded))["status"] == 422


def test_events_need_a_key_where_others_can_reach_the_service(handler: FakeHandler) -> None:
    def status(**settings: bool) -> int:
        workers = Workers(1, 1, 5)
        chosen = Settings(host="0.0.0.0", api_key_hashes="0" * 64, **settings)  # type: ignore[arg-type]
        app = create_base_app(
            chosen, About("t", "t", ()), metrics=HttpMetrics(), load=lambda: None, close=lambda: None
        )
        app.serve_events(event_routes({TYPE: handler}, workers=workers, metrics=HttpMetrics()))
        with httpx.Client(transport=AsgiTransport(app), base_url="http://localhost") as client:
            answer = send(client, Event("1", "/x", TYPE, {})).status_code
        workers.close()
        return answer

    assert [status(), status(events_open=True)] == [401, 202]
