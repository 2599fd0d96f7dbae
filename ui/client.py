"""The page's way to the services: HTTP, answers typed, every failure one kind of error."""

import re
import time
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

import httpx
from pydantic import BaseModel, ValidationError

from ui.records import Options, Record, Shelf, Summary, Verdicts
from ui.settings import Settings

ATTEMPTS = 4
LONGEST_PAUSE = 10.0
"""Seconds. A service that asks for a longer pause is reported to the person, who decides."""

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_BUSY = {429, 503}
# A kept connection may be one that the service has closed, and that costs an upload; a new one costs a moment.
_LIMITS = httpx.Limits(max_keepalive_connections=0)
_UNEXPECTED = "The service gave an unexpected answer"
_PASSING = {
    "saturated", "rate-limited", "not-ready", "deadline-exceeded", "model-unavailable", "internal-error",
    "service-unreachable", "service-slow", "unexpected-answer",
}  # fmt: skip
_AWAY = {"service-unreachable", "not-ready", "saturated", "rate-limited"}
_NOBODY_BEHIND = {502, 503, 504}
"""What a proxy answers by itself where the service behind it is gone."""

R = TypeVar("R", bound=BaseModel)


class ServiceError(Exception):
    """A service did not do what it was asked. `code` is stable; the rest is for the person.

    `pause` is how many seconds a busy service asks to be left alone.
    """

    def __init__(self, code: str, title: str, detail: str, pause: int | None = None) -> None:
        super().__init__(detail)
        self.code = code
        self.title = title
        self.detail = detail
        self.pause = pause

    @property
    def passing(self) -> bool:
        """Whether asking again can help; otherwise the document or a choice has to change."""
        return self.code in _PASSING

    @property
    def away(self) -> bool:
        """Whether nobody was there to answer, or nobody had time: the same question is answered a little later."""
        return self.code in _AWAY


class Services(Protocol):
    """What the page asks for. Every method raises `ServiceError`."""

    def shelf(self) -> Shelf:
        """The models and parsers of the catalog."""

    def summarise(self, name: str, data: bytes, options: Options, corrected: str = "") -> Summary:
        """A summary of a DOCX; `name` is the file's name, for messages. `corrected` facts stand in for the DOCX."""

    def verify(self, resume: dict[str, Any], text: str, voice: str | None) -> Verdicts:
        """Each sentence of `text`, checked against a JSON Resume; without a voice, of any voice and form."""


class HttpServices:
    """Implements `Services` over HTTP. Safe to share between sessions: it keeps no answers."""

    def __init__(
        self,
        settings: Settings,
        *,
        transport: httpx.BaseTransport | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """`transport` replaces the network and `sleep` the waiting."""
        key = settings.resume_summary_api_key
        headers = {"Authorization": f"Bearer {key.get_secret_value()}"} if key else {}
        timeout = httpx.Timeout(settings.timeout, connect=5)
        self._http = httpx.Client(headers=headers, timeout=timeout, limits=_LIMITS, transport=transport)
        self._summarize = str(settings.summarize_url).rstrip("/")
        self._catalog = str(settings.catalog_url).rstrip("/")
        self._sleep = sleep

    def shelf(self) -> Shelf:
        """`GET /models` and `GET /parsers`."""
        models, parsers = (
            self._ask("GET", f"{self._catalog}/{kind}", Shelf) for kind in ("models", "parsers")
        )
        return Shelf(models=models.models, parsers=parsers.parsers)

    def summarise(self, name: str, data: bytes, options: Options, corrected: str = "") -> Summary:
        """`POST /generate-summary/`."""
        chosen = options.model_dump(mode="json", exclude_none=True)
        form = {name: value for name, value in chosen.items() if value != ""}
        # A form of fields alone is multipart too: a field without a file's name is no file.
        given = {"resume": (None, corrected)} if corrected else {"file": (name, data, _DOCX)}
        response = self._answer("POST", f"{self._summarize}/generate-summary/", data=form, files=given)
        timings = _timings(response.headers.get("Server-Timing", ""))
        return _read(response, Summary).model_copy(update={"timings": timings})

    def verify(self, resume: dict[str, Any], text: str, voice: str | None) -> Verdicts:
        """`POST /verify/`."""
        body = {"resume": resume, "text": text, "voice": voice}
        return self._ask("POST", f"{self._summarize}/verify/", Verdicts, json=body)

    def _ask(self, method: str, url: str, kind: type[R], **content: Any) -> R:
        return _read(self._answer(method, url, **content), kind)

    def _answer(self, method: str, url: str, **content: Any) -> httpx.Response:
        response = self._patiently(method, url, content)
        if response.is_error:
            raise _problem(response)
        return response

    def _patiently(self, method: str, url: str, content: dict[str, Any]) -> httpx.Response:
        """The answer; a service that is busy or starting is asked again after the pause it states."""
        for _ in range(ATTEMPTS - 1):
            response = self._send(method, url, content)
            pause = _pause(response)
            if response.status_code not in _BUSY or pause is None or pause > LONGEST_PAUSE:
                return response
            self._sleep(pause)
        return self._send(method, url, content)

    def _send(self, method: str, url: str, content: dict[str, Any]) -> httpx.Response:
        try:
            return self._http.request(method, url, **content)
        except (httpx.ConnectTimeout, httpx.ConnectError) as error:
            detail = f"Nothing answers at {httpx.URL(url).copy_with(raw_path=b'/')}"
            raise ServiceError("service-unreachable", "The service is not running", detail) from error
        except httpx.TimeoutException as error:
            detail = "It did not answer in time. It may still be starting."
            raise ServiceError("service-slow", "The service is taking too long", detail) from error
        except httpx.TransportError as error:
            detail = "The connection ended before the answer was there."
            raise ServiceError("service-unreachable", "The service stopped at its work", detail) from error
        except httpx.RequestError as error:
            detail = f"{httpx.URL(url).host} answered in a form that this page cannot read."
            raise ServiceError("unexpected-answer", _UNEXPECTED, detail) from error


def _read(response: httpx.Response, kind: type[R]) -> R:
    try:
        return kind.model_validate_json(response.content)
    except ValidationError as error:
        raise _unexpected(response) from error


def _pause(response: httpx.Response) -> int | None:
    """The seconds of `Retry-After`; 1 where it is not sent, None where it is a date."""
    stated = response.headers.get("Retry-After", "1")
    return int(stated) if stated.isdecimal() else None


def _timings(header: str) -> dict[str, float]:
    """Milliseconds by stage, as the `Server-Timing` header tells them."""
    return {stage: float(ms) for stage, ms in re.findall(r"(\w+);dur=(\d+(?:\.\d+)?)", header)}


class _Problem(Record):
    """Problem details (RFC 9457)."""

    code: str
    title: str
    detail: str = ""


def _problem(response: httpx.Response) -> ServiceError:
    try:
        problem = _Problem.model_validate_json(response.content)
    except ValidationError:
        return _gone(response) if response.status_code in _NOBODY_BEHIND else _unexpected(response)
    pause = _pause(response) if response.status_code in _BUSY else None
    return ServiceError(problem.code, problem.title, problem.detail, pause)


def _gone(response: httpx.Response) -> ServiceError:
    detail = f"{response.url.host} answers {response.status_code}: it does not reach the service behind it."
    return ServiceError("service-unreachable", "The service is not running", detail)


def _unexpected(response: httpx.Response) -> ServiceError:
    detail = f"{response.url.host} answered {response.status_code} in a form that this page does not know."
    return ServiceError("unexpected-answer", _UNEXPECTED, detail)
