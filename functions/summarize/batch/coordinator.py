"""Which document is next, and when a batch is complete. All it knows is which result objects exist."""

import hashlib
import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date

from functions.common.events.event import Event, new_event
from functions.common.events.types import BATCH_COMPLETED, DOCUMENT_REQUESTED
from functions.summarize.batch.folder import COMPLETED, CSV, JSONL, Folder, Storage
from functions.summarize.batch.manifest import Manifest, freeze
from functions.summarize.batch.recent import Recent
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
    ) -> None:
        """`deliver` returns when an event has been taken, and raises otherwise."""
        self._storage = storage
        self._deliver = deliver
        self._terms = terms
        self._today = today
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
        """Begin the batch, or go on with it: release the first undone document of each chain."""
        folder, manifest = self.open(request)
        self._sent.forget(folder.url)
        for index in manifest.heads(folder.done()):
            self._send_once(folder, self._release(folder, manifest, index, cause))
        self.complete(folder, manifest, cause)

    def go_on(self, folder: Folder, index: int, cause: Event) -> None:
        """Release the document after `index` in its chain, or complete the batch if none is left anywhere."""
        manifest = self._storage.manifest(folder)
        following = index + manifest.window
        passed = following >= len(manifest.documents) or folder.is_done(following)
        undone = manifest.after(index, folder.done()) if passed else following
        if undone is None:
            self.complete(folder, manifest, cause)
        else:
            self._send_once(folder, self._release(folder, manifest, undone, cause))

    def complete(self, folder: Folder, manifest: Manifest, cause: Event) -> None:
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

    def _send_once(self, folder: Folder, event: Event) -> None:
        """Send an event unless this process has done so since the batch was last asked for.

        Else each event that comes twice would double the deliveries of its chain from there on. The memory is no
        promise: what it has lost is sent again.
        """
        sent = self._sent.get(folder.url) or set()
        if event.id not in sent:
            self._deliver(event)
            sent.add(event.id)
            self._sent.keep(folder.url, sent)

    def _release(self, folder: Folder, manifest: Manifest, index: int, cause: Event) -> Event:
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
        self, folder: Folder, manifest: Manifest, counts: Mapping[str, int], cause: Event
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
