"""Workers that stand still for as long as a test needs them to."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from benchmarks.processes import family


@contextmanager
def paused_workers(service: int) -> Iterator[None]:
    """Until the end of the block whatever this process is asked to work on is taken in and waits."""
    _, _fork_server, *workers = family(service)
    assert workers
    for each in workers:
        os.kill(each, signal.SIGSTOP)
    try:
        yield
    finally:
        for each in workers:
            with suppress(ProcessLookupError):
                os.kill(each, signal.SIGCONT)
