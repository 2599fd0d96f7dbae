"""The pods that objects make, whatever kind of object it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from knative.validate.manifests import SERVING, SINKS, Manifest, look

TEMPLATES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("apps", "Deployment"): ("spec", "template"),
    ("batch", "Job"): ("spec", "template"),
    ("batch", "CronJob"): ("spec", "jobTemplate", "spec", "template"),
    (SERVING, "Service"): ("spec", "template"),
    (SINKS, "JobSink"): ("spec", "job", "spec", "template"),
}
"""Where each kind keeps its pod template."""


@dataclass(frozen=True, slots=True)
class Pod:
    """A pod template of an object."""

    owner: Manifest
    template: Mapping[str, Any]

    @property
    def spec(self) -> Mapping[str, Any]:
        """The pod's spec."""
        return dict(look(self.template, "spec", default={}))

    @property
    def containers(self) -> list[dict[str, Any]]:
        """Its containers."""
        return list(self.spec.get("containers") or [])

    @property
    def volumes(self) -> dict[str, dict[str, Any]]:
        """Its volumes by name."""
        return {str(volume.get("name")): volume for volume in self.spec.get("volumes") or []}

    @property
    def labels(self) -> Mapping[str, str]:
        """The pod's labels, with the one that Knative adds."""
        labels = dict(look(self.template, "metadata", "labels", default={}))
        knative = {f"{SERVING}/service": self.owner.name} if self.owner.group == SERVING else {}
        return labels | knative

    @property
    def annotations(self) -> Mapping[str, str]:
        """The pod's annotations."""
        return dict(look(self.template, "metadata", "annotations", default={}))


def pod_of(manifest: Manifest) -> Pod | None:
    """The pod template of an object, if it makes pods."""
    path = TEMPLATES.get((manifest.group, manifest.kind))
    template = manifest.at(*path) if path else None
    return Pod(manifest, template) if isinstance(template, Mapping) else None


def pods_of(manifests: tuple[Manifest, ...]) -> Iterator[Pod]:
    """Every pod template of these objects."""
    return (pod for pod in map(pod_of, manifests) if pod)


def environment(container: Mapping[str, Any]) -> dict[str, str]:
    """The variables of a container that have a value in the manifest."""
    return {
        str(entry.get("name")): str(entry["value"])
        for entry in container.get("env") or []
        if "value" in entry
    }


def quantity(text: object) -> float:
    """A Kubernetes quantity as a number: cores, or bytes. Raises `ValueError` for what is none."""
    word = str(text)
    units = {"Ki": 2**10, "Mi": 2**20, "Gi": 2**30, "Ti": 2**40, "m": 1e-3, "k": 1e3, "M": 1e6, "G": 1e9}
    for unit, factor in units.items():
        if word.endswith(unit):
            return float(word.removesuffix(unit)) * factor
    return float(word)


def job_of(manifest: Manifest) -> Manifest | None:
    """The Job that a JobSink makes for each event: its own schema lets anything pass there."""
    job = manifest.at("spec", "job") if manifest.matches(SINKS, "JobSink") else None
    return Manifest({"apiVersion": "batch/v1", "kind": "Job", **job}) if isinstance(job, Mapping) else None
