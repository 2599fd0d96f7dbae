import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from functions.common.events import write_event
from functions.tracker.feeder import Feeder
from functions.tracker.spool import Spool
from tests.builders.event_data import completed
from tests.builders.waiting import PATIENCE, until
from tests.tracker.fakes import FakeExporter

PERIOD = 0.05


@pytest.fixture
def spool(tmp_path: Path) -> Iterator[Spool]:
    spool = Spool(tmp_path, 1_000_000, PERIOD)
    yield spool
    spool.close()


@pytest.fixture
def exporter() -> FakeExporter:
    return FakeExporter()


@pytest.fixture
def outcomes() -> list[str]:
    return []


@pytest.fixture
def feeder(spool: Spool, exporter: FakeExporter, outcomes: list[str]) -> Feeder:
    return Feeder(spool, exporter, PERIOD, outcomes.append)


def counts(exporter: FakeExporter) -> list[float]:
    return [report.scalars["events"]["summary.completed"] for report in exporter.reports]


def test_what_is_due_is_reported_once(
    spool: Spool, exporter: FakeExporter, feeder: Feeder, outcomes: list[str]
) -> None:
    spool.append(completed("1"))
    spool.append(completed("2", revision="other"))
    fed = [feeder.feed(current=True), feeder.feed(current=True)]

    assert (fed, counts(exporter), spool.size) == ([True, True], [1, 1], 0)
    assert outcomes == ["passed on", "passed on"]


def test_what_cannot_be_reported_is_kept(
    spool: Spool, exporter: FakeExporter, feeder: Feeder, outcomes: list[str]
) -> None:
    spool.append(completed("1"))
    exporter.broken = True
    failed = feeder.feed(current=True)
    kept = spool.size
    exporter.broken = False
    mended = feeder.feed(current=True)

    assert (failed, mended, counts(exporter), spool.size) == (False, True, [1], 0)
    assert kept > 0
    assert outcomes == ["failed", "passed on"]


def test_the_thread_reports_as_time_passes(spool: Spool, exporter: FakeExporter, feeder: Feeder) -> None:
    feeder.start()
    spool.append(completed("1"))
    until(lambda: bool(exporter.reports))
    feeder.close(PATIENCE)

    assert (counts(exporter), exporter.closed) == ([1], True)


def test_the_last_minute_is_reported_at_the_end(tmp_path: Path, exporter: FakeExporter) -> None:
    spool = Spool(tmp_path / "long", 1_000_000)
    feeder = Feeder(spool, exporter, 60)
    feeder.start()
    spool.append(completed("1"))
    feeder.close(PATIENCE)
    spool.close()

    assert counts(exporter) == [1]


def test_an_exporter_that_does_not_return_holds_up_nothing(
    spool: Spool, exporter: FakeExporter, feeder: Feeder
) -> None:
    exporter.gate.clear()
    feeder.start()
    spool.append(completed("1"))
    until(lambda: exporter.attempts > 0)
    taken = [spool.append(completed(str(number))) for number in range(2, 10)]
    feeder.close(0.01)
    exporter.gate.set()

    assert all(taken)


def test_what_is_closed_before_it_has_begun_does_not_begin(
    spool: Spool, exporter: FakeExporter, feeder: Feeder
) -> None:
    spool.append(completed("1"))
    feeder.close(PATIENCE)
    feeder.start()

    assert (exporter.attempts, exporter.closed, feeder._thread.is_alive()) == (0, True, False)


@pytest.mark.parametrize("value", ["9" * 400, "1e400", '"many"', "null"])
def test_an_event_that_cannot_be_reported_keeps_no_other_back(
    tmp_path: Path, exporter: FakeExporter, value: str
) -> None:
    line = write_event(completed("1"), "structured")[1]
    poisoned = re.sub(rb'"words": ?60', f'"words": {value}'.encode(), line)
    assert poisoned != line
    (tmp_path / "000000000001000.events").write_bytes(poisoned + b"\n")
    spool = Spool(tmp_path, 1_000_000, PERIOD)
    spool.append(completed("2"))

    assert Feeder(spool, exporter, PERIOD).feed(current=True)
    assert counts(exporter) == [1]
    assert spool.waiting(current=True) == []
    spool.close()


def test_what_no_report_can_be_made_of_is_set_aside(
    tmp_path: Path, exporter: FakeExporter, outcomes: list[str]
) -> None:
    (tmp_path / f"{10**16}.events").write_bytes(write_event(completed("1"), "structured")[1] + b"\n")
    spool = Spool(tmp_path, 1_000_000, PERIOD)
    spool.append(completed("2"))

    assert Feeder(spool, exporter, PERIOD, outcomes.append).feed(current=True)
    assert counts(exporter) == [1]
    assert sorted(outcomes) == ["passed on", "set aside"]
    assert b"summary.completed" in (tmp_path / "set.aside").read_bytes()
    spool.close()
