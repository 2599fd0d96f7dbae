"""Apps as AWS Lambda handlers."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from mangum import Mangum

from functions.common.app import BaseApp
from functions.common.errors import UploadTooLarge
from functions.common.problems import MEDIA_TYPE, problem_of

TEXT = ["text/", "application/json", "+json"]
"""Media types sent as text; without "+json" Mangum would send problem details in base64."""
PAYLOAD = 6_291_456
"""Bytes that Lambda carries, each way, in a synchronous call. A file in base64 has a third more than on disk."""
HINT = (
    f"AWS Lambda carries {PAYLOAD // 1024 // 1024} MB, in base64 a file of about 4.5 MB."
    " Put the file into a bucket instead and ask for a batch, or call a service that is no Lambda function."
)

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
        if _size(event.get("body")) > PAYLOAD:
            return _too_large(event, "The request is larger than it may be.")
        answer: Payload = over_http(event, context)
        if _size(answer["body"]) > PAYLOAD:
            return _too_large(event, "The answer is larger than it may be.")
        return answer

    return handle


def _size(body: str | None) -> int:
    return len((body or "").encode())


def _too_large(event: Mapping[str, Any], what: str) -> Payload:
    path = str(event.get("rawPath") or event.get("path") or "/")
    problem = problem_of(UploadTooLarge(f"{what} {HINT}"), path)
    headers = {"content-type": MEDIA_TYPE}
    return {
        "statusCode": problem.status,
        "headers": headers,
        # What a load balancer with multi-value headers reads instead.
        "multiValueHeaders": {name: [value] for name, value in headers.items()},
        "body": json.dumps(problem.model_dump()),
        "isBase64Encoded": False,
    }
