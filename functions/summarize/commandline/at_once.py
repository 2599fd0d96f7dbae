"""Several pieces of work at once, their results in order."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

S = TypeVar("S")
T = TypeVar("T")


def at_once(work: Callable[[S], T], items: Iterable[S], jobs: int) -> Iterator[T]:
    """`work` on each item, `jobs` at a time; the results come in the order of the items, each as soon as it may.

    Only a few items are taken ahead of the one whose result is waited for, however many there are.
    """
    with ThreadPoolExecutor(jobs, thread_name_prefix="job") as pool:
        waiting: deque[Future[T]] = deque()
        try:
            for item in items:
                waiting.append(pool.submit(work, item))
                if len(waiting) > 2 * jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
