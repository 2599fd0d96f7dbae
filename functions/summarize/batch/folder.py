"""The batch's folder in the storage.

{output}/{batch}/manifest.json           what the batch is about
                 documents/000012.json   the answer for document 12: a summary, or a problem detail
                 results.jsonl           all answers, a line each
                 results.csv             the same as a table
                 completed.json          the counts; there when the batch is complete
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from functions.common.errors import InvalidOption, ObjectMissing
from functions.common.objects import Objects, normal_url, open_objects, resolved
from functions.summarize.batch.manifest import Manifest
from functions.summarize.batch.recent import Recent

MANIFEST = "manifest.json"
DOCUMENTS = "documents"
JSONL, CSV = "results.jsonl", "results.csv"
COMPLETED = "completed.json"
KEPT = 64

_RESULT = re.compile(r"(\d{6,})\.json")


@dataclass(frozen=True)
class Folder:
    """One batch's folder. Every method raises `StorageUnavailable` when the storage cannot be reached."""

    objects: Objects
    url: str

    @property
    def output(self) -> str:
        """The address that it is below."""
        return self.url.rpartition("/")[0]

    @property
    def name(self) -> str:
        """The batch's id."""
        return self.url.rpartition("/")[2]

    def url_of(self, key: str) -> str:
        """The address of an object in it."""
        return f"{self.url}/{key}"

    @staticmethod
    def key_of(index: int) -> str:
        """The key of a document's result."""
        return f"{DOCUMENTS}/{index:06}.json"

    def manifest(self) -> Manifest | None:
        """The manifest, once the batch has begun."""
        text = self._read(MANIFEST)
        return Manifest.from_json(text) if text is not None else None

    def begin(self, manifest: Manifest) -> Manifest:
        """Begin the batch with this manifest, or with the one of whoever was first."""
        if self._create(MANIFEST, manifest.to_json()):
            return manifest
        return self.manifest() or manifest

    def done(self) -> frozenset[int]:
        """The documents that have a result."""
        entries = self.objects.list(f"{self.name}/{DOCUMENTS}")
        keys = (_RESULT.fullmatch(entry.key.rpartition("/")[2]) for entry in entries)
        return frozenset(int(match[1]) for match in keys if match)

    def is_done(self, index: int) -> bool:
        """Whether a document has a result."""
        return self.objects.exists(self._key(self.key_of(index)))

    def result(self, index: int) -> bytes | None:
        """A document's result, if it has one."""
        return self._read(self.key_of(index))

    def keep(self, index: int, result: bytes) -> bytes:
        """Make this the document's result unless it has one; returns the result that it has."""
        if self._create(self.key_of(index), result):
            return result
        return self._read(self.key_of(index)) or result

    def write(self, key: str, data: bytes | Iterable[bytes]) -> None:
        """Write one of the objects that tell of all documents."""
        self.objects.write(self._key(key), data)

    def completed(self) -> bytes | None:
        """The counts, once the batch is complete."""
        return self._read(COMPLETED)

    def _key(self, key: str) -> str:
        return f"{self.name}/{key}"

    def _create(self, key: str, data: bytes) -> bool:
        return self.objects.create(self._key(key), data)

    def _read(self, key: str) -> bytes | None:
        try:
            return self.objects.read(self._key(key))
        except ObjectMissing:
            return None


class Storage:
    """The places that batches may use. Safe in several threads."""

    def __init__(self, allowed: tuple[str, ...] = ("file://", "s3://")) -> None:
        """`allowed` is what addresses must begin with."""
        self._allowed = allowed
        self._places: Recent[Objects] = Recent(KEPT)
        self._manifests: Recent[Manifest] = Recent(KEPT)

    def check(self, url: str, name: str) -> str:
        """The address in its one spelling; raises `InvalidOption`, which calls it `name`, if it may not be used."""
        address = normal_url(url, name)
        followed = resolved(address)
        if not any(
            _is_within(address, place) and _is_within(followed, resolved(place)) for place in self._allowed
        ):
            raise InvalidOption(
                f"{name} is outside the storage that batches may use: {', '.join(self._allowed) or 'none'}."
            )
        return address

    def open(self, address: str, *, existing: bool = True) -> Objects:
        """The objects at an address that was checked, over connections that are kept open."""
        objects = self._places.get(address)
        if objects is None:
            objects = open_objects(address, existing=existing)
            self._places.keep(address, objects)
        return objects

    def folder(self, output: str, batch: str, *, existing: bool = True) -> Folder:
        """A batch's folder below `output`, which must be there unless it is to be made."""
        address = self.check(output, "output")
        return Folder(self.open(address, existing=existing), f"{address}/{batch}")

    def manifest(self, folder: Folder) -> Manifest:
        """The manifest of a batch that has begun; raises `InvalidOption` if it has not.

        The last ones are kept: a manifest never changes, and every event of its batch needs it.
        """
        manifest = self._manifests.get(folder.url) or folder.manifest()
        if manifest is None:
            raise InvalidOption("There is no such batch in output; send batch.requested first.")
        if manifest.batch != folder.url.rpartition("/")[2]:
            raise InvalidOption("The manifest in output is that of another batch.")
        self.check(manifest.input, "the manifest's input")
        self.note(folder, manifest)
        return manifest

    def note(self, folder: Folder, manifest: Manifest) -> None:
        """Keep this manifest, as the one used last."""
        self._manifests.keep(folder.url, manifest)


def _is_within(address: str, place: str) -> bool:
    return address.startswith(place) if place.endswith("/") else f"{address}/".startswith(f"{place}/")
