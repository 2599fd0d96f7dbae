"""What a container of a Knative Service may say. Ported from S:pkg/apis/serving/k8s_validation.go."""

from collections.abc import Iterator
from typing import Any

from knative.validate.manifests import Manifest
from knative.validate.pods import pod_of

RESERVED_PORTS = {8008, 8012, 8013, 8022, 8112, 9090, 9091}
"""Of queue-proxy, its metrics and its profiler, and where it speaks TLS."""
PORT_NAMES = {"", "http1", "h2c"}
RESERVED_VARIABLES = {"PORT", "K_SERVICE", "K_CONFIGURATION", "K_REVISION"}


def _containers(service: Manifest) -> list[dict[str, Any]]:
    pod = pod_of(service)
    return pod.containers if pod else []


def one_port_is_served(service: Manifest) -> Iterator[str]:
    """`validateContainersPorts`: one port in all; we name it, rather than rely on 8080."""
    count = sum(len(container.get("ports") or []) for container in _containers(service))
    if count != 1:
        yield f"{count} container ports are set; Knative serves exactly one"


def port_is_not_reserved(service: Manifest) -> Iterator[str]:
    """`validateContainerPortBasic`."""
    for container in _containers(service):
        for port in container.get("ports") or []:
            if port.get("containerPort") in RESERVED_PORTS:
                yield f"port {port['containerPort']} belongs to queue-proxy"


def port_name_says_the_protocol(service: Manifest) -> Iterator[str]:
    """`validateContainerPorts`; and never h2c, which uvicorn does not speak."""
    for container in _containers(service):
        for port in container.get("ports") or []:
            if port.get("name", "") not in PORT_NAMES - {"h2c"}:
                yield f"the port's name {port['name']} must be http1 or absent"
            if port.get("protocol", "TCP") != "TCP":
                yield f"the port's protocol {port['protocol']} must be TCP"


def variables_are_not_reserved(service: Manifest) -> Iterator[str]:
    """`validateEnvVar`."""
    for container in _containers(service):
        for entry in container.get("env") or []:
            if entry.get("name") in RESERVED_VARIABLES:
                yield f"the variable {entry['name']} is set by Knative"


def container_name_is_not_reserved(service: Manifest) -> Iterator[str]:
    """`validate`: queue-proxy is Knative's own."""
    if any(container.get("name") == "queue-proxy" for container in _containers(service)):
        yield "a container is named queue-proxy"


def container_has_an_image(service: Manifest) -> Iterator[str]:
    """`validate`."""
    for container in _containers(service):
        if not container.get("image"):
            yield f"container {container.get('name')} has no image"


RULES = (
    one_port_is_served,
    port_is_not_reserved,
    port_name_says_the_protocol,
    variables_are_not_reserved,
    container_name_is_not_reserved,
    container_has_an_image,
)
