"""Reading requests: a multipart form with one file, or a JSON body. Strict, in memory, nothing on disk."""

from collections import Counter
from collections.abc import AsyncGenerator, AsyncIterator, Iterable
from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from functions.common.errors import InvalidOption, MalformedRequest
from functions.summarize.options import refuse_unknown
from functions.summarize.sentences import LONGEST_TARGET

B = TypeVar("B", bound=BaseModel)

FILE = "file"
LONGEST_FIELD = 4 * LONGEST_TARGET + 4
"""Bytes of a form field that is not a file: a target in the widest letters, and one more to refuse it by name."""


@dataclass(frozen=True, slots=True)
class Form:
    """The uploaded bytes and the options beside them, as text."""

    data: bytes
    options: dict[str, str]


class _StrictParser(MultiPartParser):
    """Starlette's parser, but a form that was cut off is an error and no file is written to disk."""

    spool_max_size = 0  # which means "never" to SpooledTemporaryFile; the body limit bounds the memory

    def __init__(self, request: Request) -> None:
        super().__init__(request.headers, self._whole(request.stream()), max_part_size=LONGEST_FIELD)
        self._complete = False

    def on_end(self) -> None:
        self._complete = True

    async def _whole(self, stream: AsyncIterator[bytes]) -> AsyncGenerator[bytes, None]:
        async for chunk in stream:
            yield chunk
        if not self._complete:
            raise MultiPartException("It is cut off: the last boundary is missing.")


async def read_form(request: Request, known: Iterable[str]) -> Form:
    """The file and the options of a request; options may stand in the form or in the query.

    Raises:
        MalformedRequest: no multipart form, a broken one, no file or an empty one.
        InvalidOption: an option or file given twice, or a field that is not `file` or in `known`.
    """
    items = [*request.query_params.multi_items(), *await _multipart(request)]
    refuse_unknown((name for name, _ in items), (FILE, *known))
    for name, times in Counter(name for name, _ in items).items():
        if times > 1:
            raise InvalidOption(f"{name} is given {times} times; give it once.")
    values = dict(items)
    data = values.pop(FILE, None)
    if data is None:
        raise MalformedRequest("There is no file; send the DOCX as the multipart form field 'file'.")
    return Form(_bytes(data), {name: _text(name, value) for name, value in values.items()})


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


async def _multipart(request: Request) -> list[tuple[str, str | bytes]]:
    kind = request.headers.get("content-type", "")
    if kind.partition(";")[0].strip().lower() != "multipart/form-data":
        raise MalformedRequest(
            "The body is no form; send multipart/form-data with the DOCX as the field 'file'."
        )
    try:
        form = await _StrictParser(request).parse()
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
    return value
