"""Prometheus metrics every function has, in a registry of the app's own."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

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

    def observe(self, route: str, method: str, status: int, seconds: float, problem: str | None) -> None:
        """Count one request. `route` is a template, never a path that was asked for."""
        self._requests.labels(route, method, str(status)).inc()
        self._seconds.labels(route).observe(seconds)
        if problem is not None:
            self._problems.labels(problem).inc()

    def ready(self) -> None:
        """Record that the process is ready now."""
        self._ready_time.set_to_current_time()

    def exposition(self) -> bytes:
        """All metrics in the Prometheus text format."""
        return generate_latest(self.registry)
