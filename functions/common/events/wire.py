"""Events as HTTP messages: read strictly, written in either mode."""

import json
from collections.abc import Mapping
from typing import Any

from functions.common.errors import InvalidEvent
from functions.common.events.envelope import (
    JSON,
    VERSION,
    Envelope,
    Mode,
    is_json,
    parse_json,
    read_envelope,
    require_text,
    write_envelope,
)
from functions.common.events.event import Event
from functions.common.events.schemas import check_data, schema_uri
from functions.common.events.types import TYPES

CONTEXT = frozenset(
    {"id", "source", "type", "specversion", "subject", "time", "datacontenttype", "dataschema"}
)


def read_event(headers: Mapping[str, str], body: bytes) -> Event:
    """The event of an HTTP message, its data checked against the schema of its type if there is one.

    Raises:
        UnknownEventMode: a batch, or no event at all.
        MalformedRequest: an event that lacks something or cannot be decoded.
        InvalidEvent: data that its type does not allow.
    """
    event = open_envelope(read_envelope(headers, body))
    check_data(event.type, event.data)
    return event


def write_event(event: Event, mode: Mode = "binary") -> tuple[dict[str, str], bytes]:
    """Headers (lower-case names) and body of the HTTP message that carries the event."""
    return write_envelope(seal(event), mode)


def open_envelope(envelope: Envelope) -> Event:
    """The event in an envelope, its data decoded. An event without data has an empty object."""
    attributes = envelope.attributes
    return Event(
        id=attributes["id"],
        source=attributes["source"],
        type=attributes["type"],
        data=_object(envelope),
        subject=attributes.get("subject"),
        time=attributes.get("time"),
        extensions={name: value for name, value in attributes.items() if name not in CONTEXT},
    )


def seal(event: Event) -> Envelope:
    """The envelope of an event."""
    attributes: dict[str, Any] = {
        "specversion": VERSION,
        "id": event.id,
        "source": event.source,
        "type": event.type,
        "datacontenttype": JSON,  # the SDK would leave it out, and the body without a type
        **event.extensions,
    }
    if event.subject is not None:
        attributes["subject"] = event.subject
    if event.time is not None:
        attributes["time"] = event.time
    if event.type in TYPES:
        attributes["dataschema"] = schema_uri(event.type)
    return Envelope(attributes, json.dumps(event.data, allow_nan=False).encode())


def _object(envelope: Envelope) -> Mapping[str, Any]:
    if not envelope.data:
        return {}
    if not is_json(envelope.attributes.get("datacontenttype")):
        raise InvalidEvent(
            "The data is not declared as JSON; send it with the content type application/json."
        )
    data = parse_json(envelope.data, "The data")
    if not isinstance(data, dict):
        raise InvalidEvent("The data is not a JSON object.")
    require_text(data, "The data")
    return data
