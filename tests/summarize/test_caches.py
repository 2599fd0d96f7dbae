"""What a document says outlives its answer in no cache."""

import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import pytest

from functions.common.errors import UnusableDocument
from functions.common.processes.fork_server import ForkServer
from functions.common.processes.memory import CACHES
from functions.common.processes.pool import Pool
from functions.common.processes.worker import Allowance
from functions.summarize import samples
from functions.summarize.pipeline import Pipeline
from functions.summarize.sentences import FIRST_MODEL, Options
from functions.summarize.verify.light import _known
from functions.summarize.verify.tokens import free_words
from functions.summarize.worker_processes import PRELOAD, Call, MakePipeline
from tests.builders.costly import PARSING

MEBIBYTE = 2**20
_CACHE = type(cache(len))


def sizes(*, bounded: bool) -> dict[str, int]:
    """How much is in each of our caches that has a bound, or that has none."""
    return {
        f"{name}.{value.__qualname__}": value.cache_info().currsize
        for name, module in tuple(sys.modules.items())
        if name.startswith("functions.")
        for value in vars(module).values()
        if isinstance(value, _CACHE) and (value.cache_parameters()["maxsize"] is not None) is bounded
    }


@dataclass(frozen=True)
class Count:
    """A task: how much is in the bounded caches of the worker."""

    def prepare(self, subject: Any) -> None:
        pass

    def run(self, _: Any) -> int:
        return sum(sizes(bounded=True).values())


@pytest.fixture
def pool() -> Iterator[Pool]:
    allowance = Allowance(processor_seconds=10, memory=144 * MEBIBYTE, kept=64 * MEBIBYTE)
    make = MakePipeline(None, "ctranslate2", FIRST_MODEL)
    pool = Pool(ForkServer(PRELOAD), make, size=1, allowance=allowance, seconds=60)
    pool.start()
    yield pool
    pool.close()


def test_a_worker_keeps_no_word_of_a_resume_that_it_has_answered(pool: Pool) -> None:
    assert pool.run(Count()) == 0
    resume = samples.path("charge-nurse").read_bytes()
    assert pool.run(Call("summarise", (resume, Options(date(2026, 1, 31))), "t5")).text
    assert pool.run(Count()) == 0


def test_what_is_kept_without_a_bound_does_not_grow_with_the_documents() -> None:
    pipeline = Pipeline()

    def kept(factor: int) -> dict[str, int]:
        for make, size in PARSING.values():
            with suppress(UnusableDocument):
                pipeline.summarise(make(factor * size), Options(date(2026, 1, 31)))
        return sizes(bounded=False)

    assert kept(1) == kept(2)


def test_a_job_description_is_kept_in_no_cache_without_a_bound() -> None:
    pipeline, resume = Pipeline(), samples.path("charge-nurse").read_bytes()

    def kept(target: str) -> dict[str, int]:
        pipeline.summarise(resume, Options(date(2026, 1, 31), target=target))
        return sizes(bounded=False)

    assert kept("Charge nurse for a cardiac ward, with ACLS") == kept("Ward manager who plans rosters")


def test_tables_of_our_own_outlive_a_task() -> None:
    known = free_words(), _known()

    CACHES.clear()

    assert free_words() is known[0]
    assert _known() is known[1]
