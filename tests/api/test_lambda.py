"""The Lambda handler: the same answers as over ASGI by every way in, and what only Lambda can get wrong."""

import base64
import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import httpx
import pytest

from functions.common.lambdas import HINT, PAYLOAD, lambda_handler
from tests.api.aws_shapes import (
    SHAPES,
    Shape,
    answer_of,
    function_url,
    http_api,
    load_balancer_with_many_values,
    rest_api,
)
from tests.api.conftest import DOCX, MakeApp
from tests.api.fakes import FakePipeline
from tests.api.transports import AsgiTransport, LambdaTransport

ROOT = "http://localhost"
FILE = {"file": ("cv.docx", bytes(range(256)) * 4, DOCX)}
ALLOWED = ("content-type", "vary", "retry-after", "allow", "www-authenticate")
"""The headers that must be alike; the others tell of one request (ids, times) or of one way in."""
REQUESTS: dict[str, Callable[[], httpx.Request]] = {
    "summary": lambda: httpx.Request("POST", f"{ROOT}/generate-summary/", files=FILE),
    "summary as text": lambda: httpx.Request(
        "POST", f"{ROOT}/generate-summary/", files=FILE, headers={"Accept": "text/plain"}
    ),
    "options in form and query": lambda: httpx.Request(
        "POST",
        f"{ROOT}/generate-summary/",
        params={"length": "long", "target": "C++ & Go, 50% remote"},
        data={"voice": "third"},
        files=FILE,
    ),
    "facts": lambda: httpx.Request("POST", f"{ROOT}/parse/", files=FILE),
    "verdicts": lambda: httpx.Request(
        "POST", f"{ROOT}/verify/", json={"resume": {"basics": {"name": "Jo Dœ"}}, "text": "Nurse."}
    ),
    "unknown option": lambda: httpx.Request("POST", f"{ROOT}/parse/", data={"tone": "warm"}, files=FILE),
    "no form": lambda: httpx.Request("POST", f"{ROOT}/parse/", content=b"{}"),
    "no body": lambda: httpx.Request("POST", f"{ROOT}/parse/"),
    "no event": lambda: httpx.Request("POST", f"{ROOT}/events", json={}),
    "unknown event": lambda: httpx.Request(
        "POST",
        f"{ROOT}/events",
        headers={"ce-id": "1", "ce-source": "/t", "ce-type": "t", "ce-specversion": "1.0"},
    ),
    "unknown path": lambda: httpx.Request("GET", f"{ROOT}/no such/päth"),
    "wrong method": lambda: httpx.Request("GET", f"{ROOT}/parse/"),
    "health": lambda: httpx.Request("GET", f"{ROOT}/health"),
    "description": lambda: httpx.Request("GET", f"{ROOT}/openapi.json"),
}


Open = Callable[..., LambdaTransport]


@pytest.fixture
def way_in(make_app: MakeApp) -> Iterator[Open]:
    """Opens the handler of an app, by default of the one over the fake pipeline, to one shape of request."""
    with ExitStack() as opened:

        def open_way(shape: Shape = function_url, app: Any = None) -> LambdaTransport:
            transport = LambdaTransport(app or make_app(), shape)
            opened.callback(transport.close)
            return transport

        yield open_way


every_shape = pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)


@every_shape
def test_every_way_in_gives_the_answer_of_the_service(way_in: Open, make_app: MakeApp, shape: Shape) -> None:
    app = make_app()
    over_asgi = AsgiTransport(app)
    expected = {name: _essence(over_asgi.handle_request(make())) for name, make in REQUESTS.items()}
    over_asgi.close()

    over_lambda = way_in(shape, app)
    given = {name: _essence(over_lambda.handle_request(make())) for name, make in REQUESTS.items()}

    assert given == expected


@every_shape
def test_an_uploads_bytes_arrive_as_they_were_sent(
    way_in: Open, pipeline: FakePipeline, shape: Shape
) -> None:
    way_in(shape).handle_request(REQUESTS["summary"]())

    ((_, data, _),) = pipeline.calls
    assert data == FILE["file"][1]


@every_shape
def test_a_problem_is_text_by_every_way_in(way_in: Open, shape: Shape) -> None:
    answer = way_in(shape).handler(shape(REQUESTS["unknown path"]()), None)

    assert answer["statusCode"] == 404
    assert answer["isBase64Encoded"] is False
    assert '"code":"not-found"' in answer["body"]


