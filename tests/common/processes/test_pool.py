"""A pool of real processes: what one request does to its worker, no other request feels."""

import logging
import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp

import pytest

from functions.common.errors import (
    DeadlineExceeded,
    ModelUnavailable,
    NotADocx,
    ResumeSummaryError,
    TooMuchWork,
    UnusableDocument,
    WorkerLost,
)
from functions.common.processes.fork_server import ForkServer
from functions.common.processes.pool import Pool
from functions.common.processes.worker import Allowance
from tests.builders.waiting import PATIENCE, until
from tests.common.processes.subjects import Do, Make, Place

PRELOAD = "tests.common.processes.subjects:preload"
MEBIBYTE = 1024 * 1024
KEPT = 16 * MEBIBYTE
PROCESSOR_SECONDS = 1


def make_pool(size: int = 2, seconds: float = PATIENCE, *, make: Make | None = None) -> Pool:
    return Pool(
        ForkServer(PRELOAD),
        make or Make(),
        size=size,
        allowance=Allowance(processor_seconds=PROCESSOR_SECONDS, memory=100 * MEBIBYTE, kept=KEPT),
        seconds=seconds,
    )


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    pool = make_pool()
    pool.start()
    yield pool
    pool.close()


def test_work_is_done_in_other_processes_and_what_it_raises_on_purpose_comes_back(pool: Pool) -> None:
    replaced = pool.replaced
    assert pool.run(Do("pid")) != os.getpid()
    assert pool.run(Do("large", 5_000_000)) == bytes(5_000_000)
    with pytest.raises(NotADocx, match=r"^The file is a PDF\.$"):
        pool.run(Do("refuse"))
    assert pool.replaced == replaced


def at_once(pool: Pool, number: int, folder: Path) -> set[int]:
    """The processes that so many tasks ran in, each of which waited for the others."""
    place = Place(Path(mkdtemp(dir=folder)), number)
    with ThreadPoolExecutor(number) as threads:
        return set(threads.map(pool.run, [Do("meet", place)] * number))


def test_each_worker_works_at_the_same_time(pool: Pool, tmp_path: Path) -> None:
    assert len(at_once(pool, 2, tmp_path)) == 2


@pytest.mark.parametrize(
    ("task", "error", "told"),
    [
        ("spin", TooMuchWork, "processor time"),
        ("spin_inside_a_library", TooMuchWork, "processor time"),
        ("hoard", TooMuchWork, "memory"),
        ("crash", TooMuchWork, "cannot be worked on"),
        ("end", WorkerLost, "was stopped"),  # twice
        ("fail", ResumeSummaryError, "has been logged"),
    ],
)
def test_what_costs_too_much_or_breaks_ends_its_worker_alone(
    pool: Pool, task: str, error: type[Exception], told: str, tmp_path: Path
) -> None:
    place = Place(tmp_path / "other", 2)
    place.folder.mkdir()
    with ThreadPoolExecutor(1) as threads:
        other = threads.submit(pool.run, Do("meet", place))
        until(lambda: len(list(place.folder.iterdir())) == 1)
        with pytest.raises(error, match=told):
            pool.run(Do(task))
        (place.folder / "over").touch()
        assert other.result()
    assert len(at_once(pool, 2, tmp_path)) == 2


def test_a_worker_that_stands_still_uses_up_no_processor_time(pool: Pool) -> None:
    replaced = pool.replaced
    assert pool.run(Do("rest", 1.3 * PROCESSOR_SECONDS))
    assert pool.replaced == replaced


def test_a_worker_past_its_deadline_is_killed_and_its_caller_told_at_once(pool: Pool, tmp_path: Path) -> None:
    began = time.monotonic()
    with pytest.raises(DeadlineExceeded):
        pool.run(Do("never", tmp_path), began + 0.2)
    assert time.monotonic() - began < PATIENCE
    assert pool.run(Do("pid"))


def test_nobody_waits_for_a_worker_longer_than_the_deadline(pool: Pool, tmp_path: Path) -> None:
    place = Place(tmp_path, 3)
    with ThreadPoolExecutor(2) as threads:
        busy = [threads.submit(pool.run, Do("meet", place)) for _ in range(2)]
        until(lambda: len(list(tmp_path.iterdir())) == 2)
        with pytest.raises(DeadlineExceeded):
            pool.run(Do("pid"), time.monotonic() + 0.1)
        (tmp_path / "over").touch()
        assert all(each.result() for each in busy)


