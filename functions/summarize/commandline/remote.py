"""The backend that asks services over HTTP."""
# ruff: noqa: N818 - named as the errors of functions/common/errors.py are

import json
import time
from collections.abc import Callable, Mapping
from typing import Any

import httpx
from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from functions.common.errors import ResumeSummaryError
from functions.summarize.commandline.backend import Body
from functions.summarize.options import READING, options_as_text
from functions.summarize.sentences import Options, Voice

ATTEMPTS = 4
LONGEST_PAUSE = 10.0
"""Seconds. A busy service says how long to wait; longer than this is worth telling the person instead."""

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_BUSY = {429, 503}
# A kept connection may be one that the service has closed, and that costs an upload; a new one costs a moment.
_LIMITS = httpx.Limits(max_keepalive_connections=0)


class ServiceUnreachable(ResumeSummaryError):
    """Nothing answers at the address given."""

    code = "service-unreachable"
    title = "The service cannot be reached"


class ServiceRefused(ResumeSummaryError):
    """The service answered with a problem; `code` and the sentence are the service's own."""

    def __init__(self, code: str, message: str) -> None:
        """Keep the problem's stable code beside its sentence."""
        super().__init__(message)
        self.code = code


class RemoteSettings(BaseSettings):
    """What a remote call needs besides its address: `RESUME_SUMMARY_API_KEY`."""

    model_config = SettingsConfigDict(env_prefix="RESUME_SUMMARY_")
    api_key: SecretStr | None = None


class Remote:
    """Implements `Backend` against a summarize service and `Shelf` against a catalog service."""

    def __init__(
        self,
        url: str,
        *,
        api_key: SecretStr | None = None,
        transport: httpx.BaseTransport | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """`url` is the service's root. `transport` replaces the network and `sleep` the waiting."""
        headers = {"Authorization": f"Bearer {api_key.get_secret_value()}"} if api_key else {}
        timeout = httpx.Timeout(120, connect=10)
        self._sleep = sleep
        try:
            self._http = httpx.Client(
                base_url=url, headers=headers, timeout=timeout, limits=_LIMITS, transport=transport
            )
        except httpx.InvalidURL as error:
            raise ServiceUnreachable(f"{url!r} is not an address: {error}.") from error

    def summarise(self, name: str, data: bytes, options: Options) -> Body:
        """`POST /generate-summary/`."""
        fields = options_as_text(options)
        return self._ask("POST", "/generate-summary/", data=fields, files=_upload(name, data))

    def summarise_facts(self, resume: Body, options: Options) -> Body:
        """`POST /generate-summary/` with facts instead of a file."""
        facts = {"resume": ("resume.json", json.dumps(resume).encode(), "application/json")}
        return self._ask("POST", "/generate-summary/", data=options_as_text(options), files=facts)

    def parse(self, name: str, data: bytes, options: Options) -> Body:
        """`POST /parse/`."""
        fields = {name: text for name, text in options_as_text(options).items() if name in READING}
        return self._ask("POST", "/parse/", data=fields, files=_upload(name, data))

    def verify(self, resume: Body, text: str, voice: Voice | None) -> Body:
        """`POST /verify/`."""
        return self._ask("POST", "/verify/", json={"resume": resume, "text": text, "voice": voice})

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def models(self) -> Body:
        """`GET /models`."""
        return self._ask("GET", "/models")

    def parsers(self) -> Body:
        """`GET /parsers`."""
        return self._ask("GET", "/parsers")

    def _ask(self, method: str, path: str, **content: Any) -> Body:
        for attempt in range(1, ATTEMPTS + 1):
            response = self._send(method, path, content)
            pause = _pause(response)
            if pause is None or attempt == ATTEMPTS:
                break
            self._sleep(pause)
        if response.is_error:
            raise _problem(response)
        return _json(response)

    def _send(self, method: str, path: str, content: Mapping[str, Any]) -> httpx.Response:
        try:
            return self._http.request(method, path, **content)
        except httpx.TimeoutException as error:
            message = (
                f"{self._http.base_url} did not answer in time; it may be starting or overloaded. Try again."
            )
            raise ServiceUnreachable(message) from error
        except httpx.TransportError as error:
            message = (
                f"Nothing answers at {self._http.base_url} ({error}); check --url and that the service runs."
            )
            raise ServiceUnreachable(message) from error


def _upload(name: str, data: bytes) -> dict[str, tuple[str, bytes, str]]:
    return {"file": (name, data, _DOCX)}


def _pause(response: httpx.Response) -> float | None:
    """Seconds to wait before trying again, None when trying again is of no use."""
    if response.status_code not in _BUSY:
        return None
    stated = response.headers.get("Retry-After", "1")
    return float(stated) if stated.isdigit() and float(stated) <= LONGEST_PAUSE else None


def _problem(response: httpx.Response) -> ServiceRefused:
    """The problem detail (RFC 9457), or what can be said of a response that has none."""
    if response.headers.get("content-type", "").startswith("application/problem+json"):
        problem = _json(response)
        return ServiceRefused(
            str(problem.get("code", "unknown")), str(problem.get("detail") or problem.get("title"))
        )
    return ServiceRefused(
        "unexpected-answer", f"The service answered {response.status_code} {response.reason_phrase}."
    )


def _json(response: httpx.Response) -> Body:
    try:
        body = response.json()
    except ValueError as error:
        raise _not_ours(response) from error
    if not isinstance(body, dict):
        raise _not_ours(response)
    return body


def _not_ours(response: httpx.Response) -> ServiceRefused:
    return ServiceRefused(
        "unexpected-answer", f"{response.url} did not answer as this service does; check --url."
    )
