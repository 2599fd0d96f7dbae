"""What one object says of another."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from knative.validate.manifests import EVENTING, SERVING, SOURCES, Manifest, find, look, of_kind
from knative.validate.pods import environment, pods_of
from knative.validate.rules.hardening import NAMESPACE

INSIDE = re.compile(rf"http://([\w-]+)\.{NAMESPACE}\.svc\.cluster\.local\b")


def triggers_have_their_broker(manifests: tuple[Manifest, ...]) -> Iterator[str]:
    """A Trigger of a Broker that is not there waits for ever."""
    for trigger in of_kind(manifests, EVENTING, "Trigger"):
        if not find(manifests, EVENTING, "Broker", str(trigger.at("spec", "broker"))):
            yield f"{trigger}: there is no Broker {trigger.at('spec', 'broker')}"


def references_lead_somewhere(manifests: tuple[Manifest, ...]) -> Iterator[str]:
    """Subscribers, sinks, dead letter sinks, targets: each apiVersion, kind and name is an object of the overlay."""
    known = {(each.group, each.kind, each.name) for each in manifests}
    for manifest in manifests:
        for reference in _references(manifest.data.get("spec")):
            wanted = (str(reference["apiVersion"]).rpartition("/")[0], reference["kind"], reference["name"])
            if reference.get("namespace", NAMESPACE) == NAMESPACE and wanted not in known:
                yield f"{manifest}: there is no {reference['kind']} {reference['name']}"


def _references(data: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(data, Mapping):
        if {"apiVersion", "kind", "name"} <= set(data):
            yield data
        for inner in data.values():
            yield from _references(inner)
    elif isinstance(data, list):
        for inner in data:
            yield from _references(inner)


def bindings_reach_an_emitter(manifests: tuple[Manifest, ...]) -> Iterator[str]:
    """A SinkBinding that selects nothing leaves every function without K_SINK, and nobody notices."""
    for binding in of_kind(manifests, SOURCES, "SinkBinding"):
        wanted = look(binding.data, "spec", "subject", "selector", "matchLabels", default={})
        if wanted and not any(
            wanted.items() <= each.labels.items() for each in of_kind(manifests, SERVING, "Service")
        ):
            yield f"{binding}: no Service has the labels {dict(wanted)}"


def service_accounts_exist(manifests: tuple[Manifest, ...]) -> Iterator[str]:
    """A pod of an account that is not there is never made."""
    for pod in pods_of(manifests):
        account = str(pod.spec.get("serviceAccountName", "default"))
        if not find(manifests, "", "ServiceAccount", account):
            yield f"{pod.owner}: there is no ServiceAccount {account}"


def addresses_name_a_service(manifests: tuple[Manifest, ...]) -> Iterator[str]:
    """Addresses inside the cluster, in variables and commands, are those of Services."""
    served = {each.name for each in manifests if each.kind == "Service"}
    for pod in pods_of(manifests):
        for container in pod.containers:
            text = " ".join([*environment(container).values(), *map(str, container.get("command") or [])])
            for name in INSIDE.findall(text):
                if name not in served:
                    yield f"{pod.owner}: there is no Service {name}"


def services_select_a_pod(manifests: tuple[Manifest, ...]) -> Iterator[str]:
    """A Service in front of nothing."""
    for service in of_kind(manifests, "", "Service"):
        wanted = service.at("spec", "selector", default={})
        if not any(wanted.items() <= pod.labels.items() for pod in pods_of(manifests)):
            yield f"{service}: no pod has the labels {dict(wanted)}"


def domains_are_claimed(manifests: tuple[Manifest, ...]) -> Iterator[str]:
    """S:pkg/reconciler/domainmapping: without a claim the mapping never becomes ready."""
    for mapping in of_kind(manifests, SERVING, "DomainMapping"):
        if not find(manifests, "networking.internal.knative.dev", "ClusterDomainClaim", mapping.name):
            yield f"{mapping}: there is no ClusterDomainClaim of this name"


RULES = (
    triggers_have_their_broker,
    references_lead_somewhere,
    bindings_reach_an_emitter,
    service_accounts_exist,
    addresses_name_a_service,
    services_select_a_pod,
    domains_are_claimed,
)
