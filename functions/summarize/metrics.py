"""Metrics of the summarize function: figures only, never a word of a resume."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from prometheus_client import Counter, Gauge, Histogram

from functions.common.metrics import SECONDS, HttpMetrics

if TYPE_CHECKING:
    from functions.summarize.answers import SummaryAnswer
    from functions.summarize.sentences import Options


class SummarizeMetrics(HttpMetrics):
    """Time by stage, summaries by model and parser, sentences by origin, candidates rejected."""

    def __init__(self) -> None:
        """Metrics of one app; nothing is registered globally."""
        super().__init__()
        ours: dict[str, Any] = {"namespace": "resume_summary", "registry": self.registry}
        self._stages = Histogram("stage_seconds", "Time by stage.", ["stage"], buckets=SECONDS, **ours)
        self._summaries = Counter("summaries", "Summaries.", ["model", "parser"], **ours)
        self._sentences = Counter("sentences", "Sentences by who wrote them.", ["origin"], **ours)
        self._rejected = Counter("rejected", "Model sentences that the resume does not support.", **ours)
        self._replaced = Gauge(
            "workers_replaced",
            "Worker processes that died or kept too much memory, and were replaced.",
            **ours,
        )
        self._places = Gauge("places_taken", "Requests being worked on or queued.", **ours)

    def watch_places(self, taken: Callable[[], int]) -> None:
        """Ask `taken` for the number of busy places whenever metrics are read."""
        self._places.set_function(taken)

    def observe_stages(self, timings: Mapping[str, float]) -> None:
        """Record stage times, given in milliseconds."""
        for stage, milliseconds in timings.items():
            self._stages.labels(stage).observe(milliseconds / 1000)

    def watch_replaced(self, replaced: Callable[[], int]) -> None:
        """Ask `replaced` for the number of workers that had to be replaced whenever metrics are read."""
        self._replaced.set_function(replaced)

    def observe_summary(self, answer: "SummaryAnswer", options: "Options") -> None:
        """Record a finished summary."""
        self.observe_stages(answer.timings)
        self._summaries.labels(options.model, options.parser).inc()
        self._rejected.inc(answer.rejected)
        for origin, sentences in answer.origins.items():
            self._sentences.labels(origin).inc(sentences)
