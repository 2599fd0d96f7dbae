"""Traces and metrics over OTLP, taken by a collector on loopback that decodes what it is sent."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx2 as httpx
import pytest
from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import ExportMetricsServiceRequest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span
from starlette.testclient import TestClient

from functions.catalog.app import create_app
from functions.common.settings import Settings
from functions.common.telemetry import TelemetryOff, choose_telemetry
from tests.builders.waiting import PATIENCE

TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


@dataclass
class Collector:
    """What a collector was sent."""

    url: str
    traces: list[ExportTraceServiceRequest] = field(default_factory=list)
    metrics: list[ExportMetricsServiceRequest] = field(default_factory=list)

    def spans(self) -> list[Span]:
        return [
            span
            for request in self.traces
            for resource in request.resource_spans
            for scope in resource.scope_spans
            for span in scope.spans
        ]


@pytest.fixture
def collector(monkeypatch: pytest.MonkeyPatch) -> Iterator[Collector]:
    monkeypatch.setattr("functions.common.telemetry_on.PATIENCE", PATIENCE)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if self.path == "/v1/traces":
                taken.traces.append(ExportTraceServiceRequest.FromString(body))
            else:
                taken.metrics.append(ExportMetricsServiceRequest.FromString(body))
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the parent's name
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        taken = Collector(f"http://127.0.0.1:{server.server_port}")
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield taken
        server.shutdown()


def attributes(span: Span) -> dict[str, object]:
    return {item.key: item.value.string_value or item.value.int_value for item in span.attributes}


def served(endpoint: str, *requests: str) -> list[httpx.Response]:
    """The catalog's answers, its telemetry on, from start to stop."""
    settings = Settings(otel_exporter_otlp_endpoint=endpoint, otel_service_name="catalog")
    with TestClient(create_app(settings), base_url="http://localhost") as client:
        return [
            client.get(path, headers={"traceparent": TRACEPARENT, "X-Request-ID": "abc"}) for path in requests
        ]


def test_a_request_is_one_span_of_the_callers_trace(collector: Collector) -> None:
    served(collector.url, "/models/t5?secret=Ada")
    (span,) = collector.spans()
    assert span.name == "GET /models/{model_id}"
    assert span.trace_id.hex() == TRACEPARENT.split("-")[1]
    assert span.parent_span_id.hex() == TRACEPARENT.split("-")[2]
    assert attributes(span) == {
        "http.request.method": "GET",
        "http.route": "/models/{model_id}",
        "http.response.status_code": 200,
        "request.id": "abc",
    }
    assert "Ada" not in str(collector.traces)


def test_a_refusal_carries_its_code_and_no_path(collector: Collector) -> None:
    served(collector.url, "/Ada-Lovelace")
    (span,) = collector.spans()
    assert attributes(span)["error.type"] == "not-found"
    assert "Ada" not in str(collector.traces)


def test_probes_are_not_traced(collector: Collector) -> None:
    served(collector.url, "/livez", "/readyz", "/metrics")
    assert collector.spans() == []


def test_the_metrics_pushed_are_those_that_prometheus_reads(collector: Collector) -> None:
    served(collector.url, "/models", "/models", "/parsers")
    (resource,) = collector.metrics[-1].resource_metrics
    assert {item.key: item.value.string_value for item in resource.resource.attributes}[
        "service.name"
    ] == "catalog"
    pushed = {metric.name: metric for metric in resource.scope_metrics[0].metrics}
    requests = {
        tuple(sorted((item.key, item.value.string_value) for item in point.attributes)): point.as_double
        for point in pushed["http_requests"].sum.data_points
    }
    assert requests[("method", "GET"), ("route", "/models"), ("status", "200")] == 2
    seconds = {
        point.attributes[0].value.string_value: point
        for point in pushed["http_request_seconds"].histogram.data_points
    }["/models"]
    assert seconds.count == sum(seconds.bucket_counts) == 2
    assert len(seconds.bucket_counts) == len(seconds.explicit_bounds) + 1
    assert not seconds.HasField("min")


@pytest.mark.filterwarnings("ignore")
def test_a_collector_that_is_down_fails_nothing() -> None:
    assert [answer.status_code for answer in served("http://127.0.0.1:9", "/models")] == [200]


def test_without_an_endpoint_nothing_is_imported_and_the_callers_trace_is_handed_on() -> None:
    telemetry = choose_telemetry(Settings(), create_app(Settings()).metrics.registry)
    assert isinstance(telemetry, TelemetryOff)
    assert telemetry.begin(TRACEPARENT).traceparent == TRACEPARENT
    program = "import functions.catalog.app, sys; functions.catalog.app.create_app(); print(*sys.modules)"
    printed = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert not [name for name in printed.stdout.split() if name.startswith("opentelemetry.sdk")]
