"""What is taken in: how many requests at once, how many bytes each, and how long they may take to arrive."""

import asyncio
import time

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from functions.common.errors import Saturated, UploadTooLarge, UploadTooSlow
from functions.common.problems import ProblemResponse
from functions.common.settings import Settings

DISCARD_LIMIT = 64 * 1024 * 1024
PROBED = frozenset({"/livez", "/readyz", "/metrics", "/health"})
"""Answered however busy the process is: an orchestrator that hears nothing would kill it."""


class Intake:
    """Refuses the request that is one too many, too large or too slow, keeping none of its body.

    A body over `upload_limit` bytes is refused as soon as it is known to be. The rest of it is read and thrown
    away, as far as `DISCARD_LIMIT`: an HTTP/1.1 client that is still sending would otherwise see a broken
    connection instead of the answer. A client that waits for `100 Continue` is refused before it sends
    anything. A body that has not arrived after `upload_patience` seconds is given up, so that callers who
    send a byte now and then cannot hold memory for ever.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        """Its limits are `requests_open`, `upload_limit` and `upload_patience`."""
        self._app = app
        self._settings = settings
        self._open = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request with a `receive` that raises `UploadTooLarge` or `UploadTooSlow`."""
        if scope["type"] != "http" or scope["path"] in PROBED:
            await self._app(scope, receive, send)
            return
        body = _Body(Headers(scope=scope), receive, self._settings)
        if self._open >= self._settings.requests_open:
            busy = Saturated(f"{self._open} requests are open, which is the most; try again shortly.")
            await ProblemResponse(Request(scope), busy)(scope, body.receive, send)
            return
        self._open += 1
        try:
            await self._app(scope, body.receive, send)
        finally:
            self._open -= 1


class _Body:
    """The body of one request, message by message."""

    def __init__(self, headers: Headers, receive: Receive, settings: Settings) -> None:
        declared = headers.get("content-length", "")
        self._declared = int(declared) if declared.isdigit() else 0
        self._waits = headers.get("expect", "").lower() == "100-continue"
        self._receive = receive
        self._limit = settings.upload_limit
        self._patience = settings.upload_patience
        self._until = time.monotonic() + settings.upload_patience
        self._size = 0
        self._whole = False

    async def receive(self) -> Message:
        """The next message; what follows the body (a disconnect) is waited for as long as it takes."""
        if self._whole:
            return await self._receive()
        if self._declared > self._limit and self._size == 0:
            if not self._waits:
                await self._discard()
            raise self._too_large()
        message = await self._in_time()
        self._size += len(message.get("body", b""))
        self._whole = not message.get("more_body", False)
        if self._size > self._limit:
            if not self._whole:
                await self._discard()
            raise self._too_large()
        return message

    async def _in_time(self) -> Message:
        try:
            async with asyncio.timeout(max(0.0, self._until - time.monotonic())):
                return await self._receive()
        except TimeoutError as error:
            raise UploadTooSlow(
                f"The request did not arrive within {self._patience:g} seconds; send it again."
            ) from error

    async def _discard(self) -> None:
        size = 0
        while size < DISCARD_LIMIT:
            message = await self._in_time()
            size += len(message.get("body", b""))
            if not message.get("more_body"):
                return

    def _too_large(self) -> UploadTooLarge:
        return UploadTooLarge(
            f"The request is over the limit of {self._limit / 1024 / 1024:g} MB; send a smaller file."
        )
