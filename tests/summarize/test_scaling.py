"""Twice the input is at most twice the work, for every kind of input that once took more.

Work is the processor time of one thread, so that what else the machine does matters little; a measurement that is
disturbed anyway is taken again.
"""

import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date

import pytest

from functions.common.errors import RequestRefused
from functions.summarize.docx import read
from functions.summarize.pipeline import Pipeline
from functions.summarize.sentences import Options
from tests.builders.costly import PARSING, READING

TIMES = 4
MOST = 7.5
"""Four times the input in four times the time, and room for what grows a little faster; squared it would be 16."""
ATTEMPTS = 4
PIPELINE = Pipeline()


@pytest.mark.parametrize("kind", READING)
def test_reading_takes_time_in_proportion_to_the_input(kind: str) -> None:
    assert growth(*READING[kind], read) < MOST


@pytest.mark.parametrize("kind", PARSING)
@pytest.mark.parametrize("blind", [False, True], ids=["shown", "blind"])
def test_a_summary_takes_time_in_proportion_to_the_input(kind: str, *, blind: bool) -> None:
    options = Options(date(2026, 1, 1), blind=blind, target="Python, Java, Kubernetes")

    assert growth(*PARSING[kind], lambda data: PIPELINE.summarise(data, options)) < MOST


def growth(make: Callable[[int], bytes], size: int, work: Callable[[bytes], object]) -> float:
    """How many times longer the work on an input of four times the size takes."""
    small, large = make(size), make(TIMES * size)
    seconds(small, work)  # whatever is done only once is done now
    ratio = MOST
    for _ in range(ATTEMPTS):
        ratio = min(ratio, seconds(large, work) / seconds(small, work))
        if ratio < MOST:
            break
    return ratio


def seconds(data: bytes, work: Callable[[bytes], object]) -> float:
    began = time.thread_time()
    with suppress(RequestRefused):  # that nothing is found in it is a result, too
        work(data)
    return time.thread_time() - began
