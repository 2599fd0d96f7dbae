"""Which document is next, and when a batch is complete. All it knows is which result objects exist.

Nothing is published while an event is being handled: what follows from it is left to `later` (see `outbox.py`).
"""

import hashlib
import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial

from functions.common.errors import ResumeSummaryError
from functions.common.events.event import Event, new_event
from functions.common.events.types import BATCH_COMPLETED, DOCUMENT_REQUESTED
from functions.summarize.batch.folder import COMPLETED, CSV, JSONL, Folder, Storage
from functions.summarize.batch.manifest import Manifest, freeze
from functions.summarize.batch.outbox import Later, at_once
from functions.summarize.batch.recent import Recent
from functions.summarize.batch.register import MemoryRegister, Register
from functions.summarize.batch.request import BatchRequest
from functions.summarize.batch.results import write_results

BATCHES_REMEMBERED = 64

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms batches are taken: `window` documents on their way at one time, at most `limit` in all."""

    window: int
    limit: int
    source: str


class Coordinator:
    """Begins batches, releases documents, completes batches. Holds nothing that a restart would miss."""

    def __init__(
        self,
        storage: Storage,
        deliver: Callable[[Event], None],
        terms: Terms,
        *,
        today: Callable[[], date],
        later: Later = at_once,
        register: Register | None = None,
    ) -> None:
        """`deliver` returns when an event has been taken, and raises otherwise; `later` takes what follows."""
        self._storage = storage
        self._deliver = deliver
        self._terms = terms
        self._today = today
        self._later = later
        self._register = register or MemoryRegister()
        self._sent: Recent[set[str]] = Recent(BATCHES_REMEMBERED)

    def open(self, request: BatchRequest) -> tuple[Folder, Manifest]:
        """The batch's folder and its manifest, which is frozen now if the batch is new.

        Raises `InvalidOption` for a request that names no documents or a place that may not be used.
        """
        self._storage.check(request.input, "input")
        folder = self._storage.folder(request.output, request.batch, existing=False)
        manifest = folder.manifest() or folder.begin(
            freeze(request, self._today(), window=self._terms.window, limit=self._terms.limit)
        )
        self._storage.note(folder, manifest)
        return folder, manifest

    def begin(self, request: BatchRequest, cause: Event) -> None:
        """Begin the batch, or go on with it: the first undone document of each chain is next."""
        folder, manifest = self.open(request)
        self._register.note(folder)
        self._sent.forget(folder.url)
        heads = manifest.heads(folder.done())
        for index in heads:
            self._later(partial(self._send_once, folder, self._release(folder, manifest, index, cause)))
        if not heads:
            self._later(partial(self.complete, folder, manifest, cause))

    def go_on(self, folder: Folder, index: int, cause: Event) -> None:
        """The document after `index` in its chain is next, or the batch is complete if none is left anywhere."""
        self._later(partial(self._go_on, folder, self._storage.manifest(folder), index, cause))

    def release_anew(self, folder: Folder, manifest: Manifest, index: int) -> None:
        """Release a document whose release came to nothing."""
        if not folder.is_done(index):
            self._send(folder, self._release(folder, manifest, index))

    def complete(self, folder: Folder, manifest: Manifest, cause: Event | None = None) -> None:
        """Write the results and tell, if every document has one.

        Done again by whoever comes to the same end: it gives the same bytes and the same event.
        """
        if len(folder.done()) < len(manifest.documents):
            return
        counts = folder.completed()
        if counts is None:
            counts = json.dumps(asdict(write_results(folder, manifest))).encode()
            folder.write(COMPLETED, counts)
            logger.info("batch complete", extra={"fields": {"batch": manifest.batch, **json.loads(counts)}})
        self._send_once(folder, self._completion(folder, manifest, json.loads(counts), cause))
        self._register.forget(folder)

    def _go_on(self, folder: Folder, manifest: Manifest, index: int, cause: Event) -> None:
        following = index + manifest.window
        passed = following >= len(manifest.documents) or folder.is_done(following)
        undone = manifest.after(index, folder.done()) if passed else following
        if undone is None:
            self.complete(folder, manifest, cause)
        else:
            self._send_once(folder, self._release(folder, manifest, undone, cause))

    def _send_once(self, folder: Folder, event: Event) -> None:
        """Send an event unless this process has done so since the batch was last asked for.

        Else each event that comes twice would double the deliveries of its chain from there on. The memory is no
        promise: what it has lost is sent again.
        """
        if event.id not in (self._sent.get(folder.url) or ()):
            self._send(folder, event)

    def _send(self, folder: Folder, event: Event) -> None:
        """Send an event. It counts as sent from the beginning: until it is taken, all that follows may be done."""
        sent = self._sent.get(folder.url) or set()
        sent.add(event.id)
        self._sent.keep(folder.url, sent)
        try:
            self._deliver(event)
        except ResumeSummaryError:
            sent.discard(event.id)
            raise

    def _release(self, folder: Folder, manifest: Manifest, index: int, cause: Event | None = None) -> Event:
        return new_event(
            DOCUMENT_REQUESTED,
            id=event_id(DOCUMENT_REQUESTED, manifest.batch, str(index), manifest.documents[index].etag),
            source=self._terms.source,
            subject=f"{manifest.batch}/{index}",
            data={"batch": manifest.batch, "index": index, "output": folder.output},
            cause=cause,
            extensions={"partitionkey": f"{manifest.batch}/{index % manifest.window}"},
        )

    def _completion(
        self, folder: Folder, manifest: Manifest, counts: Mapping[str, int], cause: Event | None
    ) -> Event:
        results = {"jsonl": folder.url_of(JSONL), "csv": folder.url_of(CSV)}
        return new_event(
            BATCH_COMPLETED,
            id=event_id(BATCH_COMPLETED, manifest.batch),
            source=self._terms.source,
            subject=manifest.batch,
            data={"batch": manifest.batch, **counts, "results": results},
            cause=cause,
        )


def event_id(*what: str) -> str:
    """The id of an event that tells of `what`: the same however often and by whom it is told."""
    return hashlib.sha256("\n".join(what).encode()).hexdigest()[:32]
