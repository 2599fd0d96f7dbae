"""What was used last, by name."""

import threading
from collections import OrderedDict
from typing import Generic, TypeVar

V = TypeVar("V")


class Recent(Generic[V]):
    """Keeps the last `room` values that were kept. Safe in several threads."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._values: OrderedDict[str, V] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, name: str) -> V | None:
        """The value, if it is still kept."""
        with self._lock:
            return self._values.get(name)

    def keep(self, name: str, value: V) -> None:
        """Keep the value as the one used last."""
        with self._lock:
            self._values[name] = value
            self._values.move_to_end(name)
            if len(self._values) > self._room:
                self._values.popitem(last=False)

    def forget(self, name: str) -> None:
        """Keep it no longer."""
        with self._lock:
            self._values.pop(name, None)
