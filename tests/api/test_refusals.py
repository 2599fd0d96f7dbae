"""Whatever is sent, the answer is a problem detail that says what to do, and never a 500."""

import json
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from functions.common.errors import (
    DeadlineExceeded,
    ModelUnavailable,
    NotADocx,
    ResumeSummaryError,
    Saturated,
    UnusableDocument,
)
from tests.api.conftest import DOCX, Connect, MakeApp
from tests.api.fakes import FakePipeline

FILE = ("cv.docx", b"the bytes", DOCX)
SECRET = "Jo Doe, 12 Elm Street"
BOUNDARY = {"Content-Type": "multipart/form-data; boundary=b"}


def part(disposition: str, content: bytes = b"x") -> bytes:
    return b"--b\r\nContent-Disposition: " + disposition.encode() + b"\r\n\r\n" + content + b"\r\n"


@dataclass(frozen=True)
class Case:
    """A request and the refusal it earns."""

    name: str
    status: int
    code: str
    detail: str
    sent: dict[str, Any] = field(default_factory=dict)
    path: str = "/generate-summary/"
    method: str = "POST"


JSON = {"Content-Type": "application/json"}
CASES = [
    Case("no body", 400, "malformed-request", "The body is no form; send multipart/form-data"),
    Case("a JSON body", 400, "malformed-request", "The body is no form", {"json": {"file": "x"}}),
    Case(
        "a raw DOCX",
        400,
        "malformed-request",
        "The body is no form",
        {"content": b"PK", "headers": {"Content-Type": DOCX}},
    ),
    Case(
        "no boundary",
        400,
        "malformed-request",
        "The form cannot be read: Missing boundary",
        {"content": b"x", "headers": {"Content-Type": "multipart/form-data"}},
    ),
    Case(
        "a broken form",
        400,
        "malformed-request",
        "The form cannot be read",
        {"content": b"no form at all", "headers": BOUNDARY},
    ),
    Case(
        "a form that was cut off",
        400,
        "malformed-request",
        "The form cannot be read: It is cut off",
        {"content": part('form-data; name="file"; filename="a"', b"PK"), "headers": BOUNDARY},
    ),
    Case(
        "a part without a name",
        400,
        "malformed-request",
        "The form cannot be read",
        {"content": part("form-data") + b"--b--\r\n", "headers": BOUNDARY},
    ),
    Case("no file", 400, "malformed-request", "There is no file", {"files": {"model": (None, "t5")}}),
    Case(
        "an empty file", 400, "malformed-request", "The file is empty", {"files": {"file": ("cv.docx", b"")}}
    ),
    Case("a file that is text", 400, "malformed-request", "'file' is text", {"files": {"file": (None, "x")}}),
    Case(
        "two files",
        422,
        "invalid-option",
        "file is given 2 times; give it once.",
        {"files": [("file", FILE), ("file", FILE)]},
    ),
    Case(
        "a file under another name",
        422,
        "invalid-option",
        "There is no option 'cv'; known: file, resume, model, parser, output, length, voice, "
        "target, alternatives, blind, as_of.",
        {"files": {"cv": FILE}},
    ),
    Case(
        "an unknown field",
        422,
        "invalid-option",
        "There is no option 'tone'",
        {"files": {"file": FILE}, "data": {"tone": "warm"}},
    ),
    Case(
        "an unknown query parameter",
        422,
        "invalid-option",
        "There is no option 'tone'",
        {"files": {"file": FILE}, "params": {"tone": "warm"}},
    ),
    Case(
        "an option twice",
        422,
        "invalid-option",
        "model is given 2 times",
        {"files": {"file": FILE}, "data": {"model": "t5"}, "params": {"model": "t5"}},
    ),
    Case(
        "an option that is a file",
        422,
        "invalid-option",
        "model is a file",
        {"files": {"file": FILE, "model": FILE}},
    ),
    Case(
        "an unknown model",
        422,
        "invalid-option",
        "model is 'gpt9'; allowed: gpt2, t5, bart.",
        {"files": {"file": FILE}, "data": {"model": "gpt9"}},
    ),
    Case(
        "an empty option",
        422,
        "invalid-option",
        "voice is ''; allowed: implied, first, third.",
        {"files": {"file": FILE}, "data": {"voice": ""}},
    ),
    *(
        Case(
            f"as_of {day!r}",
            422,
            "invalid-option",
            f"as_of is {day!r}; allowed: a date from 1970-01-01 to 2100-12-31, written YYYY-MM-DD.",
            {"files": {"file": FILE}, "data": {"as_of": day}},
        )
        for day in ("yesterday", "2025-02-30", "20250101", "2025-W01-1", "0001-01-01", "9999-12-31", "")
    ),
    Case(
        "an option of many bytes",
        422,
        "invalid-option",
        f"model is '{'t' * 80}'; allowed: gpt2, t5, bart.",
        {"files": {"file": FILE}, "data": {"model": "t" * 1025}},
    ),
    Case(
        "a target of too many characters",
        422,
        "invalid-option",
        "target has 20001 characters; allowed: up to 20000.",
        {"files": {"file": FILE}, "data": {"target": "t" * 20_001}},
    ),
    Case(
        "more alternatives than there may be",
        422,
        "invalid-option",
        "alternatives is '6'; allowed: a whole number from 1 to 5.",
        {"files": {"file": FILE}, "data": {"alternatives": "6"}},
    ),
    Case(
        "a truth value in other words",
        422,
        "invalid-option",
        "blind is 'yes'; allowed: true, false.",
        {"files": {"file": FILE}, "data": {"blind": "yes"}},
    ),
    Case(
        "a body over the limit",
        413,
        "upload-too-large",
        "The request is over the limit of 0.0625 MB",
        {"files": {"file": ("cv.docx", b"x" * 65536, DOCX)}},
    ),
    Case("no JSON type", 400, "malformed-request", "not declared as JSON", {"content": b"{}"}, "/verify/"),
    Case(
        "broken JSON",
        400,
        "malformed-request",
        "The body: Invalid JSON",
        {"content": b'{"text": ', "headers": JSON},
        "/verify/",
    ),
    Case(
        "JSON nested without end",
        400,
        "malformed-request",
        "The body: Invalid JSON",
        {"content": b'{"text": "x", "resume": {"a":' + b"[" * 9000, "headers": JSON},
        "/verify/",
    ),
    Case(
        "half a surrogate pair",
        400,
        "malformed-request",
        "The body: Invalid JSON",
        {"content": b'{"text": "x", "resume": {"a": "\\ud800"}}', "headers": JSON},
        "/verify/",
    ),
    Case("a JSON list", 422, "invalid-option", "The body: ", {"json": [1]}, "/verify/"),
    Case("no text", 400, "malformed-request", "text: Field required.", {"json": {"resume": {}}}, "/verify/"),
    Case("an empty text", 422, "invalid-option", "text: ", {"json": {"resume": {}, "text": ""}}, "/verify/"),
    Case(
        "a text of many pages",
        422,
        "invalid-option",
        "text: String should have at most 10000 characters.",
        {"json": {"resume": {}, "text": "x" * 10_001}},
        "/verify/",
    ),
    Case(
        "a resume that is a list",
        422,
        "invalid-option",
        "resume: ",
        {"json": {"resume": [SECRET], "text": "x"}},
        "/verify/",
    ),
    Case(
        "an unknown key",
        422,
        "invalid-option",
        "tone: ",
        {"json": {"resume": {}, "text": "x", "tone": 1}},
        "/verify/",
    ),
    Case(
        "an unknown voice",
        422,
        "invalid-option",
        "voice: Input should be 'implied', 'first' or 'third'.",
        {"json": {"resume": {}, "text": "x", "voice": "loud"}},
        "/verify/",
    ),
    Case(
        "a query to verify",
        422,
        "invalid-option",
        "There is no option 'voice'; known: none.",
        {"json": {"resume": {}, "text": "x"}, "params": {"voice": "first"}},
        "/verify/",
    ),
    Case("an unknown path", 404, "not-found", "Nothing is at /summarise", {}, "/summarise"),
    Case(
        "a wrong method", 405, "method-not-allowed", "does not answer GET; allowed: POST.", {}, method="GET"
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_bad_request_is_refused_with_a_reason(
    connect: Connect, make_app: MakeApp, pipeline: FakePipeline, case: Case
) -> None:
    response = connect(make_app(upload_limit=65536)).request(case.method, case.path, **case.sent)

    problem = response.json()
    assert (response.status_code, problem["code"]) == (case.status, case.code)
    assert response.headers["content-type"] == "application/problem+json"
    assert case.detail in problem["detail"]
    assert SECRET not in response.text
    assert pipeline.calls == []
    assert problem == {
        "type": f"urn:resume-summary:problem:{case.code}",
        "title": problem["title"],
        "status": case.status,
        "detail": problem["detail"],
        "instance": case.path,
        "code": case.code,
    }


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (NotADocx("The file is a PDF; save it as DOCX."), 415, "not-a-docx"),
        (UnusableDocument("encrypted", "The document has a password."), 422, "encrypted"),
        (ModelUnavailable("bart is not installed."), 503, "model-unavailable"),
        (Saturated("busy"), 503, "saturated"),
        (DeadlineExceeded("slow"), 504, "deadline-exceeded"),
    ],
)
def test_what_the_pipeline_refuses_reaches_the_caller(
    client: httpx.Client, pipeline: FakePipeline, error: ResumeSummaryError, status: int, code: str
) -> None:
    pipeline.error = error
    response = client.post("/generate-summary/", files={"file": FILE})

    problem = response.json()
    assert (response.status_code, problem["code"], problem["detail"]) == (status, code, str(error))
    assert response.headers["content-type"] == "application/problem+json"


