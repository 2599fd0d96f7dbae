"""A fixed number of worker processes, and the promise that one lost takes no other request with it."""

import logging
import os
import signal
import socket
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from queue import Empty, LifoQueue
from threading import Lock, Thread
from typing import Any

from functions.common.errors import (
    DeadlineExceeded,
    ResumeSummaryError,
    TooMuchWork,
    WorkerLost,
)
from functions.common.processes.fork_server import ForkServer
from functions.common.processes.worker import OUT_OF_MEMORY, Allowance, Outcome, Task

_LOGGED = "Something unexpected went wrong. It has been logged; the request id in X-Request-ID finds it."
_CRASHES = frozenset({signal.SIGSEGV, signal.SIGBUS, signal.SIGABRT, signal.SIGILL, signal.SIGFPE})

logger = logging.getLogger(__name__)


class Pool:
    """Runs tasks in `size` processes, one at a time in each. Safe in several threads."""

    def __init__(
        self, server: ForkServer, make: Callable[[], Any], *, size: int, allowance: Allowance, seconds: float
    ) -> None:
        """`make` is pickled and gives each worker the subject of its tasks. `seconds` is the longest wait for one."""
        self._server = server
        self._seconds = seconds
        self._idle: LifoQueue[_Worker] = LifoQueue()
        self._workers = tuple(_Worker(server, make, allowance) for _ in range(size))
        self._started = 0
        self._closed = False
        self.replaced = 0

    def start(self, size: int | None = None) -> None:
        """Start every worker, or only the first few, and wait until each is ready.

        Raises what making the subject raised.
        """
        self._started = len(self._workers) if size is None else size
        for worker in self._workers[: self._started]:
            worker.begin()
        for worker in self._workers[: self._started]:
            worker.ready()
            self._idle.put(worker)

    def fill(self, task: Task) -> None:
        """Run a task in one worker; then start those that are not, beside whatever is asked, with the same task.

        One worker is enough to answer, and the others would delay it.
        """
        self.run(task)
        for worker in self._workers[self._started :]:
            Thread(target=self._follow, args=(worker, task), name="fill", daemon=True).start()

    def _follow(self, worker: "_Worker", task: Task) -> None:
        try:
            worker.begin()
            worker.ready()
            worker.run(task, self._seconds)
        except (ResumeSummaryError, OSError) as error:  # the next request tries again, and hears of it
            logger.error("a worker could not be started", exc_info=error)  # noqa: TRY400 - without its message
        finally:
            self._idle.put(worker)

    def run(self, task: Task, until: float | None = None) -> Any:
        """The task's result, by the monotonic time `until` or within the pool's longest wait.

        A task whose worker was killed from outside is done again, once. Raises what the task raises on purpose, and:
            DeadlineExceeded: not done in time; the worker was killed.
            TooMuchWork: the task used up its processor time or its memory, or crashed its worker.
            WorkerLost: the worker was killed by something else, twice.
        """
        until = time.monotonic() + self._seconds if until is None else until
        try:
            return self._run(task, until)
        except WorkerLost:
            if self._closed:
                raise
            return self._run(task, until)

    def close(self) -> None:
        """Kill what still works and end the processes."""
        self._closed = True
        for worker in self._workers:
            worker.kill()
        self._server.close()

    def _run(self, task: Task, until: float) -> Any:
        try:
            worker = self._idle.get(timeout=max(0.0, until - time.monotonic()))
        except Empty:
            raise _late() from None
        try:
            return worker.run(task, until - time.monotonic())
        finally:
            self._give_back(worker)

    def _give_back(self, worker: "_Worker") -> None:
        """Into the row of the idle ones, replaced first if it is dead: whoever comes meanwhile takes another."""
        if worker.alive or self._closed:
            self._idle.put(worker)
        else:
            Thread(target=self._replace, args=(worker,), name="replace", daemon=True).start()

    def _replace(self, worker: "_Worker") -> None:
        self.replaced += 1
        try:
            worker.begin()
            worker.ready()
        except (ResumeSummaryError, OSError) as error:  # the next request tries again, and hears of it
            logger.error("a worker could not be replaced", exc_info=error)  # noqa: TRY400 - without its message
        finally:
            self._idle.put(worker)


class _Worker:
    """The parent's end of one worker process, and of those that replace it. Used by one thread at a time."""

    def __init__(self, server: ForkServer, make: Callable[[], Any], allowance: Allowance) -> None:
        self._server = server
        self._start = (make, allowance)
        self._lock = Lock()
        self._connection: Connection | None = None
        self._pid = 0

    @property
    def alive(self) -> bool:
        return self._connection is not None

    def begin(self) -> None:
        """Fork a process and let it make its subject."""
        ours, theirs = socket.socketpair()
        with ours, theirs:
            self._pid = self._server.fork(theirs)
            self._connection = Connection(ours.detach())
        self._connection.send(self._start)

    def ready(self) -> None:
        """Wait until it has; raises what that raised."""
        try:
            self._receive(None)
        except ResumeSummaryError:
            self._end()
            raise

    def run(self, task: Task, seconds: float) -> Any:
        """The task's result; whatever is raised but by the task itself leaves the worker dead."""
        if not self.alive or not self._send(task):
            self.begin()
            self.ready()
            self._send(task)
        return self._receive(seconds)

    def kill(self) -> None:
        """Whatever it does."""
        with self._lock:
            if self._pid:
                os.kill(self._pid, signal.SIGKILL)

    def _send(self, task: Task) -> bool:
        """Whether the worker has taken it: one that was killed while it was idle has not."""
        assert self._connection is not None
        try:
            self._connection.send(task)
        except ConnectionError:
            self._end()
            return False
        return True

    def _receive(self, seconds: float | None) -> Any:
        assert self._connection is not None
        try:
            if not self._connection.poll(seconds if seconds is None else max(0.0, seconds)):
                self.kill()
                self._end()
                raise _late()
            outcome: Outcome = self._connection.recv()
        except (EOFError, ConnectionError) as error:
            raise _explained(self._end()) from error
        if outcome.fault or outcome.last:
            self._end()
        if outcome.fault:
            raise _fault(outcome.fault)
        if outcome.error is not None:
            raise outcome.error
        return outcome.value

    def _end(self) -> int:
        """Forget the process; returns how it ended."""
        if self._connection is not None:
            self._connection.close()
        self._connection = None
        with self._lock:
            pid, self._pid = self._pid, 0
        return self._server.reap(pid) if pid else 0


def _late() -> DeadlineExceeded:
    return DeadlineExceeded("The work was not done in time and was stopped.")


def _explained(status: int) -> ResumeSummaryError:
    """Why a worker ended in the middle of a task."""
    if status == -signal.SIGPROF:
        return TooMuchWork("It needs more processor time than one request may have; send a simpler document.")
    if status == OUT_OF_MEMORY:
        return TooMuchWork("It needs more memory than one request may have; send a simpler document.")
    logger.warning("a worker ended in the middle of its work", extra={"fields": {"status": status}})
    if -status in _CRASHES:
        return TooMuchWork("It cannot be worked on; save the document again and send that.")
    if status < 0:
        return WorkerLost("The process that worked on it was stopped; send the request again.")
    return ResumeSummaryError(_LOGGED)


def _fault(fault: tuple[str, ...]) -> ResumeSummaryError:
    logger.error("a worker failed", extra={"fields": {"exception": fault[0], "traceback": fault[1:]}})
    return ResumeSummaryError(_LOGGED)
