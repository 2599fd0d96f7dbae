"""What follows from an event, done after the event has been answered.

A broker may deliver an event, and everything that follows from it, before it answers whoever published it (Knative's
channel in memory does, eventing `pkg/channel/fanout`). A handler that published would wait for deliveries that wait
for its own place. So handlers publish nothing: they leave here what is to be done, and answer.

What waits here is lost with the process. The watch (`watch.py`) finds it again in the storage.
"""

import logging
import threading
from collections import deque
from collections.abc import Callable, Sequence

from functions.common.errors import RequestRefused, ResumeSummaryError, Saturated

Task = Callable[[], None]
Later = Callable[[Task], None]
"""Takes what is to be done after the answer."""

PLACES = 10_000
"""Tasks that may wait, each a few hundred bytes. More means that nobody takes our events: then take none either."""
PAUSES = (0.2, 1.0, 5.0)
"""Seconds before each further attempt; what fails after that is left to the watch."""

FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What a mistake of ours raises, and what a library raises that we have not foreseen."""

logger = logging.getLogger(__name__)


def at_once(task: Task) -> None:
    """For where nobody waits for an answer: do it now, and let the caller see what goes wrong."""
    task()


class Outbox:
    """Does tasks in threads of its own, at most `threads` at a time. A thread starts when there is work for it."""

    def __init__(self, threads: int, *, places: int = PLACES, pauses: Sequence[float] = PAUSES) -> None:
        self._threads = threads
        self._places = places
        self._pauses = tuple(pauses)
        self._changed = threading.Condition()
        self._closing = threading.Event()
        self._waiting: deque[Task] = deque()
        self._started = self._busy = 0

    def put(self, task: Task) -> None:
        """Take a task; raises `Saturated` when too many wait or the process ends, so that the event comes again."""
        with self._changed:
            if self._closing.is_set() or len(self._waiting) >= self._places:
                raise Saturated("What follows from this event cannot be done here now; send it again.")
            self._waiting.append(task)
            if self._started - self._busy < len(self._waiting) and self._started < self._threads:
                self._started += 1
                threading.Thread(target=self._run, name="outbox", daemon=True).start()
            self._changed.notify()

    def close(self, timeout: float) -> None:
        """Take nothing more, and finish what there is within `timeout` seconds."""
        self._closing.set()
        with self._changed:
            self._changed.notify_all()
            self._changed.wait_for(lambda: not self._waiting and not self._busy, timeout)
            if left := len(self._waiting) + self._busy:
                logger.warning("left undone at the end", extra={"fields": {"tasks": left}})

    def _run(self) -> None:
        while (task := self._next()) is not None:
            try:
                self._attempts(task)
            finally:
                with self._changed:
                    self._busy -= 1
                    self._changed.notify_all()

    def _next(self) -> Task | None:
        with self._changed:
            while not self._waiting:
                if self._closing.is_set():
                    self._started -= 1
                    return None
                self._changed.wait()
            self._busy += 1
            return self._waiting.popleft()

    def _attempts(self, task: Task) -> None:
        """Do the task, again if that may help. Nothing that goes wrong with one may end the thread."""
        for pause in (*self._pauses, None):
            try:
                task()
            except ResumeSummaryError as error:
                if pause is None or isinstance(error, RequestRefused):
                    fields = {"code": error.code, "detail": str(error)}
                    logger.warning("left undone", extra={"fields": fields})
                    return
                self._closing.wait(pause)
            except FAULTS:
                logger.exception("what follows from an event failed")
                return
            else:
                return
