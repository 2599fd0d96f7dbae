"""Kubernetes' HorizontalPodAutoscaler, on its own or as a class of Knative's autoscaling."""

from collections.abc import Iterator

from knative.validate.manifests import SERVING, SOURCES, Manifest, look, of_kind
from knative.validate.pods import environment, pods_of
from knative.validate.rules.autoscaling import HPA, PREFIX

REQUIRES = "resume-summary/requires"
"""The annotation that names, separated by spaces, what a cluster must have beside the core of Knative."""
SERVING_HPA, METRICS = "serving-hpa", "metrics-server"


def _of_hpa_class(manifests: tuple[Manifest, ...]) -> Iterator[Manifest]:
    for service in of_kind(manifests, SERVING, "Service"):
        if service.at("spec", "template", "metadata", "annotations", default={}).get(f"{PREFIX}class") == HPA:
            yield service


def _scalers(manifests: tuple[Manifest, ...]) -> Iterator[Manifest]:
    return of_kind(manifests, "autoscaling", "HorizontalPodAutoscaler")


def hpa_names_what_it_requires(manifests: tuple[Manifest, ...]) -> Iterator[str]:
    """The class is not in serving-core: without serving-hpa.yaml the Service never gets ready.

    An HPA without metrics-server knows no figures and does nothing.
    """
    wanted = [(each, {SERVING_HPA, METRICS}) for each in _of_hpa_class(manifests)]
    wanted += [(each, {METRICS}) for each in _scalers(manifests)]
    for manifest, needs in wanted:
        if missing := needs - set(manifest.annotations.get(REQUIRES, "").split()):
            yield f"{manifest}: the annotation {REQUIRES} does not name {', '.join(sorted(missing))}"


def hpa_services_bring_their_sink(manifests: tuple[Manifest, ...]) -> Iterator[str]:
    """A SinkBinding makes a second revision of each Service at once, and an HPA keeps a pod of the first for ever."""
    services = list(_of_hpa_class(manifests))
    for binding in of_kind(manifests, SOURCES, "SinkBinding") if services else ():
        yield f"{binding} changes {', '.join(map(str, services))} after they are made; give them K_SINK instead"
    for pod in pods_of(manifests):
        emits = pod.labels.get("resume-summary/emits") == "true"
        if pod.owner in services and emits and not any("K_SINK" in environment(c) for c in pod.containers):
            yield f"{pod.owner} has neither K_SINK nor a SinkBinding that it could have"


def hpa_follows_the_load(manifests: tuple[Manifest, ...]) -> Iterator[str]:
    """Memory does not: it is the same with one caller and with eight, and stays where one large upload has put it."""
    for service in _of_hpa_class(manifests):
        notes = look(service.data, "spec", "template", "metadata", "annotations", default={})
        if notes.get(f"{PREFIX}metric") != "cpu":
            yield f"{service}: metric {notes.get(f'{PREFIX}metric')} does not follow the load; cpu does"
    for scaler in _scalers(manifests):
        for metric in scaler.at("spec", "metrics", default=[]):
            if look(metric, "resource", "name") != "cpu":
                yield f"{scaler}: {look(metric, 'resource', 'name')} does not follow the load; cpu does"


RULES = (hpa_names_what_it_requires, hpa_services_bring_their_sink, hpa_follows_the_load)
