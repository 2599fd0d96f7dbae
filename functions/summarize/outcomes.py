"""Tells of what became of requests, as events: figures and codes, never a word of a resume, a name or a file name."""

import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from starlette.requests import ClientDisconnect

from functions.common.coldstart import StartSeconds
from functions.common.errors import ResumeSummaryError
from functions.common.events import Event, Sink, new_event
from functions.common.events.types import REVISION_READY, SUMMARY_COMPLETED, SUMMARY_FAILED
from functions.common.problems import status_of

if TYPE_CHECKING:
    from functions.summarize.answers import SummaryAnswer


@dataclass(frozen=True)
class Outcomes:
    """Emits the events of one process. `source` and `revision` say which."""

    sink: Sink
    source: str
    revision: str

    def ready(self, took: StartSeconds) -> None:
        """The process has become ready."""
        self.emit(REVISION_READY, {"seconds": took.rounded(), "revision": self.revision})

    def follow(self, traceparent: str) -> "Followed":
        """Follow one request for a summary, as a context."""
        return Followed(self, traceparent)

    def emit(self, event_type: str, data: Mapping[str, Any], traceparent: str = "") -> None:
        """Emit an event that happens now."""
        self.sink.emit(self._event(event_type, data, traceparent))

    def _event(self, event_type: str, data: Mapping[str, Any], traceparent: str) -> Event:
        trace = {"traceparent": traceparent} if traceparent else {}
        return new_event(event_type, id=uuid.uuid4().hex, source=self.source, data=data, extensions=trace)


@dataclass
class Followed:
    """A request for a summary. Whoever serves it sets `size` and `summary` as soon as they are known.

    Leaving the context emits `summary.completed`, or `summary.failed` when an error leaves it; of a caller that went
    away nothing is told.
    """

    outcomes: Outcomes
    traceparent: str
    size: int = 0
    summary: "SummaryAnswer | None" = None
    clock: Callable[[], float] = time.perf_counter
    began: float = field(init=False)

    def __enter__(self) -> Self:
        """Begin to take the time."""
        self.began = self.clock()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Tell how it ended; errors go their way."""
        about = {"seconds": round(self.clock() - self.began, 6), "revision": self.outcomes.revision}
        if error is None and self.summary is not None:
            self.outcomes.emit(SUMMARY_COMPLETED, {**self.summary.figures, **about}, self.traceparent)
        elif isinstance(error, Exception) and not isinstance(error, ClientDisconnect):
            self.outcomes.emit(SUMMARY_FAILED, _failure(error, self.size) | about, self.traceparent)


def _failure(error: Exception, size: int) -> dict[str, Any]:
    kind = type(error) if isinstance(error, ResumeSummaryError) else ResumeSummaryError
    code = error.code if isinstance(error, ResumeSummaryError) else kind.code
    return {"code": code, "status": status_of(kind), "sizes": {"bytes": size}}
