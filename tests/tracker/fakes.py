"""An exporter that remembers."""

import threading
from dataclasses import dataclass, field

from functions.tracker.exporter import ExportError
from functions.tracker.report import Report
from tests.builders.waiting import PATIENCE


@dataclass
class FakeExporter:
    """Implements `Exporter`. Fails for as long as it is `broken`; waits until `gate` is set."""

    broken: bool = False
    reports: list[Report] = field(default_factory=list)
    attempts: int = 0
    closed: bool = False
    gate: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.gate.set()

    def export(self, report: Report) -> None:
        self.attempts += 1
        self.gate.wait(PATIENCE)
        if self.broken:
            raise ExportError("Nobody is there.")
        self.reports.append(report)

    def close(self, timeout: float) -> None:
        self.closed = True
