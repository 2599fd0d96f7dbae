"""The batches that have begun and not ended, noted where every process finds them."""

import json
import threading
from collections.abc import Iterable
from typing import Protocol

from functions.common.errors import ObjectMissing
from functions.common.objects import Objects
from functions.summarize.batch.folder import Folder, Storage


class Register(Protocol):
    """Knows the batches that are under way. Every method may raise `StorageUnavailable`."""

    def note(self, folder: Folder) -> None:
        """This batch is under way."""

    def forget(self, folder: Folder) -> None:
        """This batch is complete, and that has been told; or it is not there any more."""

    def folders(self) -> Iterable[Folder]:
        """The folders of the batches under way."""


class MemoryRegister:
    """Knows what this process has been asked for: after a restart each batch has to be asked for again."""

    def __init__(self) -> None:
        self._folders: dict[str, Folder] = {}
        self._lock = threading.Lock()

    def note(self, folder: Folder) -> None:
        """Remember it."""
        with self._lock:
            self._folders[folder.url] = folder

    def forget(self, folder: Folder) -> None:
        """Forget it."""
        with self._lock:
            self._folders.pop(folder.url, None)

    def folders(self) -> Iterable[Folder]:
        """Those that were noted and not forgotten."""
        with self._lock:
            return tuple(self._folders.values())


class StoredRegister:
    """A small object for each batch, so that any process that starts, anywhere, goes on with it."""

    def __init__(self, storage: Storage, place: str) -> None:
        """`place` is the address of a folder that nothing else uses. Nothing is opened yet."""
        self._storage, self._place = storage, place

    def note(self, folder: Folder) -> None:
        """Write the object, unless it is there."""
        self._objects.create(
            _key(folder), json.dumps({"output": folder.output, "batch": folder.name}).encode()
        )

    def forget(self, folder: Folder) -> None:
        """Delete the object."""
        self._objects.delete(_key(folder))

    def folders(self) -> Iterable[Folder]:
        """What the objects name; one that another process deletes meanwhile is left out."""
        for entry in sorted(self._objects.list(), key=lambda entry: entry.key):
            try:
                noted = json.loads(self._objects.read(entry.key))
            except ObjectMissing:
                continue
            yield self._storage.folder(noted["output"], noted["batch"])

    @property
    def _objects(self) -> Objects:
        return self._storage.open(self._place, existing=False)


def _key(folder: Folder) -> str:
    return f"{folder.name}.json"
