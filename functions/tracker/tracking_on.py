"""A training run as a ClearML task. Without credentials it is recorded offline, as a session to import later."""

from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from clearml import Task

PROJECT = "Resume Summary/training"
_CREDENTIALS = Path("~/clearml.conf")


class TrackingOn:
    """Implements `Tracking` with one task a run; ClearML sends from threads of its own and never blocks a step."""

    def __init__(self, *, run: str, settings: Mapping[str, object], offline: bool | None = None) -> None:
        self._run = run
        self._settings = dict(settings)
        self._offline = not _CREDENTIALS.expanduser().is_file() if offline is None else offline

    def __enter__(self) -> Self:
        """Open the task."""
        if self._offline:
            Task.set_offline(offline_mode=True)
        self._task = Task.init(
            project_name=PROJECT,
            task_name=self._run,
            auto_connect_frameworks=False,
            auto_connect_arg_parser=False,
        )
        self._task.connect(self._settings)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None:
        """Close the task; a run that broke off is marked as failed."""
        if kind is not None:
            self._task.mark_failed(status_reason=kind.__name__)
        self._task.close()

    def figures(self, step: int, values: Mapping[str, float]) -> None:
        """One scalar for each figure."""
        logger = self._task.get_logger()
        for name, value in values.items():
            logger.report_scalar(title=name, series=self._run, value=value, iteration=step)
