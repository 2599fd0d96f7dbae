"""Metrics of the tracker."""

from collections.abc import Callable

from prometheus_client import Counter, Gauge

from functions.common.metrics import HttpMetrics


class TrackerMetrics(HttpMetrics):
    """Bytes of events that wait, and how reports went."""

    def __init__(self) -> None:
        """Metrics of one app; nothing is registered globally."""
        super().__init__()
        self._spool = Gauge(
            "resume_summary_spool_bytes", "Events whose figures wait to be passed on.", registry=self.registry
        )
        self._reports = Counter(
            "resume_summary_reports", "Reports to ClearML, by outcome.", ["outcome"], registry=self.registry
        )

    def watch_spool(self, size: Callable[[], int]) -> None:
        """Ask `size` for the bytes whenever metrics are read."""
        self._spool.set_function(size)

    def observe_report(self, outcome: str) -> None:
        """Count one report."""
        self._reports.labels(outcome).inc()
