"""An event loop with a clock of its own: what waits for minutes is tested in milliseconds, and never too early."""

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")
_MOMENT = 0.002
"""Seconds really waited for something to happen before the clock moves on: sockets of one process need next to none."""


class _Selector(selectors.DefaultSelector):
    def __init__(self) -> None:
        super().__init__()
        self.seconds = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(timeout if timeout is None else min(timeout, _MOMENT))
        if timeout and not ready:
            self.seconds += timeout
        return ready


class _Loop(asyncio.SelectorEventLoop):
    """Time passes only while nothing happens, and then at once: a process that is held up does not lose any."""

    def __init__(self) -> None:
        self._own = _Selector()
        super().__init__(self._own)

    def time(self) -> float:
        return self._own.seconds


def run(scenario: Coroutine[Any, Any, T]) -> T:
    """As `asyncio.run`, with such a clock."""
    with asyncio.Runner(loop_factory=_Loop) as runner:
        return runner.run(scenario)
