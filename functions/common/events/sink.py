"""Where events go: to the address that Knative's SinkBinding puts into K_SINK, or nowhere."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from functions.common.errors import InvalidSetting, SinkUnavailable
from functions.common.events.envelope import Envelope
from functions.common.events.event import Event
from functions.common.events.signature import choose_signer
from functions.common.settings import Settings

_NAME = re.compile(r"[a-z0-9]{1,20}")


@dataclass(frozen=True, slots=True)
class SinkCounts:
    """What became of the events given to `emit`; `waiting` are those not sent yet."""

    sent: int = 0
    dropped: int = 0
    waiting: int = 0


class Sink(Protocol):
    """Takes events. `emit` is for figures, which may be lost; `deliver` for work, which may not."""

    @property
    def counts(self) -> SinkCounts:
        """What has become of the emitted events so far."""

    def emit(self, event: Event) -> None:
        """Send the event some time soon, if at all. Never waits and never raises."""

    def deliver(self, event: Event) -> None:
        """Send the event and return when it has been taken; raises `SinkUnavailable`."""

    def forward(self, envelope: Envelope) -> None:
        """`deliver` for an event whose data nobody has looked at."""

    def close(self, timeout: float) -> None:
        """Send what waits, for at most `timeout` seconds, and drop the rest."""


class SinkOff:
    """No sink: figures are forgotten, and work that depends on events is refused."""

    counts = SinkCounts()

    def emit(self, event: Event) -> None:
        """Forget it."""

    def deliver(self, event: Event) -> None:
        """Refuse: raises `SinkUnavailable`."""
        raise SinkUnavailable(f"{event.type} cannot be sent: set K_SINK to the address of a broker.")

    def forward(self, envelope: Envelope) -> None:
        """Refuse: raises `SinkUnavailable`."""
        raise SinkUnavailable(
            f"{envelope.attributes['type']} cannot be sent: set K_SINK to the address of a broker."
        )

    def close(self, timeout: float) -> None:
        """Nothing waits."""


def choose_sink(settings: Settings) -> Sink:
    """The sink that the settings name. Raises `InvalidSetting` for overrides that cannot be applied."""
    if not settings.k_sink:
        return SinkOff()
    from functions.common.events.sink_on import SinkOn

    overrides = read_overrides(settings.k_ce_overrides)
    return SinkOn(settings.k_sink, overrides, settings.k_ca_certs, signer=choose_signer(settings))


def read_overrides(text: str) -> Mapping[str, str]:
    """The extensions that K_CE_OVERRIDES adds to every event: `{"extensions": {"name": "value"}}` or nothing."""
    try:
        extensions = json.loads(text or "{}").get("extensions", {})
        valid = all(_NAME.fullmatch(name) and isinstance(value, str) for name, value in extensions.items())
    except (ValueError, AttributeError) as error:
        raise InvalidSetting('K_CE_OVERRIDES: not a JSON object like {"extensions": {}}.') from error
    if not valid:
        raise InvalidSetting("K_CE_OVERRIDES: names are lower-case letters and digits, values strings.")
    return dict(extensions)


def event_source(settings: Settings, function: str) -> str:
    """The `source` of a function's events: its Knative Service, or the function's name outside Knative."""
    return f"/services/{settings.k_service or function}"
