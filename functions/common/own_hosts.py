"""Whose name a request may be addressed to, where no key is asked for."""

from ipaddress import ip_address

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from functions.common.errors import ForeignHost
from functions.common.problems import ProblemResponse
from functions.common.settings import Settings


class OwnHosts:
    """Refuses requests that name another host than this machine.

    Without keys everyone on this machine may call, and so may any web page that is open in its browser, once its
    author lets a name of his point to 127.0.0.1 (DNS rebinding). The browser then still sends that name.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        """Its names are those of loopback, and `allowed_hosts`."""
        self._app = app
        self._names = frozenset({"", "localhost", settings.host, *settings.allowed_hosts})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or refuse it."""
        if scope["type"] == "http" and not self._is_own(Headers(scope=scope).get("host", "")):
            refusal = ForeignHost("The request names another host; ask localhost, or set ALLOWED_HOSTS.")
            await ProblemResponse(Request(scope), refusal)(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _is_own(self, host: str) -> bool:
        name = host.rpartition(":")[0] if host.rpartition(":")[2].isdecimal() else host
        name = name.casefold().rstrip(".")
        return name in self._names or name.endswith(".localhost") or _is_loopback(name.strip("[]"))


def _is_loopback(name: str) -> bool:
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False
