"""The batches of a server process: over a broker, in the process itself, or not at all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from functions.common.errors import InvalidOption
from functions.common.events.event import Event
from functions.common.events.sink import Sink
from functions.common.events.types import BATCH_REQUESTED, DOCUMENT_REQUESTED
from functions.summarize.batch.documents import Summarise
from functions.summarize.batch.folder import Storage
from functions.summarize.batch.handlers import Handler, batch_handlers, make_batches
from functions.summarize.batch.loopback import Loopback
from functions.summarize.batch.outbox import Outbox
from functions.summarize.batch.register import MemoryRegister, StoredRegister
from functions.summarize.batch.watch import Watch
from functions.summarize.settings import SummarizeSettings

PUBLISHING = 4
"""Threads for each document on its way. A broker may take as long to answer as a document takes to be worked, and as
long as whoever else hears of it takes to be reached; a thread that waits for it costs next to nothing."""


def _nothing() -> None:
    """Nothing to begin."""


def _at_once(_: float) -> None:
    """Nothing to end."""


@dataclass(frozen=True)
class BatchService:
    """The handlers of the batch events, and what runs beside them from `start` to `close` (seconds)."""

    handlers: Mapping[str, Handler]
    start: Callable[[], None] = _nothing
    close: Callable[[float], None] = _at_once


def open_batches(
    settings: SummarizeSettings, summarise: Summarise, sink: Sink, *, source: str, today: Callable[[], date]
) -> BatchService:
    """Batches as `BATCHES` says: `broker` (the sink is one), `here`, `off`."""
    match settings.batches_by:
        case "off":
            return BatchService({BATCH_REQUESTED: refuse, DOCUMENT_REQUESTED: refuse})
        case "here":
            loopback = Loopback(sink.emit)
            service = _running(settings, summarise, loopback.deliver, settings.workers, source, today)
            loopback.connect(service.handlers)
            return service
        case "broker" if settings.aws_lambda_function_name:  # nothing runs there after the answer
            batches = make_batches(settings, summarise, sink.deliver, source=source, today=today)
            return BatchService(batch_handlers(batches))
        case "broker":
            threads = PUBLISHING * settings.batch_window
            return _running(settings, summarise, sink.deliver, threads, source, today)


def refuse(_: Event) -> None:
    """Say that there is nobody who would work the batch; raises `InvalidOption`."""
    raise InvalidOption(
        "This service takes no batches: it sends its events to no broker. Ask one with BATCHES=broker or"
        " BATCHES=here, or use `resume-summary batch` without --events."
    )


def _running(
    settings: SummarizeSettings,
    summarise: Summarise,
    deliver: Callable[[Event], None],
    threads: int,
    source: str,
    today: Callable[[], date],
) -> BatchService:
    storage = Storage(settings.storage_allowed)
    place = settings.batch_register
    register = StoredRegister(storage, place) if place else MemoryRegister()
    outbox = Outbox(threads)
    batches = make_batches(
        settings, summarise, deliver, source=source, today=today, later=outbox.put, register=register
    )
    watch = Watch(batches.storage, register, batches.coordinator, outbox.put, settings.batch_pause)

    def close(timeout: float) -> None:
        watch.close()
        outbox.close(timeout)

    return BatchService(batch_handlers(batches), watch.start, close)
