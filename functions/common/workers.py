"""Threads for work that must not block the event loop, behind a queue of fixed length."""

import asyncio
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from starlette.requests import ClientDisconnect
from starlette.types import Receive

from functions.common.errors import DeadlineExceeded, Saturated

T = TypeVar("T")


class Workers:
    """At most `threads` pieces of work run at once and `queue` wait; what is more is refused.

    Work that waits is given up when its caller leaves or its deadline passes. A thread cannot be interrupted: work
    that may run long is done in a process (`functions.common.processes`), which is killed at `until()`.
    """

    def __init__(self, threads: int, queue: int, deadline: float) -> None:
        """`deadline` is in seconds and covers waiting and working."""
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="work")
        self._places = threads + queue
        self._deadline = deadline
        self._lock = threading.Lock()
        self.taken = 0

    def until(self) -> float:
        """The monotonic time by which work that comes now must be done."""
        return time.monotonic() + self._deadline

    async def run(self, work: Callable[[], T], receive: Receive) -> T:
        """The result of `work`, done in a thread. `receive` is the request's, its body read to the end.

        Raises:
            Saturated: every thread and every place in the queue is taken.
            DeadlineExceeded: not done within the deadline.
            ClientDisconnect: the caller left.
        """
        submitted = self._submit(work)
        result = asyncio.wrap_future(submitted)
        left = asyncio.create_task(_disconnected(receive))
        try:
            await asyncio.wait((result, left), timeout=self._deadline, return_when=asyncio.FIRST_COMPLETED)
            if result.done():
                return result.result()
            if left.done():
                raise ClientDisconnect
            raise DeadlineExceeded(f"The work was not done within {self._deadline:g} seconds.")
        finally:
            submitted.cancel()  # at once: `result` alone would pass it on only when the loop comes round
            result.cancel()
            left.cancel()

    def close(self) -> None:
        """Let running work finish and refuse the rest."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _submit(self, work: Callable[[], T]) -> Future[T]:
        with self._lock:
            if self.taken >= self._places:
                raise Saturated("Every worker is busy and the queue is full; try again shortly.")
            self.taken += 1
        future = self._pool.submit(work)
        future.add_done_callback(self._release)
        return future

    def _release(self, _: Future[T]) -> None:
        with self._lock:
            self.taken -= 1


async def _disconnected(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
