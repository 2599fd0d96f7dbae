"""uvicorn's HTTP/1.1 protocol with bounds on time, size and number.

uvicorn waits for ever for the head of a request and for the rest of a body that nobody needs any more, keeps all of a
head and of trailers, and takes as many connections as come, so that callers who send a byte a minute, headers without
end, or nothing at all could take all memory and every descriptor.
"""

import asyncio
import resource
from typing import ClassVar

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol


class BoundedProtocol(HttpToolsProtocol):
    """Closes a connection that does not come to the point.

    A clock runs whenever the caller owes something: the first request (`idleness`), the rest of a head, or the rest
    of a body whose answer has been sent (`patience`). Between two requests uvicorn's own keep-alive time counts; a body
    that the app still reads has a time limit there. Bytes that are no body (heads, chunk sizes, trailers) are counted
    for each request. When there are `most` connections, the one that has been idle longest makes room for the next.
    """

    idleness: ClassVar[float] = 120
    """Seconds for a new connection to be used. Knative's queue-proxy opens some ahead of need and keeps them for 90."""
    patience: ClassVar[float] = 20
    """Seconds for the request line and all headers, and for what is left of a body after the answer."""
    largest_head: ClassVar[int] = 64 * 1024
    """Bytes of a request that are not its body; a chunked body may have an eighth of its size more."""
    most: ClassVar[int] = max(16, min(1000, resource.getrlimit(resource.RLIMIT_NOFILE)[0] - 48))
    """Connections open at once: some descriptors are needed for the sockets of workers, files and the way out."""
    idle: ClassVar[dict["BoundedProtocol", None]] = {}
    """The connections without a request, those that have been so for longest first."""

    _clock: asyncio.TimerHandle | None = None
    _overhead = 0
    _fresh = 0
    _in_message = False
    _in_body = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A connection has come; its first request is waited for."""
        super().connection_made(transport)
        if len(self.connections) > self.most:
            longest = next(iter(self.idle), self)
            self.idle.pop(longest, None)  # it is gone a moment later only, and the next must not count on it
            longest.transport.abort()
        self.idle[self] = None
        self._wait(self.idleness)

    def connection_lost(self, exc: Exception | None) -> None:
        """The connection is gone."""
        self.idle.pop(self, None)
        self._stop_waiting()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Bytes have come: those that are not body are counted."""
        self._overhead += len(data)
        self._fresh = len(data)
        super().data_received(data)
        if self.transport.is_closing():
            return
        if self._overhead > self.largest_head:
            self._refuse("The request's head is too large.")
        elif self._is_owed_nothing() and self._clock is self.timeout_keep_alive_task is None:
            self._wait(self.patience)  # what has come begins no request, and has stopped the keep-alive time

    def on_message_begin(self) -> None:
        """A request begins."""
        super().on_message_begin()
        self._in_message, self._in_body, self._overhead = True, False, self._fresh
        self.idle.pop(self, None)
        self._wait(self.patience)

    def on_header(self, name: bytes, value: bytes) -> None:
        """A header; what comes after the body (a trailer) is not kept."""
        if not self._in_body:
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """The head is complete."""
        self._stop_waiting()
        self._in_body = True
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """A piece of the body, which may have come in many chunks."""
        self._overhead -= len(body) + len(body) // 8
        self._fresh -= len(body)
        super().on_body(body)

    def on_message_complete(self) -> None:
        """The request is there as a whole."""
        self._in_message = False
        super().on_message_complete()
        if self._is_owed_nothing():  # the answer has been sent before
            self._rest()

    def on_response_complete(self) -> None:
        """The answer is sent; what the caller still sends of its request is thrown away, for a while."""
        super().on_response_complete()
        if self.transport.is_closing() or self.pipeline:
            return
        if self._in_message:
            self._wait(self.patience)
        else:
            self._rest()

    def _rest(self) -> None:
        """Nothing is owed: uvicorn's keep-alive time runs."""
        self._stop_waiting()
        self.idle[self] = None
        if self.timeout_keep_alive_task is None:
            self.timeout_keep_alive_task = self.loop.call_later(
                self.timeout_keep_alive, self.timeout_keep_alive_handler
            )

    def _is_owed_nothing(self) -> bool:
        answered = self.cycle is None or self.cycle.response_complete
        return answered and not self._in_message

    def _refuse(self, why: str) -> None:
        if self._in_body or not (self.cycle is None or self.cycle.response_complete):
            self.transport.close()  # an answer is on its way, or was sent
        else:
            self.send_400_response(why)

    def _wait(self, seconds: float) -> None:
        self._stop_waiting()
        self._clock = self.loop.call_later(seconds, self.transport.close)

    def _stop_waiting(self) -> None:
        if self._clock is not None:
            self._clock.cancel()
            self._clock = None
