"""The channel behind a Broker. Ported from E:pkg/reconciler/broker/broker.go (TriggerChannelLabels)."""

from collections.abc import Iterator

from knative.validate.manifests import EVENTING, Manifest, find, of_kind
from knative.validate.rules.delivery import delivery_of

MESSAGING = "messaging.knative.dev"
CLASS = "eventing.knative.dev/broker.class"
ASYNC = "messaging.knative.dev/async-handler"


def broker_in_memory_answers_first(manifests: tuple[Manifest, ...]) -> Iterator[str]:
    """E:pkg/channel/fanout/fanout_event_handler.go: without the annotation it answers after every delivery and reply.

    Without these labels and the Broker's own delivery the Broker writes the channel anew, and the annotation is gone.
    """
    for broker in of_kind(manifests, EVENTING, "Broker"):
        if broker.annotations.get(CLASS, "MTChannelBasedBroker") != "MTChannelBasedBroker":
            continue
        channel = find(manifests, MESSAGING, "InMemoryChannel", f"{broker.name}-kne-trigger")
        if channel is None:
            yield f"{broker}: there is no InMemoryChannel {broker.name}-kne-trigger that answers before it delivers"
        elif complaint := _wrong(channel, broker):
            yield f"{channel}: {complaint}"


def _wrong(channel: Manifest, broker: Manifest) -> str:
    labels = {"eventing.knative.dev/broker": broker.name, "eventing.knative.dev/brokerEverything": "true"}
    if channel.annotations.get(ASYNC) != "true":
        return f"{ASYNC} is not true: a publisher waits until everyone has the event and its replies"
    if channel.annotations.get("eventing.knative.dev/scope") != "cluster":
        return "eventing.knative.dev/scope is not cluster, as the Broker's is"
    if not labels.items() <= channel.labels.items():
        return f"it lacks the labels {labels}, so the Broker writes it anew"
    if delivery_of(channel) != delivery_of(broker):
        return "its delivery is not the Broker's, so the Broker writes it anew"
    return ""


RULES = (broker_in_memory_answers_first,)
