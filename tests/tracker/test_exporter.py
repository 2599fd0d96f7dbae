import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from functions.tracker.exporter import CHILDREN, IDLE, ExporterOff, ExporterOn, ExportError, choose_exporter
from functions.tracker.report import Report
from functions.tracker.settings import TrackerSettings
from tests.builders.waiting import PATIENCE

CHILD = """
import json, os, sys
folder, task = sys.argv[1], sys.argv[2]
path = os.path.join(folder, task)
def note(word):
    with open(path, "a") as file:
        file.write(word + "\\n")
note("begun " + " ".join(sys.argv[3:]))
for line in sys.stdin:
    report = json.loads(line)
    behaviour = os.environ.get("BEHAVIOUR")
    if behaviour == "dies":
        sys.exit(3)
    if behaviour == "hangs":
        continue
    note("at " + str(report["moment"]))
    print(json.dumps("done"), flush=True)
note("ended")
"""


@pytest.fixture
def exporters() -> Iterator[list[ExporterOn]]:
    made: list[ExporterOn] = []
    yield made
    for exporter in made:
        exporter.close(PATIENCE)


@pytest.fixture
def exporter(tmp_path: Path, exporters: list[ExporterOn]) -> ExporterOn:
    exporters.append(ExporterOn((sys.executable, "-c", CHILD, str(tmp_path)), {}, patience=PATIENCE))
    return exporters[0]


def failing(folder: Path, behaviour: str, patience: float) -> ExporterOn:
    environment = {"BEHAVIOUR": behaviour}
    return ExporterOn((sys.executable, "-c", CHILD, str(folder)), environment, patience)


def noted(folder: Path, task: str) -> list[str]:
    return (folder / task).read_text().splitlines()


def test_the_reports_of_a_task_go_to_one_process(exporter: ExporterOn, tmp_path: Path) -> None:
    exporter.export(Report("a", 1.0, tags=("x", "y")))
    exporter.export(Report("a", 2.0))
    exporter.close(PATIENCE)

    assert noted(tmp_path, "a") == ["begun x y", "at 1.0", "at 2.0", "ended"]


def test_each_task_has_a_process_of_its_own(exporter: ExporterOn, tmp_path: Path) -> None:
    for task in ("a", "b", "a"):
        exporter.export(Report(task, 1.0))
    exporter.close(PATIENCE)

    assert [noted(tmp_path, task).count("begun ") for task in "ab"] == [1, 1]


def test_the_process_used_longest_ago_makes_room(exporter: ExporterOn, tmp_path: Path) -> None:
    tasks = [str(number) for number in range(CHILDREN)]
    for task in (*tasks, tasks[0], "next"):
        exporter.export(Report(task, 1.0))

    assert [noted(tmp_path, task)[-1] == "ended" for task in tasks] == [False, True, False]


def test_a_process_without_reports_ends_after_a_while(exporter: ExporterOn, tmp_path: Path) -> None:
    exporter.export(Report("a", 1.0))
    exporter.export(Report("b", 2.0 + IDLE))

    assert noted(tmp_path, "a")[-1] == "ended"


def test_a_process_that_dies_is_begun_anew_with_the_next_report(tmp_path: Path) -> None:
    exporter = failing(tmp_path, "dies", PATIENCE)
    for _ in range(2):
        with pytest.raises(ExportError, match="ClearML did not take the report"):
            exporter.export(Report("a", 1.0))

    assert noted(tmp_path, "a") == ["begun ", "begun "]


def test_a_process_that_does_not_answer_is_ended(tmp_path: Path) -> None:
    exporter = failing(tmp_path, "hangs", 0.5)
    with pytest.raises(ExportError, match="ClearML did not take the report"):
        exporter.export(Report("a", 1.0))

    assert exporter._children == {}


def test_a_command_that_cannot_be_run_is_a_failed_report(tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        ExporterOn([str(tmp_path / "absent")], {}, 1).export(Report("a", 1.0))


@pytest.mark.parametrize(
    ("settings", "mode"),
    [
        ({}, "offline"),
        ({"clearml_api_access_key": "key"}, "on"),
        ({"clearml_config_file": "/clearml.conf"}, "on"),
        ({"clearml_api_access_key": "key", "clearml": "offline"}, "offline"),
        ({"clearml": "off"}, "off"),
    ],
)
def test_without_credentials_tracking_is_offline(settings: dict[str, str], mode: str) -> None:
    assert TrackerSettings.model_validate(settings).clearml_mode == mode


def test_off_starts_nothing() -> None:
    exporter = choose_exporter(TrackerSettings(clearml="off"))
    exporter.export(Report("a", 1.0))
    exporter.close(1)

    assert isinstance(exporter, ExporterOff)


def test_a_configuration_of_the_users_own_is_kept(tmp_path: Path) -> None:
    settings = TrackerSettings(spool=tmp_path, clearml_config_file=tmp_path / "mine.conf")
    exporter = choose_exporter(settings)

    assert isinstance(exporter, ExporterOn)
    assert exporter._environment["CLEARML_CONFIG_FILE"] == str(tmp_path / "mine.conf")
    assert exporter._environment["CLEARML_CACHE_DIR"] == str(tmp_path / "clearml")
    assert os.environ.get("CLEARML_OFFLINE_MODE") is None
