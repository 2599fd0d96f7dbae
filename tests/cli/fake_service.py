"""An HTTP service for `httpx.MockTransport`: replays responses and remembers the requests."""

import json
from collections.abc import Callable

import httpx


class FakeService:
    """An HTTP service that replays responses and remembers the requests."""

    def __init__(self, *responses: httpx.Response | Callable[[httpx.Request], httpx.Response]) -> None:
        self.responses = list(responses)
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.requests.append(request)
        response = self.responses.pop(0)
        return response if isinstance(response, httpx.Response) else response(request)


def problem(status: int, code: str, detail: str, **headers: str) -> httpx.Response:
    content = json.dumps({"title": "Refused", "status": status, "code": code, "detail": detail}).encode()
    media = {"content-type": "application/problem+json"}
    return httpx.Response(status, content=content, headers=media | headers)
