"""uvicorn's HTTP/1.1 protocol with an end to its patience.

uvicorn waits for ever for the head of a request and keeps all of it, so that callers who send a byte a minute,
or a head without end, could take every connection and all memory.
"""

import asyncio
from typing import ClassVar

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol


class PatientProtocol(HttpToolsProtocol):
    """Closes a connection whose next request does not show its whole head in time, or not within the size.

    The clock starts with the first byte of each request; between two requests uvicorn's own keep-alive time counts,
    and before the first one `idleness`.
    """

    idleness: ClassVar[float] = 120
    """Seconds for a new connection to be used. Knative's queue-proxy opens some ahead of need and keeps them for 90."""

    patience: ClassVar[float] = 20
    """Seconds for the request line and all headers."""
    largest_head: ClassVar[int] = 64 * 1024
    """Bytes of request line and headers."""

    _clock: asyncio.TimerHandle | None = None
    _head = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A connection has come; its first request is waited for."""
        super().connection_made(transport)
        self._wait_for_head(self.idleness)

    def connection_lost(self, exc: Exception | None) -> None:
        """The connection is gone."""
        self._stop_waiting()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Bytes have come; those of a head that is still incomplete are counted."""
        super().data_received(data)
        if self._clock is not None:
            self._head += len(data)
            if self._head > self.largest_head and not self.transport.is_closing():
                self.send_400_response("The request's head is too large.")

    def on_message_begin(self) -> None:
        """A request begins."""
        super().on_message_begin()
        self._wait_for_head(self.patience)

    def on_headers_complete(self) -> None:
        """The head is complete."""
        self._stop_waiting()
        super().on_headers_complete()

    def _wait_for_head(self, seconds: float) -> None:
        self._stop_waiting()
        self._head = 0
        self._clock = self.loop.call_later(seconds, self.transport.close)

    def _stop_waiting(self) -> None:
        if self._clock is not None:
            self._clock.cancel()
            self._clock = None
