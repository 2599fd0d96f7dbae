"""What is told of requests for summaries, as events."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import httpx
import pytest
from starlette.requests import ClientDisconnect

from functions.common.coldstart import StartSeconds
from functions.common.errors import ModelUnavailable, UnusableDocument
from functions.common.events import PING, Event, write_event
from functions.common.events.schemas import check_data
from functions.common.events.types import REVISION_READY, SUMMARY_COMPLETED, SUMMARY_FAILED
from functions.summarize.answers import InProcess
from functions.summarize.app import create_app
from functions.summarize.outcomes import Outcomes
from functions.summarize.settings import SummarizeSettings
from tests.api.fakes import CARD, TEXT, TIMINGS, FakePipeline
from tests.api.transports import AsgiTransport
from tests.builders.sinks import FakeSink

TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


@pytest.fixture
def sink() -> FakeSink:
    return FakeSink()


@pytest.fixture
def client(pipeline: FakePipeline, sink: FakeSink) -> Iterator[httpx.Client]:
    settings = SummarizeSettings(k_revision="summarize-00001")
    app = create_app(settings, summariser=InProcess(pipeline), today=lambda: date(2026, 1, 31), sink=sink)
    with httpx.Client(transport=AsgiTransport(app), base_url="http://localhost") as client:
        yield client


def ask(client: httpx.Client, **options: str) -> httpx.Response:
    files = {"file": ("Jo Doe.docx", b"the bytes")}
    return client.post("/generate-summary/", files=files, data=options, headers={"traceparent": TRACEPARENT})


def told(sink: FakeSink) -> list[tuple[str, dict[str, Any]]]:
    """Types and data of what was emitted, each allowed by its schema, without the time taken."""
    for event in sink.emitted:
        check_data(event.type, event.data)
    return [(event.type, {**event.data, "seconds": None}) for event in sink.emitted]


def test_a_summary_is_told_in_figures(client: httpx.Client, sink: FakeSink) -> None:
    assert ask(client, length="short").status_code == 200
    assert told(sink) == [
        (
            SUMMARY_COMPLETED,
            {
                "model": {"id": "bart", "version": CARD.version, "sha256": CARD.sha256},
                "parser": "ats",
                "output": "summary",
                "length": "short",
                "voice": "implied",
                "timings": TIMINGS,
                "seconds": None,
                "words": 10,
                "sentences": 2,
                "model_share": 0.5,
                "rejected": 1,
                "warnings": ["hidden-text"],
                "sizes": {"bytes": 9, "characters": len(TEXT)},
                "revision": "summarize-00001",
            },
        )
    ]


def test_an_event_continues_the_requests_trace(client: httpx.Client, sink: FakeSink) -> None:
    ask(client)
    (event,) = sink.emitted

    assert event.source == "/services/summarize"
    assert event.extensions == {"traceparent": TRACEPARENT}


def test_every_request_is_an_event_of_its_own(client: httpx.Client, sink: FakeSink) -> None:
    for _ in range(3):
        ask(client)

    assert len({event.id for event in sink.emitted}) == 3


@pytest.mark.parametrize(
    ("error", "code", "status"),
    [
        (UnusableDocument("encrypted", "Jo Doe's file has a password."), "encrypted", 422),
        (ModelUnavailable("It is gone."), "model-unavailable", 503),
        (ZeroDivisionError("Jo Doe"), "internal-error", 500),
    ],
)
def test_a_failure_is_told_by_its_code(
    client: httpx.Client, sink: FakeSink, pipeline: FakePipeline, error: Exception, code: str, status: int
) -> None:
    pipeline.error = error

    assert ask(client).status_code == status
    assert told(sink) == [
        (
            SUMMARY_FAILED,
            {
                "code": code,
                "status": status,
                "seconds": None,
                "sizes": {"bytes": 9},
                "revision": "summarize-00001",
            },
        )
    ]


def test_a_request_that_is_refused_unread_is_told(client: httpx.Client, sink: FakeSink) -> None:
    assert client.post("/generate-summary/").status_code == 400
    assert [(kind, data["code"], data["sizes"]) for kind, data in told(sink)] == [
        (SUMMARY_FAILED, "malformed-request", {"bytes": 0})
    ]


def test_a_wrong_option_is_told(client: httpx.Client, sink: FakeSink) -> None:
    assert ask(client, model="gpt5").status_code == 422
    assert [data["code"] for _, data in told(sink)] == ["invalid-option"]


def test_nothing_is_told_of_other_routes(client: httpx.Client, sink: FakeSink) -> None:
    client.post("/parse/", files={"file": ("Jo Doe.docx", b"the bytes")})
    client.get("/metrics")

    assert sink.emitted == []


def test_nothing_is_told_of_a_caller_that_went_away(sink: FakeSink) -> None:
    outcomes = Outcomes(sink, "/services/summarize", "summarize-00001")
    with pytest.raises(ClientDisconnect), outcomes.follow(TRACEPARENT):
        raise ClientDisconnect

    assert sink.emitted == []


def test_a_start_is_told_by_its_phases(sink: FakeSink) -> None:
    Outcomes(sink, "/services/summarize", "summarize-00001").ready(StartSeconds(0.5, 0.2, 0.1))

    assert sink.emitted[0].data["seconds"] == {"imports": 0.5, "weights": 0.2, "warm_up": 0.1, "total": 0.8}
    assert [kind for kind, _ in told(sink)] == [REVISION_READY]


def test_a_ping_wakes_the_service(client: httpx.Client) -> None:
    headers, body = write_event(Event("1", "/pings", PING, {}))

    assert client.post("/events", content=body, headers=headers).status_code == 202
