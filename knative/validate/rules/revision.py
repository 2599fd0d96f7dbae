"""What a revision's own fields may say."""

import re
from collections.abc import Iterator

from knative.validate.durations import go_seconds
from knative.validate.manifests import Manifest

DNS_1035 = re.compile(r"[a-z]([-a-z0-9]{0,61}[a-z0-9])?")
LONGEST = 600
"""Seconds; `max-revision-timeout-seconds` of S:config/core/configmaps/defaults.yaml."""
MOST_AT_ONCE = 1000
"""`container-concurrency-max-limit` of the same file."""
ROLLOUT = "serving.knative.dev/rollout-duration"
VISIBILITY = "networking.knative.dev/visibility"


def container_concurrency_is_in_bounds(service: Manifest) -> Iterator[str]:
    """S:pkg/apis/serving/metadata_validation.go, ValidateContainerConcurrency."""
    stated = service.at("spec", "template", "spec", "containerConcurrency", default=0)
    if not 0 <= stated <= MOST_AT_ONCE:
        yield f"containerConcurrency {stated} is not from 0 to {MOST_AT_ONCE}"


def timeouts_are_in_bounds(service: Manifest) -> Iterator[str]:
    """S:pkg/apis/serving/v1/revision_validation.go, validateTimeoutSeconds."""
    spec = service.at("spec", "template", "spec", default={})
    whole = spec.get("timeoutSeconds") or 300
    for key in ("timeoutSeconds", "responseStartTimeoutSeconds", "idleTimeoutSeconds"):
        if not 0 <= spec.get(key, 0) <= LONGEST:
            yield f"{key} {spec[key]} is not from 0 to {LONGEST}"
        elif spec.get(key, 0) > whole:
            yield f"{key} {spec[key]} is longer than timeoutSeconds {whole}"


def revision_name_has_the_services_prefix(service: Manifest) -> Iterator[str]:
    """S:pkg/apis/serving/v1/revision_validation.go, validateRevisionName."""
    name = service.at("spec", "template", "metadata", "name")
    if name is not None and not (DNS_1035.fullmatch(name) and name.startswith(f"{service.name}-")):
        yield f"the revision's name {name} must be a DNS label that begins with {service.name}-"


def rollout_is_in_whole_seconds(service: Manifest) -> Iterator[str]:
    """S:pkg/apis/serving/metadata_validation.go, ValidateRolloutDurationAnnotation."""
    stated = service.annotations.get(ROLLOUT)
    seconds = go_seconds(stated) if stated is not None else 0
    if seconds is None or seconds < 0 or seconds != int(seconds):
        yield f"rollout-duration {stated} is not a duration in whole seconds"


def visibility_is_cluster_local(service: Manifest) -> Iterator[str]:
    """S:pkg/apis/serving/v1/route_validation.go, validateClusterVisibilityLabel."""
    stated = service.labels.get(VISIBILITY)
    if stated not in {None, "cluster-local"}:
        yield f"{VISIBILITY} {stated} can only be cluster-local"


RULES = (
    container_concurrency_is_in_bounds,
    timeouts_are_in_bounds,
    revision_name_has_the_services_prefix,
    rollout_is_in_whole_seconds,
    visibility_is_cluster_local,
)
