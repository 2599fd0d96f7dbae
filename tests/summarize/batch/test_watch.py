"""A batch goes on whatever became of its events and of the processes that knew of them."""

import json
import shutil
from pathlib import Path

import pytest

from functions.common.events.types import BATCH_COMPLETED, DOCUMENT_REQUESTED
from functions.summarize.batch.folder import Folder, Storage
from functions.summarize.batch.handlers import Batches, make_batches
from functions.summarize.batch.outbox import Task, at_once
from functions.summarize.batch.register import MemoryRegister, Register, StoredRegister
from functions.summarize.batch.request import BatchRequest
from functions.summarize.batch.watch import Watch
from functions.summarize.settings import SummarizeSettings
from tests.builders.batches import TODAY, Bus, batch_requested, fill, is_complete, results_of, summarise


class Process:
    """A process with batches and its watch. `fatal` dies between answering an event and publishing what follows."""

    def __init__(self, bus: Bus, register: Register, *, fatal: bool = False) -> None:
        self.lost: list[Task] = []
        later = self.lost.append if fatal else at_once
        self.batches: Batches = make_batches(
            SummarizeSettings(batch_window=3),
            summarise,
            bus.deliver,
            source="/services/summarize",
            today=lambda: TODAY,
            later=later,
            register=register,
        )
        self.watch = Watch(self.batches.storage, register, self.batches.coordinator, later, 60)


@pytest.fixture
def request_(tmp_path: Path) -> BatchRequest:
    return BatchRequest(fill(tmp_path / "in", 7, bad=(3,)), f"file://{tmp_path}/out")


@pytest.fixture
def bus() -> Bus:
    return Bus()


@pytest.fixture
def register(tmp_path: Path) -> StoredRegister:
    return StoredRegister(Storage(), f"file://{tmp_path}/open-batches")


def asked(bus: Bus) -> list[int]:
    return [event.data["index"] for event in bus.of(DOCUMENT_REQUESTED)]


def test_a_process_that_dies_before_it_publishes_is_followed_by_one_that_does(
    bus: Bus, request_: BatchRequest, register: StoredRegister
) -> None:
    dying = Process(bus, register, fatal=True)
    dying.batches.requested(batch_requested(request_))
    assert len(dying.lost) == 3
    assert bus.taken == []

    next_ = Process(bus, register)
    next_.watch.check()
    assert asked(bus) == []  # whoever has begun a moment ago may still be at it
    next_.watch.check()
    assert asked(bus) == [0, 1, 2]
    bus.run(next_.batches)

    assert is_complete(request_)
    assert list(register.folders()) == []


def test_every_step_may_be_the_last_of_its_process(
    bus: Bus, request_: BatchRequest, register: StoredRegister
) -> None:
    """Every second event is handled by a process that dies between answering and publishing."""
    Process(bus, register, fatal=True).batches.requested(batch_requested(request_))
    for _ in range(100):
        if is_complete(request_) and not list(register.folders()):
            break
        if bus.waiting:
            bus.hand_over(Process(bus, register, fatal=len(bus.taken) % 2 == 0).batches)
        else:
            living = Process(bus, register)
            living.watch.check()
            living.watch.check()

    assert json.loads(results_of(request_)["completed.json"]) == {"documents": 7, "completed": 6, "failed": 1}
    assert len({event.id for event in bus.of(BATCH_COMPLETED)}) == 1


def test_a_chain_that_moves_is_left_alone(bus: Bus, request_: BatchRequest, register: StoredRegister) -> None:
    process = Process(bus, register)
    process.batches.requested(batch_requested(request_))
    while bus.waiting:
        process.watch.check()
        for _ in range(6):  # every chain by one document: its request and its result
            if bus.waiting:
                bus.hand_over(process.batches)

    assert sorted(asked(bus)) == list(range(7))


def test_what_nobody_can_work_is_taken_up_ever_more_seldom(
    bus: Bus, request_: BatchRequest, register: StoredRegister
) -> None:
    process = Process(bus, register)
    process.batches.requested(batch_requested(request_))
    releases = []
    for _ in range(17):
        bus.waiting.clear()
        process.watch.check()
        releases.append(len(bus.waiting) // 3)

    assert [look for look, released in enumerate(releases) if released] == [1, 2, 4, 8, 16]


def test_a_completion_that_was_not_told_is_told_by_the_next_process(
    bus: Bus, request_: BatchRequest, register: StoredRegister
) -> None:
    process = Process(bus, register)
    process.batches.requested(batch_requested(request_))
    while len(asked(bus)) < 7 or any(event.type == DOCUMENT_REQUESTED for event in bus.waiting):
        bus.hand_over(process.batches)
    bus.waiting.clear()  # nobody hears that the last ones are done
    assert not is_complete(request_)

    next_ = Process(bus, register)
    next_.watch.check()
    next_.watch.check()

    assert is_complete(request_)
    assert len(bus.of(BATCH_COMPLETED)) == 1
    assert list(register.folders()) == []


def test_a_batch_that_was_deleted_is_forgotten(
    bus: Bus, request_: BatchRequest, register: StoredRegister
) -> None:
    Process(bus, register).batches.requested(batch_requested(request_))
    shutil.rmtree(Path(request_.output.removeprefix("file://")) / request_.batch)
    Process(bus, register).watch.check()

    assert list(register.folders()) == []


def test_without_a_place_for_it_the_register_is_the_processs_own(bus: Bus, request_: BatchRequest) -> None:
    register = MemoryRegister()
    process = Process(bus, register)
    process.batches.requested(batch_requested(request_))
    bus.waiting.clear()
    process.watch.check()
    process.watch.check()
    taken_up = asked(bus)
    bus.run(process.batches)

    assert taken_up == [0, 1, 2, 0, 1, 2]
    assert is_complete(request_)
    assert register.folders() == ()


def test_the_register_holds_no_name_of_a_document(
    bus: Bus, request_: BatchRequest, register: StoredRegister, tmp_path: Path
) -> None:
    Process(bus, register).batches.requested(batch_requested(request_))
    (noted,) = (tmp_path / "open-batches").glob("*.json")

    assert json.loads(noted.read_bytes()) == {"output": request_.output, "batch": request_.batch}
    assert [folder.url for folder in register.folders()] == [f"{request_.output}/{request_.batch}"]
    assert isinstance(next(iter(register.folders())), Folder)
