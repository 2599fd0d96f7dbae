"""The events of the code and the objects that carry them."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from functions.common.events.schemas import read_schema
from functions.common.events.types import PING, TYPES
from knative.validate.durations import iso_seconds
from knative.validate.manifests import EVENTING, SERVING, SOURCES, Manifest, find, look, of_kind
from knative.validate.pods import environment, pod_of, pods_of
from knative.validate.rules.delivery import delivery_of
from knative.validate.rules.revision import VISIBILITY
from knative.validate.rules.triggers import filters_of

COMPARISONS: Mapping[str, Callable[[str, str], bool]] = {
    "exact": lambda stated, wanted: stated == wanted,
    "prefix": lambda stated, wanted: stated.startswith(wanted),
    "suffix": lambda stated, wanted: stated.endswith(wanted),
}


def passes(condition: Mapping[str, Any], attributes: Mapping[str, str]) -> bool:
    """Whether a filter lets an event with these attributes through (all dialects but cesql)."""
    return all(_passes(dialect, value, attributes) for dialect, value in condition.items())


def _passes(dialect: str, value: Any, attributes: Mapping[str, str]) -> bool:
    if dialect in {"all", "any"}:
        inner = [passes(each, attributes) for each in value]
        return all(inner) if dialect == "all" else any(inner)
    if dialect == "not":
        return not passes(value, attributes)
    compare = COMPARISONS[dialect]
    return all(compare(attributes.get(name, ""), wanted) for name, wanted in value.items())


def hears(trigger: Manifest, event_type: str) -> bool:
    """Whether events of this type pass the Trigger."""
    return all(passes(each, {"type": event_type}) for each in filters_of(trigger))


def _has_broker(manifests: tuple[Manifest, ...]) -> bool:
    return any(of_kind(manifests, EVENTING, "Broker"))


def every_event_is_declared(manifests: tuple[Manifest, ...]) -> Iterator[str]:
    """An EventType with the schema's address for each type of the code, and none beside them."""
    declared = {
        each.at("spec", "type"): each.at("spec", "schema")
        for each in of_kind(manifests, EVENTING, "EventType")
    }
    for event_type in TYPES if _has_broker(manifests) else ():
        address = read_schema(event_type)["$id"]
        if declared.get(event_type) != address:
            yield f"no EventType says {event_type} with the schema {address}"
    for event_type in sorted(set(declared) - set(TYPES)):
        yield f"the EventType {event_type} is of no event of the code"


def every_event_is_heard(manifests: tuple[Manifest, ...]) -> Iterator[str]:
    """At least one Trigger for each type."""
    triggers = list(of_kind(manifests, EVENTING, "Trigger"))
    for event_type in TYPES if _has_broker(manifests) else ():
        if not any(hears(trigger, event_type) for trigger in triggers):
            yield f"no Trigger hears {event_type}"


def every_trigger_hears_something(manifests: tuple[Manifest, ...]) -> Iterator[str]:
    """A Trigger whose filter matches no type of the code is misspelled."""
    for trigger in of_kind(manifests, EVENTING, "Trigger"):
        if not any(hears(trigger, event_type) for event_type in (*TYPES, PING)):
            yield f"{trigger} hears none of the code's events"


def delivery_ends_before_the_request(manifests: tuple[Manifest, ...]) -> Iterator[str]:
    """A delivery that outlives its request is tried again while the work goes on."""
    for trigger in of_kind(manifests, EVENTING, "Trigger"):
        name = str(trigger.at("spec", "subscriber", "ref", "name"))
        service = find(manifests, SERVING, "Service", name)
        timeout = iso_seconds(str(delivery_of(trigger).get("timeout", "PT0S"))) or 0
        longest = (
            service.at("spec", "template", "spec", "timeoutSeconds", default=300) if service else timeout + 1
        )
        if timeout >= longest:
            yield f"{trigger}: the delivery's timeout {timeout:g} s is not shorter than the Service's {longest} s"


def open_events_stay_inside(manifests: tuple[Manifest, ...]) -> Iterator[str]:
    """A function that takes events without a key cannot be reached from outside the cluster."""
    for service in of_kind(manifests, SERVING, "Service"):
        pod = pod_of(service)
        is_open = pod and any(
            environment(container).get("EVENTS_OPEN") == "true" for container in pod.containers
        )
        mapped = any(look(each.data, "spec", "ref", "name") == service.name for each in _mappings(manifests))
        if is_open and (service.labels.get(VISIBILITY) != "cluster-local" or mapped):
            yield f"{service} takes events without a key, and can be reached from outside"


def events_are_signed(manifests: tuple[Manifest, ...]) -> Iterator[str]:
    """The gateway for the cluster's own calls lets everybody in: who takes events without a key checks signatures.

    And then whoever sends to it has to sign, replies, replays and the Job's included.
    """
    for pod in pods_of(manifests) if _has_broker(manifests) else ():
        for container in pod.containers:
            is_open = environment(container).get("EVENTS_OPEN") == "true"
            sends = pod.labels.get("resume-summary/emits") == "true"
            if (is_open or sends) and not _comes_from_a_secret(container, "EVENT_KEY"):
                yield f"{pod.owner} has no EVENT_KEY from a Secret to sign and check events with"


def _comes_from_a_secret(container: Mapping[str, Any], variable: str) -> bool:
    entries = [entry for entry in container.get("env") or [] if entry.get("name") == variable]
    return any(look(entry, "valueFrom", "secretKeyRef", "name") for entry in entries)


def _mappings(manifests: tuple[Manifest, ...]) -> Iterator[Manifest]:
    return of_kind(manifests, SERVING, "DomainMapping")


def receivers_take_events_without_a_key(manifests: tuple[Manifest, ...]) -> Iterator[str]:
    """No broker and no source of Knative sends an API key: a receiver that asks for one refuses every event."""
    sources = [(each, "subscriber") for each in of_kind(manifests, EVENTING, "Trigger")]
    sources += [(each, "sink") for each in of_kind(manifests, SOURCES, "PingSource")]
    for source, field in sources:
        service = find(manifests, SERVING, "Service", str(source.at("spec", field, "ref", "name")))
        pod = pod_of(service) if service else None
        if pod and not any(
            environment(container).get("EVENTS_OPEN") == "true" for container in pod.containers
        ):
            yield f"{source} sends to {pod.owner}, which asks for an API key"


RULES = (
    every_event_is_declared,
    every_event_is_heard,
    every_trigger_hears_something,
    delivery_ends_before_the_request,
    open_events_stay_inside,
    events_are_signed,
    receivers_take_events_without_a_key,
)
