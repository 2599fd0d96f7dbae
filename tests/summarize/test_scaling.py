"""Twice the input is at most twice the work, for every kind of input that once took more.

Work is counted: the lines of Python that are executed. What goes on inside compiled code (patterns, XML, joining) is
seen by its time alone; there the input grows so much that what squares stands out whatever else the machine does.
"""

import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial

import pytest

from functions.common.errors import RequestRefused
from functions.summarize.docx import read
from functions.summarize.pipeline import Pipeline
from functions.summarize.sentences import Options
from tests.builders.costly import PARSING, READING, nested_anchors, nested_diagram, nested_shapes
from tests.builders.work import steps

MOST = 2.2
"""Times the steps for twice the input: room for what is looked up in a sorted list."""
TIMES, LONGEST = 8, 24
"""Eight times the input may take three times what is its due before it counts; squared it would take 64 times."""
ATTEMPTS = 4
PIPELINE = Pipeline()

Work = Callable[[], None]
Make = Callable[[int], Work]


@pytest.mark.parametrize("kind", READING)
def test_reading_twice_as_much_takes_twice_the_work(kind: str) -> None:
    make = making(read, *READING[kind])

    assert growth(make) <= MOST
    assert slowing(make) < LONGEST


@pytest.mark.parametrize("make", [nested_diagram, nested_anchors, nested_shapes])
def test_what_is_nested_deeper_takes_no_more_work(make: Callable[[int, int], bytes]) -> None:
    """Nothing is looked at once for each of the things around it, which would be as many times as `deep`."""
    shallow, deep = (steps(partial(_do, read, make(2000, deep))) for deep in (5, 80))

    assert deep < 2 * shallow


@pytest.mark.parametrize("kind", PARSING)
@pytest.mark.parametrize("blind", [False, True], ids=["shown", "blind"])
def test_a_summary_of_twice_as_much_takes_twice_the_work(kind: str, *, blind: bool) -> None:
    options = Options(date(2026, 1, 1), blind=blind, target="Python, Java, Kubernetes")
    make = making(lambda data: PIPELINE.summarise(data, options), *PARSING[kind])

    assert growth(make) <= MOST
    if blind:  # which does all that is done for the other, and more
        assert slowing(make) < LONGEST


def making(work: Callable[[bytes], object], build: Callable[[int], bytes], size: int) -> Make:
    """The work on so many times the size."""
    return lambda times: partial(_do, work, build(times * size))


def _do(work: Callable[[bytes], object], data: bytes) -> None:
    with suppress(RequestRefused):  # that nothing is found in it is a result, too
        work(data)


def growth(make: Make) -> float:
    """How many times the steps are taken for twice the input; what is done only once for all is done before."""
    small, large = make(1), make(2)
    small()
    large()
    return steps(large) / steps(small)


def slowing(make: Make) -> float:
    """How many times longer the work on `TIMES` the input takes; a measurement that is disturbed is taken again."""
    small, large = make(1), make(TIMES)
    ratio = float("inf")
    for _ in range(ATTEMPTS):
        ratio = min(ratio, seconds(large) / seconds(small))
        if ratio < LONGEST:
            break
    return ratio


def seconds(work: Work) -> float:
    """The processor time of this thread."""
    began = time.thread_time()
    work()
    return time.thread_time() - began
