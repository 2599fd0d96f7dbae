"""One document of a batch: its bytes -> the same pipeline as over HTTP -> its result object."""

import hashlib
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from functions.common.errors import InvalidOption, RequestRefused, TooMuchWork, UploadTooLarge
from functions.common.objects import Entry
from functions.common.problems import problem_of
from functions.summarize.batch.folder import Folder, Storage
from functions.summarize.batch.manifest import Manifest
from functions.summarize.batch.results import is_failure
from functions.summarize.sentences import Options

if TYPE_CHECKING:
    from functions.summarize.answers import SummaryAnswer


class Summarise(Protocol):
    """What is asked of the pipeline."""

    def __call__(self, data: bytes, options: Options) -> "SummaryAnswer":
        """The summary of a DOCX."""


@dataclass(frozen=True)
class Outcome:
    """A document's result: the body that the API would have answered with, and the figures of this attempt.

    A result that an earlier attempt had left comes without timings and without the document's hash.
    """

    body: Mapping[str, Any]
    entry: Entry
    seconds: float
    timings: Mapping[str, float] = field(default_factory=dict)
    rejected: int = 0
    sha256: str = ""

    @property
    def failed(self) -> bool:
        """Whether the document could not be used."""
        return is_failure(self.body)


class Documents:
    """Makes results. The same document and options give the same bytes, whoever makes them and how often."""

    def __init__(self, storage: Storage, summarise: Summarise, *, largest: int) -> None:
        """`largest` is the size in bytes over which a document is refused unread."""
        self._storage = storage
        self._summarise = summarise
        self._largest = largest

    def work(self, folder: Folder, manifest: Manifest, index: int) -> Outcome:
        """The document's result, made and kept now unless it is there already.

        A document that cannot be used has a problem detail as its result. Anything else that goes wrong is
        raised, and nothing is kept: the storage, the model or the time may be there at the next attempt.
        """
        start = time.perf_counter()
        entry = manifest.documents[index]
        kept = folder.result(index)
        attempt = _Attempt() if kept is not None else self._attempt(manifest, index)
        result = kept if kept is not None else folder.keep(index, attempt.result)
        return Outcome(
            _body(result),
            entry,
            round(time.perf_counter() - start, 6),
            attempt.timings,
            attempt.rejected,
            attempt.sha256,
        )

    def _attempt(self, manifest: Manifest, index: int) -> "_Attempt":
        entry, options = manifest.documents[index], manifest.read_options()
        sha256 = ""
        try:
            data = self._read(manifest.input, entry)
            sha256 = hashlib.sha256(data).hexdigest()
            answer = self._patiently(data, options)
        except RequestRefused as refusal:
            problem = problem_of(refusal, f"urn:resume-summary:batch:{manifest.batch}:{index}")
            return _Attempt(problem.model_dump_json().encode(), sha256=sha256)
        return _Attempt(answer.body, answer.timings, answer.rejected, sha256)

    def _patiently(self, data: bytes, options: Options) -> "SummaryAnswer":
        """What a busy machine may have cut short is done again before a refusal is kept for good."""
        try:
            return self._summarise(data, options)
        except TooMuchWork:
            return self._summarise(data, options)

    def _read(self, place: str, entry: Entry) -> bytes:
        if entry.size > self._largest:
            raise UploadTooLarge(f"The document has {entry.size} bytes; at most {self._largest} are read.")
        return self._storage.open(place).read(entry.key, entry.etag or None)


def _body(result: bytes) -> Mapping[str, Any]:
    try:
        body = json.loads(result)
    except ValueError as error:
        raise InvalidOption("A result of the batch is damaged; remove it.") from error
    if not isinstance(body, dict) or not ({"summary", "code"} & body.keys()):
        raise InvalidOption("A result of the batch is damaged; remove it.")
    return body


@dataclass(frozen=True, slots=True)
class _Attempt:
    """What the pipeline made of a document."""

    result: bytes = b""
    timings: Mapping[str, float] = field(default_factory=dict)
    rejected: int = 0
    sha256: str = ""
