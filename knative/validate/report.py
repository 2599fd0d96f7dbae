"""Everything that is checked of an overlay, and what was found."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from knative.validate.manifests import Manifest
from knative.validate.pods import job_of
from knative.validate.rules import CROSS_RULES, DEPLOYMENT_RULES, rules_for
from knative.validate.schemas import Schemas
from knative.validate.sizes import Size, size_at_most, size_to_start

OVERLAYS = Path(__file__).parents[1] / "overlays"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong: the rule that says so, and a sentence."""

    rule: str
    complaint: str

    def __str__(self) -> str:
        """As it is printed."""
        return f"{self.complaint}   [{self.rule}]"


@dataclass(frozen=True, slots=True)
class Report:
    """What was checked of one overlay. `unknown` are the objects for whose kind there is no schema here.

    `start` and `most` are what it asks of a cluster.
    """

    overlay: str
    objects: int
    unknown: tuple[str, ...]
    checks: int
    findings: tuple[Finding, ...]
    start: Size
    most: Size


def overlays() -> tuple[str, ...]:
    """The names of all overlays."""
    return tuple(sorted(folder.name for folder in OVERLAYS.iterdir() if folder.is_dir()))


def check_overlay(
    name: str, manifests: tuple[Manifest, ...], schemas: Schemas, *, deployable: bool = False
) -> Report:
    """Check all of what an overlay renders.

    `deployable` asks also for what matters only when it is really sent to a cluster.
    """
    findings = (*schema_findings(manifests, schemas), *rule_findings(manifests, deployable=deployable))
    across = len(CROSS_RULES) + (len(DEPLOYMENT_RULES) if deployable else 0)
    checks = sum(len(rules_for(manifest)) for manifest in manifests) + across
    unknown = tuple(str(manifest) for manifest in manifests if not schemas.knows(manifest))
    sizes = size_to_start(manifests), size_at_most(manifests)
    return Report(name, len(manifests), unknown, checks, findings, *sizes)


def schema_findings(manifests: tuple[Manifest, ...], schemas: Schemas) -> Iterator[Finding]:
    """What the schemas refuse, the Job inside a JobSink included."""
    for manifest in manifests:
        for part in filter(None, (manifest, job_of(manifest))):
            for complaint in schemas.complaints(part):
                yield Finding("schema", f"{manifest}: {complaint}")


def rule_findings(
    manifests: tuple[Manifest, ...], *, deployable: bool = False, only: str = ""
) -> Iterator[Finding]:
    """What the rules find, or the rule of the name `only`."""
    for manifest in manifests:
        for rule in rules_for(manifest):
            if only in {"", rule.__name__}:
                for complaint in rule(manifest):
                    yield Finding(rule.__name__, f"{manifest}: {complaint}")
    for across in (*CROSS_RULES, *(DEPLOYMENT_RULES if deployable else ())):
        if only in {"", across.__name__}:
            for complaint in across(manifests):
                yield Finding(across.__name__, complaint)
