"""What a worker keeps between two tasks: nothing of a document, and little more memory than it began with.

A bounded cache (`functools.lru_cache`) of ours holds what documents say, and is emptied; an unbounded one holds our own
tables, and stays. What is freed lies between what is not, so that the allocators keep it: glibc is asked to give its
whole pages back, and a worker that still holds too much (`Footprint.outgrown`) is one to be replaced.
"""

import ctypes
import gc
import resource
import sys
from functools import cache
from pathlib import Path
from typing import Protocol, TypeGuard

_STATM = Path("/proc/self/statm")
_SIZE, _RESIDENT, _SHARED = range(3)
"""Its first fields, in pages (proc(5))."""
_CACHE = type(cache(len))


class Clearable(Protocol):
    """A bounded cache."""

    def cache_clear(self) -> None:
        """Forget everything."""


def address_space() -> int:
    """Bytes that this process has mapped."""
    return _pages(_SIZE)


def private_memory() -> int:
    """Bytes in memory that are of no file: what the allocators hold, and what was there when it was forked."""
    return _pages(_RESIDENT) - _pages(_SHARED)


def _pages(field: int) -> int:
    return int(_STATM.read_text(encoding="ascii").split()[field]) * resource.getpagesize()


class Caches:
    """The bounded caches of every module of a package that has been imported, those that are imported later too.

    Made and emptied once before a process is forked, so that its children need not touch what they share with it.
    """

    def __init__(self, package: str) -> None:
        """Of `package` and all below it."""
        self._package = package
        self._searched: set[str] = set()
        self._found: list[Clearable] = []

    def clear(self) -> None:
        """Forget everything."""
        if len(self._searched) != len(sys.modules):
            self._search()
        for each in self._found:
            each.cache_clear()

    def _search(self) -> None:
        new = sys.modules.keys() - self._searched
        self._searched |= new
        for name in new:
            if name.partition(".")[0] == self._package:
                self._found += filter(_is_bounded_cache, vars(sys.modules[name]).values())


def _is_bounded_cache(value: object) -> TypeGuard[Clearable]:
    return isinstance(value, _CACHE) and value.cache_parameters()["maxsize"] is not None


CACHES = Caches("functions")


class Footprint:
    """The memory of a worker beside what it began with."""

    def __init__(self, most: int) -> None:
        """`most` is how many bytes a worker may hold more than now and still be kept."""
        self._most = most
        self._usual = private_memory()

    def add(self, size: int) -> None:
        """Count so many bytes to what it has for good: a model, say."""
        self._usual += max(0, size)

    def outgrown(self) -> bool:
        """Forget what the last task said, give back what it used, and say whether too much is held all the same."""
        CACHES.clear()
        if self._grown() > self._most // 2:  # it costs a millisecond or two
            give_back()
        if self._grown() > self._most:
            gc.collect()
            give_back()
        return self._grown() > self._most

    def _grown(self) -> int:
        return private_memory() - self._usual


def give_back() -> None:
    """Let glibc return the pages that nothing lies on; other C libraries do without being asked, or not at all."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
