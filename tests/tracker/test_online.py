"""Reports over ClearML's own SDK to a server that speaks its API: what the server has in the end is what counts."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import pytest

from functions.tracker.exporter import ExporterOn, ExportError, choose_exporter
from functions.tracker.feeder import Feeder
from functions.tracker.report import Report
from functions.tracker.settings import TrackerSettings
from functions.tracker.spool import Spool
from tests.builders.clearml_server import ClearMl, clearml_server
from tests.builders.event_data import completed
from tests.builders.waiting import PATIENCE

pytestmark = pytest.mark.events

TASK = "summarize-00003 2026-01-31"
Start = Callable[[], ExporterOn]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ClearMl]:
    with clearml_server() as (clearml, address):
        for name in ("API", "WEB", "FILES"):
            monkeypatch.setenv(f"CLEARML_{name}_HOST", address)
        monkeypatch.setenv("CLEARML_API_ACCESS_KEY", "key")
        monkeypatch.setenv("CLEARML_API_SECRET_KEY", "secret")
        yield clearml
        assert clearml.unknown == {}


@pytest.fixture
def start(server: ClearMl, tmp_path: Path) -> Iterator[Start]:
    """Starts the exporter of a process that has nothing but its spool."""
    started: list[ExporterOn] = []

    def begin() -> ExporterOn:
        settings = TrackerSettings.model_validate(
            {"spool": tmp_path / "spool", "clearml_api_access_key": "key", "clearml_patience": PATIENCE}
        )
        exporter = choose_exporter(settings)
        assert isinstance(exporter, ExporterOn)
        started.append(exporter)
        return exporter

    yield begin
    for exporter in started:
        exporter.close(PATIENCE)


@contextmanager
def outage(server: ClearMl, exporter: ExporterOn) -> Iterator[None]:
    """ClearML is down, and is not waited for as long as when it is there."""
    patient, exporter._patience = exporter._patience, 8
    server.down = True
    yield
    server.down, exporter._patience = False, patient


def minute(number: int) -> Report:
    return Report(TASK, 60.0 * number, ("summarize",), {"events": {"summary.completed": float(number)}})


def test_a_task_is_continued_by_the_process_that_follows(
    server: ClearMl, start: Start, tmp_path: Path
) -> None:
    for number in (1, 2):  # 2: after a restart, in a pod that knows nothing of the first
        exporter = start()
        exporter.export(minute(number))
        exporter.close(PATIENCE)

    (task,) = server.tasks.values()
    assert (task["name"], task["status"]) == (TASK, "completed")
    assert server.scalars() == {("events", "summary.completed"): [(1, 1.0), (2, 2.0)]}
    assert list((tmp_path / "spool").rglob("offline-*")) == []


def test_a_task_of_another_day_or_revision_is_left_alone(server: ClearMl, start: Start) -> None:
    exporter = start()
    exporter.export(minute(1))
    exporter.export(Report(f"{TASK}0", 60.0, (), {"events": {"summary.completed": 5.0}}))
    exporter.close(PATIENCE)

    assert sorted(task["name"] for task in server.tasks.values()) == [TASK, f"{TASK}0"]


def test_the_figures_of_a_report_go_in_few_calls(server: ClearMl, start: Start) -> None:
    series = {f"series {number}": float(number) for number in range(90)}
    start().export(Report(TASK, 60.0, (), {"milliseconds by stage": series}))

    assert len(server.scalars()) == 90
    assert server.calls["events.add_batch"] <= 4


def test_an_outage_in_the_middle_costs_no_figure_and_no_second_task(
    server: ClearMl, start: Start, tmp_path: Path
) -> None:
    spool = Spool(tmp_path / "events", 1_000_000, 60)
    exporter = start()
    feeder = Feeder(spool, exporter, 60)
    fed = []
    for number, down in enumerate((False, True, False)):
        spool.append(completed(str(number)))
        with outage(server, exporter) if down else nullcontext():
            fed.append(feeder.feed(current=True))
    waiting = spool.size
    spool.close()

    assert (fed, waiting) == ([True, False, True], 0)
    assert len(server.tasks) == 1
    counted = server.scalars()[("events", "summary.completed")]
    assert sum(value for _, value in counted) == 3
    assert list((tmp_path / "spool").rglob("offline-*")) == []


def test_a_server_that_is_down_at_the_start_fails_the_report_and_takes_it_later(
    server: ClearMl, start: Start
) -> None:
    exporter = start()
    with outage(server, exporter), pytest.raises(ExportError):
        exporter.export(minute(1))
    exporter.export(minute(1))

    assert server.scalars() == {("events", "summary.completed"): [(1, 1.0)]}
