"""Events that nobody could handle: stored with the reason, listed, and sent again."""

import base64
import binascii
import hashlib
import json
import logging
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from functions.common.errors import RequestRefused, SinkUnavailable
from functions.common.events import Envelope, Sink, read_envelope, write_envelope
from functions.common.objects import Objects

FOLDER = "letters"
AT_ONCE = 100
"""Letters listed or replayed by one request: what a broker's or a person's patience allows."""
LONGEST_REPLAY = 15.0
"""Seconds after which a replay stops; what is left waits for the next."""
ADDED = ("knativeerror", "knativebrokerttl", "knativearrivaltime")
"""Attributes that the broker adds on the way: a replayed event sets out as it first did."""
logger = logging.getLogger(__name__)
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
    """How many letters were sent again, how many were not taken, and how many are still there in all."""

    replayed: int
    refused: int
    left: int


class DeadLetters:
    """Letters as objects, one for each event; `sink` is where they are sent again.

    Every method raises `StorageUnavailable` when the place of the objects cannot be reached.
    """

    def __init__(
        self,
        objects: Objects,
        sink: Sink,
        clock: Callable[[], float] = time.monotonic,
        salt: bytes | None = None,
    ) -> None:
        """`salt` decides whose turn is first; each process has its own.

        By their keys alone, which senders can choose, a hundred letters that nobody takes would come first for ever.
        """
        self._objects, self._sink, self._clock = objects, sink, clock
        self._salt = os.urandom(8) if salt is None else salt
        self._refused: dict[str, int] = {}

    def store(self, envelope: Envelope) -> None:
        """Keep the event; one that died before is kept with its latest reason."""
        self._objects.write(_key(envelope), write_envelope(envelope, "structured")[1])

    def stored(self) -> Stored:
        """The first letters in the order of their keys."""
        keys = self._keys()
        letters = tuple(self._letter(key) for key in keys[:AT_ONCE])
        return Stored(letters, len(keys) - len(letters))

    def _letter(self, key: str) -> Letter:
        """A letter; of one that is damaged, that it is."""
        try:
            return _letter(key, self._read(key))
        except RequestRefused:
            return Letter(_id(key), "", "", "", None, "", "", "The letter itself cannot be read.")

    def replay(self) -> Replayed:
        """Send letters again, as the events they were, and forget each that is taken.

        One that is not taken does not keep the others back: it stays, and its turn comes after theirs next time.
        Raises `SinkUnavailable` when none is taken. A letter may be sent twice if the process dies between sending and
        forgetting, which receivers tell by its source and id.
        """
        keys = sorted(self._keys(), key=self._turn)
        end, sent, refused = self._clock() + LONGEST_REPLAY, 0, 0
        for key in keys[:AT_ONCE]:
            try:
                self._sink.forward(_revived(self._read(key)))
            except (SinkUnavailable, RequestRefused) as error:
                self._refused[key] = self._refused.get(key, 0) + 1
                refused += 1
                logger.warning("a letter was not taken", extra={"fields": {"code": error.code}})
            else:
                self._objects.delete(key)
                self._refused.pop(key, None)
                sent += 1
            if self._clock() > end:
                break
        if refused and not sent:
            raise SinkUnavailable(f"The sink of events took none of {refused} letters.")
        return Replayed(sent, refused, len(keys) - sent)

    def _turn(self, key: str) -> tuple[int, bytes]:
        return self._refused.get(key, 0), hashlib.sha256(self._salt + key.encode()).digest()

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
        key=_id(key),
        id=attributes["id"],
        source=attributes["source"],
        type=attributes["type"],
        time=attributes.get("time"),
        destination=attributes.get("knativeerrordest", ""),
        status=attributes.get("knativeerrorcode", ""),
        reason=_reason(attributes.get("knativeerrordata", "")),
    )


def _id(key: str) -> str:
    return key.removeprefix(f"{FOLDER}/").removesuffix(".json")


def _reason(encoded: str) -> str:
    """The answer that the broker encoded and cut off; as it stands if it is not base64."""
    try:
        return base64.b64decode(encoded[: len(encoded) // 4 * 4], validate=True).decode(errors="replace")
    except (binascii.Error, ValueError):
        return encoded
