"""Behind queue-proxy, as every request in a cluster is."""

import threading
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from tests.builders.waiting import PATIENCE, until
from tests.contract.conftest import MakePod
from tests.contract.pod import Pod, upload
from tests.contract.queue_proxy import FULL, LATE, QueueProxy, listening

pytestmark = pytest.mark.contract

ASKED = upload()
PLACES = "resume_summary_places_taken"


def ask(proxy: QueueProxy) -> int:
    return proxy.forward("/generate-summary/", ASKED.body, ASKED.headers())[0]


def test_the_request_that_wakes_a_pod_is_answered(make_pod: MakePod) -> None:
    with (
        make_pod() as running,
        QueueProxy(running, container_concurrency=2) as proxy,
        listening(proxy) as url,
    ):
        answer = httpx.post(
            f"{url}/generate-summary/", content=ASKED.body, headers=ASKED.headers(), timeout=PATIENCE
        )
        first = running.metric('resume_summary_first_request_seconds{route="/generate-summary/"}')

    assert answer.status_code == 200
    assert first is not None


def test_no_more_are_let_in_than_the_container_takes_and_no_more_wait_than_the_queue_holds(
    shared: Pod,
) -> None:
    most, done = 0.0, threading.Event()

    def watch() -> None:
        nonlocal most
        while not done.is_set():
            most = max(most, shared.metric(PLACES) or 0)

    watching = threading.Thread(target=watch)
    watching.start()
    with QueueProxy(shared, container_concurrency=2) as proxy, ThreadPoolExecutor(60) as callers:
        together = threading.Barrier(60)  # however slowly the threads begin, they come all at once

        def ask_together(_: int) -> int:
            together.wait(PATIENCE)
            return ask(proxy)

        statuses = list(callers.map(ask_together, range(60)))
    done.set()
    watching.join()

    assert set(statuses) == {200, FULL[0]}
    assert statuses.count(200) >= 22
    assert most <= 2
    assert proxy.connections <= 2, "kept connections are used again"


def test_nobody_waits_for_an_answer_that_is_too_late_and_its_place_is_free_again(make_pod: MakePod) -> None:
    with make_pod(WORKERS="1", QUEUE="40") as running:
        running.wait_until_ready()
        impatient = QueueProxy(running, container_concurrency=10, timeout=0.25)
        with impatient, ThreadPoolExecutor(30) as callers:
            statuses = list(callers.map(lambda _: ask(impatient), range(30)))
        until(lambda: running.metric(PLACES) == 0)

        assert set(statuses) <= {200, LATE[0]}
        assert LATE[0] in statuses
        with QueueProxy(running, container_concurrency=10) as patient:
            assert ask(patient) == 200


def test_no_request_is_lost_when_a_pod_is_taken_away(make_pod: MakePod) -> None:
    with make_pod() as running:
        running.wait_until_ready()
        with QueueProxy(running, container_concurrency=2, quiet=1) as proxy, ThreadPoolExecutor(6) as callers:
            statuses = callers.map(lambda _: ask(proxy), range(24))
            drained = callers.submit(proxy.drain)
            answered = list(statuses)
            drained.result()
        running.terminate()

        assert answered == [200] * 24
        assert running.exit_code() == 0
