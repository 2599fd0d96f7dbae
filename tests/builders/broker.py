"""A broker on loopback, so that whole topologies run in processes: `python -m tests.builders.broker PORT FILE`.

It takes events at any path, delivers each to every Trigger that wants it, tries again as Knative does, publishes
replies and posts dead letters. Nothing is durable: an event that was acknowledged lives as long as the broker.

It answers a publisher in one of two manners, as brokers do. At once, when it has the event (a channel with
`messaging.knative.dev/async-handler: "true"`, Kafka). Or `synchronous`, when it has delivered the event to everyone,
and published each reply in the same manner (MTChannelBasedBroker over InMemoryChannel as it is installed; eventing
`pkg/channel/fanout/fanout_event_handler.go`): a publisher who leaves before cancels the deliveries, the replies' too,
and what was cancelled is neither tried again nor a dead letter.

FILE is JSON: `{"triggers": [{"name", "subscriber", "filters", "delivery": {}, "dead_letters", "at_once"}],
"duplicates": 0.1, "seed": 1, "journal": "file", "synchronous": true}`. `GET /` answers with the counts.
"""

import http.client
import json
import random
import select
import socket
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from functions.common.errors import RequestRefused
from functions.common.events import Envelope, read_envelope, write_envelope
from tests.builders.trigger import Answer, Delivery, Trigger, arrive, dead_letter, may_pass, reply_to
from tests.builders.waiting import PATIENCE


class Dispatch:
    """What follows from one publication: cancelled when a publisher that waits for it leaves."""

    def __init__(self) -> None:
        self.cancelled = threading.Event()
        self._connections: set[http.client.HTTPConnection] = set()
        self._lock = threading.Lock()

    @contextmanager
    def over(self, connection: http.client.HTTPConnection) -> Iterator[None]:
        """A delivery over this connection, which breaks off when the dispatch is cancelled."""
        connection.connect()
        with self._lock:
            if self.cancelled.is_set():
                raise ConnectionAbortedError
            self._connections.add(connection)
        try:
            yield
        finally:
            with self._lock:
                self._connections.discard(connection)

    def cancel(self) -> None:
        """Break off every delivery."""
        with self._lock:
            self.cancelled.set()
            opened = [connection.sock for connection in self._connections if connection.sock is not None]
        for each in opened:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)


Send = Callable[[str, Envelope, Dispatch], Answer]
"""Post an event to an address; status 0 when nobody answers."""


class Clock(Protocol):
    """Lets time pass between attempts."""

    def sleep(self, seconds: float, /) -> None:
        """Wait."""


def post(address: str, envelope: Envelope, dispatch: Dispatch | None = None) -> Answer:
    """Post an event in binary mode, inviting a reply; the dispatch that it is part of may be cancelled."""
    parts = urlsplit(address)
    headers, body = write_envelope(envelope)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=PATIENCE)
    try:
        with (dispatch or Dispatch()).over(connection):
            connection.request("POST", parts.path or "/", body, {**headers, "prefer": "reply"})
            response = connection.getresponse()
            answered = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, answered, response.read())
    except (OSError, http.client.HTTPException):
        return Answer(0)
    finally:
        connection.close()


