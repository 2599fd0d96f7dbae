"""The list of a batch's documents. It is frozen when the batch begins, so that an index always means one document."""

import json
from collections.abc import Container
from dataclasses import asdict, dataclass
from datetime import date
from typing import Self
from urllib.parse import unquote

from functions.common.errors import InvalidOption
from functions.common.objects import Entry, open_objects
from functions.summarize.batch.request import BatchRequest
from functions.summarize.options import read_options
from functions.summarize.sentences import Options

SUFFIX = ".docx"
LIST_SUFFIX = ".txt"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the batch is about.

    `options` are as text and hold the day that "present" means. `window` is the number of chains, and so of the
    documents that are on their way at one time.
    """

    batch: str
    input: str
    options: dict[str, str]
    window: int
    documents: tuple[Entry, ...]

    @classmethod
    def from_json(cls, text: bytes) -> Self:
        """The manifest that `to_json` wrote; raises `InvalidOption` for anything else, whoever put it there."""
        from pydantic import TypeAdapter, ValidationError

        try:
            manifest = TypeAdapter(cls).validate_json(text)
            manifest.read_options()
        except (ValidationError, ValueError, KeyError) as error:
            raise InvalidOption("The manifest in output is damaged; remove the batch's folder.") from error
        if manifest.window < 1 or not manifest.documents:
            raise InvalidOption("The manifest in output is damaged; remove the batch's folder.")
        return manifest

    def to_json(self) -> bytes:
        """The manifest as it is stored."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1).encode()

    def read_options(self) -> Options:
        """The options of every document."""
        return read_options(self.options, date.fromisoformat(self.options["as_of"]))

    def heads(self, done: Container[int]) -> list[int]:
        """The first undone document of each chain that has one."""
        chains = range(min(self.window, len(self.documents)))
        firsts = (self.after(chain - self.window, done) for chain in chains)
        return [first for first in firsts if first is not None]

    def after(self, index: int, done: Container[int]) -> int | None:
        """The next undone document of the chain that `index` is in; None where the chain ends."""
        rest = range(index + self.window, len(self.documents), self.window)
        return next((following for following in rest if following not in done), None)


def freeze(request: BatchRequest, today: date, *, window: int, limit: int) -> Manifest:
    """The manifest of a batch that begins now.

    Raises `InvalidOption` when the input is not there, holds no document, or holds more than `limit`.
    """
    folder, found = _find(request.input)
    documents = sorted(found, key=lambda entry: entry.key)
    if not documents:
        raise InvalidOption(f"input holds no {SUFFIX} file; check its address.")
    if len(documents) > limit:
        raise InvalidOption(f"input holds {len(documents)} documents; a batch may have {limit}. Split it.")
    options = {"as_of": today.isoformat(), **request.options}
    return Manifest(request.batch, folder, options, window, tuple(documents))


def _find(address: str) -> tuple[str, list[Entry]]:
    """The folder that keys are relative to and the documents meant: all in it, one, or those on a list."""
    folder, _, name = address.rpartition("/")
    if name.lower().endswith(SUFFIX):
        found = open_objects(folder, existing=True).find(unquote(name))
        return folder, [found] if found else []
    if name.lower().endswith(LIST_SUFFIX):
        objects = open_objects(folder, existing=True)
        wanted = set(objects.read(name).decode(errors="replace").split("\n"))
        return folder, [entry for entry in objects.list() if entry.key in wanted]
    return address, [entry for entry in open_objects(address, existing=True).list() if _is_document(entry)]


def _is_document(entry: Entry) -> bool:
    """Whether it is a DOCX file, and not the lock file that Word leaves beside an open document."""
    return entry.key.lower().endswith(SUFFIX) and not entry.key.rpartition("/")[2].startswith("~$")
