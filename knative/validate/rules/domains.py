"""Names of one's own. Ported from S:pkg/apis/serving/v1beta1/domainmapping_validation.go."""

import re
from collections.abc import Iterator

from knative.validate.manifests import Manifest

DOMAIN = re.compile(r"[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)+")


def domain_is_fully_qualified(mapping: Manifest) -> Iterator[str]:
    """`validateMetadata`."""
    if not DOMAIN.fullmatch(mapping.name):
        yield f"{mapping.name} is not a fully qualified domain name"


def domain_is_not_the_clusters_own(mapping: Manifest) -> Iterator[str]:
    """`validateMetadata`."""
    if mapping.name.endswith(".cluster.local"):
        yield f"{mapping.name} is a name inside the cluster"


RULES = (domain_is_fully_qualified, domain_is_not_the_clusters_own)