def test_workers_killed_while_they_were_idle_are_replaced_before_the_next_task_is_lost(
    pool: Pool, tmp_path: Path
) -> None:
    killed = at_once(pool, 2, tmp_path)
    for pid in killed:
        os.kill(pid, signal.SIGKILL)
    until(lambda: all(_is_dead(pid) for pid in killed))
    assert killed.isdisjoint(at_once(pool, 2, tmp_path))


def _is_dead(pid: int) -> bool:
    """Whether it has ended. It is a zombie until the fork server asks how."""
    return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] == "Z"


def test_a_worker_that_keeps_too_much_answers_and_is_replaced() -> None:
    pool = make_pool(1)
    pool.start()
    first = pool.run(Do("keep", KEPT // 2))
    assert pool.run(Do("keep", KEPT)) == first
    second = pool.run(Do("pid"))
    pool.close()
    assert second != first
    assert not Path(f"/proc/{first}").exists()


@pytest.mark.parametrize("task", ["borrow", "refuse_what_is_in_hand"])
def test_a_worker_that_gives_back_what_a_task_needed_goes_on(task: str) -> None:
    pool = make_pool(1)
    pool.start()
    first = pool.run(Do("pid"))
    with suppress(NotADocx):
        pool.run(Do(task, 2 * KEPT))
    assert pool.run(Do("pid")) == first
    pool.close()


def test_a_fault_is_logged_as_type_and_lines_without_its_message(
    pool: Pool, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR), pytest.raises(ResumeSummaryError):
        pool.run(Do("fail"))
    record = next(each for each in caplog.records if each.message == "a worker failed")
    fields = vars(record)["fields"]
    assert fields["exception"] == "KeyError"
    assert fields["traceback"][-1].endswith(" fail")
    assert "Jane" not in str(fields)


def test_what_a_worker_cannot_load_fails_the_start() -> None:
    pool = make_pool(make=Make(broken=True))
    with pytest.raises(ModelUnavailable, match=r"^model\.bin"):
        pool.start()
    pool.close()


def test_closing_kills_whatever_still_works(tmp_path: Path) -> None:
    pool = make_pool(1)
    pool.start()
    worker = pool.run(Do("pid"))
    with ThreadPoolExecutor(1) as threads:
        working = threads.submit(pool.run, Do("never", tmp_path))
        until(lambda: any(tmp_path.iterdir()))
        began = time.monotonic()
        pool.close()
        with pytest.raises(ResumeSummaryError):
            working.result()
    assert time.monotonic() - began < PATIENCE
    assert not Path(f"/proc/{worker}").exists()


def test_a_lost_fork_server_is_started_again() -> None:
    server = ForkServer(PRELOAD)
    pool = Pool(
        server, Make(), size=1, allowance=Allowance(PROCESSOR_SECONDS, 100 * MEBIBYTE, KEPT), seconds=PATIENCE
    )
    pool.start()
    first = pool.run(Do("pid"))
    assert server._process is not None
    server._process.kill()
    server._process.wait()
    os.kill(first, signal.SIGKILL)
    assert pool.run(Do("pid")) != first
    pool.close()


def test_the_fork_server_of_the_service_has_one_thread_whatever_it_has_imported() -> None:
    server = ForkServer("functions.summarize.worker_processes:preload")
    pool = Pool(
        server, Make(), size=1, allowance=Allowance(PROCESSOR_SECONDS, 100 * MEBIBYTE, KEPT), seconds=PATIENCE
    )
    pool.start()
    assert server._process is not None
    assert len(list(Path(f"/proc/{server._process.pid}/task").iterdir())) == 1
    pool.close()


def test_an_error_keeps_its_code_from_process_to_process() -> None:
    import pickle

    error = pickle.loads(pickle.dumps(UnusableDocument("zip-bomb", "The package unpacks to too much.")))
    assert (error.code, str(error)) == ("zip-bomb", "The package unpacks to too much.")


def test_one_worker_answers_while_the_others_are_still_to_come(tmp_path: Path) -> None:
    pool = make_pool(size=3)
    pool.start(1)
    alone = {pool.run(Do("pid")) for _ in range(3)}
    pool.fill(Do("pid"))
    everyone = at_once(pool, 3, tmp_path)
    pool.close()

    assert len(alone) == 1
    assert len(everyone) == 3
