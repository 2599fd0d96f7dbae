"""A batch without a broker: its documents are worked here, several at once, and it is completed."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from functions.common.events.event import Event
from functions.summarize.batch.handlers import Batches
from functions.summarize.batch.request import BatchRequest


def work_together(
    batches: Batches, event: Event, jobs: int, order: Callable[[int], Iterable[int]] = range
) -> Iterator[tuple[int, int]]:
    """Do what `batch.requested` asks for, `jobs` documents at once; yields how many have a result, and of how many.

    `order` gives the documents in the order in which they are taken. What goes wrong with one, other than that it
    cannot be used, is raised when those under way are done; asked for again, the batch goes on where it was.
    """
    folder, manifest = batches.coordinator.open(BatchRequest.read(event.data))
    done, total = folder.done(), len(manifest.documents)
    undone = [index for index in order(total) if index not in done]
    with ThreadPoolExecutor(jobs) as pool:
        try:
            for number, _ in enumerate(
                pool.map(partial(batches.documents.work, folder, manifest), undone), 1
            ):
                yield len(done) + number, total
        finally:
            pool.shutdown(cancel_futures=True)
    batches.coordinator.complete(folder, manifest, event)
