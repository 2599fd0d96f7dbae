"""The ladder: how many pods there are for so many requests at once."""

import pytest

from knative.scaling import desired_pods, target_per_pod

# Pods for 1, 2, 3, 4 and 6 requests at once, at most three, by containerConcurrency and utilisation.
LADDER = [
    (1, 70, (2, 3, 3, 3, 3)),
    (1, 100, (1, 2, 3, 3, 3)),
    (2, 70, (1, 2, 3, 3, 3)),
    (2, 100, (1, 1, 2, 2, 3)),
    (0, 70, (1, 1, 1, 1, 1)),
]


@pytest.mark.parametrize(("container_concurrency", "utilisation", "pods"), LADDER)
def test_the_ladder_is_the_autoscalers(
    container_concurrency: int, utilisation: float, pods: tuple[int, ...]
) -> None:
    assert pods == tuple(
        desired_pods(
            concurrency, container_concurrency=container_concurrency, utilisation=utilisation, max_scale=3
        )
        for concurrency in (1, 2, 3, 4, 6)
    )


@pytest.mark.parametrize(("min_scale", "pods"), [(0, 0), (1, 1)])
def test_without_requests_only_the_lower_bound_is_left(min_scale: int, pods: int) -> None:
    assert desired_pods(0, container_concurrency=2, min_scale=min_scale, max_scale=3) == pods


def test_the_smallest_trickle_needs_a_pod() -> None:
    assert desired_pods(0.001, container_concurrency=2, max_scale=3) == 1


def test_without_an_upper_bound_pods_follow_the_requests() -> None:
    assert desired_pods(1000, container_concurrency=2, utilisation=100) == 500


@pytest.mark.parametrize(
    ("container_concurrency", "target", "aim"),
    [(0, None, 70), (0, 50, 35), (4, None, 2.8), (4, 2, 1.4), (4, 200, 2.8), (0, 0.001, 0.01)],
)
def test_an_annotated_target_counts_as_far_as_a_pod_takes_it(
    container_concurrency: int, target: float | None, aim: float
) -> None:
    assert target_per_pod(container_concurrency=container_concurrency, target=target) == pytest.approx(aim)
