"""CloudEvents: the record, the wire, the sink they go to and the route they come in by."""

from functions.common.events.envelope import Envelope, read_envelope, write_envelope
from functions.common.events.event import Event, new_event
from functions.common.events.routes import Handler, event_routes
from functions.common.events.signature import Signer, choose_signer
from functions.common.events.sink import Sink, SinkCounts, SinkOff, choose_sink, event_source
from functions.common.events.types import PING, TYPES
from functions.common.events.wire import open_envelope, read_event, seal, write_event

__all__ = [
    "PING",
    "TYPES",
    "Envelope",
    "Event",
    "Handler",
    "Signer",
    "Sink",
    "SinkCounts",
    "SinkOff",
    "choose_signer",
    "choose_sink",
    "event_routes",
    "event_source",
    "new_event",
    "open_envelope",
    "read_envelope",
    "read_event",
    "seal",
    "write_envelope",
    "write_event",
]
