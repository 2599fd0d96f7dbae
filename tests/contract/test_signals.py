"""SIGTERM: whatever it meets, the process answers what it has begun and ends with 0."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.builders.pausing import paused_workers
from tests.builders.waiting import until
from tests.contract.conftest import MakePod
from tests.contract.pod import answer, raw, upload

pytestmark = pytest.mark.contract

FUNCTIONS = ("summarize", "catalog", "tracker")
GRACE = 30
"""Seconds from the signal until Kubernetes kills a container (`terminationGracePeriodSeconds`, by default)."""


@pytest.mark.parametrize("function", FUNCTIONS)
def test_an_idle_process_ends(make_pod: MakePod, function: str) -> None:
    with make_pod(function) as running:
        running.wait_until_ready()
        running.terminate()

        assert running.exit_code(GRACE) == 0
        assert running.complaints() == ""


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize("age", [0.15, 0.4, 0.7, 1.0])
def test_a_process_that_is_still_starting_ends(make_pod: MakePod, function: str, age: float) -> None:
    """While importing, while loading the weights, or just after."""
    with make_pod(function) as running:
        time.sleep(age)
        running.terminate()

        assert running.exit_code(GRACE) in {0, -15}, "before Python runs at all, the signal is fatal"
        assert running.complaints() == ""


def test_a_request_whose_body_is_still_coming_is_answered(make_pod: MakePod) -> None:
    asked = upload()
    with make_pod() as running:
        running.wait_until_ready()
        with raw(running) as connection:
            connection.sendall(asked.head() + asked.body[:1000])
            until(lambda: running.open_requests() == 1)
            running.terminate()
            until(lambda: not running.takes_connections())
            connection.sendall(asked.body[1000:])
            status, _ = answer(connection)

        assert status == 200
        assert running.exit_code() == 0


def test_requests_that_are_worked_on_or_wait_are_answered(make_pod: MakePod) -> None:
    asked = upload(length="long")
    with make_pod(WORKERS="1") as running:
        running.wait_until_ready()

        def call(_: int) -> int:
            with raw(running) as connection:
                connection.sendall(asked.head() + asked.body)
                return answer(connection)[0]

        with ThreadPoolExecutor(6) as callers, paused_workers(running.process.pid):
            statuses = callers.map(call, range(6))
            until(lambda: running.metric("resume_summary_places_taken") == 6)
            running.terminate()
            until(lambda: not running.takes_connections())

        assert list(statuses) == [200] * 6
        assert running.exit_code() == 0


def test_a_caller_that_never_finishes_does_not_hold_the_process(make_pod: MakePod) -> None:
    asked = upload()
    with make_pod() as running:
        running.wait_until_ready()
        with raw(running) as connection:
            connection.sendall(asked.head() + asked.body[:1000])
            until(lambda: running.open_requests() == 1)
            running.terminate()

            assert running.exit_code(GRACE) == 0


def test_events_of_answered_requests_are_sent_before_the_end(make_pod: MakePod) -> None:
    """The last thing a pod knows is not lost with it, even where the receiver is slow."""
    asked = upload()
    with receiver(delay=0.3) as (url, types), make_pod(K_SINK=url) as running:
        running.wait_until_ready()
        with running.client() as client:
            for _ in range(3):
                client.post("/generate-summary/", content=asked.body, headers=asked.headers())
        running.terminate()

        assert running.exit_code() == 0
        assert sorted(types) == sorted(
            ["dev.resumesummary.revision.ready.v1", *["dev.resumesummary.summary.completed.v1"] * 3]
        )


@contextmanager
def receiver(delay: float) -> Iterator[tuple[str, list[str]]]:
    """A sink that takes `delay` seconds for each event, and the types of those it has taken."""
    types: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            time.sleep(delay)
            types.append(self.headers["ce-type"])
            self.send_response(202)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Quietly."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        serving = threading.Thread(target=server.serve_forever)
        serving.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", types
        finally:
            server.shutdown()
            serving.join()
