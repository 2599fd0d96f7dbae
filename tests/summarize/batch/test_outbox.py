import threading
from collections.abc import Iterator
from functools import partial

import pytest

from functions.common.errors import InvalidOption, Saturated, StorageUnavailable
from functions.summarize.batch.outbox import Outbox
from tests.builders.waiting import PATIENCE, until


@pytest.fixture
def outboxes() -> Iterator[list[Outbox]]:
    made: list[Outbox] = []
    yield made
    for outbox in made:
        outbox.close(PATIENCE)


@pytest.fixture
def outbox(outboxes: list[Outbox]) -> Outbox:
    outboxes.append(Outbox(2, places=3, pauses=(0.01, 0.01)))
    return outboxes[0]


class Flaky:
    """Fails with each of the errors given, then works."""

    def __init__(self, *errors: Exception) -> None:
        self._errors = list(errors)
        self.attempts = 0
        self.done = threading.Event()

    def __call__(self) -> None:
        self.attempts += 1
        if self._errors:
            raise self._errors.pop(0)
        self.done.set()


def _wait(allowed: threading.Event) -> None:
    allowed.wait(PATIENCE)


def test_whoever_leaves_a_task_does_not_wait_for_it(outbox: Outbox) -> None:
    allowed, done = threading.Event(), threading.Event()

    def wait() -> None:
        allowed.wait(PATIENCE)
        done.set()

    outbox.put(wait)
    assert not done.is_set()
    allowed.set()

    assert done.wait(PATIENCE)


def test_what_fails_is_tried_again(outbox: Outbox) -> None:
    task = Flaky(StorageUnavailable("s3://b"), StorageUnavailable("s3://b"))
    outbox.put(task)

    assert task.done.wait(PATIENCE)
    assert task.attempts == 3


def test_what_keeps_failing_is_given_up_and_said(outbox: Outbox, caplog: pytest.LogCaptureFixture) -> None:
    task = Flaky(*[StorageUnavailable("s3://b does not answer.")] * 9)
    outbox.put(task)
    until(lambda: bool(caplog.records))

    assert task.attempts == 3
    assert caplog.records[0].__dict__["fields"] == {
        "code": "storage-unavailable",
        "detail": "s3://b does not answer.",
    }


def test_what_can_never_work_is_tried_once(outbox: Outbox, caplog: pytest.LogCaptureFixture) -> None:
    task = Flaky(InvalidOption("There is no such batch."), InvalidOption("There is no such batch."))
    outbox.put(task)
    until(lambda: bool(caplog.records))

    assert task.attempts == 1


def test_a_fault_of_ours_does_not_end_the_thread(outbox: Outbox, caplog: pytest.LogCaptureFixture) -> None:
    broken, whole = Flaky(ZeroDivisionError()), Flaky()
    outbox.put(broken)
    until(lambda: bool(caplog.records))
    for _ in range(2):
        outbox.put(Flaky(ZeroDivisionError()))
    outbox.put(whole)

    assert whole.done.wait(PATIENCE)
    assert caplog.records[0].exc_info


def test_no_more_is_taken_than_there_are_places(outbox: Outbox) -> None:
    allowed = threading.Event()
    for _ in range(2):
        outbox.put(partial(_wait, allowed))
    until(lambda: outbox._busy == 2)
    for _ in range(3):
        outbox.put(lambda: None)

    with pytest.raises(Saturated):
        outbox.put(lambda: None)
    allowed.set()


def test_at_the_end_what_there_is_gets_done_and_nothing_more_is_taken(outbox: Outbox) -> None:
    tasks = [Flaky() for _ in range(3)]
    for task in tasks:
        outbox.put(task)
    outbox.close(PATIENCE)

    assert all(task.done.is_set() for task in tasks)
    with pytest.raises(Saturated):
        outbox.put(Flaky())


def test_at_the_end_nobody_waits_for_a_broker_that_does_not_answer(
    outbox: Outbox, caplog: pytest.LogCaptureFixture
) -> None:
    allowed = threading.Event()
    outbox.put(partial(_wait, allowed))
    until(lambda: outbox._busy == 1)
    outbox.close(0.01)
    allowed.set()

    assert caplog.records[0].__dict__["fields"] == {"tasks": 1}
