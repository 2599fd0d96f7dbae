"""Prometheus metrics every function has, in a registry of the app's own."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from functions.common.coldstart import StartSeconds

if TYPE_CHECKING:
    from functions.common.events.sink import Sink

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.4, 0.8, 1.5, 3, 6, 12, 30, 60)
"""Bucket bounds for times, finest around the 400 ms that a summary may take."""


class HttpMetrics:
    """Requests by route, method and status; how many are open; problems by code; the process itself."""

    content_type = CONTENT_TYPE_LATEST

    def __init__(self) -> None:
        """Metrics of one app; nothing is registered globally."""
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self._requests = Counter(
            "http_requests", "Requests answered.", ["route", "method", "status"], registry=self.registry
        )
        self._seconds = Histogram(
            "http_request_seconds", "Time to answer.", ["route"], buckets=SECONDS, registry=self.registry
        )
        self._problems = Counter(
            "http_problems", "Problem details sent, by code.", ["code"], registry=self.registry
        )
        self.open = Gauge("http_requests_open", "Requests being answered.", registry=self.registry)
        self._ready_time = Gauge(
            "process_ready_time_seconds",
            "When it became ready, in Unix seconds; less process_start_time_seconds it is the cold start.",
            registry=self.registry,
        )
        self._start = Gauge(
            "resume_summary_start_to_ready_seconds",
            "From the start of the process until it was ready, by phase; absent before.",
            ["phase"],
            registry=self.registry,
        )
        self._first = Gauge(
            "resume_summary_first_request_seconds",
            "Time to answer the first request that succeeded, by route; absent before.",
            ["route"],
            registry=self.registry,
        )
        self._events = Counter(
            "resume_summary_events",
            "Events received, by type (of those that are handled) and what became of them.",
            ["type", "outcome"],
            registry=self.registry,
        )
        self._begun: set[str] = set()

    def observe(self, route: str, method: str, status: int, seconds: float, problem: str | None) -> None:
        """Count one request. `route` is a template, never a path that was asked for."""
        self._requests.labels(route, method, str(status)).inc()
        self._seconds.labels(route).observe(seconds)
        if problem is not None:
            self._problems.labels(problem).inc()

        if method == "POST" and status < 400 and route not in self._begun:  # a probe is no first request
            self._begun.add(route)
            self._first.labels(route).set(seconds)

    def ready(self, took: StartSeconds) -> None:
        """Record that the process is ready now, and how long that took."""
        self._ready_time.set_to_current_time()
        for phase, seconds in took.rounded().items():
            self._start.labels(phase).set(seconds)

    def observe_event(self, event_type: str, outcome: str) -> None:
        """Count one event. `event_type` is one that is handled, or "other"."""
        self._events.labels(event_type, outcome).inc()

    def watch_sink(self, sink: "Sink") -> None:
        """Ask `sink` what became of its events whenever metrics are read."""
        self.registry.register(_SinkCollector(sink))

    def exposition(self) -> bytes:
        """All metrics in the Prometheus text format."""
        return generate_latest(self.registry)


class _SinkCollector(Collector):
    """The counts of a sink as metrics."""

    def __init__(self, sink: "Sink") -> None:
        self._sink = sink

    def collect(self) -> Iterator[Metric]:
        counts = self._sink.counts
        name, told = "resume_summary_sink_events", "Events emitted, by what became of them."
        family = CounterMetricFamily(name, told, labels=["outcome"])
        family.add_metric(["sent"], counts.sent)
        family.add_metric(["dropped"], counts.dropped)
        yield family
        yield GaugeMetricFamily("resume_summary_sink_waiting", "Events not sent yet.", counts.waiting)
