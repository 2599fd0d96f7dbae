"""Readiness, asked as queue-proxy asks: every 50 ms, with 100 ms to answer."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.builders.pausing import paused_workers
from tests.builders.waiting import PATIENCE, until
from tests.contract.conftest import MakePod
from tests.contract.pod import Pod, upload

pytestmark = pytest.mark.contract

FAILURES_IN_A_ROW = 3
"""`failureThreshold`: so many probes one after the other must fail before a pod counts as not ready."""
PROBE_TIMEOUT = 1
"""`timeoutSeconds`, by default: what the kubelet waits for a pod that has been ready."""


@pytest.mark.parametrize("function", ["summarize", "catalog"])
def test_the_first_yes_is_the_truth(make_pod: MakePod, function: str) -> None:
    """The request that woke the pod is sent at the first yes: nothing may be left to load then."""
    with make_pod(function) as running:
        running.wait_until_ready()
        with running.client() as client:
            health = client.get("/health").json()

        assert health["status"] == "ready"
        assert running.metric('resume_summary_start_to_ready_seconds{phase="total"}') is not None


def test_probes_are_answered_in_time_while_every_worker_is_busy(shared: Pod) -> None:
    asked, stop = upload(length="long"), threading.Event()

    def keep_busy(_: int) -> None:
        with shared.client() as client:
            while not stop.is_set():
                client.post("/generate-summary/", content=asked.body, headers=asked.headers())

    answers = []
    with ThreadPoolExecutor(4) as callers:
        busy = callers.map(keep_busy, range(4))
        end = time.monotonic() + 5
        while time.monotonic() < end:
            answers.append(shared.ready(PROBE_TIMEOUT))
            time.sleep(0.05)
        stop.set()
        list(busy)

    failed = "".join("." if answer else "x" for answer in answers)
    assert "x" * FAILURES_IN_A_ROW not in failed, failed


def test_probes_do_not_wait_for_workers(shared: Pod) -> None:
    asked = upload()

    def ask(_: int) -> int:
        with shared.client() as client:
            return client.post("/generate-summary/", content=asked.body, headers=asked.headers()).status_code

    with ThreadPoolExecutor(4) as callers:
        with paused_workers(shared.process.pid):
            answers = callers.map(ask, range(4))
            until(lambda: shared.metric("resume_summary_places_taken") == 4)
            ready = shared.ready(PATIENCE)
        assert list(answers) == [200] * 4

    assert ready


def test_a_model_that_cannot_be_loaded_never_says_yes_and_keeps_living(make_pod: MakePod) -> None:
    with make_pod(WEIGHTS="/nowhere") as running, running.client() as client:
        until(lambda: any(line["message"] == "loading failed" for line in running.lines()))
        ready, alive = client.get("/readyz"), client.get("/livez")

    assert (ready.status_code, ready.json()["code"]) == (503, "model-unavailable")
    assert alive.status_code == 200
