"""What is forgotten between tasks."""

import sys
from collections.abc import Iterator
from functools import cache, lru_cache
from types import ModuleType

import pytest

from functions.common.processes.memory import Caches


@lru_cache(maxsize=4)
def bounded(word: str) -> str:
    return word


@cache
def unbounded(word: str) -> str:
    return word


@pytest.fixture
def later() -> Iterator[ModuleType]:
    """A module that is not imported yet."""
    module = ModuleType("tests.later")
    vars(module)["cached"] = lru_cache(maxsize=4)(str)
    yield module
    del sys.modules[module.__name__]


def test_bounded_caches_are_emptied_and_tables_of_our_own_stay(later: ModuleType) -> None:
    caches = Caches("tests")
    caches.clear()
    sys.modules[later.__name__] = later
    for remember in (bounded, unbounded, later.cached):
        remember("Jane")
    caches.clear()
    assert [each.cache_info().currsize for each in (bounded, unbounded, later.cached)] == [0, 1, 0]
