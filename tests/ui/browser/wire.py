"""The way between a browser and the page, which can be cut: an emulated loss leaves open connections open."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Lock, Thread

from tests.builders.ports import free_port

_CHUNK = 65_536


class Wire:
    """Passes bytes on to `target`, a port of this machine, for whoever comes to `port`."""

    def __init__(self, target: int) -> None:
        self.port = free_port()
        self._target, self._lock, self._whole = target, Lock(), Event()
        self._ends: list[socket.socket] = []
        self._whole.set()
        self._door = socket.create_server(("127.0.0.1", self.port))
        Thread(target=self._welcome, daemon=True).start()

    def cut(self) -> None:
        """End every connection, and take no other until it is mended."""
        self._whole.clear()
        with self._lock:
            for end in self._ends:
                _close(end)
            self._ends.clear()

    def mend(self) -> None:
        """Take connections again."""
        self._whole.set()

    def close(self) -> None:
        """End everything for good."""
        _close(self._door)
        self.cut()

    def _welcome(self) -> None:
        with suppress(OSError):  # the door was closed
            while True:
                near, _ = self._door.accept()
                if not self._whole.is_set():
                    near.close()
                    continue
                far = socket.create_connection(("127.0.0.1", self._target))
                with self._lock:
                    self._ends += [near, far]
                for one, other in ((near, far), (far, near)):
                    Thread(target=_pass_on, args=(one, other), daemon=True).start()


def _pass_on(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):  # the wire was cut
        while chunk := one.recv(_CHUNK):
            other.sendall(chunk)
    _close(other)


def _close(end: socket.socket) -> None:
    with suppress(OSError):  # the other side was quicker
        end.shutdown(socket.SHUT_RDWR)
    end.close()


@contextmanager
def wired(target: int) -> Iterator[Wire]:
    """A wire to a port."""
    wire = Wire(target)
    try:
        yield wire
    finally:
        wire.close()
