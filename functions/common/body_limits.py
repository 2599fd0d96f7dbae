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


class BodyLimits:
    """Refuses the request that is one too many, too large or too slow, keeping none of its body.

    A body over `upload_limit` bytes is refused as soon as it is known to be. The rest of it is read and thrown
    away, as far as `DISCARD_LIMIT`: an HTTP/1.1 client that is still sending would otherwise see a broken
    connection instead of the answer. A client that waits for `100 Continue` is refused before it sends
    anything. A body that has not arrived after `upload_patience` seconds is given up, so that callers who
    send a byte now and then cannot hold memory for ever. All bodies together may hold `uploads_held` bytes until
    they are answered; when there are more, the one that has been arriving longest is given up.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        """Its limits are `requests_open`, `upload_limit`, `upload_patience` and `uploads_held`."""
        self._app = app
        self._settings = settings
        self._open = 0
        self._held = _Held(settings.uploads_held)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request with a `receive` that raises `UploadTooLarge` or `UploadTooSlow`."""
        if scope["type"] != "http" or scope["path"] in PROBED:
            await self._app(scope, receive, send)
            return
        body = _Body(Headers(scope=scope), receive, self._settings, self._held)
        if self._open >= self._settings.requests_open:
            busy = Saturated(f"{self._open} requests are open, which is the most; try again shortly.")
            await ProblemResponse(Request(scope), busy)(scope, body.receive, send)
            return
        self._open += 1
        try:
            await self._app(scope, body.receive, send)
        finally:
            self._open -= 1
            self._held.release(body)


class _Held:
    """The bodies in memory, those first that began to arrive first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._bodies: dict[_Body, int] = {}

    def add(self, body: "_Body", size: int) -> None:
        self._bodies[body] = self._bodies.get(body, 0) + size
        arriving = (each for each in self._bodies if not each.whole)
        while sum(self._bodies.values()) > self._most:
            slowest = next(arriving, body)
            self.release(slowest)
            slowest.give_up()
            if slowest is body:
                return

    def release(self, body: "_Body") -> None:
        self._bodies.pop(body, None)


class _Body:
    """The body of one request, message by message."""

    def __init__(self, headers: Headers, receive: Receive, settings: Settings, held: _Held) -> None:
        declared = headers.get("content-length", "")
        self._declared = int(declared) if declared.isdigit() else 0
        self._waits = headers.get("expect", "").lower() == "100-continue"
        self._receive = receive
        self._limit = settings.upload_limit
        self._patience = settings.upload_patience
        self._until = time.monotonic() + settings.upload_patience
        self._size = 0
        self._held = held
        self._waiting: asyncio.Timeout | None = None
        self._given_up = False
        self.whole = False

    def give_up(self) -> None:
        """Make room for others; whoever waits for the next message is told."""
        self._given_up = True
        if self._waiting is not None:
            self._waiting.reschedule(0)

    async def receive(self) -> Message:
        """The next message; what follows the body (a disconnect) is waited for as long as it takes."""
        if self.whole:
            return await self._receive()
        if self._declared > self._limit and self._size == 0:
            if not self._waits:
                await self._discard()
            raise self._too_large()
        message = await self._in_time()
        self._size += len(message.get("body", b""))
        self.whole = not message.get("more_body", False)
        if self._size > self._limit:
            if not self.whole:
                await self._discard()
            raise self._too_large()
        self._held.add(self, len(message.get("body", b"")))
        self._check()
        return message

    def _check(self) -> None:
        if self._given_up:
            raise Saturated("Too much is being sent at once; send it again shortly.")

    async def _in_time(self) -> Message:
        try:
            async with asyncio.timeout(max(0.0, self._until - time.monotonic())) as self._waiting:
                return await self._receive()
        except TimeoutError as error:
            self._check()
            raise UploadTooSlow(
                f"The request did not arrive within {self._patience:g} seconds; send it again."
            ) from error
        finally:
            self._waiting = None

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
