"""The Prometheus registry over OTLP, so that both exports tell the same figures by the same names.

Pushing matters where pods are short-lived: what a scraper would have read next is sent when the process ends.
"""

import threading
import time
from collections.abc import Iterator
from typing import Any

from opentelemetry.sdk.metrics.export import (
    AggregationTemporality,
    Gauge,
    Histogram,
    HistogramDataPoint,
    Metric,
    MetricExporter,
    MetricsData,
    NumberDataPoint,
    ResourceMetrics,
    ScopeMetrics,
    Sum,
)
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.util.instrumentation import InstrumentationScope
from prometheus_client import CollectorRegistry
from prometheus_client.metrics_core import Metric as Family
from prometheus_client.samples import Sample

from functions.common.version import VERSION

CUMULATIVE = AggregationTemporality.CUMULATIVE


class MetricsPush:
    """Sends the registry every `interval` seconds, and once more at the end."""

    def __init__(
        self, registry: CollectorRegistry, exporter: MetricExporter, resource: Resource, interval: float
    ) -> None:
        """Starts the thread that sends."""
        self._interval = interval
        self._registry = registry
        self._exporter = exporter
        self._resource = resource
        self._began = time.time_ns()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="metrics-push", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Send the last figures."""
        self._ended.set()
        self._thread.join()
        self._exporter.shutdown()

    def _run(self) -> None:
        while not self._ended.wait(self._interval):
            self._exporter.export(self._data())
        self._exporter.export(self._data())

    def _data(self) -> MetricsData:
        now = time.time_ns()
        metrics = [metric for family in self._registry.collect() for metric in self._metrics(family, now)]
        scope = ScopeMetrics(InstrumentationScope("resume-summary", VERSION), metrics, "")
        return MetricsData([ResourceMetrics(self._resource, [scope], "")])

    def _metrics(self, family: Family, now: int) -> Iterator[Metric]:
        if family.type == "histogram":
            yield Metric(family.name, family.documentation, "", self._histogram(family, now))
            return
        samples = [sample for sample in family.samples if not sample.name.endswith("_created")]
        points = [NumberDataPoint(sample.labels, self._began, now, sample.value) for sample in samples]
        if points:
            data = Sum(points, CUMULATIVE, is_monotonic=True) if family.type == "counter" else Gauge(points)
            yield Metric(family.name, family.documentation, "", data)

    def _histogram(self, family: Family, now: int) -> Histogram:
        series: dict[tuple[tuple[str, str], ...], list[Sample]] = {}
        for sample in family.samples:
            labels = tuple((name, value) for name, value in sample.labels.items() if name != "le")
            series.setdefault(labels, []).append(sample)
        points = [self._point(dict(labels), samples, now) for labels, samples in series.items()]
        return Histogram(points, CUMULATIVE)

    def _point(self, labels: dict[str, str], samples: list[Sample], now: int) -> HistogramDataPoint:
        """Prometheus counts up to each bound, OTLP between two bounds."""
        upto = [(float(s.labels["le"]), int(s.value)) for s in samples if s.name.endswith("_bucket")]
        counts = [count for _, count in upto]
        between = [count - before for before, count in zip([0, *counts], counts, strict=False)]
        total = next(s.value for s in samples if s.name.endswith("_sum"))
        bounds = [bound for bound, _ in upto[:-1]]
        unknown: Any = None  # Prometheus keeps neither the least nor the greatest value
        return HistogramDataPoint(
            labels, self._began, now, counts[-1], total, between, bounds, min=unknown, max=unknown
        )
