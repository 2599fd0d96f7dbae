"""The sink that sends: one bounded queue and one thread for `emit`, a confirmed post for `deliver`."""

import logging
import threading
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

from functions.common.errors import SinkUnavailable
from functions.common.events.envelope import Envelope, write_envelope
from functions.common.events.event import Event
from functions.common.events.poster import FAILURES, PATIENCE, Poster, may_pass
from functions.common.events.signature import Signer, SignerOff
from functions.common.events.sink import SinkCounts
from functions.common.events.wire import seal

PLACES = 1000
"""Events that may wait; about a kilobyte each."""
STEP_ASIDE = 0.005
"""Seconds before each event is sent: the answer to the request that it tells of goes first."""
PAUSES = (0.1, 0.4, 1.6)
"""Seconds before each further attempt."""

logger = logging.getLogger(__name__)


class SinkOn:
    """Implements `Sink` over HTTP. The thread starts with the first event that is emitted."""

    def __init__(
        self,
        url: str,
        overrides: Mapping[str, str] | None = None,
        certificates: str = "",
        *,
        places: int = PLACES,
        pauses: Sequence[float] = PAUSES,
        signer: Signer | None = None,
    ) -> None:
        """`overrides` are extensions added to every event. Raises `InvalidSetting` for a wrong address."""
        self._signer = signer or SignerOff()
        self._url, self._certificates = url, certificates
        self._overrides = dict(overrides or {})
        self._places = places
        self._pauses = tuple(pauses)
        self._poster = Poster(url, certificates)
        self._idle: deque[Poster] = deque()
        self._changed = threading.Condition()
        self._waiting: deque[Event] = deque()
        self._counts = SinkCounts()
        self._thread: threading.Thread | None = None
        self._closing = threading.Event()
        self._answering = True

    @property
    def counts(self) -> SinkCounts:
        """What has become of the emitted events so far."""
        with self._changed:
            return replace(self._counts, waiting=len(self._waiting))

    def emit(self, event: Event) -> None:
        """Queue the event, or drop and count it when the queue is full."""
        with self._changed:
            if self._closing.is_set() or len(self._waiting) >= self._places:
                self._counts = replace(self._counts, dropped=self._counts.dropped + 1)
                return
            self._waiting.append(event)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="sink", daemon=True)
                self._thread.start()
            self._changed.notify()

    def deliver(self, event: Event) -> None:
        """Post the event until it is taken; raises `SinkUnavailable` after the last attempt."""
        self.forward(seal(self._signer.sign(event)))

    def forward(self, envelope: Envelope) -> None:
        """Post the envelope until it is taken; raises `SinkUnavailable` after the last attempt."""
        with self._borrowed() as poster:
            failure = self._post(poster, envelope)
        if failure:
            raise SinkUnavailable(f"The sink of events does not take them: {failure}.")

    def close(self, timeout: float) -> None:
        """Let the thread send what waits, then drop the rest."""
        self._closing.set()
        with self._changed:
            self._changed.notify()
            thread = self._thread
        if thread is not None:
            thread.join(timeout)
        while self._idle:
            self._idle.pop().close()
        with self._changed:
            left = len(self._waiting)
            self._waiting.clear()
            self._counts = replace(self._counts, dropped=self._counts.dropped + left)
        if self._counts.dropped:
            logger.warning("events dropped", extra={"fields": {"dropped": self._counts.dropped}})

    @contextmanager
    def _borrowed(self) -> Iterator[Poster]:
        """A poster that nobody else uses meanwhile; there are as many as there were deliveries at one time."""
        try:
            poster = self._idle.pop()
        except IndexError:
            poster = Poster(self._url, self._certificates, patience=PATIENCE)
        try:
            yield poster
        finally:
            self._idle.append(poster)

    def _run(self) -> None:
        while (event := self._next()) is not None:
            self._closing.wait(STEP_ASIDE)
            taken = self._send(event)
            with self._changed:
                counts = self._counts
                self._counts = replace(counts, sent=counts.sent + taken, dropped=counts.dropped + (not taken))
        self._poster.close()

    def _next(self) -> Event | None:
        """The next event to send, waiting for one; None when there will be none."""
        with self._changed:
            while not self._waiting:
                if self._closing.is_set():
                    return None
                self._changed.wait()
            return self._waiting.popleft()

    def _send(self, event: Event) -> bool:
        """Whether the event was taken. Nothing that goes wrong with one may end the thread."""
        try:
            failure = self._post(self._poster, seal(self._signer.sign(event)))
        except Exception:
            logger.exception("an event cannot be written", extra={"fields": {"type": event.type}})
            return False
        if bool(failure) == self._answering:
            self._answering = not failure
            logger.warning("sink answers", extra={"fields": {"answers": self._answering, "failure": failure}})
        return not failure

    def _post(self, poster: Poster, envelope: Envelope) -> str:
        """Why the envelope was not taken at any attempt, or nothing."""
        headers, body = write_envelope(Envelope({**envelope.attributes, **self._overrides}, envelope.data))
        failure = ""
        for pause in (0.0, *self._pauses):
            self._pause(pause)
            failure, again = _attempt(poster, headers, body)
            if not again or self._closing.is_set():
                break
        return failure

    def _pause(self, seconds: float) -> None:
        """Wait, but not when there is no time left to wait for."""
        if seconds:
            self._closing.wait(seconds)


def _attempt(poster: Poster, headers: Mapping[str, str], body: bytes) -> tuple[str, bool]:
    """What went wrong with one post, if anything, and whether another may go better."""
    try:
        status = poster.post(headers, body)
    except FAILURES as error:
        return type(error).__name__, True
    if status // 100 == 2:
        return "", False
    return f"it answered {status}", may_pass(status)
