"""A batch without a broker: the events go round in this process, one after the other."""

from collections import deque
from collections.abc import Iterator, Mapping

from functions.common.events.event import Event
from functions.summarize.batch.handlers import Handler


class Inline:
    """Takes events, as a broker would, and hands them to their handlers when it is run."""

    def __init__(self) -> None:
        self._waiting: deque[Event] = deque()

    def deliver(self, event: Event) -> None:
        """Take an event."""
        self._waiting.append(event)

    def run(self, handlers: Mapping[str, Handler]) -> Iterator[Event]:
        """Handle what was taken and all that follows from it, yielding each event after it is handled.

        What a handler raises goes to the caller; the events not handled yet stay.
        """
        while self._waiting:
            event = self._waiting[0]
            handle = handlers.get(event.type)
            reply = handle(event) if handle else None
            self._waiting.popleft()
            if reply is not None:
                self._waiting.append(reply)
            yield event
