"""Traces and metrics over OTLP: an On class where an endpoint is configured, an Off class everywhere else.

What is exported are figures and names of ours: route, method, status, problem code, request id, stage times.
No path, query, address, user agent, header or body of a request, so no word of a resume.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from prometheus_client import CollectorRegistry

from functions.common.settings import Settings


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of a request: `stages` are milliseconds by stage, in the order in which they ran."""

    method: str
    route: str
    status: int
    request_id: str
    problem: str | None
    stages: Mapping[str, float]


class Trace(Protocol):
    """One request being followed."""

    @property
    def traceparent(self) -> str:
        """What to hand on to whatever this request causes (W3C Trace Context); empty if there is none."""

    def end(self, answered: Answered) -> None:
        """The request is answered."""


class Telemetry(Protocol):
    """Takes traces and exports them; never blocks, never raises, loses what nobody takes."""

    def begin(self, traceparent: str) -> Trace:
        """Follow a request that came with this `traceparent` (or an empty one)."""

    def close(self) -> None:
        """Send what is left, within a few seconds."""


@dataclass(frozen=True, slots=True)
class _Passing:
    """Not followed; the caller's trace is handed on as it came."""

    traceparent: str

    def end(self, answered: Answered) -> None:
        """Nothing to record."""


class TelemetryOff:
    """Exports nothing and imports nothing."""

    def begin(self, traceparent: str) -> Trace:
        """Hand the caller's trace on."""
        return _Passing(traceparent)

    def close(self) -> None:
        """Nothing is left."""


def choose_telemetry(settings: Settings, registry: CollectorRegistry) -> Telemetry:
    """On where OTEL_EXPORTER_OTLP_ENDPOINT is set; the metrics exported are those of `registry`."""
    if not settings.otel_exporter_otlp_endpoint:
        return TelemetryOff()
    from functions.common.telemetry_on import TelemetryOn

    return TelemetryOn(settings, registry)
