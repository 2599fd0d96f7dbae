"""How a Service divides its traffic. Ported from S:pkg/apis/serving/v1/route_validation.go."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from knative.validate.manifests import Manifest
from knative.validate.rules.revision import DNS_1035


def _targets(service: Manifest) -> list[dict[str, Any]]:
    return list(service.at("spec", "traffic", default=[]))


def traffic_sums_to_a_hundred(service: Manifest) -> Iterator[str]:
    """`validateTrafficList`."""
    targets = _targets(service)
    percents = [target.get("percent", 0) for target in targets]
    if targets and (sum(percents) != 100 or not all(0 <= percent <= 100 for percent in percents)):
        yield f"traffic is divided into {percents}, which does not make 100"


def tags_are_unique_labels(service: Manifest) -> Iterator[str]:
    """`validateTrafficList`."""
    for tag, times in Counter(target["tag"] for target in _targets(service) if target.get("tag")).items():
        if not DNS_1035.fullmatch(tag) or times > 1:
            yield f"tag {tag} is used {times} times, or is not a DNS label"


def target_is_a_revision_or_the_latest(service: Manifest) -> Iterator[str]:
    """`validateLatestRevision`, `validateRevisionAndConfiguration`."""
    for target in _targets(service):
        if bool(target.get("revisionName")) == bool(target.get("latestRevision")):
            yield "a traffic target needs either a revisionName or latestRevision: true"
        if target.get("configurationName") or target.get("url"):
            yield "a Service's traffic target takes no configurationName and no url"


RULES = (traffic_sums_to_a_hundred, tags_are_unique_labels, target_is_a_revision_or_the_latest)
