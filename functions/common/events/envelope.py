"""The CloudEvents HTTP binding, strictly: what arrives is taken as it is, or refused with the reason.

The SDK writes and checks the attributes. Before it sees a message, this module checks what the SDK would mend in
silence (cloudevents 2.2.0): a missing id, time or specversion, which it invents, and the mode, which it guesses from
any header that begins with "ce-".
"""

import base64
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from functions.common.errors import MalformedRequest, UnknownEventMode

if TYPE_CHECKING:
    from cloudevents.core.base import BaseCloudEvent

Mode = Literal["binary", "structured"]

REQUIRED = ("id", "source", "type", "specversion")
VERSION = "1.0"
JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Envelope:
    """A CloudEvent whose data nobody has looked at: `attributes` by name, `time` in them a datetime."""

    attributes: Mapping[str, Any]
    data: bytes


def read_envelope(headers: Mapping[str, str], body: bytes) -> Envelope:
    """The event of an HTTP message, in binary or structured mode. Header names are expected in lower case.

    Raises `UnknownEventMode` for a batch or for what is no event at all, `MalformedRequest` for an event that lacks
    an attribute or has one that is wrong.
    """
    media = headers.get("content-type", "").partition(";")[0].strip().lower()
    if media.startswith("application/cloudevents-batch"):
        raise UnknownEventMode("A batch of events; send each event in a request of its own.")
    if media.startswith("application/cloudevents"):
        return _read_structured(media, body)
    if any(f"ce-{name}" in headers for name in REQUIRED):
        return _read_binary(headers, body)
    raise UnknownEventMode(
        "Not a CloudEvent: there are no ce- headers and Content-Type is not application/cloudevents+json."
    )


def write_envelope(envelope: Envelope, mode: Mode = "binary") -> tuple[dict[str, str], bytes]:
    """Headers (lower-case names) and body of the HTTP message that carries the event."""
    from cloudevents.core.bindings.http import to_binary_event, to_structured_event
    from cloudevents.core.v1.event import CloudEvent

    structured = mode == "structured"
    data = _as_json(envelope) if structured else envelope.data or None
    event = CloudEvent(dict(envelope.attributes), data)  # a copy, because the SDK keeps what it is given
    if "time" not in envelope.attributes:
        del event.get_attributes()["time"]  # which it has made up
    message = to_structured_event(event) if structured else to_binary_event(event)
    return message.headers, message.body


def is_json(content_type: str | None) -> bool:
    """Whether data of this type is JSON; without a type it is, by the specification."""
    media = (content_type or JSON).partition(";")[0].strip().lower()
    return media == JSON or media.endswith("+json")


def parse_json(body: bytes, what: str) -> Any:
    """The JSON in `body`; raises `MalformedRequest` that says `what` is not JSON."""
    try:
        return json.loads(body, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise MalformedRequest(f"{what} is not JSON.") from error


def require_text(content: object, what: str) -> None:
    """Raise `MalformedRequest` where JSON holds half of a surrogate pair, which no address, file or log can hold."""
    try:
        json.dumps(content, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise MalformedRequest(
            f"{what} holds half of a surrogate pair, which is no character; send whole characters."
        ) from error


def _no_number(name: str) -> None:
    raise ValueError(name)


def _as_json(envelope: Envelope) -> Any:
    """The data as a structured message holds it: as JSON where it is JSON, else as bytes (written in base64)."""
    if not envelope.data:
        return None
    if is_json(envelope.attributes.get("datacontenttype")):
        try:
            return parse_json(envelope.data, "The data")
        except MalformedRequest:
            return envelope.data
    return envelope.data


def _read_binary(headers: Mapping[str, str], body: bytes) -> Envelope:
    from cloudevents.core.bindings.http import HTTPMessage, from_binary_event

    _require({name: headers.get(f"ce-{name}") for name in REQUIRED})
    wanted = {name: value for name, value in headers.items() if name.startswith("ce-")}
    if "content-type" in headers:
        wanted["content-type"] = headers["content-type"]
    with _refused_politely():
        event = from_binary_event(HTTPMessage(wanted, b""))
        return Envelope(_attributes(event, timed="ce-time" in headers), body)


def _read_structured(media: str, body: bytes) -> Envelope:
    from cloudevents.core.v1.event import CloudEvent

    if media != "application/cloudevents+json":
        raise UnknownEventMode(f"Events are not taken as {media[:80]}; send application/cloudevents+json.")
    members = parse_json(body, "The event")
    if not isinstance(members, dict):
        raise MalformedRequest("The event is not a JSON object.")
    _require({name: members.get(name) for name in REQUIRED})
    data = _take_data(members)
    attributes = _scalars(members)
    with _refused_politely():
        if "time" in attributes:
            attributes["time"] = datetime.fromisoformat(str(attributes["time"]))
        return Envelope(_attributes(CloudEvent(attributes), timed="time" in members), data)


@contextmanager
def _refused_politely() -> Iterator[None]:
    """Turn the SDK's complaints into ours, which name the attribute and never its value."""
    from cloudevents.core.exceptions import CloudEventValidationError

    try:
        yield
    except CloudEventValidationError as error:
        names = ", ".join(sorted(name[:40] for name in error.errors)[:5])
        raise MalformedRequest(f"The event has an attribute that is wrong: {names}.") from error
    except ValueError as error:
        raise MalformedRequest(
            "The event's time is not a timestamp of RFC 3339, or it is no text."
        ) from error


def _scalars(members: Mapping[str, Any]) -> dict[str, Any]:
    """The attributes of a structured message. JSON null means an attribute that is absent."""
    attributes = {name: value for name, value in members.items() if value is not None}
    for name, value in attributes.items():
        if not isinstance(value, str | bool | int):
            raise MalformedRequest(f"The attribute {name[:40]} is not a string, an integer or a boolean.")
    return attributes


def _take_data(members: dict[str, Any]) -> bytes:
    """Remove `data` or `data_base64` from a structured message and return it as bytes."""
    if "data" in members and "data_base64" in members:
        raise MalformedRequest("The event has both data and data_base64; send one.")
    if "data_base64" in members:
        try:
            return base64.b64decode(members.pop("data_base64"), validate=True)
        except (TypeError, ValueError) as error:
            raise MalformedRequest("data_base64 is not base64.") from error
    data = members.pop("data", None)
    return b"" if data is None else json.dumps(data).encode()


def _require(given: Mapping[str, object]) -> None:
    missing = [name for name, value in given.items() if not value]
    if missing:
        raise MalformedRequest(f"The event has no {', no '.join(missing)}.")
    if given["specversion"] != VERSION:
        raise MalformedRequest(f"specversion is not {VERSION}, the only one that is understood.")


def _attributes(event: "BaseCloudEvent", *, timed: bool) -> dict[str, Any]:
    """What the sender said, without the time that the SDK makes up when there is none."""
    attributes = {
        name: value if isinstance(value, datetime) else _text(value)
        for name, value in event.get_attributes().items()
        if timed or name != "time"
    }
    "".join(value for value in attributes.values() if isinstance(value, str)).encode()  # no lone surrogates
    return attributes


def _text(value: object) -> str:
    """An attribute's canonical string."""
    return str(value).lower() if isinstance(value, bool) else str(value)
