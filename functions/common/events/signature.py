"""Events that can be told from those that anybody could have sent.

A broker passes on what it is given, and sends no API key; and inside a cluster anybody may post to a service by way of
the shared gateway. So whoever holds the key of events signs each with it, in the extension `signature`, and whoever
receives one checks that. The signature covers id, source, type and data: an event that is delivered again, replayed or
goes through another broker keeps it.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Protocol

from functions.common.errors import Unauthorised
from functions.common.events.event import Event
from functions.common.events.types import PING
from functions.common.settings import Settings

EXTENSION = "signature"
UNSIGNED = frozenset({PING})
"""What a PingSource sends cannot be signed, and can do no more than wake a process or have letters sent again."""


class Signer(Protocol):
    """Signs what is sent and checks what comes."""

    def sign(self, event: Event) -> Event:
        """The event with its signature."""

    def check(self, event: Event) -> None:
        """Return if the signature is right; raises `Unauthorised`."""


class SignerOff:
    """There is no key: nothing is signed, and everything is believed."""

    def sign(self, event: Event) -> Event:
        """The event as it is."""
        return event

    def check(self, event: Event) -> None:
        """Believe it."""


class SignerOn:
    """Signs with HMAC-SHA256."""

    def __init__(self, key: str) -> None:
        self._key = key.encode()

    def sign(self, event: Event) -> Event:
        """See `Signer`."""
        return replace(event, extensions={**event.extensions, EXTENSION: self._digest(event)})

    def check(self, event: Event) -> None:
        """See `Signer`."""
        given = event.extensions.get(EXTENSION, "").encode()
        if event.type not in UNSIGNED and not hmac.compare_digest(given, self._digest(event).encode()):
            raise Unauthorised(
                f"The event has no extension {EXTENSION!r}, or a wrong one: send it with EVENT_KEY, as"
                " `resume-summary events send` does."
            )

    def _digest(self, event: Event) -> str:
        signed = [event.id, event.source, event.type, _plain(event.data)]
        text = json.dumps(signed, sort_keys=True, separators=(",", ":"))
        return hmac.new(self._key, text.encode(), hashlib.sha256).hexdigest()


def choose_signer(settings: Settings) -> Signer:
    """The signer with the key that the settings have, if they have one."""
    key = settings.event_key.get_secret_value()
    return SignerOn(key) if key else SignerOff()


def _plain(value: Any) -> Any:
    """JSON with one spelling for each number: whoever passes it on may write 20.0 as 20."""
    if isinstance(value, Mapping):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
