"""Events that nobody could handle: stored with the reason, listed, and sent again."""

import base64
import binascii
import hashlib
import json
from dataclasses import dataclass
from datetime import datetime

from functions.common.events import Envelope, Sink, read_envelope, write_envelope
from functions.common.objects import Objects

FOLDER = "letters"
AT_ONCE = 100
"""Letters listed or replayed by one request: what a broker's or a person's patience allows."""
ADDED = ("knativeerror", "knativebrokerttl", "knativearrivaltime")
"""Attributes that the broker adds on the way: a replayed event sets out as it first did."""
_STRUCTURED = {"content-type": "application/cloudevents+json"}


@dataclass(frozen=True, slots=True)
class Letter:
    """A dead letter without its data. `status` is the last answer of `destination`, `reason` how it began."""

    key: str
    id: str
    source: str
    type: str
    time: datetime | None
    destination: str
    status: str
    reason: str


@dataclass(frozen=True, slots=True)
class Stored:
    """Some letters, and how many more there are."""

    letters: tuple[Letter, ...]
    left: int


@dataclass(frozen=True, slots=True)
class Replayed:
    """How many letters were sent again, and how many are still there."""

    replayed: int
    left: int


class DeadLetters:
    """Letters as objects, one for each event; `sink` is where they are sent again.

    Every method raises `StorageUnavailable` when the place of the objects cannot be reached.
    """

    def __init__(self, objects: Objects, sink: Sink) -> None:
        self._objects, self._sink = objects, sink

    def store(self, envelope: Envelope) -> None:
        """Keep the event; one that died before is kept with its latest reason."""
        self._objects.write(_key(envelope), write_envelope(envelope, "structured")[1])

    def stored(self) -> Stored:
        """The first letters in the order of their keys."""
        keys = self._keys()
        letters = tuple(_letter(key, self._read(key)) for key in keys[:AT_ONCE])
        return Stored(letters, len(keys) - len(letters))

    def replay(self) -> Replayed:
        """Send letters again, as the events they were, and forget each that is taken.

        Raises `SinkUnavailable`; what was not sent is still there. A letter may be sent twice if the process dies
        between sending and forgetting, which receivers tell by its source and id.
        """
        keys = self._keys()
        for key in keys[:AT_ONCE]:
            self._sink.forward(_revived(self._read(key)))
            self._objects.delete(key)
        return Replayed(len(keys[:AT_ONCE]), len(keys[AT_ONCE:]))

    def _keys(self) -> list[str]:
        return sorted(entry.key for entry in self._objects.list(FOLDER))

    def _read(self, key: str) -> Envelope:
        return read_envelope(_STRUCTURED, self._objects.read(key))


def _key(envelope: Envelope) -> str:
    identity = json.dumps([envelope.attributes["source"], envelope.attributes["id"]])
    return f"{FOLDER}/{hashlib.sha256(identity.encode()).hexdigest()}.json"


def _revived(envelope: Envelope) -> Envelope:
    kept = {name: value for name, value in envelope.attributes.items() if not name.startswith(ADDED)}
    return Envelope(kept, envelope.data)


def _letter(key: str, envelope: Envelope) -> Letter:
    attributes = envelope.attributes
    return Letter(
        key=key.removeprefix(f"{FOLDER}/").removesuffix(".json"),
        id=attributes["id"],
        source=attributes["source"],
        type=attributes["type"],
        time=attributes.get("time"),
        destination=attributes.get("knativeerrordest", ""),
        status=attributes.get("knativeerrorcode", ""),
        reason=_reason(attributes.get("knativeerrordata", "")),
    )


def _reason(encoded: str) -> str:
    """The answer that the broker encoded and cut off; as it stands if it is not base64."""
    try:
        return base64.b64decode(encoded[: len(encoded) // 4 * 4], validate=True).decode(errors="replace")
    except (binascii.Error, ValueError):
        return encoded
