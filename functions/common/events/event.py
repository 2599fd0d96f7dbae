"""An event as the product handles it: what happened, to what, and the figures that go with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

TRACE = ("traceparent", "tracestate")
"""The extensions that carry a W3C trace from one event to the next."""


@dataclass(frozen=True, slots=True)
class Event:
    """A CloudEvent 1.0 whose data is a JSON object.

    Two events with the same `source` and `id` are the same event, delivered twice. `extensions` are strings under
    lower-case alphanumeric names: traceparent, correlationid, causationid, dataref, partitionkey ...
    """

    id: str
    source: str
    type: str
    data: Mapping[str, Any]
    subject: str | None = None
    time: datetime | None = None
    extensions: Mapping[str, str] = field(default_factory=dict)


def new_event(  # noqa: PLR0913 - an event has that many parts
    type: str,  # noqa: A002 - the attribute's name in the specification
    *,
    id: str,  # noqa: A002 - likewise
    source: str,
    data: Mapping[str, Any],
    subject: str | None = None,
    time: datetime | None = None,
    cause: Event | None = None,
    extensions: Mapping[str, str] | None = None,
) -> Event:
    """An event that happens now, unless `time` says otherwise.

    `id` is the caller's: the same occurrence must have the same id however often it is told. An event that has a
    `cause` continues its trace, names it in `causationid`, and belongs to the same `correlationid`.
    """
    carried = _carried(cause) if cause else {}
    return Event(id, source, type, data, subject, time or datetime.now(UTC), carried | dict(extensions or {}))


def _carried(cause: Event) -> dict[str, str]:
    trace = {name: cause.extensions[name] for name in TRACE if name in cause.extensions}
    correlation = cause.extensions.get("correlationid", cause.id)
    return {**trace, "correlationid": correlation, "causationid": cause.id}
