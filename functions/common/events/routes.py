"""POST /events: one event in, an acknowledgement or another event out.

What is answered follows what a Knative broker makes of it: 202 without a body is taken as handled; 200 must carry an
event, which the broker publishes (any other body would count as a failure); 4xx goes to the dead letters at once,
except for 404, 408, 409 and 429, which are tried again, as 5xx are. A dead letter carries the beginning of the
answer's body, so problem details are kept short here.
"""

from collections.abc import Callable, Mapping

from fastapi import APIRouter, Request, Response

from functions.common import errors
from functions.common.events.event import Event
from functions.common.events.signature import Signer, SignerOff
from functions.common.events.types import PING
from functions.common.events.wire import read_event, write_event
from functions.common.metrics import HttpMetrics
from functions.common.problems import ProblemResponse, responses
from functions.common.workers import Workers

Handler = Callable[[Event], Event | None]
"""Called in a worker thread. The event that it returns is the reply; errors are answered as problem details."""

LARGEST = 1024 * 1024
"""Bytes of an event. Everyone must carry 64 KiB (CloudEvents); what is larger belongs into object storage."""
LONGEST_DETAIL = 400
"""Bytes of a problem's explanation: the whole body must survive in 1,024 characters of base64."""

DOCUMENTED = {
    "requestBody": {
        "required": True,
        "description": "The event in structured mode. In binary mode its attributes are `ce-` headers instead, and the"
        " body is its data.",
        "content": {
            "application/cloudevents+json": {
                "schema": {
                    "type": "object",
                    "required": ["specversion", "id", "source", "type"],
                    "properties": {
                        "specversion": {"const": "1.0"},
                        "id": {"type": "string", "minLength": 1},
                        "source": {"type": "string", "minLength": 1},
                        "type": {"type": "string", "minLength": 1},
                        "data": {"type": "object"},
                    },
                },
                "example": {
                    "specversion": "1.0",
                    "id": "warm-up-1",
                    "source": "/my/scheduler",
                    "type": PING,
                    "datacontenttype": "application/json",
                    "data": {},
                },
            }
        },
    }
}
"""How a route that takes one event is described."""

REFUSED = (errors.MalformedRequest, errors.UploadTooLarge, errors.UnknownEventMode, errors.InvalidEvent)


def event_routes(
    handlers: Mapping[str, Handler],
    *,
    workers: Workers,
    metrics: HttpMetrics,
    signer: Signer | None = None,
) -> APIRouter:
    """The route, with a handler by event type. A type without one is acknowledged and counted.

    `signer` checks what comes and signs the replies.
    """
    router = APIRouter(tags=["events"])
    signer = signer or SignerOff()

    @router.post(
        "/events",
        summary="One CloudEvent, in binary or structured mode",
        status_code=202,
        response_class=Response,
        openapi_extra=DOCUMENTED,
        responses=responses(*REFUSED, errors.Unauthorised, errors.Saturated, errors.DeadlineExceeded),
    )
    async def receive(request: Request) -> Response:
        try:
            event = read_event(request.headers, await read_body(request))
            signer.check(event)
        except (errors.RequestRefused, errors.Unauthorised) as refusal:
            metrics.observe_event("other", "refused")
            return explain(request, refusal)
        handle = handlers.get(event.type)
        if handle is None:
            metrics.observe_event("other", "unknown")
            return Response(status_code=202)
        try:
            reply = await workers.run(lambda: handle(event), request.receive)
        except errors.ResumeSummaryError as error:
            metrics.observe_event(event.type, "failed")
            return explain(request, error)
        metrics.observe_event(event.type, "handled")
        return _acknowledge(signer.sign(reply) if reply else None)

    return router


async def read_body(request: Request) -> bytes:
    """The bytes of an event; raises `UploadTooLarge`."""
    body = await request.body()
    if len(body) > LARGEST:
        raise errors.UploadTooLarge(
            f"The event is over {LARGEST // 1024} KiB; keep what is large in object storage and send its dataref."
        )
    return body


def explain(request: Request, error: errors.ResumeSummaryError) -> Response:
    """A problem detail short enough to stand in a dead letter."""
    return ProblemResponse(request, error, longest_detail=LONGEST_DETAIL)


def _acknowledge(reply: Event | None) -> Response:
    if reply is None:
        return Response(status_code=202)
    headers, body = write_event(reply)
    return Response(body, headers=headers)
