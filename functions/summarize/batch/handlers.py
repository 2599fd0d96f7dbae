"""The events that drive a batch: each is read here, acted upon, and answered."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from functions.common.errors import InvalidEvent
from functions.common.events.event import Event, new_event
from functions.common.events.types import (
    BATCH_REQUESTED,
    DOCUMENT_COMPLETED,
    DOCUMENT_FAILED,
    DOCUMENT_REQUESTED,
)
from functions.summarize.batch.coordinator import Coordinator, Terms, event_id
from functions.summarize.batch.documents import Documents, Outcome, Summarise
from functions.summarize.batch.folder import Folder, Storage
from functions.summarize.batch.manifest import Manifest
from functions.summarize.batch.outbox import Later, at_once
from functions.summarize.batch.register import Register
from functions.summarize.batch.request import BatchRequest
from functions.summarize.settings import SummarizeSettings

Handler = Callable[[Event], Event | None]
Deliver = Callable[[Event], None]

_RESULT = re.compile(r"(.+)/([^/]+)/documents/(\d{6,})\.json")


@dataclass(frozen=True)
class Batches:
    """The handlers of the batch events."""

    storage: Storage
    documents: Documents
    coordinator: Coordinator
    source: str
    revision: str

    def requested(self, event: Event) -> None:
        """`batch.requested`: begin or go on."""
        self.coordinator.begin(BatchRequest.read(event.data), event)

    def document_requested(self, event: Event) -> Event:
        """`document.requested`: the reply tells of the result, also when it had been there before."""
        folder = self.storage.folder(event.data["output"], event.data["batch"])
        manifest = self.storage.manifest(folder)
        index: int = event.data["index"]
        if index >= len(manifest.documents):
            raise InvalidEvent(f"data/index is {index}; the batch has {len(manifest.documents)} documents.")
        outcome = self.documents.work(folder, manifest, index)
        return self.result_event(folder, manifest, index, outcome, event)

    def document_done(self, event: Event) -> None:
        """`document.completed` and `document.failed`: release the next."""
        match = _RESULT.fullmatch(event.data["dataref"])
        if match is None or (match[2], int(match[3])) != (event.data["batch"], event.data["index"]):
            raise InvalidEvent("data/dataref is not the address of this document's result.")
        self.coordinator.go_on(self.storage.folder(match[1], match[2]), int(match[3]), event)

    def result_event(
        self, folder: Folder, manifest: Manifest, index: int, outcome: Outcome, cause: Event | None
    ) -> Event:
        """The event that tells of a document's result."""
        kind = DOCUMENT_FAILED if outcome.failed else DOCUMENT_COMPLETED
        figures = _failure(outcome) if outcome.failed else _success(outcome)
        about = {"etag": outcome.entry.etag} | ({"sha256": outcome.sha256} if outcome.sha256 else {})
        return new_event(
            kind,
            id=event_id(kind, manifest.batch, str(index), outcome.entry.etag),
            source=self.source,
            subject=f"{manifest.batch}/{index}",
            data={
                "batch": manifest.batch,
                "index": index,
                "dataref": folder.url_of(folder.key_of(index)),
                "object": about,
                "seconds": outcome.seconds,
                "revision": self.revision,
                **figures,
            },
            cause=cause,
        )


def make_batches(  # noqa: PLR0913 - by keyword: each another way out of the process
    settings: SummarizeSettings,
    summarise: Summarise,
    deliver: Deliver,
    *,
    source: str,
    today: Callable[[], date],
    later: Later = at_once,
    register: Register | None = None,
) -> Batches:
    """Batches as the settings have them. `deliver` sends an event on and returns when it has been taken.

    `later` takes what follows from an event, `register` knows the batches under way.
    """
    storage = Storage(settings.storage_allowed)
    terms = Terms(settings.batch_window, settings.batch_limit, source)
    return Batches(
        storage,
        Documents(storage, summarise, largest=settings.upload_limit),
        Coordinator(storage, deliver, terms, today=today, later=later, register=register),
        source,
        settings.k_revision,
    )


def batch_handlers(batches: Batches) -> Mapping[str, Handler]:
    """The handler of each event type."""
    return {
        BATCH_REQUESTED: partial(_silently, batches.requested),
        DOCUMENT_REQUESTED: batches.document_requested,
        DOCUMENT_COMPLETED: partial(_silently, batches.document_done),
        DOCUMENT_FAILED: partial(_silently, batches.document_done),
    }


def _silently(act: Callable[[Event], None], event: Event) -> None:
    """For an event that is answered with no other."""
    act(event)


def _success(outcome: Outcome) -> dict[str, Any]:
    body = outcome.body
    return {
        "model": body["model"],
        "parser": body["parser"]["id"],
        "output": body["options"]["output"],
        "length": body["options"]["length"],
        "voice": body["options"]["voice"],
        "timings": dict(outcome.timings),
        "words": len(body["summary"].split()),
        "sentences": len(body["sentences"]),
        "model_share": body["model_share"],
        "rejected": outcome.rejected,
        "warnings": [warning["code"] for warning in body["warnings"]],
        "sizes": {"bytes": outcome.entry.size, "characters": len(body["text"])},
    }


def _failure(outcome: Outcome) -> dict[str, Any]:
    return {
        "code": outcome.body["code"],
        "status": outcome.body["status"],
        "sizes": {"bytes": outcome.entry.size},
    }
