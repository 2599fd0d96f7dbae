import resource
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from functions.common.errors import InvalidSetting, SpoolFull
from functions.tracker.spool import KEPT, Spool
from tests.builders.event_data import completed

MINUTE = 60.0
LINE = 700
"""About the bytes of one event."""


class Clock:
    """Stands at 12:00:30 of a day until it is moved."""

    def __init__(self) -> None:
        self.now = 1_763_899_230.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


Open = Callable[..., Spool]


@pytest.fixture
def open_spool(tmp_path: Path, clock: Clock) -> Iterator[Open]:
    """The spool of a folder; opening it again is what a process does that follows one that was killed."""
    spools: list[Spool] = []

    def close() -> None:
        while spools:
            spools.pop().close()

    def open_(limit: int = 1_000_000) -> Spool:
        close()
        spools.append(Spool(tmp_path / "spool", limit, MINUTE, clock))
        return spools[0]

    yield open_
    close()


def ids(spool: Spool, **which: bool) -> list[list[str]]:
    return [[event.id for event in spool.events(name)] for name in spool.waiting(**which)]


def test_an_event_waits_until_its_minute_is_over(open_spool: Open, clock: Clock) -> None:
    spool = open_spool()
    spool.append(completed("1"))
    clock.now += 29
    spool.append(completed("2"))
    before = ids(spool)
    clock.now += 1
    spool.append(completed("3"))

    assert (before, ids(spool)) == ([], [["1", "2"]])


def test_events_come_back_as_they_were(open_spool: Open) -> None:
    spool, event = open_spool(), completed("1")
    spool.append(event)
    (name,) = spool.waiting(current=True)

    assert spool.events(name) == [event]
    assert spool.began(name) == 1_763_899_230.0


def test_what_was_acknowledged_survives_the_process(open_spool: Open) -> None:
    open_spool().append(completed("1"))
    again = open_spool()

    assert ids(again, current=True) == [["1"]]


def test_an_event_is_kept_once_however_often_it_comes(open_spool: Open, clock: Clock) -> None:
    spool = open_spool()
    first = [spool.append(completed("1")), spool.append(completed("1"))]
    clock.now += MINUTE
    reopened = open_spool()
    waiting = reopened.append(completed("1"))
    reopened.reported(*reopened.waiting())
    reported = open_spool().append(completed("1"))

    assert (first, waiting, reported) == ([True, False], False, False)


def test_a_last_line_that_was_cut_off_is_forgotten(open_spool: Open, tmp_path: Path) -> None:
    open_spool().append(completed("1"))
    (segment,) = (tmp_path / "spool").glob("*.events")
    with segment.open("ab") as file:
        file.write(segment.read_bytes()[:100])
    again = open_spool()
    kept = again.append(completed("2"))

    assert (kept, ids(again, current=True)) == (True, [["1", "2"]])


def test_a_line_that_is_damaged_costs_only_itself(open_spool: Open, tmp_path: Path) -> None:
    open_spool().append(completed("1"))
    (segment,) = (tmp_path / "spool").glob("*.events")
    segment.write_bytes(b"\x00\xff\n" + segment.read_bytes())

    assert ids(open_spool(), current=True) == [["1"]]


def test_a_segment_that_is_being_reported_is_not_filled_further(open_spool: Open) -> None:
    spool = open_spool()
    spool.append(completed("1"))
    (name,) = spool.waiting(current=True)
    spool.append(completed("2"))
    spool.reported(name)

    assert ids(spool, current=True) == [["2"]]


def test_a_full_spool_takes_nothing_more(open_spool: Open, tmp_path: Path) -> None:
    spool = open_spool(limit=3 * LINE)
    with pytest.raises(SpoolFull):
        all(spool.append(completed(str(number))) for number in range(10))

    assert sum(file.stat().st_size for file in (tmp_path / "spool").iterdir()) <= 3 * LINE
    assert spool.size >= LINE


def test_reported_events_make_room_for_new_ones(open_spool: Open, clock: Clock) -> None:
    spool = open_spool(limit=3 * LINE)
    for number in range(20):
        spool.append(completed(str(number)))
        clock.now += MINUTE
        spool.reported(*spool.waiting())

    assert spool.size == 0


def test_reported_events_are_remembered_for_a_while(open_spool: Open, clock: Clock) -> None:
    spool = open_spool()
    spool.append(completed("1"))
    clock.now += MINUTE
    spool.reported(*spool.waiting())
    clock.now += KEPT
    remembered = spool.append(completed("1"))
    spool.append(completed("2"))
    clock.now += MINUTE
    spool.reported(*spool.waiting())

    assert (remembered, spool.append(completed("1"))) == (False, True)


def test_two_processes_do_not_share_a_spool(tmp_path: Path) -> None:
    first = Spool(tmp_path, 1000)
    with pytest.raises(InvalidSetting, match="SPOOL: another process uses the folder"):
        Spool(tmp_path, 1000)
    first.close()
    Spool(tmp_path, 1000).close()


def test_a_folder_that_cannot_be_used_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InvalidSetting, match="SPOOL: the folder cannot be used"):
        Spool(tmp_path / "file" / "spool", 1000)


def test_a_disk_without_room_is_a_full_spool_and_costs_no_event(open_spool: Open, tmp_path: Path) -> None:
    spool = open_spool()
    spool.append(completed("1"))
    (segment,) = tmp_path.rglob("*.events")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (segment.stat().st_size + 20, limits[1]))
    try:
        with pytest.raises(SpoolFull, match="cannot be kept"):
            spool.append(completed("2"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    spool.append(completed("3"))

    (name,) = spool.waiting(current=True)
    assert [event.id for event in spool.events(name)] == ["1", "3"]
