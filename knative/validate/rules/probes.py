"""Probes of a Knative Service. Ported from S:pkg/apis/serving/k8s_validation.go."""

from collections.abc import Iterator
from typing import Any

from knative.validate.manifests import Manifest, look
from knative.validate.pods import pod_of

HANDLERS = ("httpGet", "tcpSocket", "exec", "grpc")
PROBES = ("readinessProbe", "livenessProbe", "startupProbe")


def _probes(service: Manifest, *names: str) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    pod = pod_of(service)
    for container in pod.containers if pod else ():
        for name in names:
            if isinstance(container.get(name), dict):
                yield name, container[name], container


def aggressive_probe_has_no_thresholds(service: Manifest) -> Iterator[str]:
    """`validateReadinessProbe`: without a period queue-proxy asks every 50 ms, and sets the rest itself."""
    for name, probe, _ in _probes(service, "readinessProbe"):
        for field in ("timeoutSeconds", "failureThreshold"):
            if not probe.get("periodSeconds") and probe.get(field):
                yield f"{name}.{field} is refused where periodSeconds is 0 or absent"


def readiness_numbers_are_positive(service: Manifest) -> Iterator[str]:
    """`validateReadinessProbe`."""
    for name, probe, _ in _probes(service, "readinessProbe"):
        if probe.get("successThreshold", 1) < 1:
            yield f"{name}.successThreshold is less than 1"
        for field in ("periodSeconds", "initialDelaySeconds"):
            if probe.get(field, 0) < 0:
                yield f"{name}.{field} is negative"


def probe_asks_in_one_way(service: Manifest) -> Iterator[str]:
    """`validateProbe`."""
    for name, probe, _ in _probes(service, *PROBES):
        if sum(handler in probe for handler in HANDLERS) != 1:
            yield f"{name} needs exactly one of {', '.join(HANDLERS)}"


def probe_asks_the_served_port(service: Manifest) -> Iterator[str]:
    """`validateProbe`; a number other than the served port would be replaced in silence."""
    for name, probe, container in _probes(service, *PROBES):
        served = {port.get("containerPort") for port in container.get("ports") or []}
        asked = look(probe, "httpGet", "port") or look(probe, "tcpSocket", "port")
        if asked not in (None, 0, *served):
            yield f"{name} asks port {asked}, which is not the one that is served"


def startup_probe_names_its_port(service: Manifest) -> Iterator[str]:
    """S:pkg/reconciler/revision/resources/deploy.go: it reaches the Deployment as it stands, which refuses port 0.

    The webhook takes it; the Service then stays at Ready=Unknown, RevisionMissing, for ever.
    """
    for name, probe, _ in _probes(service, "startupProbe"):
        for handler in ("httpGet", "tcpSocket", "grpc"):
            if handler in probe and not look(probe, handler, "port"):
                yield f"{name}.{handler} names no port, and Knative fills none in"


def slow_start_outlasts_no_deadline(service: Manifest) -> Iterator[str]:
    """S:pkg/reconciler/revision/resources/deploy.go: past progress-deadline (600 s) the revision has failed."""
    for name, probe, _ in _probes(service, "startupProbe"):
        patience = probe.get("periodSeconds", 10) * probe.get("failureThreshold", 3)
        if patience >= 600:
            yield f"{name} waits {patience} s, as long as the revision may take in all"


def probe_waits_for_nothing_first(service: Manifest) -> Iterator[str]:
    """S:pkg/queue/readiness/probe.go: an initial delay only makes every cold start longer (net-istio#561)."""
    for name, probe, _ in _probes(service, "readinessProbe", "startupProbe"):
        if probe.get("initialDelaySeconds"):
            yield f"{name}.initialDelaySeconds lengthens every cold start"


RULES = (
    aggressive_probe_has_no_thresholds,
    readiness_numbers_are_positive,
    probe_asks_in_one_way,
    probe_asks_the_served_port,
    startup_probe_names_its_port,
    slow_start_outlasts_no_deadline,
    probe_waits_for_nothing_first,
)
