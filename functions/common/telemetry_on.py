"""Traces over OTLP/HTTP with the OpenTelemetry SDK, and the Prometheus registry pushed beside them.

The SDK reads the rest of its standard variables (OTEL_EXPORTER_OTLP_HEADERS, OTEL_TRACES_SAMPLER
...) itself.
"""

import re
import time

from opentelemetry.exporter.otlp.proto.http.metric_exporter import OTLPMetricExporter
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import Span, SpanContext, SpanKind, StatusCode, Tracer, set_span_in_context
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator
from prometheus_client import CollectorRegistry

from functions.common.metrics_push import MetricsPush
from functions.common.settings import Settings
from functions.common.telemetry import Answered, Trace
from functions.common.version import VERSION

PATIENCE = 3.0
"""Seconds that a collector has to take a batch; one that does not answer loses it."""
PROPAGATOR = TraceContextTextMapPropagator()
_SERVER_ERROR = 500


class TelemetryOn:
    """Implements `Telemetry`: a server span for each request with a child for each stage."""

    def __init__(self, settings: Settings, registry: CollectorRegistry) -> None:
        """Starts two threads: one sends spans in batches, one pushes the metrics of `registry`."""
        endpoint = settings.otel_exporter_otlp_endpoint.rstrip("/")
        resource = Resource.create(_identity(settings))
        self._provider = TracerProvider(resource=resource, shutdown_on_exit=False)
        exporter = OTLPSpanExporter(f"{endpoint}/v1/traces", timeout=PATIENCE)
        self._provider.add_span_processor(BatchSpanProcessor(exporter))
        self._tracer = self._provider.get_tracer("resume-summary", VERSION)
        self._metrics = MetricsPush(
            registry,
            OTLPMetricExporter(f"{endpoint}/v1/metrics", timeout=PATIENCE),
            resource,
            settings.otel_metric_export_interval / 1000,
        )

    def begin(self, traceparent: str) -> Trace:
        """A server span, continuing the caller's trace where there is one."""
        context = PROPAGATOR.extract({"traceparent": traceparent})
        return _Followed(
            self._tracer, self._tracer.start_span("request", context=context, kind=SpanKind.SERVER)
        )

    def close(self) -> None:
        """Send what is left."""
        self._provider.shutdown()
        self._metrics.close()


class _Followed:
    """A request with its span."""

    def __init__(self, tracer: Tracer, span: Span) -> None:
        self._tracer = tracer
        self._span = span
        self._began = time.time_ns()

    @property
    def traceparent(self) -> str:
        return _traceparent(self._span.get_span_context())

    def end(self, answered: Answered) -> None:
        self._span.update_name(f"{answered.method} {answered.route}")
        self._span.set_attributes(
            {
                "http.request.method": answered.method,
                "http.route": answered.route,
                "http.response.status_code": answered.status,
                "request.id": answered.request_id,
            }
        )
        if answered.problem:
            self._span.set_attribute("error.type", answered.problem)
        if answered.status >= _SERVER_ERROR:
            self._span.set_status(StatusCode.ERROR)
        self._stages(answered)
        self._span.end()

    def _stages(self, answered: Answered) -> None:
        """Children laid end to end up to now: the work was done in one piece, just before the answer."""
        context = set_span_in_context(self._span)
        at = max(self._began, time.time_ns() - int(sum(answered.stages.values()) * 1e6))
        for stage, milliseconds in answered.stages.items():
            child = self._tracer.start_span(stage, context=context, start_time=at)
            at += int(milliseconds * 1e6)
            child.end(end_time=at)


def _traceparent(context: SpanContext) -> str:
    return f"00-{context.trace_id:032x}-{context.span_id:016x}-{context.trace_flags:02x}"


def _identity(settings: Settings) -> dict[str, str]:
    identity = {
        "service.name": settings.otel_service_name or settings.k_service or "resume-summary",
        "service.version": VERSION,
        "faas.version": settings.k_revision,
    }
    return {key: value for key, value in identity.items() if re.search(r"\S", value)}
