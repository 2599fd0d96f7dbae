"""Batches of small fake documents, and a broker that can be told to be unkind."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from functions.common.errors import NotADocx, SinkUnavailable
from functions.common.events.event import Event, new_event
from functions.common.events.types import BATCH_REQUESTED
from functions.common.events.wire import read_event, write_event
from functions.common.objects import open_objects
from functions.summarize.answers import InProcess, SummaryAnswer
from functions.summarize.batch.handlers import Batches, batch_handlers, make_batches
from functions.summarize.batch.request import BatchRequest
from functions.summarize.parsers.card import read_card
from functions.summarize.pipeline import Summary
from functions.summarize.sentences import Options
from functions.summarize.settings import SummarizeSettings
from tests.api.fakes import CARD, NOTICE, RESUME, SENTENCES, TIMINGS, FakePipeline

TODAY = date(2026, 1, 31)
BAD = b"bad"


class _Pipeline(FakePipeline):
    def summarise(self, data: bytes, options: Options) -> Summary:
        if data == BAD:
            raise NotADocx("The file is a PDF. Save it as DOCX and send that.")
        return Summary(SENTENCES, RESUME, CARD, read_card("ats"), options, (NOTICE,), TIMINGS, rejected=1)


def summarise(data: bytes, options: Options) -> SummaryAnswer:
    """Refuses `BAD` and says the same of everything else."""
    return InProcess(_Pipeline()).summarise(data, options)


def fill(folder: Path, documents: int, bad: tuple[int, ...] = ()) -> str:
    """A folder of documents 000.docx, 001.docx ..., some of them bad, and its address."""
    folder.mkdir(parents=True, exist_ok=True)
    for index in range(documents):
        (folder / f"{index:03}.docx").write_bytes(BAD if index in bad else f"document {index}".encode())
    return f"file://{folder}"


def batch_requested(request: BatchRequest, id: str = "1") -> Event:  # noqa: A002 - the attribute's name
    """The event that asks for a batch."""
    return new_event(BATCH_REQUESTED, id=id, source="/tests", data=request.data)


def results_of(request: BatchRequest) -> dict[str, bytes]:
    """Every object of a batch that tells of results, by key: whole objects only, while others are being written."""
    objects = open_objects(request.output)
    keys = (entry.key for entry in objects.list(request.batch))
    results = ((key, key.removeprefix(f"{request.batch}/")) for key in keys)
    return {name: objects.read(key) for key, name in results if name != "manifest.json"}


def is_complete(request: BatchRequest) -> bool:
    """Whether the last object of a batch is written."""
    return open_objects(request.output).exists(f"{request.batch}/completed.json")


@dataclass
class Bus:
    """Implements delivery and keeps what was delivered until it is handed over, in any order, or lost.

    Every event goes over the wire form and is checked against its schema. `down` refuses to take any.
    """

    waiting: list[Event] = field(default_factory=list)
    taken: list[Event] = field(default_factory=list)
    down: bool = False

    def deliver(self, event: Event) -> None:
        if self.down:
            raise SinkUnavailable("The broker is down.")
        event = read_event(*write_event(event))
        self.taken.append(event)
        self.waiting.append(event)

    def of(self, kind: str) -> list[Event]:
        """The events of a type that were delivered so far."""
        return [event for event in self.taken if event.type == kind]

    def hand_over(self, batches: Batches, position: int = 0, *, again: bool = False) -> Event:
        """Let one waiting event be handled and answered; `again` leaves it to be handled once more."""
        event = self.waiting[position] if again else self.waiting.pop(position)
        handle = batch_handlers(batches).get(event.type)
        reply = handle(event) if handle else None
        if reply is not None:
            self.deliver(reply)
        return event

    def run(self, batches: Batches) -> None:
        """Hand over until nothing waits."""
        while self.waiting:
            self.hand_over(batches)


def batches_over(bus: Bus, **settings: Any) -> Batches:
    """The batch function of a fresh process."""
    chosen = SummarizeSettings(**{"batch_window": 3, **settings})
    return make_batches(chosen, summarise, bus.deliver, source="/services/summarize", today=lambda: TODAY)
