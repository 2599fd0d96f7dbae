"""The manifests as their files have them, with the images named as an overlay names them: no kustomize needed."""

import re
from functools import cache
from pathlib import Path

from knative.validate.manifests import Manifest, parse

KNATIVE = Path(__file__).parents[2] / "knative"
ALSO = (
    "components/warm/600-pod-disruption-budget.yaml",
    "components/event-policy/620-event-policy-broker.yaml",
    "overlays/production/700-cluster-domain-claim.yaml",
    "overlays/production/701-domain-mapping.yaml",
)
"""Objects that only some overlays have."""


@cache
def shipped() -> tuple[Manifest, ...]:
    """The base, and one object of each kind that only overlays have."""
    files = [*sorted((KNATIVE / "base").rglob("[0-9][0-9][0-9]-*.yaml")), *(KNATIVE / path for path in ALSO)]
    return tuple(
        each for file in files for each in parse(_with_tagged_images(file.read_text(encoding="utf-8")))
    )


def _with_tagged_images(text: str) -> str:
    return re.sub(r"image: ([\w-]+)$", r"image: dev.local/\1:dev", text, flags=re.MULTILINE)
