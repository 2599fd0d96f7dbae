"""Sinks for tests: one that remembers, and an HTTP server that answers as it is told."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from functions.common.errors import SinkUnavailable
from functions.common.events import Envelope, Event, SinkCounts, open_envelope, read_envelope, seal
from tests.builders.waiting import PATIENCE


@dataclass
class FakeSink:
    """Implements `Sink`: keeps what it gets, unless it is `broken` or `refuses` the event's id."""

    broken: bool = False
    refuses: set[str] = field(default_factory=set)
    emitted: list[Event] = field(default_factory=list)
    forwarded: list[Envelope] = field(default_factory=list)
    closed: bool = False

    @property
    def counts(self) -> SinkCounts:
        return SinkCounts(sent=len(self.emitted))

    def emit(self, event: Event) -> None:
        self.emitted.append(event)

    def deliver(self, event: Event) -> None:
        self.forward(seal(event))

    def forward(self, envelope: Envelope) -> None:
        if self.broken or envelope.attributes["id"] in self.refuses:
            raise SinkUnavailable("Nobody is there.")
        self.forwarded.append(envelope)

    def close(self, timeout: float) -> None:
        self.closed = True


@dataclass
class Recipient:
    """What a server of events got, and what it answers: the statuses given, the last one for ever."""

    statuses: list[int] = field(default_factory=lambda: [202])
    got: list[Envelope] = field(default_factory=list)
    connections: int = 0
    url: str = ""
    arrived: threading.Condition = field(default_factory=threading.Condition)
    gate: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.gate.set()

    @property
    def events(self) -> list[Event]:
        return [open_envelope(envelope) for envelope in self.got]

    def wait(self, holds: Callable[[], bool]) -> None:
        """Return when it holds; it is asked whenever an event arrives."""
        with self.arrived:
            assert self.arrived.wait_for(holds, timeout=PATIENCE)

    def take(self, envelope: Envelope) -> int:
        """Keep an event and say what to answer."""
        self.gate.wait()
        with self.arrived:
            self.got.append(envelope)
            self.arrived.notify_all()
            return self.statuses.pop(0) if len(self.statuses) > 1 else self.statuses[0]


@contextmanager
def receiving(*statuses: int, keep_alive: bool = True) -> Iterator[Recipient]:
    """A server on loopback that takes events."""
    recipient = Recipient(list(statuses) or [202])

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1" if keep_alive else "HTTP/1.0"

        def setup(self) -> None:
            super().setup()
            recipient.connections += 1

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            headers = {name.lower(): value for name, value in self.headers.items()}
            status = recipient.take(read_envelope(headers, body))
            self.send_response(status)
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - inherited
            """Silence."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    recipient.url = f"http://127.0.0.1:{server.server_port}/"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield recipient
    finally:
        recipient.gate.set()
        server.shutdown()
        server.server_close()
