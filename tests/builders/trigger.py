"""Triggers as Knative Eventing has them: which events a subscriber gets, and how often delivery is tried.

The rules are those of knative/specs `specs/eventing/data-plane.md` and knative/eventing `pkg/kncloudevents/retries.go`
and `pkg/broker/filter/filter_handler.go`.
"""

import base64
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Literal

from functions.common.events import Envelope

Filter = Mapping[str, Any]
"""One dialect to its argument: `{"exact": {"type": "x"}}`, `{"not": {"prefix": {"type": "dev."}}}` ..."""

TTL = "knativebrokerttl"
FIRST_TTL = 255
ERRORS = ("knativeerrordest", "knativeerrorcode", "knativeerrordata")
LONGEST_ERROR = 1024
RETRIED = frozenset({404, 408, 409, 429})
BAD_REPLY = 502
"""What the broker makes of a 200 whose body is not an event."""


@dataclass(frozen=True)
class Delivery:
    """Attempts are `retry` + 1; the wait before the n-th further one is `delay` x 2^n, or x n when linear."""

    retry: int = 10
    backoff: Literal["exponential", "linear"] = "exponential"
    delay: float = 0.2

    def pause(self, failures: int) -> float:
        """Seconds to wait after so many failures."""
        return self.delay * (2**failures if self.backoff == "exponential" else failures)


@dataclass(frozen=True)
class Trigger:
    """Events that pass every filter are posted to `subscriber`; those that fail for good to `dead_letters`."""

    name: str
    subscriber: str
    filters: tuple[Filter, ...] = ()
    delivery: Delivery = field(default_factory=Delivery)
    dead_letters: str | None = None
    at_once: int = 32

    def wants(self, envelope: Envelope) -> bool:
        """Whether the event passes every filter."""
        return all(matches(each, envelope.attributes) for each in self.filters)


@dataclass(frozen=True)
class Answer:
    """What a subscriber answered. Status 0 means that nobody did."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def reply(self) -> bool:
        """Whether the answer carries an event that the broker is to publish."""
        media = self.headers.get("content-type", "")
        return self.status == 200 and (
            "ce-id" in self.headers or media.startswith("application/cloudevents+")
        )

    @property
    def judged(self) -> int:
        """The status as the broker sees it: an ordinary body in a 200 is a failure."""
        return BAD_REPLY if self.status == 200 and self.body and not self.reply else self.status


def may_pass(status: int) -> bool:
    """Whether a failed delivery is tried again."""
    return status == 0 or status >= 500 or status in RETRIED


def matches(condition: Filter, attributes: Mapping[str, Any]) -> bool:
    """Whether the attributes meet one filter. Like the webhook, insists on exactly one dialect a filter."""
    ((dialect, argument),) = condition.items()
    return _DIALECTS[dialect](argument, attributes)


def _compare(test: Callable[[str, str], bool]) -> Callable[[Any, Mapping[str, Any]], bool]:
    def holds(wanted: Mapping[str, str], attributes: Mapping[str, Any]) -> bool:
        return all(name in attributes and test(str(attributes[name]), text) for name, text in wanted.items())

    return holds


_DIALECTS: dict[str, Callable[[Any, Mapping[str, Any]], bool]] = {
    "exact": _compare(str.__eq__),
    "prefix": _compare(str.startswith),
    "suffix": _compare(str.endswith),
    "all": lambda filters, attributes: all(matches(each, attributes) for each in filters),
    "any": lambda filters, attributes: any(matches(each, attributes) for each in filters),
    "not": lambda inner, attributes: not matches(inner, attributes),
}


def arrive(envelope: Envelope, now: datetime | None = None) -> Envelope | None:
    """The event as the broker keeps it, or None when it has gone round too often."""
    left = int(envelope.attributes.get(TTL, FIRST_TTL))
    if left <= 0:
        return None
    arrived = (now or datetime.now(UTC)).isoformat()
    return _with(envelope, {TTL: str(left), "knativearrivaltime": arrived})


def reply_to(cause: Envelope, reply: Envelope) -> Envelope:
    """A reply as it is published: one step nearer to its end than what it answers."""
    return _with(reply, {TTL: str(int(cause.attributes[TTL]) - 1)})


def dead_letter(envelope: Envelope, destination: str, answer: Answer) -> Envelope:
    """The event with what went wrong, as the dead letter sink gets it."""
    error = base64.b64encode(answer.body).decode()[:LONGEST_ERROR]
    values = (destination, str(answer.judged), error)
    return _with(envelope, {name: value for name, value in zip(ERRORS, values, strict=True) if value})


def _with(envelope: Envelope, attributes: Mapping[str, str]) -> Envelope:
    return replace(envelope, attributes={**envelope.attributes, **attributes})
