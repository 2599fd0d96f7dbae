"""Where reports go: to ClearML by way of child processes, or nowhere."""

import json
import logging
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from functions.tracker.child import PLACE
from functions.tracker.report import Report
from functions.tracker.sessions import move_sessions
from functions.tracker.settings import TrackerSettings

CHILDREN = 3
"""Tasks that are open at once: a revision, the one that follows it, and a batch."""
IDLE = 900
"""Seconds without a report after which a task is closed; it is continued when there is another."""
LONGEST_LINE = 500
"""Characters of a line that ClearML prints."""
CONFIGURATION = Path(__file__).with_name("clearml.conf")

logger = logging.getLogger(__name__)


class ExportError(Exception):
    """A report was not passed on; it may be later."""


class Exporter(Protocol):
    """Passes reports on."""

    def export(self, report: Report) -> None:
        """Return when the report has been passed on; raises `ExportError`."""

    def close(self, timeout: float) -> None:
        """End what is open, within so many seconds."""


class ExporterOff:
    """Forgets reports."""

    def export(self, report: Report) -> None:
        """Forget it."""

    def close(self, timeout: float) -> None:
        """Nothing is open."""


def choose_exporter(settings: TrackerSettings) -> Exporter:
    """The exporter that the settings ask for."""
    if settings.clearml_mode == "off":
        return ExporterOff()
    command = (sys.executable, "-m", "functions.tracker.child", settings.clearml_project)
    move_sessions(settings.sessions_folder, settings.sessions)  # that a process which was killed has left
    environment = {
        "CLEARML_OFFLINE_MODE": "1" if settings.clearml_mode == "offline" else "0",
        "CLEARML_CACHE_DIR": str(settings.spool_folder / "clearml"),
        "CLEARML_CONFIG_FILE": str(settings.clearml_config_file or CONFIGURATION),
        "CLEARML_LOG_LEVEL": "ERROR",
        "CLEARML_VCS_DIFF": "",
        PLACE: settings.sessions,
    }
    return ExporterOn(command, environment, settings.clearml_patience)


class ExporterOn:
    """Implements `Exporter` with one child process for each task.

    ClearML takes over signals and exit hooks, starts threads, and may try for ever to reach its server. All of that
    stays in a child, which is ended when it does not answer in `patience` seconds.
    """

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], patience: float) -> None:
        """`command` starts a child; the name of its task and its tags are added to it."""
        self._command, self._environment, self._patience = command, environment, patience
        self._children: dict[str, _Child] = {}

    def export(self, report: Report) -> None:
        """Have the child of the report's task pass it on; raises `ExportError` and ends the child."""
        try:
            self._child(report).tell(report, self._patience)
        except (queue.Empty, OSError, ExportError) as error:
            failed = self._children.pop(report.task, None)
            if failed is not None:  # it has begun, and was not closed meanwhile
                failed.kill()
            raise ExportError(f"ClearML did not take the report: {type(error).__name__}.") from error

    def close(self, timeout: float) -> None:
        """Let the children end their tasks. One that takes longer is left to itself, and ends itself."""
        children, self._children = self._children, {}
        _end(children.values(), timeout)

    def _child(self, report: Report) -> "_Child":
        """The child of the report's task. Those that idle end, and the one that has longest if there are too many."""
        child = self._children.pop(report.task, None)
        idle = [task for task, each in self._children.items() if each.last < report.moment - IDLE]
        surplus = list(self._children)[: max(0, len(self._children) + 1 - CHILDREN)]
        _end([self._children.pop(task) for task in {*idle, *surplus}], self._patience)
        if child is None:
            child = _Child([*self._command, report.task, *report.tags], self._environment)
        self._children[report.task] = child  # the last one now, so that it is the last to make room
        child.last = report.moment
        return child


class _Child:
    """A process that takes reports on its input, one a line, and answers each with a line.

    `last` is the moment of its latest report.
    """

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        root = str(Path(__file__).resolve().parents[2])
        self._process = subprocess.Popen(  # noqa: S603 - the command is ours
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": root, **environment},
            text=True,
            start_new_session=True,  # a Ctrl-C is for the tracker, which ends its children in order
        )
        self.last = 0.0
        self._answers: queue.Queue[str] = queue.Queue()
        for read in (self._listen, self._note):
            threading.Thread(target=read, name="clearml", daemon=True).start()

    def tell(self, report: Report, patience: float) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{report.to_json()}\n")
        self._process.stdin.flush()
        answer = self._answers.get(timeout=patience)
        if json.loads(answer) != "done":
            raise ExportError(answer)

    def leave(self) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.close()
        except BrokenPipeError:
            logger.info("a process of ClearML had ended before it was asked to")

    def wait(self, timeout: float) -> None:
        try:
            self._process.wait(timeout)
        except subprocess.TimeoutExpired:
            logger.info("a task of ClearML is still closing")

    def kill(self) -> None:
        self._process.kill()
        self.leave()
        self._process.wait()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as lines:
            for line in lines:
                self._answers.put(line)
        self._answers.put('"ended"')

    def _note(self) -> None:
        """What ClearML prints becomes lines of our log."""
        assert self._process.stderr is not None
        with self._process.stderr as lines:
            for line in filter(None, map(str.strip, lines)):
                logger.info("clearml says", extra={"fields": {"line": line[:LONGEST_LINE]}})


def _end(children: Iterable[_Child], timeout: float) -> None:
    """Ask all to end, then wait for each: they end side by side."""
    leaving = list(children)
    for child in leaving:
        child.leave()
    deadline = time.monotonic() + timeout
    for child in leaving:
        child.wait(max(0.0, deadline - time.monotonic()))
