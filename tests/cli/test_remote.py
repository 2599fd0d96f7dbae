import json
from datetime import date

import httpx
import pytest
from pydantic import SecretStr

from functions.summarize.commandline import remote
from functions.summarize.commandline.remote import Remote, ServiceRefused, ServiceUnreachable
from functions.summarize.sentences import Options
from tests.cli.fake_service import FakeService, problem
from tests.cli.fakes import facts_body, summary_body

OPTIONS = Options(date(2026, 1, 31), model="bart", parser="industry", length="short", voice="third")


def remote_of(service: FakeService, api_key: str | None = None, pauses: list[float] | None = None) -> Remote:
    key = SecretStr(api_key) if api_key else None
    return Remote(
        "http://service:8080",
        api_key=key,
        transport=httpx.MockTransport(service),
        sleep=([] if pauses is None else pauses).append,
    )


def test_a_summary_is_asked_for_with_every_option_and_the_key() -> None:
    service = FakeService(httpx.Response(200, json=summary_body()))
    assert remote_of(service, "secret").summarise("ada.docx", b"bytes", OPTIONS) == summary_body()
    [request] = service.requests
    assert (request.method, request.url.path) == ("POST", "/generate-summary/")
    assert request.headers["authorization"] == "Bearer secret"
    form = {"model": "bart", "parser": "industry", "length": "short", "voice": "third", "as_of": "2026-01-31"}
    further = {"output": "summary", "target": "", "alternatives": "1", "blind": "false"}
    for name, value in {**form, **further}.items():
        assert f'name="{name}"\r\n\r\n{value}\r\n'.encode() in request.content
    assert b'name="file"; filename="ada.docx"' in request.content
    assert b"\r\n\r\nbytes\r\n" in request.content


def test_facts_verdicts_and_cards_come_from_their_routes() -> None:
    service = FakeService(*(httpx.Response(200, json=facts_body()) for _ in range(4)))
    client = remote_of(service)
    client.parse("ada.docx", b"bytes", OPTIONS)
    client.verify({"basics": {}}, "A nurse.", "first")
    client.models()
    client.parsers()
    assert [request.url.path for request in service.requests] == [
        "/parse/",
        "/verify/",
        "/models",
        "/parsers",
    ]
    assert json.loads(service.requests[1].content) == {
        "resume": {"basics": {}},
        "text": "A nurse.",
        "voice": "first",
    }
    assert "authorization" not in service.requests[0].headers


def test_a_problem_keeps_its_code_and_its_sentence() -> None:
    service = FakeService(problem(415, "not-a-docx", "This is a PDF; save it as .docx."))
    with pytest.raises(ServiceRefused, match=r"This is a PDF; save it as \.docx\.") as caught:
        remote_of(service).summarise("ada.docx", b"%PDF", OPTIONS)
    assert caught.value.code == "not-a-docx"


def test_a_busy_service_is_asked_again_after_the_time_it_states() -> None:
    pauses: list[float] = []
    busy = problem(503, "saturated", "Every slot is busy.", **{"Retry-After": "2"})
    service = FakeService(busy, busy, httpx.Response(200, json=summary_body()))
    assert remote_of(service, pauses=pauses).summarise("ada.docx", b"bytes", OPTIONS) == summary_body()
    assert pauses == [2.0, 2.0]


def test_a_service_that_stays_busy_or_asks_for_a_long_wait_is_reported() -> None:
    always = FakeService(
        *(problem(503, "saturated", "Busy.", **{"Retry-After": "1"}) for _ in range(remote.ATTEMPTS))
    )
    later = FakeService(problem(429, "saturated", "Later.", **{"Retry-After": "600"}))
    for service in (always, later):
        with pytest.raises(ServiceRefused) as caught:
            remote_of(service).models()
        assert caught.value.code == "saturated"
        assert not service.responses


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (httpx.ConnectError("refused"), "Nothing answers at"),
        (httpx.ReadTimeout("slow"), "did not answer in time"),
    ],
)
def test_a_service_that_is_not_there_is_explained(error: httpx.TransportError, sentence: str) -> None:
    def fail(request: httpx.Request) -> httpx.Response:
        raise error

    with pytest.raises(ServiceUnreachable, match=sentence):
        remote_of(FakeService(fail)).models()


@pytest.mark.parametrize(
    "response",
    [
        httpx.Response(200, text="<html>"),
        httpx.Response(200, json=[1]),
        httpx.Response(502, text="bad gateway"),
    ],
)
def test_an_answer_of_something_else_is_not_taken_for_ours(response: httpx.Response) -> None:
    with pytest.raises(ServiceRefused) as caught:
        remote_of(FakeService(response)).models()
    assert caught.value.code == "unexpected-answer"


@pytest.mark.parametrize("url", ["not a url", "http://", "ftp://service", "http://[::"])
def test_an_address_that_is_none_is_explained(url: str) -> None:
    with pytest.raises(ServiceUnreachable):
        Remote(url).models()
