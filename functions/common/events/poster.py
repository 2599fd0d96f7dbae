"""One kept connection over which events are posted."""

import http.client
import ssl
from collections.abc import Mapping
from http import HTTPStatus
from urllib.parse import urlsplit

from functions.common.errors import InvalidSetting

SECONDS = 5
"""How long a connection may take, and the answer to a figure."""
PATIENCE = 150
"""How long the answer to work that must be taken may take. A broker may answer only when it has delivered the event,
and what followed from it, to everyone; a caller who leaves before cancels all that, tries and dead letters included
(knative/eventing, InMemoryChannel). So it is as long as the longest delivery of a Trigger."""
PASSING = frozenset(
    {
        HTTPStatus.NOT_FOUND,
        HTTPStatus.REQUEST_TIMEOUT,
        HTTPStatus.CONFLICT,
        HTTPStatus.TOO_MANY_REQUESTS,
    }
)
"""Answers below 500 after which Knative tries again (its data plane specification), and so do we."""

FAILURES = (OSError, http.client.HTTPException)
"""What a post can raise: nobody answered, or not in HTTP."""


def may_pass(status: int) -> bool:
    """Whether an answer other than 2xx may be another one later."""
    return status in PASSING or status >= HTTPStatus.INTERNAL_SERVER_ERROR


class Poster:
    """Posts to one address. For one thread at a time; a connection that has gone away is opened anew."""

    def __init__(self, url: str, certificates: str = "", *, patience: float = SECONDS) -> None:
        """`certificates` are the authorities, in PEM, that an https address is checked against.

        `patience` is the seconds that an answer may take. Opens nothing yet. Raises `InvalidSetting` for an address
        that is none.
        """
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise InvalidSetting(
                "The address of the sink (K_SINK) must be one such as http://broker.example/namespace/default."
            )
        self._patience = patience
        self._path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        self._connection: http.client.HTTPConnection = (
            http.client.HTTPSConnection(
                parts.hostname,
                parts.port,
                timeout=SECONDS,
                context=ssl.create_default_context(cadata=certificates or None),
            )
            if parts.scheme == "https"
            else http.client.HTTPConnection(parts.hostname, parts.port, timeout=SECONDS)
        )

    def post(self, headers: Mapping[str, str], body: bytes) -> int:
        """The status of the answer; raises one of `FAILURES` when there is none."""
        kept = self._connection.sock is not None
        try:
            return self._post(headers, body)
        except (ConnectionError, http.client.RemoteDisconnected):
            if not kept:
                raise
        return self._post(headers, body)  # the other side had closed the connection between two events

    def close(self) -> None:
        """Close the connection; the next post opens a new one."""
        self._connection.close()

    def _post(self, headers: Mapping[str, str], body: bytes) -> int:
        try:
            self._connect()
            self._connection.request("POST", self._path, body, dict(headers))
            response = self._connection.getresponse()
            response.read()
        except FAILURES:
            self._connection.close()
            raise
        return response.status

    def _connect(self) -> None:
        """Open the connection if it is not open: within `SECONDS`, whatever the patience for answers."""
        if self._connection.sock is None:
            self._connection.connect()
            self._connection.sock.settimeout(self._patience)  # type: ignore[attr-defined] # it is connected
