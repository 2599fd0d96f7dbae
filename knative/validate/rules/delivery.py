"""How events are delivered and tried again. Ported from E:pkg/apis/duck/v1/delivery_types.go."""

from collections.abc import Iterator, Mapping
from typing import Any

from knative.validate.durations import iso_seconds
from knative.validate.manifests import Manifest

FIELDS = {"deadLetterSink", "retry", "timeout", "backoffPolicy", "backoffDelay", "retryAfterMax", "format"}


def delivery_of(manifest: Manifest) -> Mapping[str, Any]:
    """The delivery of a Broker or Trigger, empty if it has none."""
    return dict(manifest.at("spec", "delivery", default={}))


def delivery_fields_are_known(manifest: Manifest) -> Iterator[str]:
    """Ours: the schemas let any field pass here, for the sake of experiments."""
    for field in sorted(set(delivery_of(manifest)) - FIELDS):
        yield f"delivery has no field {field}"


def delivery_durations_are_iso(manifest: Manifest) -> Iterator[str]:
    """`DeliverySpec.Validate`: ISO 8601, and a timeout of more than nothing."""
    delivery = delivery_of(manifest)
    delay, timeout = delivery.get("backoffDelay", "PT0S"), delivery.get("timeout", "PT1S")
    if iso_seconds(str(delay)) is None:
        yield f"backoffDelay {delay} is not an ISO 8601 duration such as PT2S"
    if not iso_seconds(str(timeout)):
        yield f"timeout {timeout} is not an ISO 8601 duration of more than nothing"


def backoff_policy_is_known(manifest: Manifest) -> Iterator[str]:
    """`DeliverySpec.Validate`."""
    delivery = delivery_of(manifest)
    if delivery.get("backoffPolicy", "linear") not in {"linear", "exponential"}:
        yield f"backoffPolicy {delivery['backoffPolicy']} is neither linear nor exponential"
    if delivery.get("retry", 0) < 0:
        yield f"retry {delivery['retry']} is negative"


def retry_after_needs_no_flag(manifest: Manifest) -> Iterator[str]:
    """`DeliverySpec.Validate`: retryAfterMax is behind the flag delivery-retryafter."""
    if "retryAfterMax" in delivery_of(manifest):
        yield "retryAfterMax is refused unless a flag is on"


def dead_letters_have_a_place(manifest: Manifest) -> Iterator[str]:
    """Ours: without one, what cannot be delivered is lost after the retries."""
    sink = delivery_of(manifest).get("deadLetterSink") or {}
    if not sink.get("ref") and not sink.get("uri"):
        yield "there is no deadLetterSink"


def retries_outlast_a_cold_start(manifest: Manifest) -> Iterator[str]:
    """Ours: the default gives up after some three minutes, sooner than a cold start behind a full queue."""
    delivery = delivery_of(manifest)
    delay, retries = iso_seconds(str(delivery.get("backoffDelay", ""))) or 0.0, delivery.get("retry", 0)
    waits = sum(
        delay * (2**n if delivery.get("backoffPolicy") == "exponential" else n + 1) for n in range(retries)
    )
    if waits < 300:
        yield f"the waits between retries make {waits:g} s, which a cold start behind a full queue can outlast"


BROKER_RULES = (
    delivery_fields_are_known,
    delivery_durations_are_iso,
    backoff_policy_is_known,
    retry_after_needs_no_flag,
    dead_letters_have_a_place,
    retries_outlast_a_cold_start,
)
TRIGGER_RULES = BROKER_RULES
