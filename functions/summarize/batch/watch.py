"""Takes up what has come to a standstill: the storage says what there is to do, whatever became of the events.

A process that dies between answering an event and publishing what follows takes the next document with it; a broker
in memory takes all its events. Then the first undone document of a chain stays the same. What has not moved from one
look to the next is released anew: a document that is merely slow is worked twice and has one result all the same.
"""

import logging
import threading
from collections.abc import Callable, Mapping

from functions.common.errors import InvalidOption, ResumeSummaryError
from functions.summarize.batch.coordinator import Coordinator
from functions.summarize.batch.folder import Folder, Storage
from functions.summarize.batch.outbox import Later
from functions.summarize.batch.register import Register

END = -1
"""Stands for the completion of the batch, where every document has a result."""

logger = logging.getLogger(__name__)

Looks = Mapping[int, int]
"""For how many looks each first undone document has been the same."""


class Watch:
    """Looks at every batch under way each `pause` seconds, from `start` to `close`."""

    def __init__(
        self, storage: Storage, register: Register, coordinator: Coordinator, later: Later, pause: float
    ) -> None:
        self._storage, self._register = storage, register
        self._coordinator, self._later = coordinator, later
        self._pause = pause
        self._seen: dict[str, Looks] = {}
        self._closing = threading.Event()

    def start(self) -> None:
        """Begin to look, in a thread of its own."""
        threading.Thread(target=self._run, name="watch", daemon=True).start()

    def close(self) -> None:
        """Look no more."""
        self._closing.set()

    def check(self) -> None:
        """Look once. Raises `StorageUnavailable`."""
        self._seen = {folder.url: self._check(folder) for folder in self._register.folders()}

    def _run(self) -> None:
        while not self._closing.is_set():
            try:
                self.check()
            except ResumeSummaryError as error:
                fields = {"code": error.code, "detail": str(error)}
                logger.warning("batches cannot be looked after", extra={"fields": fields})
            self._closing.wait(self._pause)

    def _check(self, folder: Folder) -> Looks:
        try:
            manifest = self._storage.manifest(folder)
        except InvalidOption:
            self._register.forget(folder)  # somebody deleted the batch
            return {}
        before = self._seen.get(folder.url, {})
        looks = {index: before.get(index, -1) + 1 for index in manifest.heads(folder.done()) or (END,)}
        for index in filter(lambda index: _is_due(looks[index]), looks):
            self._later(self._take_up(folder, index))
        return looks

    def _take_up(self, folder: Folder, index: int) -> Callable[[], None]:
        def act() -> None:
            manifest = self._storage.manifest(folder)
            if index == END:
                self._coordinator.complete(folder, manifest)
            else:
                self._coordinator.release_anew(folder, manifest, index)

        logger.info("batch taken up", extra={"fields": {"batch": folder.name, "index": index}})
        return act


def _is_due(looks: int) -> bool:
    """After 1, 2, 4, 8 ... looks: what nobody can work does not keep everybody busy."""
    return looks > 0 and looks & (looks - 1) == 0
