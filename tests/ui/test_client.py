import json
import re
from datetime import date

import httpx
import pytest
from pydantic import SecretStr

from functions.summarize.options import read_options
from tests.cli.fake_service import FakeService, problem
from tests.ui.fakes import SUMMARY
from ui.client import ATTEMPTS, HttpServices, ServiceError
from ui.records import Checked, ModelCard, Options, Shelf, Verdicts
from ui.settings import Settings

OPTIONS = Options(model="bart", length="short", voice="third", blind=True, as_of=date(2026, 1, 31))

UNTIMED = SUMMARY.model_copy(update={"timings": {}})


def services_of(
    service: FakeService, key: str | None = None, pauses: list[float] | None = None
) -> HttpServices:
    settings = Settings(resume_summary_api_key=SecretStr(key) if key else None)
    transport = httpx.MockTransport(service)
    return HttpServices(settings, transport=transport, sleep=([] if pauses is None else pauses).append)


def test_a_summary_is_asked_for_with_the_choices_made_and_the_key() -> None:
    service = FakeService(httpx.Response(200, json=SUMMARY.model_dump(mode="json") | {"options": {}}))
    assert services_of(service, "secret").summarise("ada.docx", b"bytes", OPTIONS) == UNTIMED
    [request] = service.requests
    assert str(request.url) == "http://127.0.0.1:8080/generate-summary/"
    assert request.headers["authorization"] == "Bearer secret"
    sent = dict(re.findall(rb'name="(\w+)"\r\n\r\n(.*)\r\n', request.content))
    assert {name.decode(): value.decode() for name, value in sent.items()} == {
        "model": "bart", "output": "summary", "length": "short", "voice": "third", "alternatives": "1",
        "blind": "true", "as_of": "2026-01-31",
    }  # fmt: skip
    assert b'name="file"; filename="ada.docx"' in request.content


def test_what_is_sent_is_what_the_service_reads() -> None:
    service = FakeService(httpx.Response(200, json=SUMMARY.model_dump(mode="json")))
    services_of(service).summarise("ada.docx", b"", OPTIONS)
    sent = re.findall(rb'name="(\w+)"\r\n\r\n(.*)\r\n', service.requests[0].content)
    read = read_options({name.decode(): value.decode() for name, value in sent}, date.min)
    assert (read.model, read.voice, read.blind, read.as_of) == ("bart", "third", True, date(2026, 1, 31))


def test_the_services_own_times_are_kept_beside_the_summary() -> None:
    timed = httpx.Response(
        200,
        json=SUMMARY.model_dump(mode="json"),
        headers={"Server-Timing": "read;dur=6.5, write;dur=40, odd, total;dur=x"},
    )
    summary = services_of(FakeService(timed)).summarise("ada.docx", b"", OPTIONS)
    assert summary.timings == {"read": 6.5, "write": 40.0}


def test_the_shelf_is_read_from_the_catalog() -> None:
    models = {"models": [{"id": "t5", "name": "T5", "description": "Fast.", "seed": 1}]}
    service = FakeService(httpx.Response(200, json=models), httpx.Response(200, json={"parsers": []}))
    assert services_of(service).shelf() == Shelf(models=(ModelCard(id="t5", name="T5", description="Fast."),))
    assert [str(request.url) for request in service.requests] == [
        "http://127.0.0.1:8081/models",
        "http://127.0.0.1:8081/parsers",
    ]


def test_an_edited_text_is_sent_with_the_resume_it_must_follow() -> None:
    verdicts = Verdicts(sentences=(Checked(text="A nurse.", supported=True),), supported=True)
    service = FakeService(httpx.Response(200, json=verdicts.model_dump(mode="json")))
    assert services_of(service).verify({"basics": {}}, "A nurse.", "first") == verdicts
    assert json.loads(service.requests[0].content) == {
        "resume": {"basics": {}},
        "text": "A nurse.",
        "voice": "first",
    }


