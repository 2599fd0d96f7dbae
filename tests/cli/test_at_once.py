import threading
import time

import pytest

from functions.summarize.commandline.at_once import at_once
from tests.builders.waiting import PATIENCE


def test_results_come_in_the_order_of_the_items_however_long_each_takes() -> None:
    def nap(seconds: float) -> float:
        time.sleep(seconds)
        return seconds

    assert list(at_once(nap, [0.05, 0.0, 0.02], 3)) == [0.05, 0.0, 0.02]


@pytest.mark.parametrize("jobs", [1, 2, 4])
def test_so_many_are_worked_on_at_the_same_time_and_no_more(jobs: int) -> None:
    lock, now, most = threading.Lock(), 0, 0
    together = threading.Barrier(jobs)

    def work(_: int) -> None:
        nonlocal now, most
        with lock:
            now += 1
            most = max(most, now)
        together.wait(PATIENCE)
        with lock:
            now -= 1

    list(at_once(work, range(3 * jobs), jobs))
    assert most == jobs


def test_a_failure_is_raised_where_its_result_would_be() -> None:
    results = at_once(lambda number: 1 // number, [1, 0, 1], 2)

    assert next(results) == 1
    with pytest.raises(ZeroDivisionError):
        next(results)
