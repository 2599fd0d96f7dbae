"""Reading requests: a multipart form with one file, or a JSON body. Strict, in memory, nothing on disk."""

from collections import Counter
from collections.abc import AsyncGenerator, Iterable
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import from_json
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from functions.common.errors import InvalidOption, MalformedRequest, UploadTooLarge
from functions.summarize.options import refuse_unknown
from functions.summarize.sentences import LONGEST_TARGET

B = TypeVar("B", bound=BaseModel)

FILE, RESUME = "file", "resume"
LONGEST_RESUME = 1_000_000
"""Bytes of a JSON Resume document: many times what /parse/ gives for the longest resumes."""
LONGEST_FIELD = 4 * LONGEST_TARGET + 4
"""Bytes of a form field that is not a file: a target in the widest letters, and one more to refuse it by name."""


@dataclass(frozen=True, slots=True)
class Form:
    """The uploaded bytes and the options beside them, as text.

    `resume` is the JSON Resume document that `data` holds, where facts were sent instead of a DOCX.
    """

    data: bytes
    options: dict[str, str]
    resume: dict[str, Any] | None = None


class _StrictParser(MultiPartParser):
    """Starlette's parser, but a form that was cut off is an error and no file is written to disk."""

    spool_max_size = 0  # which means "never" to SpooledTemporaryFile; the body limit bounds the memory

    def __init__(self, request: Request, longest: int) -> None:
        self._pieces = self._whole(request.stream())
        super().__init__(request.headers, self._pieces, max_part_size=longest)
        self._complete = False

    async def parse(self) -> FormData:
        """The form. Whatever happens, nothing is left waiting in the middle of the request."""
        async with aclosing(self._pieces):
            return await super().parse()

    def on_end(self) -> None:
        self._complete = True

    async def _whole(self, stream: AsyncGenerator[bytes, None]) -> AsyncGenerator[bytes, None]:
        async with aclosing(stream):
            async for chunk in stream:
                yield chunk
        if not self._complete:
            raise MultiPartException("It is cut off: the last boundary is missing.")


async def read_form(request: Request, known: Iterable[str], *, facts: bool = False) -> Form:
    """The file and the options of a request; options may stand in the form or in the query.

    With `facts`, a JSON Resume document as the field `resume` may take the place of the file.

    Raises:
        MalformedRequest: no multipart form, a broken one, no file or an empty one, or no JSON object as `resume`.
        InvalidOption: an option or file given twice, or a field that is not `file` or in `known`.
    """
    items = [
        *request.query_params.multi_items(),
        *await _multipart(request, LONGEST_RESUME if facts else LONGEST_FIELD),
    ]
    fields = (FILE, RESUME) if facts else (FILE,)
    refuse_unknown((name for name, _ in items), (*fields, *known))
    for name, times in Counter(name for name, _ in items).items():
        if times > 1:
            raise InvalidOption(f"{name} is given {times} times; give it once.")
    values = dict(items)
    given = {name: values.pop(name) for name in fields if name in values}
    options = {name: _text(name, value) for name, value in values.items()}
    if len(given) > 1:
        raise MalformedRequest("There are a file and a resume; send one of them: a DOCX, or facts.")
    if RESUME in given:
        return read_facts(given[RESUME], options)
    if FILE not in given:
        instead = ", or facts as the field 'resume'" if facts else ""
        raise MalformedRequest(
            f"There is no file; send the DOCX as the multipart form field 'file'{instead}."
        )
    return Form(_bytes(given[FILE]), options)


async def read_json(request: Request, kind: type[B]) -> B:
    """The JSON body of a request, checked. No message repeats what stands in it.

    Raises `MalformedRequest` for what is not JSON or lacks a part, `InvalidOption` for a part that is wrong.
    """
    refuse_unknown(request.query_params, ())
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise MalformedRequest("The body is not declared as JSON; send Content-Type: application/json.")
    try:
        return kind.model_validate_json(await request.body())
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
    where = ".".join(str(step)[:80] for step in first["loc"]) or "The body"
    refusal = MalformedRequest if first["type"] in {"json_invalid", "missing"} else InvalidOption
    raise refusal(f"{where}: {first['msg']}.")


async def _multipart(request: Request, longest: int) -> list[tuple[str, str | bytes]]:
    kind = request.headers.get("content-type", "")
    if kind.partition(";")[0].strip().lower() != "multipart/form-data":
        raise MalformedRequest(
            "The body is no form; send multipart/form-data with the DOCX as the field 'file'."
        )
    try:
        form = await _StrictParser(request, longest).parse()
    except MultiPartException as error:
        raise MalformedRequest(f"The form cannot be read: {error.message}") from error
    try:
        return [
            (name, await value.read() if isinstance(value, UploadFile) else value)
            for name, value in form.multi_items()
        ]
    finally:
        await form.close()


def _bytes(value: str | bytes) -> bytes:
    if isinstance(value, str):
        raise MalformedRequest("The field 'file' is text; send it as a file, with a file name.")
    if not value:
        raise MalformedRequest("The file is empty.")
    return value


def _text(name: str, value: str | bytes) -> str:
    if isinstance(value, bytes):
        raise InvalidOption(f"{name} is a file; send it as a text field.")
    if len(value.encode("utf-8", errors="replace")) > LONGEST_FIELD:
        raise InvalidOption(f"{name} has {len(value)} characters, more than any value of it.")
    return value


def read_facts(value: str | bytes, options: dict[str, str]) -> Form:
    """A JSON object, sent as a text field or as a file. No message repeats what stands in it."""
    data = value.encode("utf-8", errors="replace") if isinstance(value, str) else value
    if len(data) > LONGEST_RESUME:
        raise UploadTooLarge(f"resume has {len(data)} bytes; allowed: up to {LONGEST_RESUME}.")
    try:
        resume = from_json(data)  # which is not as deep as what goes to a worker process may be
    except ValueError as error:
        raise MalformedRequest(
            "resume is not JSON; send the JSON Resume document that /parse/ gave."
        ) from error
    if not isinstance(resume, dict):
        raise MalformedRequest(
            "resume is not a JSON object; send the JSON Resume document that /parse/ gave."
        )
    return Form(data, options, resume)
