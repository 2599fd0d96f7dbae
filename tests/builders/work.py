"""How much a piece of code does, counted and not timed: the same on every machine, however busy it is."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def steps(work: Callable[[], object]) -> int:
    """How many lines of Python are executed, each turn of a loop counted anew."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def growth(work: Callable[[int], int], size: int) -> float:
    """How many times the steps of the first doubling the second one adds: 2 where each thing costs its own, 4 where it
    costs all others. What is done only once, however much there is, hides nothing.
    """
    few, more, most = work(size), work(2 * size), work(4 * size)
    return (most - more) / (more - few)
