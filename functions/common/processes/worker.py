"""The worker's end: one task after the other, each under a budget, until the parent is gone or it has grown too large.

What a task raises on purpose (a `ResumeSummaryError`) is its answer. Whatever else goes wrong ends the process, and
the pool starts another: a worker that has run out of memory, or met a fault of ours, is not trusted to go on.
"""

import os
import resource
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any, NoReturn, Protocol

from functions.common.errors import ResumeSummaryError
from functions.common.processes.memory import Footprint, address_space, private_memory

OUT_OF_MEMORY = 75
"""The exit code of a worker whose task wanted more address space than it may have."""
FAILED = 70
"""The exit code of a worker that met a fault of ours."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """What one task may use: seconds of processor time, and bytes of address space more than the process has.

    `kept` is how many bytes more than at its start a worker may hold after a task, and still do the next.
    """

    processor_seconds: float
    memory: int
    kept: int


class Task(Protocol):
    """One piece of work; it is pickled on its way to the worker, as is its result on the way back."""

    def prepare(self, subject: Any) -> None:
        """What must be there before, and is not counted: loading a model, say."""

    def run(self, subject: Any) -> Any:
        """The result."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a task: a value, or the error that it raised on purpose, or a fault of ours.

    Of a fault only its type and the lines of code that it passed through are told: its message may quote a resume.
    `last` is the worker's word that it does no other task.
    """

    value: Any = None
    error: ResumeSummaryError | None = None
    fault: tuple[str, ...] = ()
    last: bool = False


def serve_tasks(descriptor: int) -> NoReturn:
    """Make the subject, tell how that went, do tasks; never returns."""
    connection = Connection(descriptor)
    # Whatever else goes wrong ends the process here; some libraries call the hook where they can raise nothing.
    sys.excepthook = partial(_end, connection)
    try:
        _serve(connection)
    except (EOFError, ConnectionError):  # the parent is gone
        os._exit(0)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


def _serve(connection: Connection) -> NoReturn:
    start: tuple[Callable[[], Any], Allowance] = connection.recv()
    make, allowance = start
    made = _outcome(make)
    connection.send(Outcome(error=made.error))
    footprint = Footprint(allowance.kept)
    while _goes_on(connection, partial(_prepared, allowance, footprint, made.value), footprint):
        pass
    os._exit(0)


def _goes_on(connection: Connection, work: Callable[[Task], Any], footprint: Footprint) -> bool:
    """Do one task, keep nothing of it, and say whether the worker is good for another."""
    outcome = _outcome(partial(work, connection.recv()))
    last = footprint.outgrown()
    connection.send(replace(outcome, last=last))
    return not last


def _outcome(work: Callable[[], Any]) -> Outcome:
    try:
        return Outcome(value=work())
    except ResumeSummaryError as error:
        error.__cause__ = error.__context__ = None  # their frames hold the document
        return Outcome(error=error.with_traceback(None))


def _prepared(allowance: Allowance, footprint: Footprint, subject: Any, task: Task) -> Any:
    before = private_memory()
    task.prepare(subject)
    footprint.add(private_memory() - before)
    return _within(allowance, task, subject)


def _within(allowance: Allowance, task: Task, subject: Any) -> Any:
    unlimited = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (address_space() + allowance.memory, unlimited[1]))
    # SIGPROF comes when the process has used so much processor time, also within a library, and ends it.
    signal.setitimer(signal.ITIMER_PROF, allowance.processor_seconds)
    try:
        return task.run(subject)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        resource.setrlimit(resource.RLIMIT_AS, unlimited)


def _described(error: BaseException) -> tuple[str, ...]:
    frames = traceback.extract_tb(error.__traceback__)
    return (type(error).__qualname__, *(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames))


def _end(
    connection: Connection, kind: type[BaseException], error: BaseException, _trace: TracebackType | None
) -> NoReturn:
    if issubclass(kind, MemoryError):
        os._exit(OUT_OF_MEMORY)
    with suppress(OSError):  # the parent may be gone; otherwise it logs what it is told
        connection.send(Outcome(fault=_described(error)))
    os._exit(FAILED)