def test_a_problem_is_passed_on_in_the_services_own_words() -> None:
    service = FakeService(problem(422, "encrypted-document", "The document is protected by a password."))
    with pytest.raises(ServiceError) as caught:
        services_of(service).summarise("ada.docx", b"bytes", OPTIONS)
    error = caught.value
    assert (error.code, error.title, error.detail, error.passing) == (
        "encrypted-document",
        "Refused",
        "The document is protected by a password.",
        False,
    )


def test_a_busy_or_starting_service_is_asked_again_after_the_pause_it_states() -> None:
    pauses: list[float] = []
    busy = problem(503, "saturated", "Busy.", **{"Retry-After": "2"})
    service = FakeService(busy, busy, httpx.Response(200, json=SUMMARY.model_dump(mode="json")))
    assert services_of(service, pauses=pauses).summarise("ada.docx", b"bytes", OPTIONS) == UNTIMED
    assert pauses == [2, 2]


def test_a_service_that_stays_busy_is_reported_as_something_that_passes() -> None:
    service = FakeService(
        *(problem(503, "saturated", "Busy.", **{"Retry-After": "7"}) for _ in range(ATTEMPTS))
    )
    with pytest.raises(ServiceError, match="Busy") as caught:
        services_of(service).shelf()
    assert caught.value.passing
    assert caught.value.pause == 7
    assert not service.responses


def test_a_service_that_wants_a_long_pause_is_not_asked_again_behind_the_persons_back() -> None:
    service = FakeService(problem(429, "rate-limited", "Too often.", **{"Retry-After": "60"}))
    with pytest.raises(ServiceError) as caught:
        services_of(service).shelf()
    assert (caught.value.code, caught.value.passing, caught.value.pause) == ("rate-limited", True, 60)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (httpx.ConnectError("refused"), "service-unreachable"),
        (httpx.ConnectTimeout("nobody"), "service-unreachable"),
        (httpx.RemoteProtocolError("gone"), "service-unreachable"),
        (httpx.ReadTimeout("slow"), "service-slow"),
        (httpx.DecodingError("no gzip"), "unexpected-answer"),
    ],
)
def test_a_service_that_does_not_answer_is_told_apart_from_one_that_is_slow(
    error: httpx.RequestError, code: str
) -> None:
    def fail(request: httpx.Request) -> httpx.Response:
        raise error

    with pytest.raises(ServiceError) as caught:
        services_of(FakeService(fail)).shelf()
    assert (caught.value.code, caught.value.passing) == (code, True)


@pytest.mark.parametrize(
    "response",
    [
        httpx.Response(200, text="<html>"),
        httpx.Response(200, json={"summary": "x"}),
        httpx.Response(500, text="oops"),
        httpx.Response(404, json={"detail": "Not Found"}),
    ],
)
def test_an_answer_of_something_else_is_not_taken_for_a_summary(response: httpx.Response) -> None:
    with pytest.raises(ServiceError) as caught:
        services_of(FakeService(response)).summarise("ada.docx", b"bytes", OPTIONS)
    assert caught.value.code == "unexpected-answer"


@pytest.mark.parametrize("status", [502, 503, 504])
def test_a_proxy_without_a_service_behind_it_says_that_the_service_is_away(status: int) -> None:
    answers = [httpx.Response(status, text="bad gateway") for _ in range(ATTEMPTS)]
    with pytest.raises(ServiceError) as caught:
        services_of(FakeService(*answers)).summarise("ada.docx", b"bytes", OPTIONS)
    assert (caught.value.code, caught.value.away) == ("service-unreachable", True)


def test_addresses_and_key_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZE_URL", "https://summarize.example.org")
    monkeypatch.setenv("CATALOG_URL", "https://catalog.example.org/")
    monkeypatch.setenv("RESUME_SUMMARY_API_KEY", "secret")
    settings = Settings()
    assert str(settings.summarize_url) == "https://summarize.example.org/"
    assert str(settings.catalog_url) == "https://catalog.example.org/"
    assert settings.resume_summary_api_key == SecretStr("secret")
    assert "secret" not in repr(settings)
