"""What must hold beyond the schemas.

A rule is a function whose name says what holds and whose docstring names the file of Knative that refuses the
contrary, where one does (S: knative/serving, E: knative/eventing, at the tags that the schemas are from). It yields a
sentence for each thing that is wrong. `OBJECT_RULES` look at one object, `CROSS_RULES` at all objects of an overlay.
"""

from collections.abc import Callable, Iterator, Mapping

from knative.validate.manifests import EVENTING, SERVING, SINKS, SOURCES, Manifest
from knative.validate.rules import (
    autoscaling,
    batches,
    capacity,
    channels,
    containers,
    delivery,
    domains,
    flags,
    hardening,
    hpa,
    network,
    policies,
    probes,
    references,
    revision,
    sources,
    topology,
    traffic,
    triggers,
    volumes,
)

ObjectRule = Callable[[Manifest], Iterator[str]]
CrossRule = Callable[[tuple[Manifest, ...]], Iterator[str]]

SERVICE_RULES: tuple[ObjectRule, ...] = (
    *autoscaling.RULES,
    *containers.RULES,
    *flags.RULES,
    *probes.RULES,
    *revision.RULES,
    *traffic.RULES,
    *volumes.RULES,
)
OBJECT_RULES: Mapping[tuple[str, str], tuple[ObjectRule, ...]] = {
    (SERVING, "Service"): SERVICE_RULES,
    (SERVING, "DomainMapping"): domains.RULES,
    (EVENTING, "Broker"): delivery.BROKER_RULES,
    (EVENTING, "Trigger"): (*triggers.RULES, *delivery.TRIGGER_RULES),
    (EVENTING, "EventType"): sources.EVENT_TYPE_RULES,
    (EVENTING, "EventPolicy"): policies.RULES,
    (SOURCES, "SinkBinding"): sources.SINK_BINDING_RULES,
    (SOURCES, "PingSource"): sources.PING_RULES,
    (SOURCES, "IntegrationSource"): sources.INTEGRATION_RULES,
    (SINKS, "JobSink"): sources.JOB_SINK_RULES,
}
EVERY_OBJECT_RULES: tuple[ObjectRule, ...] = hardening.RULES
CROSS_RULES: tuple[CrossRule, ...] = (
    *references.RULES,
    *topology.RULES,
    *network.RULES,
    *capacity.RULES,
    *channels.RULES,
    *hpa.RULES,
    *batches.RULES,
)
DEPLOYMENT_RULES: tuple[CrossRule, ...] = hardening.DEPLOYMENT_RULES
"""What must hold only when an overlay is really sent to a cluster."""


def rules_for(manifest: Manifest) -> tuple[ObjectRule, ...]:
    """The rules for an object of this kind."""
    return (*EVERY_OBJECT_RULES, *OBJECT_RULES.get((manifest.group, manifest.kind), ()))


def all_rules() -> tuple[ObjectRule | CrossRule, ...]:
    """Every rule once, in order."""
    by_kind = (rule for rules in OBJECT_RULES.values() for rule in rules)
    return tuple(dict.fromkeys((*EVERY_OBJECT_RULES, *by_kind, *CROSS_RULES, *DEPLOYMENT_RULES)))
