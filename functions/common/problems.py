"""Errors as problem details (RFC 9457): one table from class to HTTP status, for every app."""

import logging
from collections.abc import Callable, Coroutine, Mapping
from http import HTTPStatus
from typing import Any

from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Match

from functions.common import errors

MEDIA_TYPE = "application/problem+json"
CLIENT_CLOSED_REQUEST = 499
"""What proxies log for a caller that left before its answer; nobody receives it."""

STATUS: Mapping[type[errors.ResumeSummaryError], int] = {
    errors.ResumeSummaryError: 500,
    errors.RequestRefused: 400,
    errors.InvalidOption: 422,
    errors.MalformedRequest: 400,
    errors.NotFound: 404,
    errors.MethodNotAllowed: 405,
    errors.ForeignHost: 421,
    errors.UploadTooLarge: 413,
    errors.UploadTooSlow: 408,
    errors.NotADocx: 415,
    errors.UnknownEventMode: 415,
    errors.InvalidEvent: 422,
    errors.ObjectMissing: 404,
    errors.ObjectChanged: 409,
    errors.TooMuchWork: 422,
    errors.UnusableDocument: 422,
    errors.Unauthorised: 401,
    errors.RateLimited: 429,
    errors.Saturated: 503,
    errors.DeadlineExceeded: 504,
    errors.WorkerLost: 503,
    errors.ModelUnavailable: 503,
    errors.NotReady: 503,
    errors.StorageUnavailable: 503,
    errors.SinkUnavailable: 503,
    errors.SpoolFull: 503,
}

METHODS = ("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT")

logger = logging.getLogger(__name__)


class Problem(BaseModel):
    """A problem detail. `code` is stable and made for programs, `detail` for people."""

    type: str = Field(examples=["urn:resume-summary:problem:not-a-docx"])
    title: str = Field(examples=["Not a DOCX file"])
    status: int = Field(examples=[415])
    detail: str = Field(examples=["The file is a PDF. Save it as DOCX and send that."])
    instance: str = Field(examples=["/generate-summary/"], description="The path asked for.")
    code: str = Field(examples=["not-a-docx"])


def status_of(kind: type[errors.ResumeSummaryError]) -> int:
    """The HTTP status of an error class: its own, or that of its nearest ancestor in the table."""
    return next(STATUS[ancestor] for ancestor in kind.__mro__ if ancestor in STATUS)


def problem_of(error: errors.ResumeSummaryError, path: str) -> Problem:
    """The problem detail that tells a caller of `path` about `error`."""
    return _problem(type(error), error.code, str(error), path)


def _problem(kind: type[errors.ResumeSummaryError], code: str, detail: str, path: str) -> Problem:
    return Problem(
        type=f"urn:resume-summary:problem:{code}",
        title=kind.title,
        status=status_of(kind),
        detail=detail,
        instance=path,
        code=code,
    )


class ProblemResponse(Response):
    """A problem detail as a response, with the headers its status calls for."""

    media_type = MEDIA_TYPE

    def __init__(
        self, request: Request, error: errors.ResumeSummaryError, *, longest_detail: int | None = None
    ) -> None:
        """Leaves the problem's code in the request's state, where the log and the metrics find it.

        `longest_detail` is in bytes.
        """
        problem = problem_of(error, request.url.path)
        problem.detail = problem.detail.encode()[:longest_detail].decode(errors="ignore")
        request.state.problem_code = problem.code
        super().__init__(problem.model_dump_json().encode(), problem.status, _headers(error))


def _headers(error: errors.ResumeSummaryError) -> dict[str, str]:
    match error:
        case errors.Unauthorised():
            return {"WWW-Authenticate": "Bearer"}
        case (
            errors.Saturated()
            | errors.RateLimited()
            | errors.NotReady()
            | errors.StorageUnavailable()
            | errors.SinkUnavailable()
            | errors.SpoolFull()
            | errors.WorkerLost()
        ):
            return {"Retry-After": str(error.retry_after)}
    return {}


async def answer_problem(request: Request, error: Exception) -> Response:
    """Exception handler for the product's own errors."""
    assert isinstance(error, errors.ResumeSummaryError)
    return ProblemResponse(request, error)


async def answer_http_exception(request: Request, error: Exception) -> Response:
    """Exception handler for what Starlette raises: an unknown path, a wrong method, a broken body."""
    assert isinstance(error, HTTPException)
    path, method = request.url.path, request.method
    if error.status_code == HTTPStatus.NOT_FOUND:
        return ProblemResponse(
            request, errors.NotFound(f"Nothing is at {path[:80]}; /openapi.json lists the paths.")
        )
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        allowed = ", ".join(_allowed(request))
        refusal = errors.MethodNotAllowed(f"{path[:80]} does not answer {method[:20]}; allowed: {allowed}.")
        response = ProblemResponse(request, refusal)
        response.headers["Allow"] = allowed
        return response
    return ProblemResponse(request, errors.MalformedRequest("The request cannot be read."))


def _allowed(request: Request) -> list[str]:
    """The methods that the path answers; Starlette names those of the first route that has it."""
    answered = {
        method
        for method in METHODS
        if any(
            route.matches({**request.scope, "method": method})[0] is Match.FULL
            for route in request.app.routes
        )
    }
    return sorted(answered | {"HEAD"} if "GET" in answered else answered)


async def answer_unexpected(request: Request, _error: Exception) -> Response:
    """Exception handler for a fault of ours: the server logs the traceback, the caller learns nothing."""
    message = "Something unexpected went wrong. It has been logged; the request id in X-Request-ID finds it."
    return ProblemResponse(request, errors.ResumeSummaryError(message))


async def answer_nobody(_request: Request, _error: Exception) -> Response:
    """Exception handler for a caller that has left."""
    return Response(status_code=CLIENT_CLOSED_REQUEST)


HANDLERS: dict[int | type[Exception], Callable[[Request, Any], Coroutine[Any, Any, Response]]] = {
    errors.ResumeSummaryError: answer_problem,
    HTTPException: answer_http_exception,
    ClientDisconnect: answer_nobody,
    Exception: answer_unexpected,
}


def responses(*kinds: type[errors.ResumeSummaryError]) -> dict[int | str, dict[str, Any]]:
    """The `responses` of an OpenAPI operation that can fail in these ways."""
    documented: dict[int | str, dict[str, Any]] = {}
    for kind in kinds:
        entry = documented.setdefault(status_of(kind), _empty_response(status_of(kind)))
        example = _problem(kind, kind.code, _first_line(kind), "/the/path/asked/for")
        entry["content"][MEDIA_TYPE]["examples"][kind.code] = {"value": example.model_dump()}
    return documented


def _empty_response(status: int) -> dict[str, Any]:
    reference = {"$ref": "#/components/schemas/Problem"}
    return {
        "description": HTTPStatus(status).phrase,
        "content": {MEDIA_TYPE: {"schema": reference, "examples": {}}},
    }


def _first_line(kind: type[errors.ResumeSummaryError]) -> str:
    return (kind.__doc__ or "").splitlines()[0].replace("`", "")