def test_a_fault_of_ours_tells_the_caller_nothing(client: httpx.Client, pipeline: FakePipeline) -> None:
    pipeline.error = ValueError(SECRET)
    response = client.post("/generate-summary/", files={"file": FILE})

    assert response.status_code == 500
    assert response.json() == {
        "type": "urn:resume-summary:problem:internal-error",
        "title": "The service failed",
        "status": 500,
        "detail": "Something unexpected went wrong. It has been logged; the request id in X-Request-ID finds it.",
        "instance": "/generate-summary/",
        "code": "internal-error",
    }
    assert response.headers["x-content-type-options"] == "nosniff"
    assert len(response.headers["x-request-id"]) == 32


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    path=st.sampled_from(["/generate-summary/", "/parse", "/verify/"]),
    body=st.binary(max_size=300)
    | st.binary(max_size=200).map(lambda junk: part('form-data; name="file"; filename="a"', junk))
    | JSON_VALUES.map(lambda value: json.dumps(value).encode())
    | JSON_VALUES.map(lambda value: json.dumps({"resume": {"a": value}, "text": value}).encode()),
    kind=st.sampled_from(["multipart/form-data; boundary=b", "application/json", "text/plain", ""]),
)
def test_no_bytes_at_all_bring_the_service_down(
    client: httpx.Client, path: str, body: bytes, kind: str
) -> None:
    response = client.post(path, content=body, headers={"Content-Type": kind})

    assert response.status_code < 500
    if response.is_error:
        assert response.json()["status"] == response.status_code


def test_a_field_is_read_no_further_than_the_longest_value(client: httpx.Client) -> None:
    response = client.post("/generate-summary/", files={"file": FILE}, data={"target": "t" * 80_005})
    assert response.json()["detail"] == "target has 80005 characters, more than any value of it."

    response = client.post("/parse/", files={"file": FILE}, data={"target": "t" * 80_005})
    assert response.status_code == 400
    assert response.json()["detail"] == "The form cannot be read: Part exceeded maximum size of 78KB."