def test_invocations_do_not_load_the_model_again(way_in: Open, pipeline: FakePipeline) -> None:
    transport = way_in()
    for _ in range(3):
        transport.handle_request(REQUESTS["health"]())

    assert pipeline.calls == []


@every_shape
def test_a_request_larger_than_lambda_carries_is_refused_with_a_hint(way_in: Open, shape: Shape) -> None:
    payload = shape(REQUESTS["summary"]())
    payload["body"] = base64.b64encode(bytes(PAYLOAD)).decode()
    response = answer_of(way_in(shape).handler(payload, None))

    assert response.status_code == 413
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["code"] == "upload-too-large"
    assert response.json()["detail"] == f"The request is larger than it may be. {HINT}"
    assert response.json()["instance"] == "/generate-summary/"


def test_an_answer_larger_than_lambda_carries_is_refused_with_a_hint(way_in: Open) -> None:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        headers = [(b"content-type", b"text/plain")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"x" * (PAYLOAD + 1)})

    response = way_in(load_balancer_with_many_values, app).handle_request(REQUESTS["summary"]())

    assert response.status_code == 413
    assert response.json()["detail"] == f"The answer is larger than it may be. {HINT}"


def test_what_is_no_request_is_news_of_aws(way_in: Open, make_app: MakeApp) -> None:
    told: list[Any] = []

    def notified(payload: Any) -> str:
        told.append(payload)
        return "noted"

    way_in()  # the event loop that Lambda's runtime would have
    handler = lambda_handler(make_app(), notified)
    assert handler({"Records": []}, None) == "noted"
    assert answer_of(handler(function_url(REQUESTS["health"]()), None)).status_code == 200
    assert told == [{"Records": []}]


def _essence(response: httpx.Response) -> tuple[int, bytes, dict[str, str | None]]:
    """What must be alike. What is not there has no type, though payload format 2.0 gives it one."""
    compared = ALLOWED if response.content else ALLOWED[1:]
    return response.status_code, response.content, {name: response.headers.get(name) for name in compared}


@pytest.mark.parametrize(
    ("path", "asked"), [("/prod/health", "/health"), ("/prod", "/"), ("/produce", "/produce")]
)
def test_a_named_stage_is_no_part_of_the_path(way_in: Open, path: str, asked: str) -> None:
    """docs.aws.amazon.com/apigateway: an HTTP API sends `rawPath` with the stage, unless it is $default."""
    payload = http_api(httpx.Request("GET", f"{ROOT}{path}"))
    payload["requestContext"]["stage"] = "prod"
    answer = way_in(http_api).handler(payload, None)
    expected = way_in(http_api).handler(http_api(httpx.Request("GET", f"{ROOT}{asked}")), None)

    assert (answer["statusCode"], json.loads(answer["body"])) == (
        expected["statusCode"],
        json.loads(expected["body"]),
    )


def test_a_domain_of_its_own_sends_no_stage(way_in: Open) -> None:
    payload = http_api(httpx.Request("GET", f"{ROOT}/health"))
    payload["requestContext"]["stage"] = "prod"

    assert way_in(http_api).handler(payload, None)["statusCode"] == 200


def test_an_upload_that_came_as_text_is_refused_and_the_switch_is_named(
    way_in: Open, pipeline: FakePipeline
) -> None:
    """What a REST API without binaryMediaTypes makes of a DOCX."""
    file = {"file": ("cv.docx", b"PK\x03\x04\x14\x00\xff\xfe", DOCX)}
    request = httpx.Request("POST", f"{ROOT}/generate-summary/", files=file)
    payload = rest_api(request)
    payload |= {"body": request.read().decode(errors="replace"), "isBase64Encoded": False}
    answer = way_in(rest_api).handler(payload, None)

    assert answer["statusCode"] == 400
    assert "binaryMediaTypes" in json.loads(answer["body"])["detail"]
    assert pipeline.calls == []


def test_a_form_without_a_file_may_come_as_text(way_in: Open) -> None:
    request = httpx.Request("POST", f"{ROOT}/parse/", files={"length": (None, "long")})
    payload = rest_api(request) | {"body": request.read().decode(), "isBase64Encoded": False}
    answer = way_in(rest_api).handler(payload, None)

    assert "binaryMediaTypes" not in answer["body"]
    assert answer["statusCode"] in {400, 422}
