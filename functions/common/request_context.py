"""The outermost layer of every app, as plain ASGI: no buffering, no extra task."""

import logging
import re
import time
import uuid

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from functions.common.metrics import HttpMetrics
from functions.common.telemetry import Answered, Telemetry, Trace

SECURITY_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
PROBED = frozenset({"/livez", "/readyz", "/metrics"})
METHODS = frozenset({"DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"})

access = logging.getLogger("functions.access")
_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_TRACEPARENT = re.compile(r"[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}")
_STAGE = re.compile(r"([a-z_]+);dur=([0-9.]+)")


class RequestContext:
    """Request id, security headers, total time, one access log line, metrics, one trace.

    It stands outside Starlette's own error handling, so that a 500 is dressed and counted like any answer. The
    request's state gets `request_id`, and `traceparent`: what to hand on to whatever the request causes.
    """

    def __init__(self, app: ASGIApp, metrics: HttpMetrics, telemetry: Telemetry) -> None:
        """`metrics` counts every request, `telemetry` follows all but the probes."""
        self._app = app
        self._metrics = metrics
        self._telemetry = telemetry

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request; other scopes pass untouched."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        status = 500
        state = scope.setdefault("state", {})
        request_id = state["request_id"] = _request_id(scope)
        trace = None if _is_probe(scope) else self._telemetry.begin(_traceparent(scope))
        state["traceparent"] = trace.traceparent if trace else ""

        async def dressed(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                state["stages"] = headers.get("Server-Timing", "")
                _dress(headers, request_id, time.perf_counter() - began)
            if asked_head and message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        asked_head = scope["method"] == "HEAD"
        if asked_head:  # answered as GET is, without the body (RFC 9110, 9.3.2)
            scope = {**scope, "method": "GET"}
        with self._metrics.open.track_inprogress():
            try:
                await self._app(scope, receive, dressed)
            finally:
                self._report(_answered(scope, status), trace, time.perf_counter() - began)

    def _report(self, answered: Answered, trace: Trace | None, seconds: float) -> None:
        self._metrics.observe(answered.route, answered.method, answered.status, seconds, answered.problem)
        if trace is None:
            return
        trace.end(answered)
        fields = {
            "request_id": answered.request_id,
            "method": answered.method,
            "route": answered.route,
            "status": answered.status,
            "ms": round(seconds * 1000, 1),
            "problem": answered.problem,
        }
        access.info("request", extra={"fields": fields})


def _answered(scope: Scope, status: int) -> Answered:
    state = scope["state"]
    return Answered(
        method=scope["method"] if scope["method"] in METHODS else "other",
        route=getattr(scope.get("route"), "path", "other"),
        status=status,
        request_id=state["request_id"],
        problem=state.get("problem_code"),
        stages={stage: float(ms) for stage, ms in _STAGE.findall(state.get("stages", ""))},
    )


def _is_probe(scope: Scope) -> bool:
    return scope["path"] in PROBED or Headers(scope=scope).get("user-agent", "").startswith("kube-probe/")


def _traceparent(scope: Scope) -> str:
    """The caller's W3C trace context, if it is one."""
    given = Headers(scope=scope).get("traceparent", "")
    return given if _TRACEPARENT.fullmatch(given) else ""


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
