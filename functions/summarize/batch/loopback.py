"""Where there is no broker: the process hands the events of a batch to itself."""

from collections.abc import Callable, Mapping

from functions.common.events.event import Event
from functions.common.events.types import DOCUMENT_REQUESTED

Handler = Callable[[Event], Event | None]


class Loopback:
    """Takes events, as a broker would, and handles each before it returns, with the reply that follows from it.

    What others may want to know of a batch is told to `emit` besides.
    """

    def __init__(self, emit: Callable[[Event], None]) -> None:
        self._emit = emit
        self._handlers: Mapping[str, Handler] = {}

    def connect(self, handlers: Mapping[str, Handler]) -> None:
        """From now on events go to these."""
        self._handlers = handlers

    def deliver(self, event: Event) -> None:
        """Handle the event and its reply. What a handler raises goes to the caller."""
        if event.type != DOCUMENT_REQUESTED:
            self._emit(event)
        handle = self._handlers.get(event.type)
        reply = handle(event) if handle else None
        if reply is not None:
            self.deliver(reply)
