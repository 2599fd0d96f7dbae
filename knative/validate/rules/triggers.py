"""What a Trigger may say. Ported from E:pkg/apis/eventing/v1/trigger_validation.go."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from knative.validate.manifests import Manifest

DIALECTS = {"exact", "prefix", "suffix", "all", "any", "not", "cesql"}
ATTRIBUTE = re.compile(r"[a-z][a-z0-9]*")


def filters_of(trigger: Manifest) -> list[dict[str, Any]]:
    """The filters at the top, all of which must let an event pass."""
    return list(trigger.at("spec", "filters", default=[]))


def _every(filters: list[dict[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for each in filters:
        yield each
        yield from _every([*(each.get("all") or []), *(each.get("any") or [])])
        if isinstance(each.get("not"), Mapping):
            yield from _every([each["not"]])


def trigger_has_broker_and_subscriber(trigger: Manifest) -> Iterator[str]:
    """`TriggerSpec.Validate`."""
    if not trigger.at("spec", "broker"):
        yield "broker is missing"
    subscriber = trigger.at("spec", "subscriber", default={})
    if not subscriber.get("ref") and not subscriber.get("uri"):
        yield "the subscriber has neither ref nor uri"


def filter_has_one_dialect(trigger: Manifest) -> Iterator[str]:
    """`ValidateSubscriptionAPIFilter`: the documentation's own example with two is refused."""
    for each in _every(filters_of(trigger)):
        if len(DIALECTS & set(each)) != 1 or not set(each) <= DIALECTS:
            yield f"a filter has {', '.join(sorted(each)) or 'nothing'}; it takes exactly one dialect"


def filter_compares_one_attribute(trigger: Manifest) -> Iterator[str]:
    """`validateFilterSpec`: attribute names, at least one, and nothing empty in all and any."""
    for each in _every(filters_of(trigger)):
        for dialect in ("exact", "prefix", "suffix"):
            names = list(each.get(dialect) or {})
            if dialect in each and not (names and all(ATTRIBUTE.fullmatch(name) for name in names)):
                yield f"{dialect} compares {names or 'nothing'}; attribute names are lower-case letters and digits"
        if any(dialect in each and not each[dialect] for dialect in ("all", "any")):
            yield "all and any need a filter inside"


def filters_are_of_one_kind(trigger: Manifest) -> Iterator[str]:
    """E:pkg/broker/filter/filter_handler.go: `filters` makes `filter` be ignored."""
    if trigger.at("spec", "filter") and trigger.at("spec", "filters"):
        yield "filter is ignored beside filters"


def every_event_is_not_wanted(trigger: Manifest) -> Iterator[str]:
    """Ours: a Trigger without a filter gets its own replies back, until their time to live ends."""
    if not trigger.at("spec", "filter") and not filters_of(trigger):
        yield "there is no filter"


RULES = (
    trigger_has_broker_and_subscriber,
    filter_has_one_dialect,
    filter_compares_one_attribute,
    filters_are_of_one_kind,
    every_event_is_not_wanted,
)
