"""What the workers of these tests do."""

import ctypes
import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from functions.common.errors import ModelUnavailable, NotADocx
from tests.builders.waiting import PATIENCE


@dataclass(frozen=True)
class Subject:
    """What a worker keeps between tasks."""

    name: str = "subject"


@dataclass(frozen=True)
class Make:
    """Makes the subject, or fails to."""

    broken: bool = False

    def __call__(self) -> Subject:
        if self.broken:
            raise ModelUnavailable("model.bin is not what its card says.")
        return Subject()


@dataclass(frozen=True)
class Place:
    """A folder where tasks in several workers wait for one another."""

    folder: Path
    awaited: int


@dataclass(frozen=True)
class Do:
    """A task: one of the functions below, by name."""

    what: str
    argument: Any = None

    def prepare(self, subject: Subject) -> None:
        assert subject.name == "subject"

    def run(self, subject: Subject) -> Any:
        return globals()[self.what](self.argument)


def preload() -> None:
    pass


def pid(_: Any) -> int:
    return os.getpid()


def meet(place: Place) -> int:
    """Wait until as many tasks as are awaited there work at the same time."""
    (place.folder / str(os.getpid())).touch()
    while len(list(place.folder.iterdir())) < place.awaited:
        time.sleep(0.01)
    return os.getpid()


def never(folder: Path) -> None:
    """Say that it has begun, and come to no end."""
    (folder / str(os.getpid())).touch()
    time.sleep(10 * PATIENCE)


def rest(seconds: float) -> int:
    """Stand still, as a paused container does."""
    time.sleep(seconds)
    return os.getpid()


def refuse(_: Any) -> None:
    raise NotADocx("The file is a PDF.")


def spin(_: Any) -> None:
    while True:
        pass


def spin_inside_a_library(_: Any) -> None:
    sum(range(10**12))


def hoard(_: Any) -> None:
    kept = []
    while True:
        kept.append(bytearray(10_000_000))


def crash(_: Any) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def end(_: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fail(_: Any) -> None:
    raise KeyError("Jane Doe, 12 Elm Street")


def large(size: int) -> bytes:
    return bytes(size)


_KEPT: list[object] = []


def keep(size: int) -> int:
    _KEPT.append(b"x" * size)
    return os.getpid()


def borrow(size: int) -> int:
    """Many small blocks under one that stays: the C library keeps their pages when they are free."""
    pieces = [ctypes.create_string_buffer(b"x" * 1000, 2000) for _ in range(size // 2000)]
    _KEPT.append(pieces.pop())
    return os.getpid()


def refuse_what_is_in_hand(size: int) -> None:
    document = b"x" * size
    try:
        document.decode("utf-16").index("y")
    except ValueError as error:
        raise NotADocx("It holds no y.") from error
