"""The process that talks to ClearML: `python -m functions.tracker.child PROJECT TASK [TAG...]`.

Reports arrive on the input, one a line; each is answered with a line when it has been passed on. The end of the input
ends the task. The tracker ends this process when it does not answer, whatever ClearML is waiting for.
"""

import json
import os
import queue
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from functions.tracker.report import Report
from functions.tracker.sessions import move_sessions

if TYPE_CHECKING:
    from clearml import Task

PLACE = "SESSIONS"
"""The variable that says where offline sessions go."""
LAST_SECONDS = 30
"""How long the process may take to end after its input has."""


def main(project: str, name: str, tags: Sequence[str], reports: TextIO, answers: TextIO) -> None:
    """Open the task, pass on every report, close the task."""
    lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
    threading.Thread(target=_read, args=(reports, lines), daemon=True).start()
    task = open_task(project, name, tags)
    for line in iter(lines.get, None):
        pass_on(Report.from_json(line), task)
        answers.write(f"{json.dumps('done')}\n")
        answers.flush()
    session = Path(str(task.get_offline_mode_folder() or ""))
    task.close()
    if os.environ.get("CLEARML_OFFLINE_MODE") == "1":
        move_sessions(session.parent, os.environ.get(PLACE, ""), session.name)


def _read(reports: TextIO, lines: "queue.SimpleQueue[str | None]") -> None:
    """Hand on each line. Whatever ClearML is busy with then, the process ends soon after its input does."""
    for line in reports:
        lines.put(line)
    lines.put(None)
    leave = threading.Timer(LAST_SECONDS, os._exit, (1,))
    leave.daemon = True
    leave.start()


def open_task(project: str, name: str, tags: Sequence[str]) -> "Task":
    """The task of that name, continued if another process has begun it."""
    from clearml import Task, TaskTypes

    offline = os.environ.get("CLEARML_OFFLINE_MODE") == "1"
    if offline:
        Task.set_offline(offline_mode=True)
    earlier = None if offline else _find(Task, project, name)
    task: Any = Task.init(
        project_name=project,
        task_name=name,
        task_type=TaskTypes.service,
        tags=list(tags),
        reuse_last_task_id=False,  # it would be looked up in a cache that dies with the pod
        continue_last_task=earlier or False,
        auto_connect_frameworks={"detect_repository": False, "*": False},
        auto_connect_arg_parser=False,
        auto_connect_streams=False,
        auto_resource_monitoring=False,
    )
    if earlier:
        task.set_initial_iteration(
            0
        )  # minutes of the day are absolute; ClearML would add the last one to them
    return task


def _find(tasks: Any, project: str, name: str) -> str | None:
    """The id of the task that carries exactly this name, the latest if there are several."""
    found = tasks.get_tasks(
        project_name=project, task_name=f"^{_literal(name)}$", task_filter={"order_by": ["-last_update"]}
    )
    return found[0].id if found else None


def _literal(name: str) -> str:
    """A pattern that matches the name only: the server takes names as regular expressions."""
    return name.replace(".", r"\.")


def pass_on(report: Report, task: "Task") -> None:
    """Tell ClearML everything that stands in a report, and wait until it has been sent or written."""
    logger: Any = task.get_logger()
    at = report.iteration
    for title, series in report.scalars.items():
        for name, value in series.items():
            logger.report_scalar(title=title, series=name, value=value, iteration=at)
    for title, (labels, heights) in report.histograms.items():
        logger.report_histogram(
            title=title, series="summaries", values=list(heights), iteration=at, xlabels=list(labels)
        )
    for title, rows in report.tables.items():
        logger.report_table(
            title=title, series="summaries", iteration=at, table_plot=[list(row) for row in rows]
        )
    task.flush(wait_for_uploads=True)


if __name__ == "__main__":
    answers, sys.stdout = sys.stdout, sys.stderr  # ClearML prints
    main(sys.argv[1], sys.argv[2], sys.argv[3:], sys.stdin, answers)
