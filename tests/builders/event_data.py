"""Events as summarize sends them, with figures made up."""

from typing import Any

from functions.common.events import Event, new_event
from functions.common.events.types import REVISION_READY, SUMMARY_COMPLETED, SUMMARY_FAILED

REVISION = "summarize-00007"


def completed(id_: str = "1", **changes: Any) -> Event:
    """A `summary.completed`; `changes` replace members of its data."""
    data = {
        "model": {"id": "t5", "version": "1.0.0", "sha256": "0" * 64},
        "parser": "ats",
        "output": "summary",
        "length": "medium",
        "voice": "implied",
        "timings": {"read": 2.0, "write": 100.0},
        "seconds": 0.3,
        "words": 60,
        "sentences": 4,
        "model_share": 0.75,
        "rejected": 1,
        "warnings": ["hidden-text"],
        "sizes": {"bytes": 20_000, "characters": 3_000},
        "revision": REVISION,
    }
    return new_event(SUMMARY_COMPLETED, id=id_, source="/services/summarize", data=data | changes)


def failed(id_: str = "1", **changes: Any) -> Event:
    """A `summary.failed`."""
    data = {"code": "not-a-docx", "status": 415, "seconds": 0.01, "sizes": {"bytes": 9}, "revision": REVISION}
    return new_event(SUMMARY_FAILED, id=id_, source="/services/summarize", data=data | changes)


def ready(id_: str = "1") -> Event:
    """A `revision.ready`."""
    seconds = {"imports": 0.5, "weights": 0.2, "warm_up": 0.3, "total": 1.0}
    data = {"seconds": seconds, "revision": REVISION}
    return new_event(REVISION_READY, id=id_, source="/services/summarize", data=data)
