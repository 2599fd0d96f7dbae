"""A stand-in for Knative's queue-proxy and the activator before it, on loopback.

Does what a container notices of them (knative/serving v1.23.0): requests are held until the pod is ready
(pkg/activator), at most containerConcurrency are let in and ten times as many wait (pkg/queue/breaker.go), a
request has `timeout` seconds in all (pkg/http/handler/timeout.go), connections to the container are kept and taken
up again without looking, and before the container is told to end, requests have ceased for a while
(pkg/queue/drain).
"""

import http.client
import queue
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self

from tests.builders.waiting import PATIENCE
from tests.contract.pod import Pod

WAITING_PER_PLACE = 10
FULL = (503, b"pending request queue full")
LATE = (504, b"request timeout")
BROKEN = (502, b"EOF")

Answer = tuple[int, bytes]


class QueueProxy:
    """Stands before one pod. `quiet` is how long requests must have ceased before it is drained: 30 s in a cluster."""

    def __init__(
        self, pod: Pod, *, container_concurrency: int, timeout: float = PATIENCE, quiet: float = 30
    ) -> None:
        self._pod = pod
        self._timeout = timeout
        self._quiet = quiet
        self._places = threading.Semaphore(container_concurrency * (1 + WAITING_PER_PLACE))
        self._turns = threading.Semaphore(container_concurrency)
        self._kept: queue.SimpleQueue[http.client.HTTPConnection] = queue.SimpleQueue()
        self._ready = threading.Event()
        self._last_request = time.monotonic()
        self._open = 0
        self._lock = threading.Lock()
        self.connections = 0
        threading.Thread(target=self._probe, daemon=True).start()

    def forward(self, path: str, body: bytes, headers: dict[str, str]) -> Answer:
        """The container's answer, or the proxy's own."""
        deadline = time.monotonic() + self._timeout
        with self._counted():
            if not self._ready.wait(self._timeout):
                return LATE
            if not self._places.acquire(blocking=False):
                return FULL
            try:
                if not self._turns.acquire(timeout=deadline - time.monotonic()):
                    return LATE
                try:
                    return self._ask(path, body, headers, deadline)
                finally:
                    self._turns.release()
            finally:
                self._places.release()

    def drain(self) -> None:
        """What the container's preStop hook waits for; its SIGTERM comes next."""
        self._last_request = time.monotonic()
        while self._open or time.monotonic() - self._last_request < self._quiet:
            time.sleep(0.01)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        while not self._kept.empty():
            self._kept.get().close()

    def _probe(self) -> None:
        self._pod.wait_until_ready()
        self._ready.set()

    @contextmanager
    def _counted(self) -> Iterator[None]:
        with self._lock:
            self._open += 1
            self._last_request = time.monotonic()
        try:
            yield
        finally:
            with self._lock:
                self._open -= 1

    def _ask(self, path: str, body: bytes, headers: dict[str, str], deadline: float) -> Answer:
        connection = self._connection()
        connection.timeout = max(0.001, deadline - time.monotonic())
        if connection.sock is not None:
            connection.sock.settimeout(connection.timeout)
        try:
            connection.request("POST", path, body, headers)
            response = connection.getresponse()
            answer = response.status, response.read()
        except TimeoutError:
            connection.close()
            return LATE
        except (OSError, http.client.HTTPException):
            connection.close()
            return BROKEN
        self._kept.put(connection)
        return answer

    def _connection(self) -> http.client.HTTPConnection:
        try:
            return self._kept.get_nowait()
        except queue.Empty:
            self.connections += 1
            return self._pod.connection()


@contextmanager
def listening(proxy: QueueProxy) -> Iterator[str]:
    """The proxy as an HTTP server of its own, and its address."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status, answer = proxy.forward(self.path, body, dict(self.headers))
            self.send_response(status)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            """Quietly."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    serving = threading.Thread(target=server.serve_forever)
    serving.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        serving.join()
        server.server_close()
