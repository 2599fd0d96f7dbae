"""Waiting for what has to come: for a condition, never for a time that is hoped to be enough."""

import time
from collections.abc import Callable

PATIENCE = 300.0
"""Seconds after which what has not come never will, on however slow and busy a machine: only a hang lasts as long."""


def until(holds: Callable[[], bool]) -> None:
    """Return as soon as it holds; fails when it never does."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, f"it did not come to pass within {PATIENCE:g} seconds"
        time.sleep(0.01)
