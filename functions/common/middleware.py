"""What happens to every request of every function, as plain ASGI: no buffering, no extra task."""

import logging
import re
import time
import uuid

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from functions.common.errors import UploadTooLarge
from functions.common.metrics import HttpMetrics

SECURITY_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
DOCS_POLICY = (
    "default-src 'none'; script-src https://cdn.jsdelivr.net 'unsafe-inline'; connect-src 'self';"
    " style-src https://cdn.jsdelivr.net; img-src data: https://fastapi.tiangolo.com; frame-ancestors 'none'"
)
"""What FastAPI's page of /docs loads, and no more."""
PROBED = frozenset({"/livez", "/readyz", "/metrics"})
METHODS = frozenset({"DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"})
DISCARD_LIMIT = 64 * 1024 * 1024

access = logging.getLogger("functions.access")
_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")


class Edge:
    """The outermost layer: request id, security headers, total time, one access log line, metrics.

    It stands outside Starlette's own error handling, so that a 500 is dressed and counted like any answer.
    """

    def __init__(self, app: ASGIApp, metrics: HttpMetrics) -> None:
        """`metrics` counts every request."""
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request; other scopes pass untouched."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        status = 500
        request_id = scope.setdefault("state", {})["request_id"] = _request_id(scope)

        async def dressed(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                if scope["path"] == "/docs":
                    headers["Content-Security-Policy"] = DOCS_POLICY
                _dress(headers, request_id, time.perf_counter() - began)
            await send(message)

        with self._metrics.open.track_inprogress():
            try:
                await self._app(scope, receive, dressed)
            finally:
                self._report(scope, status, time.perf_counter() - began)

    def _report(self, scope: Scope, status: int, seconds: float) -> None:
        route: str = getattr(scope.get("route"), "path", "other")
        problem = scope["state"].get("problem_code")
        method = scope["method"] if scope["method"] in METHODS else "other"
        self._metrics.observe(route, method, status, seconds, problem)
        if scope["path"] in PROBED or Headers(scope=scope).get("user-agent", "").startswith("kube-probe/"):
            return
        fields = {
            "request_id": scope["state"]["request_id"],
            "method": method,
            "route": route,
            "status": status,
            "ms": round(seconds * 1000, 1),
            "problem": problem,
        }
        access.info("request", extra={"fields": fields})


def _request_id(scope: Scope) -> str:
    """The caller's own id when it is harmless in a header and a log, else a fresh one."""
    given = Headers(scope=scope).get("x-request-id", "")
    return given if _REQUEST_ID.fullmatch(given) else uuid.uuid4().hex


def _dress(headers: MutableHeaders, request_id: str, seconds: float) -> None:
    for name, value in SECURITY_HEADERS.items():
        headers.setdefault(name, value)
    headers["X-Request-ID"] = request_id
    stages = headers.get("Server-Timing")
    total = f"total;dur={seconds * 1000:.1f}"
    headers["Server-Timing"] = f"{stages}, {total}" if stages else total  # one header: Lambda keeps no second


class BodyLimit:
    """Refuses a body over `limit` bytes as soon as it is known to be, keeping none of it.

    The rest of a refused body is read and thrown away, as far as `DISCARD_LIMIT`: an HTTP/1.1 client that is
    still sending would otherwise see a broken connection instead of the answer. A client that waits for
    `100 Continue` is refused before it sends anything.
    """

    def __init__(self, app: ASGIApp, limit: int) -> None:
        """`limit` is in bytes."""
        self._app = app
        self._limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request with a `receive` that raises `UploadTooLarge`."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        declared = headers.get("content-length", "")
        size = 0

        async def limited() -> Message:
            nonlocal size
            if declared.isdigit() and int(declared) > self._limit and size == 0:
                if headers.get("expect", "").lower() != "100-continue":
                    await _discard(receive)
                raise self._refusal()
            message = await receive()
            size += len(message.get("body", b""))
            if size > self._limit:
                if message.get("more_body"):
                    await _discard(receive)
                raise self._refusal()
            return message

        await self._app(scope, limited, send)

    def _refusal(self) -> UploadTooLarge:
        return UploadTooLarge(
            f"The request is over the limit of {self._limit / 1024 / 1024:g} MB; send a smaller file."
        )


async def _discard(receive: Receive) -> None:
    size = 0
    while size < DISCARD_LIMIT:
        message = await receive()
        size += len(message.get("body", b""))
        if not message.get("more_body"):
            return
