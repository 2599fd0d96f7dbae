"""Apps as AWS Lambda handlers."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from mangum import Mangum

from functions.common.app import BaseApp
from functions.common.errors import MalformedRequest, RequestRefused, UploadTooLarge
from functions.common.problems import MEDIA_TYPE, problem_of

TEXT = ["text/", "application/json", "+json"]
"""Media types sent as text; without "+json" Mangum would send problem details in base64."""
PAYLOAD = 6_291_456
"""Bytes that Lambda carries, each way, in a synchronous call. A file in base64 has a third more than on disk."""
HINT = (
    f"AWS Lambda carries {PAYLOAD // 1024 // 1024} MB, in base64 a file of about 4.5 MB."
    " Put the file into a bucket instead and ask for a batch, or call a service that is no Lambda function."
)

DAMAGED = (
    "The upload came as text, not in base64, which has damaged it. For a REST API of API Gateway switch on"
    ' binaryMediaTypes ["multipart/form-data"] and deploy the stage again; HTTP APIs, function URLs and load balancers'
    " send base64 by themselves."
)
_ZIP, _LOST = "PK\x03\x04", "\ufffd"
"""How a DOCX begins, and what stands for bytes that were no text."""

Payload = dict[str, Any]
LambdaHandler = Callable[[Payload, Any], Any]
Notified = Callable[[Payload], Any]
"""Acts upon what another service of AWS tells of, and returns what Lambda is to answer."""


def lambda_handler(app: BaseApp, notified: Notified | None = None) -> LambdaHandler:
    """A handler for function URLs, API Gateway (v1 and v2) and load balancers; what is no request is `notified`.

    Mangum would run the lifespan around every invocation (mangum#342), so it is off; a model is loaded by the
    first call that needs it and kept by the process.
    """
    over_http = Mangum(app, lifespan="off", text_mime_types=TEXT)

    def handle(event: Payload, context: Any) -> Any:
        if notified is not None and "requestContext" not in event:
            return notified(event)
        event = without_stage(event)
        if _size(event.get("body")) > PAYLOAD:
            return _refusal(event, UploadTooLarge(f"The request is larger than it may be. {HINT}"))
        if _is_damaged(event):
            return _refusal(event, MalformedRequest(DAMAGED))
        answer: Payload = over_http(event, context)
        if _size(answer["body"]) > PAYLOAD:
            return _refusal(event, UploadTooLarge(f"The answer is larger than it may be. {HINT}"))
        return answer

    return handle


def without_stage(event: Payload) -> Payload:
    """The request with the path that the app knows.

    An HTTP API puts a named stage in front of it (`/prod/health`), unless it is called by a domain of its own; a
    REST API does not.
    """
    context = event.get("requestContext", {})
    stage, path = f"/{context.get('stage', '')}", str(event.get("rawPath", ""))
    if stage in {"/", "/$default"} or not (path == stage or path.startswith(f"{stage}/")):
        return event
    asked = path.removeprefix(stage) or "/"
    return {
        **event,
        "rawPath": asked,
        "requestContext": {**context, "http": {**context.get("http", {}), "path": asked}},
    }


def _is_damaged(event: Mapping[str, Any]) -> bool:
    """Whether a file has been sent through text."""
    headers = {**(event.get("headers") or {}), **(event.get("multiValueHeaders") or {})}
    media = " ".join(str(value) for name, value in headers.items() if name.lower() == "content-type")
    body = str(event.get("body") or "")
    plain = not event.get("isBase64Encoded")
    return plain and "multipart/form-data" in media and (_ZIP in body or _LOST in body)


def _size(body: str | None) -> int:
    return len((body or "").encode())


def _refusal(event: Mapping[str, Any], refusal: RequestRefused) -> Payload:
    path = str(event.get("rawPath") or event.get("path") or "/")
    problem = problem_of(refusal, path)
    headers = {"content-type": MEDIA_TYPE}
    return {
        "statusCode": problem.status,
        "headers": headers,
        # What a load balancer with multi-value headers reads instead.
        "multiValueHeaders": {name: [value] for name, value in headers.items()},
        "body": json.dumps(problem.model_dump()),
        "isBase64Encoded": False,
    }
