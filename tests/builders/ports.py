"""Ports for processes that are told where to listen."""

import random
import socket

_OUR_OWN = range(10_000, 32_000)
"""Below those that the system gives to outgoing connections (from 32,768 on), one of which could take a port between
its choice and its use."""


def free_port() -> int:
    """A port of loopback that nobody listens on."""
    while True:
        port = random.choice(_OUR_OWN)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
