"""Many questions to the service, asked behind the page: it draws, and hears clicks, while the answers come."""

from collections import deque
from collections.abc import Sequence
from threading import Event, Lock, Thread
from time import monotonic

import streamlit as st

from ui.asking import Asked, answer
from ui.client import ServiceError, Services
from ui.session import Outcome, Question, outcomes, question

AT_ONCE = 2
"""Documents of a batch under way at the same time: others use the service too."""
FORSAKEN = 120.0
"""Seconds without a look after which nothing more is begun: the page was closed. Browsers let a page that is not in
view look once a minute."""
RESTART = 30.0
"""Seconds for which a service that is gone is waited for: it starts again by itself, in a few."""
PAUSE = 1.0
"""Seconds between two such attempts."""


class Background:
    """Questions under way and to come. Each answer goes into `answered` as it comes; one that fails stops no other."""

    def __init__(self, services: Services, answered: dict[Question, Outcome]) -> None:
        self._services, self._answered = services, answered
        self._lock, self._stopped = Lock(), Event()
        self._left: deque[Asked] = deque()
        self._under_way: set[Question] = set()
        self._seen = monotonic()
        self._gone: float | None = None

    def ask(self, wanted: Sequence[Asked]) -> None:
        """Ask for these; of what was asked for before, only what is under way is still answered."""
        self._stopped.clear()
        with self._lock:
            if not self._under_way:
                self._gone = None
            self._left = deque(each for each in wanted if not self._is_known(question(*each)))
        self.goes_on()

    def stop(self) -> None:
        """Begin nothing more."""
        self._stopped.set()
        with self._lock:
            self._left.clear()
            self._gone = None

    def goes_on(self) -> bool:
        """Whether an answer is still to come. Whoever asks is there: when nobody does, nothing more is begun."""
        with self._lock:
            self._seen = monotonic()
            self._begin()
            return bool(self._under_way)

    def _is_known(self, asked: Question) -> bool:
        return asked in self._under_way or asked in self._answered

    def _begin(self) -> None:
        while self._left and len(self._under_way) < AT_ONCE and monotonic() - self._seen < FORSAKEN:
            asked = self._left.popleft()
            self._under_way.add(question(*asked))
            # A pool would answer all that is left before the page may end.
            try:
                Thread(target=self._work, args=(asked,), name="batch", daemon=True).start()
            except RuntimeError:  # There are too many threads: it stays to do.
                self._under_way.discard(question(*asked))
                self._left.appendleft(asked)
                return

    def _work(self, asked: Asked) -> None:
        """Whatever happens, the row tells of it: an error that nobody foresaw goes on to the log of the thread."""
        outcome: Outcome = ServiceError(
            "internal-error", "Something went wrong", "The page could not ask for it."
        )
        try:
            outcome = self._answer(asked)
        finally:
            with self._lock:
                self._answered[question(*asked)] = outcome
                self._under_way.discard(question(*asked))
                self._begin()

    def _answer(self, asked: Asked) -> Outcome:
        """The answer; a service that has gone is asked again for a while, or all that is left would fail at once."""
        began: float | None = None
        while True:
            outcome = answer(self._services, asked)
            gone = self._gone_since(outcome)
            if gone is None:
                return outcome
            now = monotonic()
            began = began or now
            # What others are answered is no reason to send this one for ever.
            if now - min(began, gone) > RESTART or self._stopped.wait(PAUSE):
                return outcome

    def _gone_since(self, outcome: Outcome) -> float | None:
        """Since when nobody was answered, so that an outage is waited for once; None as this is an answer."""
        with self._lock:
            if not isinstance(outcome, ServiceError) or outcome.code != "service-unreachable":
                self._gone = None
            elif self._gone is None:
                self._gone = monotonic()
            return self._gone


def background(services: Services) -> Background:
    """The one of this session."""
    found: Background = st.session_state.setdefault("background", Background(services, outcomes()))
    return found


def stop() -> None:
    """Begin nothing more in this session."""
    if found := st.session_state.get("background"):
        found.stop()
