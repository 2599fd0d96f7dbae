"""One pod for the tests that leave it as it is, and connections that are idle from the start of the suite."""

import http.client
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

import pytest

from benchmarks.processes import family
from tests.builders.waiting import until
from tests.contract.pod import Pod, pod

MakePod = Callable[..., AbstractContextManager[Pod]]


IDLE = 95
"""Seconds. Queue-proxy keeps idle connections for 90 and takes them up again without looking."""


class Idle(threading.Thread):
    """Connections that are left alone and then used; `statuses` has what came of it, 0 if it was nothing."""

    def __init__(self, shared: Pod) -> None:
        super().__init__(daemon=True)
        self.statuses: dict[str, int] = {}
        self._connections = {"used": shared.connection(), "unused": shared.connection()}
        self._status(self._connections["used"])
        self._connections["unused"].connect()

    def run(self) -> None:
        time.sleep(IDLE)
        self.statuses = {name: self._status(each) for name, each in self._connections.items()}

    def close(self) -> None:
        for connection in self._connections.values():
            connection.close()

    def _status(self, connection: http.client.HTTPConnection) -> int:
        try:
            connection.request("GET", "/livez")
            response = connection.getresponse()
            response.read()
        except (OSError, http.client.HTTPException):
            return 0
        return response.status


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pod]:
    """A pod that is ready, has two workers, and lives as long as the suite."""
    with pod(tmp_path_factory.mktemp("shared"), WORKERS="2") as running:
        running.wait_until_ready()
        until(lambda: len(family(running.process.pid)) == 4)  # it is ready with the first; one forks them
        yield running


@pytest.fixture(scope="session", autouse=True)
def idle(shared: Pod) -> Iterator[Idle]:
    """Begins before the first test, so that the last need not wait long."""
    waiting = Idle(shared)
    waiting.start()
    yield waiting
    waiting.close()


@pytest.fixture
def make_pod(tmp_path: Path) -> MakePod:
    """Starts a pod of the test's own; it is not ready yet."""
    return partial(pod, tmp_path)