class Broker:
    """Publishes events to triggers. `duplicates` is the share of deliveries that are made twice."""

    def __init__(  # noqa: PLR0913 - by keyword: each another unkindness
        self,
        triggers: Sequence[Trigger],
        *,
        send: Send = post,
        clock: Clock = time,
        duplicates: float = 0.0,
        seed: int = 0,
        journal: Path | None = None,
        synchronous: bool = False,
    ) -> None:
        self.counts: Counter[str] = Counter()
        self.published: list[Envelope] = []
        self.synchronous = synchronous
        self._send, self._clock = send, clock
        self._duplicates, self._random = duplicates, random.Random(seed)
        self._journal = journal
        # The channel in memory fans out without a limit; in the other manner a bound keeps the threads few.
        self._pools = [(each, ThreadPoolExecutor(1000 if synchronous else each.at_once)) for each in triggers]
        self._changed = threading.Condition()
        self._open = 0

    def publish(self, envelope: Envelope, dispatch: Dispatch | None = None) -> None:
        """Keep the event and deliver it to whoever wants it; when synchronous, return when that is done."""
        dispatch = dispatch or Dispatch()
        deliveries = [
            self._submit(trigger, pool, kept, dispatch) for trigger, pool, kept in self._recipients(envelope)
        ]
        if self.synchronous:
            wait(deliveries)

    def _recipients(self, envelope: Envelope) -> list[tuple[Trigger, ThreadPoolExecutor, Envelope]]:
        """Who gets the event, and who gets it twice."""
        kept = arrive(envelope)
        with self._changed:
            self.counts["published" if kept else "expired"] += 1
            if kept is None:
                return []
            self.published.append(kept)
            self._write(kept)
            wanting = [(trigger, pool, kept) for trigger, pool in self._pools if trigger.wants(kept)]
            twice = [each for each in wanting if self._random.random() < self._duplicates]
            self.counts["duplicated"] += len(twice)
            return [*wanting, *twice]

    def _submit(
        self, trigger: Trigger, pool: ThreadPoolExecutor, envelope: Envelope, dispatch: Dispatch
    ) -> Future[None]:
        with self._changed:
            self._open += 1
        delivery = pool.submit(self._deliver, trigger, envelope, dispatch)
        delivery.add_done_callback(self._done)
        return delivery

    def settle(self, timeout: float = PATIENCE) -> None:
        """Return when nothing is being delivered; raises `TimeoutError`."""
        with self._changed:
            if not self._changed.wait_for(lambda: self._open == 0, timeout):
                raise TimeoutError(f"{self._open} deliveries are still open")

    def close(self) -> None:
        """Give up what is being delivered."""
        for _, pool in self._pools:
            pool.shutdown(wait=False, cancel_futures=True)

    def _deliver(self, trigger: Trigger, envelope: Envelope, dispatch: Dispatch) -> None:
        answer = self._attempts(trigger.delivery, trigger.subscriber, envelope, dispatch)
        if dispatch.cancelled.is_set():
            self._count("cancelled")
        elif answer.judged // 100 == 2:
            self._count("delivered")
            if answer.reply:
                self._count("replied")
                reply = reply_to(envelope, read_envelope(answer.headers, answer.body))
                self.publish(reply, dispatch if self.synchronous else None)
        elif trigger.dead_letters is None:
            self._count("lost")
        else:
            letter = dead_letter(envelope, trigger.subscriber, answer)
            stored = self._attempts(trigger.delivery, trigger.dead_letters, letter, dispatch)
            self._count("dead_lettered" if stored.judged // 100 == 2 else "lost")

    def _attempts(self, delivery: Delivery, address: str, envelope: Envelope, dispatch: Dispatch) -> Answer:
        answer = self._send(address, envelope, dispatch)
        for failures in range(delivery.retry):
            if answer.judged // 100 == 2 or not may_pass(answer.judged) or dispatch.cancelled.is_set():
                break
            self._count("retried")
            self._clock.sleep(delivery.pause(failures))
            answer = self._send(address, envelope, dispatch)
        return answer

    def _count(self, what: str) -> None:
        with self._changed:
            self.counts[what] += 1

    def _done(self, delivery: Any) -> None:
        with self._changed:
            self._open -= 1
            self._changed.notify_all()
        if not delivery.cancelled():
            delivery.result()  # a fault of the broker is shown, not swallowed

    def _write(self, envelope: Envelope) -> None:
        if self._journal is not None:
            with self._journal.open("ab") as lines:
                lines.write(write_envelope(envelope, "structured")[1] + b"\n")

    @property
    def open(self) -> int:
        """Deliveries that are neither done nor given up."""
        return self._open


@contextmanager
def serving(broker: Broker, port: int = 0) -> Iterator[str]:
    """The broker's address, at which it takes events."""
    server = _Server(broker, port)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        broker.close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, broker: Broker, port: int) -> None:
        super().__init__(("127.0.0.1", port), _Ingress)
        self.broker = broker

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A publisher that is killed is what the tests are about, and no error."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Ingress(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        try:
            envelope = read_envelope({name.lower(): value for name, value in self.headers.items()}, body)
        except RequestRefused as refusal:
            self._answer(400, str(refusal).encode())
            return
        broker, dispatch = self.server.broker, Dispatch()
        if broker.synchronous:
            with self._cancelling(dispatch):
                broker.publish(envelope, dispatch)
        else:
            broker.publish(envelope)
        if not dispatch.cancelled.is_set():
            self._answer(202)

    @contextmanager
    def _cancelling(self, dispatch: Dispatch) -> Iterator[None]:
        """Cancel the dispatch if the publisher closes its connection meanwhile."""
        over = threading.Event()
        watching = threading.Thread(target=self._watch, args=(dispatch, over))
        watching.start()
        try:
            yield
        finally:
            over.set()
            watching.join()

    def _watch(self, dispatch: Dispatch, over: threading.Event) -> None:
        while not over.wait(0.02):
            readable, _, _ = select.select([self.connection], [], [], 0)
            if readable and not self._is_there():
                dispatch.cancel()
                return

    def _is_there(self) -> bool:
        try:
            return bool(self.connection.recv(1, socket.MSG_PEEK))
        except OSError:
            return False

    def do_GET(self) -> None:
        broker = self.server.broker
        self._answer(200, json.dumps({**broker.counts, "open": broker.open}).encode())

    def _answer(self, status: int, body: bytes = b"") -> None:
        self.send_response(status)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - inherited
        """Silence: the counts say it all."""


def read_triggers(described: Sequence[Mapping[str, Any]]) -> tuple[Trigger, ...]:
    """Triggers from their JSON form."""
    return tuple(
        Trigger(
            **{
                **each,
                "filters": tuple(each.get("filters", ())),
                "delivery": Delivery(**each.get("delivery", {})),
            }
        )
        for each in described
    )


def main(port: str, file: str) -> None:
    """Serve until the process is ended."""
    described = json.loads(Path(file).read_bytes())
    journal = described.get("journal")
    broker = Broker(
        read_triggers(described["triggers"]),
        duplicates=described.get("duplicates", 0.0),
        seed=described.get("seed", 0),
        synchronous=described.get("synchronous", False),
        journal=Path(journal) if journal else None,
    )
    with serving(broker, int(port)):
        threading.Event().wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
