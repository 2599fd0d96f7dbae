"""A service at saturation: good, bad and hostile requests, callers who leave, for SOAK_SECONDS (60).

No answer may be wrong, lost or a 500; what is too much is told to come back; memory stays within its bounds, however
long it goes on and whatever was asked; open files stay flat.
"""

import hashlib
import http.client
import json
import math
import os
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from urllib.parse import urlsplit

import pytest

from benchmarks.processes import Process, started
from tests.builders.waiting import PATIENCE, until
from tests.soak.traffic import Exchange, exchanges

pytestmark = pytest.mark.soak

SECONDS = float(os.environ.get("SOAK_SECONDS", "60"))
CALLERS = 12
BUSY = frozenset({429, 503})
MEMORY = 270
"""Megabytes that the service and its two workers may hold between requests, whatever they were asked: 100 of the
processes that serve and fork, and for each worker 40 that it begins with, its three models, and the 10 that it may keep
before it is replaced; the rest is what running code copies of the memory that all share."""
GROWTH = 24
"""Megabytes that the memory of the process that serves may move by, once everything has been asked for: allocators
breathe."""


class Caller(threading.Thread):
    """Asks without pause, each time for the next thing, and keeps what was wrong with the answers."""

    def __init__(self, url: str, asked: Iterator[Exchange], until: float = math.inf) -> None:
        super().__init__()
        self._address = urlsplit(url).netloc
        self._asked = asked
        self._until = until
        self.counts: Counter[str] = Counter()
        self.wrong: list[str] = []

    def run(self) -> None:
        for exchange in self._asked:
            if time.monotonic() > self._until:
                break
            outcome = self._leave(exchange) if exchange.cut else self._ask(exchange)
            self.counts[outcome] += 1

    def _ask(self, exchange: Exchange) -> str:
        connection = http.client.HTTPConnection(self._address, timeout=PATIENCE)
        try:
            connection.request(
                "POST", "/generate-summary/", exchange.upload.body, dict(exchange.upload.headers)
            )
            answer = connection.getresponse()
            body = answer.read()
        finally:
            connection.close()
        if answer.status in BUSY:
            if not answer.headers.get("Retry-After"):
                self.wrong.append(f"{exchange.name}: {answer.status} without Retry-After")
            return "told to come back"
        self._check(exchange, answer.status, body)
        return "answered" if answer.status == http.HTTPStatus.OK else "refused"

    def _check(self, exchange: Exchange, status: int, body: bytes) -> None:
        if status not in exchange.status:
            self.wrong.append(f"{exchange.name}: {status} {body[:200]!r}")
        elif exchange.digest and hashlib.sha256(body).hexdigest() != exchange.digest:
            self.wrong.append(f"{exchange.name}: another summary than alone")
        elif exchange.code and json.loads(body)["code"] != exchange.code:
            self.wrong.append(f"{exchange.name}: {body[:200]!r}")

    def _leave(self, exchange: Exchange) -> str:
        connection = http.client.HTTPConnection(self._address, timeout=PATIENCE)
        connection.connect()
        head = "".join(f"{name}: {value}\r\n" for name, value in exchange.upload.headers.items())
        length = f"Content-Length: {len(exchange.upload.body)}\r\n"
        connection.sock.sendall(f"POST /generate-summary/ HTTP/1.1\r\nHost: x\r\n{length}{head}\r\n".encode())
        connection.sock.sendall(exchange.upload.body[: len(exchange.upload.body) // 2])
        connection.close()
        return "left"


class Once(Iterator[Exchange]):
    """Each exchange once, to whichever caller is next."""

    def __init__(self, mixed: list[Exchange]) -> None:
        self._left = iter(mixed)
        self._lock = threading.Lock()

    def __next__(self) -> Exchange:
        with self._lock:
            return next(self._left)


def put_under_load(url: str, mixed: list[Exchange], seconds: float) -> tuple[Counter[str], list[str]]:
    """What became of the requests of all callers together, and what was wrong."""
    until = time.monotonic() + seconds
    shifted = (islice(cycle(mixed), number * len(mixed) // CALLERS, None) for number in range(CALLERS))
    return _together([Caller(url, asked, until) for asked in shifted])


def ask_everything(url: str, mixed: list[Exchange], *, at_once: int) -> list[str]:
    """What was wrong when everything was asked once; no more at a time than can be worked on, so that all is done."""
    once = Once(mixed)
    return _together([Caller(url, once) for _ in range(at_once)])[1]


def _together(callers: list[Caller]) -> tuple[Counter[str], list[str]]:
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join()
    counts: Counter[str] = sum((caller.counts for caller in callers), Counter())
    return counts, [complaint for caller in callers for complaint in caller.wrong]


@contextmanager
def service() -> Iterator[Process]:
    settings = {
        "QUEUE": "6",
        "WORKERS": "2",
        "DEADLINE": f"{PATIENCE:g}",
    }  # a slow machine makes no answer late
    with started("functions.summarize", settings) as process:
        yield process


def test_under_saturation_every_answer_is_the_right_one_and_nothing_grows() -> None:
    mixed = exchanges()
    with service() as process:
        wrong_at_first = ask_everything(process.url, mixed, at_once=2)
        alone, files = process.memory_alone(), process.open_files()
        counts, wrong = put_under_load(process.url, mixed, SECONDS)
        until(lambda: process.open_files() - files <= 2)  # the last callers' connections are being closed
        memory, grown = process.memory(), process.memory_alone() - alone
        left_open = process.open_files() - files
    told = f"{dict(counts)}; memory {memory:.0f} MB, alone {alone:.0f} {grown:+.1f}; files {files} {left_open:+d}"
    sys.stdout.write(f"{told}\n")  # `pytest -rP` shows it
    assert wrong_at_first + wrong == []
    assert counts.keys() == {"answered", "refused", "told to come back", "left"}
    assert memory < MEMORY
    assert grown < GROWTH
