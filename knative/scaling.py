"""How many pods Knative's autoscaler wants: its arithmetic, so that the values in the manifests can be tested.

After knative/serving v1.23.0: `ResolveMetricTarget` (pkg/reconciler/autoscaling/resources/target.go), `Scale`
(pkg/autoscaler/scaling/autoscaler.go) and `applyBounds` (pkg/reconciler/autoscaling/kpa/scaler.go). Panic mode, the
averaging window and the limits on the rate of change say when the number is reached, not what it is.
"""

import math

DEFAULT_TARGET = 100
"""`container-concurrency-target-default`: what one pod takes where nothing bounds it."""
DEFAULT_UTILISATION = 70
"""`container-concurrency-target-percentage`: how full a pod may be before there is another."""
LOWEST_TARGET = 0.01


def target_per_pod(
    *, container_concurrency: int, target: float | None = None, utilisation: float = DEFAULT_UTILISATION
) -> float:
    """The requests at once that the autoscaler aims for in each pod.

    `container_concurrency` 0 bounds nothing; `target` is the annotation of that name, None if there is none;
    `utilisation` is in per cent.
    """
    total = container_concurrency or DEFAULT_TARGET if target is None else target
    if container_concurrency:
        total = min(total, container_concurrency)
    return max(LOWEST_TARGET, total * utilisation / 100)


def desired_pods(
    concurrency: float,
    *,
    container_concurrency: int,
    target: float | None = None,
    utilisation: float = DEFAULT_UTILISATION,
    min_scale: int = 0,
    max_scale: int = 0,
) -> int:
    """The pods for an average of `concurrency` requests at once; `max_scale` 0 is no limit.

    Without any requests it is `min_scale`; with some it is never less than one.
    """
    aim = target_per_pod(container_concurrency=container_concurrency, target=target, utilisation=utilisation)
    pods = max(math.ceil(concurrency / aim), min_scale)
    return min(pods, max_scale) if max_scale else pods
