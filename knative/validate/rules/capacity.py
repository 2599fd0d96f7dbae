"""Sums: what everything needs at its largest, and how long things take."""

from collections.abc import Iterator
from itertools import product
from typing import Any

from knative.validate.manifests import SERVING, SINKS, Manifest, look, of_kind
from knative.validate.pods import Pod, environment, pods_of, quantity

QUEUE = "queue.sidecar.serving.knative.dev/"
DRAIN = 30
"""Seconds without a request before queue-proxy lets the app end (S:pkg/queue/sharedmain/main.go)."""
LAST_WORDS = 25
"""Seconds for what the app flushes when it ends, with a margin (functions/common/serve.py, GRACE)."""
RESOURCES = ("requests.cpu", "requests.memory", "limits.cpu", "limits.memory")


def _needs(container: dict[str, Any], resource: str) -> float:
    kind, name = resource.split(".")
    return quantity(look(container, "resources", kind, name, default=0))


def _queue_needs(pod: Pod, resource: str) -> float:
    kind, name = resource.split(".")
    return quantity(pod.annotations.get(f"{QUEUE}{name}-resource-{kind.rstrip('s')}", "0"))


def needs_of(pod: Pod, resource: str) -> float:
    """What one pod needs of a resource such as requests.cpu, its queue-proxy included."""
    return sum(_needs(each, resource) for each in pod.containers) + _queue_needs(pod, resource)


def largest_scale(pod: Pod, manifests: tuple[Manifest, ...]) -> int:
    """How many of these pods there can be at once."""
    owner = pod.owner
    if owner.group == SERVING:
        stated = pod.annotations.get("autoscaling.knative.dev/max-scale", "0")
        return int(stated) if stated.isdecimal() else 0
    if owner.group == SINKS:
        return int(owner.at("spec", "job", "spec", "parallelism", default=1))
    for scaler in of_kind(manifests, "autoscaling", "HorizontalPodAutoscaler"):
        if scaler.at("spec", "scaleTargetRef", "name") == owner.name:
            return int(scaler.at("spec", "maxReplicas", default=1))
    return int(owner.at("spec", "replicas", default=1))


def quota_admits_the_largest_scale(manifests: tuple[Manifest, ...]) -> Iterator[str]:
    """Else the last pods of a busy hour are refused, which looks like a scaler that does not scale."""
    for quota in of_kind(manifests, "", "ResourceQuota"):
        for resource in RESOURCES:
            needed = sum(
                largest_scale(pod, manifests) * needs_of(pod, resource) for pod in pods_of(manifests)
            )
            if needed > quantity(quota.at("spec", "hard", default={}).get(resource, "0")):
                yield f"{quota}: {resource} is less than the {needed:g} that everything needs at its largest"


def queue_proxies_state_their_resources(manifests: tuple[Manifest, ...]) -> Iterator[str]:
    """Under a quota a queue-proxy without them is refused (S:config/core/configmaps/deployment.yaml sets one only)."""
    for pod in pods_of(manifests):
        for resource in RESOURCES if pod.owner.group == SERVING else ():
            if not _queue_needs(pod, resource):
                yield f"{pod.owner}: no {QUEUE} annotation sets {resource}"


def limits_fit_the_range(manifests: tuple[Manifest, ...]) -> Iterator[str]:
    """The LimitRange refuses a container that wants more."""
    for limits in of_kind(manifests, "", "LimitRange"):
        largest = _largest_container(limits)
        for pod in pods_of(manifests):
            for container, name in product(pod.containers, ("cpu", "memory")):
                if _needs(container, f"limits.{name}") > quantity(largest.get(name, "1Ti")):
                    yield f"{pod.owner}: the limit of {name} is above the LimitRange's"


def _largest_container(limits: Manifest) -> dict[str, str]:
    entries = limits.at("spec", "limits", default=[])
    return next((dict(each.get("max") or {}) for each in entries if each.get("type") == "Container"), {})


def every_function_has_a_largest_scale(manifests: tuple[Manifest, ...]) -> Iterator[str]:
    """Knative's own default is no limit."""
    for pod in pods_of(manifests):
        if pod.owner.group == SERVING and not largest_scale(pod, manifests):
            yield f"{pod.owner}: max-scale is not set"


def time_suffices_to_finish(manifests: tuple[Manifest, ...]) -> Iterator[str]:
    """A pod is killed timeoutSeconds after it was told to end: the longest request, the drain, the last words."""
    for pod in pods_of(manifests):
        for container in pod.containers:
            deadline = float(environment(container).get("DEADLINE", "0"))
            grace = pod.spec.get("timeoutSeconds", pod.spec.get("terminationGracePeriodSeconds", 30))
            drain = DRAIN if pod.owner.group == SERVING else 0
            if deadline and grace < deadline + drain + LAST_WORDS:
                yield f"{pod.owner}: {grace} s do not hold the deadline {deadline:g}, a drain and the last words"


def memory_holds_what_tmp_may_hold(manifests: tuple[Manifest, ...]) -> Iterator[str]:
    """An emptyDir in memory counts against the container's limit, and one without a size has none."""
    for pod in pods_of(manifests):
        folders = [volume["emptyDir"] for volume in pod.volumes.values() if "emptyDir" in volume]
        if not all((folder or {}).get("sizeLimit") for folder in folders):
            yield f"{pod.owner}: an emptyDir has no sizeLimit"
        held = sum(
            quantity(each.get("sizeLimit", "0"))
            for each in folders
            if each and each.get("medium") == "Memory"
        )
        for container in pod.containers:
            if held and _needs(container, "requests.memory") + held > _needs(container, "limits.memory"):
                yield f"{pod.owner}: the memory limit does not hold the request and a full /tmp"


RULES = (
    quota_admits_the_largest_scale,
    queue_proxies_state_their_resources,
    limits_fit_the_range,
    every_function_has_a_largest_scale,
    time_suffices_to_finish,
    memory_holds_what_tmp_may_hold,
)
