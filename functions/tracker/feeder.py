"""The thread that turns what the spool holds into reports and sees that they are passed on."""

import logging
import threading
from collections.abc import Callable

from functions.tracker.exporter import Exporter, ExportError
from functions.tracker.figures import report_all
from functions.tracker.report import Report
from functions.tracker.spool import Spool

SHORTEST, LONGEST = 5.0, 300.0
"""Seconds until the next attempt after a failure; doubled while failures go on."""

logger = logging.getLogger(__name__)


class Feeder:
    """Reports segments in order of time. A failure keeps the segment and tries again; nothing waits for it.

    A segment out of which no report can be made is set aside: it would never do better.
    """

    def __init__(
        self, spool: Spool, exporter: Exporter, every: float, note: Callable[[str], None] = lambda _: None
    ) -> None:
        """`every` is how often, in seconds, there may be something to report; `note` is told how each report went."""
        self._spool, self._exporter, self._every, self._note = spool, exporter, every, note
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="feeder", daemon=True)

    def start(self) -> None:
        """Begin, unless it has been closed before: the process was told to end as it started."""
        if not self._stopping.is_set():
            self._thread.start()

    def close(self, timeout: float) -> None:
        """Report what there is if that can be done in time; what is not reported stays in the spool."""
        self._stopping.set()
        if self._thread.ident is not None:
            self._thread.join(timeout)
        self._exporter.close(timeout)

    def feed(self, *, current: bool = False) -> bool:
        """Report every segment that is due; False when one could not be."""
        for name in self._spool.waiting(current=current):
            reports = self._reports(name)
            try:
                for report in reports:
                    self._exporter.export(report)
                    self._note("passed on")
            except ExportError as error:
                self._note("failed")
                logger.warning("report not passed on", extra={"fields": {"reason": str(error)}})
                return False
            self._spool.reported(name)
        return True

    def _reports(self, name: str) -> tuple[Report, ...]:
        try:
            return report_all(self._spool.events(name), self._spool.began(name))
        except (ArithmeticError, LookupError, TypeError, ValueError, OSError) as error:
            self._note("set aside")
            logger.exception("events set aside", exc_info=error, extra={"fields": {"segment": name}})
            self._spool.set_aside(name)
            return ()

    def _run(self) -> None:
        pause = self._every
        healthy = True
        while not self._stopping.wait(pause):
            healthy = self.feed()
            pause = self._every if healthy else min(LONGEST, max(SHORTEST, pause * 2))
        if healthy:
            self.feed(current=True)
