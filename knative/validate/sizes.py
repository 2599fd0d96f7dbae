"""What an overlay asks of a cluster's nodes."""

from dataclasses import dataclass
from math import ceil

from knative.validate.manifests import SINKS, Manifest
from knative.validate.pods import Pod, pods_of
from knative.validate.rules.capacity import largest_scale, needs_of

MEBIBYTE = 2**20


@dataclass(frozen=True, slots=True)
class Size:
    """What the scheduler must find free: cores, and memory in bytes."""

    cpu: float
    memory: float

    def __str__(self) -> str:
        """Such as "1.45 CPU, 1302 MiB", cores rounded up to what surely has to be free."""
        hundredths = ceil(round(self.cpu * 1000) / 10)
        return f"{hundredths / 100:.2f} CPU, {self.memory / MEBIBYTE:.0f} MiB"


def size_to_start(manifests: tuple[Manifest, ...]) -> Size:
    """One pod of everything but Jobs: what has to fit for a deployment to get ready."""
    return _sum([(pod, 1) for pod in pods_of(manifests) if _is_served(pod)])


def size_at_most(manifests: tuple[Manifest, ...]) -> Size:
    """Every pod that there can be at once, a Job of a batch included."""
    return _sum([(pod, largest_scale(pod, manifests)) for pod in pods_of(manifests)])


def _is_served(pod: Pod) -> bool:
    return pod.owner.group not in {SINKS, "batch"}


def _sum(pods: list[tuple[Pod, int]]) -> Size:
    return Size(
        sum(number * needs_of(pod, "requests.cpu") for pod, number in pods),
        sum(number * needs_of(pod, "requests.memory") for pod, number in pods),
    )
