"""What happens around a service: it is stopped, killed, has no room left, finds its weights damaged."""

import http.client
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from benchmarks.load import Upload
from benchmarks.processes import started
from functions.summarize import samples
from functions.summarize.models.factory import WEIGHTS
from functions.summarize.sentences import FIRST_MODEL
from tests.builders.pausing import paused_workers
from tests.builders.ports import free_port
from tests.builders.waiting import PATIENCE, until

pytestmark = pytest.mark.soak

SUMMARY = Upload.of(samples.path("charge-nurse").read_bytes(), {"as_of": "2026-01-31"}, {})


def ask(url: str) -> bytes:
    """A summary over a connection of its own; raises `OSError` or `HTTPException` where none comes whole."""
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=PATIENCE)
    try:
        connection.request("POST", "/generate-summary/", SUMMARY.body, dict(SUMMARY.headers))
        answer = connection.getresponse()
        body = answer.read()
    finally:
        connection.close()
    assert answer.status == http.HTTPStatus.OK, body
    return body


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_a_service_that_is_stopped_under_load_gives_whole_answers_or_none(number: signal.Signals) -> None:
    chance = random.Random(3)
    whole: set[bytes] = set()
    for _ in range(4):
        whole |= _answers_around(number, after=chance.uniform(0.3, 1.2))
    assert len(whole) == 1


def _answers_around(number: signal.Signals, after: float) -> set[bytes]:
    """What callers got while the service was stopped `after` so many seconds of answering."""
    with started("functions.summarize") as process:
        got = {ask(process.url)}
        end = threading.Timer(after, os.kill, (process.pid, number))
        end.start()
        while True:
            try:
                got.add(ask(process.url))
            except (OSError, http.client.HTTPException):
                break
        end.join()
    return got


def test_requests_that_are_open_when_the_service_is_told_to_stop_are_answered() -> None:
    with started("functions.summarize", {"WORKERS": "1"}) as process:
        got: list[bytes] = []
        callers = [threading.Thread(target=lambda: got.append(ask(process.url))) for _ in range(8)]
        with paused_workers(process.pid):
            for caller in callers:
                caller.start()
            until(lambda: _open_requests(process.url) == len(callers))
            os.kill(process.pid, signal.SIGTERM)
        for caller in callers:
            caller.join()
    assert len(got) == len(callers)
    assert len(set(got)) == 1


def _open_requests(url: str) -> int:
    """How many requests the service is answering, this one left out."""
    lines = httpx.get(f"{url}/metrics", timeout=PATIENCE).text.splitlines()
    return round(float(next(line.split()[1] for line in lines if line.startswith("http_requests_open ")))) - 1


def test_a_full_disk_hinders_nobody() -> None:
    """Nothing is written, so that a temporary folder that takes nothing is never noticed."""
    with started("functions.summarize", {"TMPDIR": "/dev/full"}) as process:
        assert json.loads(ask(process.url))["summary"]


def test_damaged_weights_stop_the_start_and_say_which_file(tmp_path: Path) -> None:
    weights = tmp_path / "weights"
    shutil.copytree(WEIGHTS, weights)
    model = weights / FIRST_MODEL / "model.bin"
    data = bytearray(model.read_bytes())
    data[len(data) // 2] ^= 1
    model.write_bytes(bytes(data))
    port = free_port()
    log = tmp_path / "log"
    with log.open("wb") as stream:
        process = subprocess.Popen(
            [sys.executable, "-m", "functions.summarize"],
            env={**os.environ, "PORT": str(port), "WEIGHTS": str(weights)},
            stdout=stream,
        )
        try:
            answer = _first_failure(f"http://127.0.0.1:{port}/readyz")
        finally:
            process.kill()
            process.wait()
    assert answer["code"] == "model-unavailable"
    assert "model.bin" in answer["detail"]


def _first_failure(url: str) -> dict[str, str]:
    answer: dict[str, str] = {}

    def failed() -> bool:
        nonlocal answer
        with suppress(httpx.TransportError):
            answer = httpx.get(url, timeout=PATIENCE).json()
        return answer.get("code", "not-ready") != "not-ready"

    until(failed)
    return answer


def test_the_clock_of_the_host_changes_no_answer() -> None:
    """ "Present" is the day that the request names, whatever day it is where the service runs."""
    with (
        started("functions.summarize", {"TZ": "Etc/GMT+12"}) as yesterday,
        started("functions.summarize", {"TZ": "Pacific/Kiritimati"}) as tomorrow,
    ):
        assert ask(yesterday.url) == ask(tomorrow.url)
