"""Autoscaling annotations. Ported from S:pkg/apis/autoscaling/annotation_validation.go unless another file is named."""

from collections.abc import Iterator, Mapping

from knative.validate.durations import go_seconds
from knative.validate.manifests import Manifest, look

PREFIX = "autoscaling.knative.dev/"
KPA, HPA = f"kpa.{PREFIX[:-1]}", f"hpa.{PREFIX[:-1]}"
KNOWN = {
    "class", "metric", "min-scale", "max-scale", "initial-scale", "activation-scale", "target",
    "target-utilization-percentage", "target-burst-capacity", "window", "panic-window-percentage",
    "panic-threshold-percentage", "scale-down-delay", "scale-to-zero-pod-retention-period",
    "metric-aggregation-algorithm",
}  # fmt: skip
"""S:pkg/apis/autoscaling/register.go. The webhook lets any other name pass, and it does nothing."""
BOUNDS: Mapping[str, tuple[float, float]] = {
    "target": (0.01, float("inf")),
    "target-utilization-percentage": (1, 100),
    "panic-window-percentage": (1, 100),
    "panic-threshold-percentage": (110, 1000),
}
HOUR = 3600
DURATIONS: Mapping[str, tuple[float, float]] = {
    "window": (6, HOUR),
    "scale-down-delay": (0, HOUR),
    "scale-to-zero-pod-retention-period": (0, HOUR),
}
"""Seconds. The first two take whole seconds only."""


def _annotations(service: Manifest) -> dict[str, str]:
    stated = look(service.data, "spec", "template", "metadata", "annotations", default={})
    return {key.removeprefix(PREFIX): str(value) for key, value in stated.items() if key.startswith(PREFIX)}


def _whole(text: str | None) -> int | None:
    return int(text) if text is not None and text.isdecimal() else None


def autoscaling_stands_in_the_template(service: Manifest) -> Iterator[str]:
    """S:pkg/apis/serving/metadata_validation.go, ValidateHasNoAutoscalingAnnotation."""
    for key in service.annotations:
        if key.startswith(PREFIX):
            yield f"{key} must stand under spec.template.metadata.annotations"


def autoscaling_annotations_are_known(service: Manifest) -> Iterator[str]:
    """Ours: a misspelled annotation is accepted and does nothing."""
    for key in sorted(_annotations(service).keys() - KNOWN):
        yield f"{PREFIX}{key} is not an annotation of the autoscaler"


def class_is_one_of_two(service: Manifest) -> Iterator[str]:
    """`validateClass`."""
    chosen = _annotations(service).get("class", KPA)
    if chosen.endswith(PREFIX[:-1]) and chosen not in {KPA, HPA}:
        yield f"class {chosen} is neither {KPA} nor {HPA}"


def metric_suits_the_class(service: Manifest) -> Iterator[str]:
    """`validateMetric`."""
    stated = _annotations(service)
    metric, chosen = stated.get("metric"), stated.get("class", KPA)
    if metric is not None and chosen == KPA and metric not in {"concurrency", "rps"}:
        yield f"metric {metric!r} is not one of Knative's autoscaler: concurrency, rps"
    if metric == "" and chosen == HPA:
        yield "metric is empty"


def scales_are_in_order(service: Manifest) -> Iterator[str]:
    """`getIntGE0`, `validateMinMaxScale`."""
    stated = _annotations(service)
    for key in ("min-scale", "max-scale"):
        if key in stated and _whole(stated[key]) is None:
            yield f"{key} {stated[key]!r} is not a whole number of at least 0"
    low, high = _whole(stated.get("min-scale")) or 0, _whole(stated.get("max-scale")) or 0
    if high and high < low:
        yield f"max-scale {high} is less than min-scale {low}"


def activation_scale_is_two_or_more(service: Manifest) -> Iterator[str]:
    """`validateMinMaxScale`: the least number of pods after zero; 1 is spelled by leaving it out."""
    stated = _annotations(service)
    if "activation-scale" not in stated:
        return
    scale = _whole(stated["activation-scale"])
    low, high = _whole(stated.get("min-scale")) or 0, _whole(stated.get("max-scale")) or 0
    if scale is None or scale < 2 or scale < low or (high and scale > high):
        yield f"activation-scale {stated['activation-scale']} must be at least 2 and between min-scale and max-scale"


def initial_scale_is_one_or_more(service: Manifest) -> Iterator[str]:
    """`validateInitialScale`: 0 is refused unless the operator allows it."""
    stated = _annotations(service).get("initial-scale")
    if stated is not None and not _whole(stated):
        yield f"initial-scale {stated} is not a whole number of at least 1"


def autoscaling_numbers_are_in_bounds(service: Manifest) -> Iterator[str]:
    """`validateFloats`."""
    stated = _annotations(service)
    for key, (low, high) in BOUNDS.items():
        number = _number(stated.get(key, str(low)))
        if number is None or not low <= number <= high:
            yield f"{key} {stated[key]} is not a number from {low:g} to {high:g}"
    burst = _number(stated.get("target-burst-capacity", "0"))
    if burst is None or (burst < 0 and burst != -1):
        yield f"target-burst-capacity {stated['target-burst-capacity']} is neither -1 nor at least 0"


def autoscaling_durations_are_in_bounds(service: Manifest) -> Iterator[str]:
    """`validateWindow`, `validateScaleDownDelay`, `validateLastPodRetention`."""
    stated = _annotations(service)
    for key, (low, high) in DURATIONS.items():
        if key not in stated:
            continue
        seconds = go_seconds(stated[key])
        if seconds is None or not low <= seconds <= high:
            yield f"{key} {stated[key]} is not a duration from {low:g}s to {high:g}s"
        elif key != "scale-to-zero-pod-retention-period" and seconds != int(seconds):
            yield f"{key} {stated[key]} is not in whole seconds"


def aggregation_is_known(service: Manifest) -> Iterator[str]:
    """`validateAlgorithm`."""
    chosen = _annotations(service).get("metric-aggregation-algorithm", "linear")
    if chosen not in {"linear", "weighted-exponential", "weightedExponential"}:
        yield f"metric-aggregation-algorithm {chosen} is neither linear nor weighted-exponential"


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


RULES = (
    autoscaling_stands_in_the_template,
    autoscaling_annotations_are_known,
    class_is_one_of_two,
    metric_suits_the_class,
    scales_are_in_order,
    activation_scale_is_two_or_more,
    initial_scale_is_one_or_more,
    autoscaling_numbers_are_in_bounds,
    autoscaling_durations_are_in_bounds,
    aggregation_is_known,
)
