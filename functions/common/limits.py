"""What one caller may ask: so many requests a minute, so many at once."""

import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from functions.common.errors import RateLimited

MINUTE = 60.0


@dataclass(slots=True)
class _Account:
    """Requests left, as of a time, and requests open."""

    left: float
    as_of: float
    open: int = 0


class Allowance:
    """A bucket of `per_minute` requests for each caller, refilled evenly, and `at_once` open; 0 is no limit.

    `clock` gives seconds. Meant for one event loop: nothing here waits, so nothing needs a lock.
    """

    def __init__(self, per_minute: int, at_once: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Every caller starts with a full bucket."""
        self._per_minute = per_minute
        self._at_once = at_once
        self._clock = clock
        self._accounts: dict[bytes, _Account] = {}

    @contextmanager
    def use(self, caller: bytes) -> Iterator[None]:
        """Hold one of the caller's requests; raises `RateLimited` when there is none left."""
        account = self._accounts.setdefault(caller, _Account(self._per_minute, self._clock()))
        if self._at_once and account.open >= self._at_once:
            raise RateLimited(f"This API key may have {self._at_once} requests open at once.", 1)
        if self._per_minute:
            self._spend(account)
        account.open += 1
        try:
            yield
        finally:
            account.open -= 1

    def _spend(self, account: _Account) -> None:
        now, pace = self._clock(), self._per_minute / MINUTE
        account.left = min(self._per_minute, account.left + (now - account.as_of) * pace)
        account.as_of = now
        if account.left < 1:
            wait = math.ceil((1 - account.left) / pace)
            raise RateLimited(f"This API key may send {self._per_minute} requests a minute.", wait)
        account.left -= 1
