"""A batch as a Kubernetes Job: `python -m functions.summarize.job`.

JobSink leaves the `batch.requested` event in a file. Each pod of an Indexed Job takes the documents in an order of
its own and leaves out those that have a result, so that the pods share the work whatever their number, none waits
for a slow one, and a pod that is started again goes on.
"""

import hashlib
import logging
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from functions.common.errors import InvalidSetting, RequestRefused, ResumeSummaryError, Unauthorised
from functions.common.events.event import Event
from functions.common.events.signature import choose_signer
from functions.common.events.sink import Sink, choose_sink, event_source
from functions.common.events.types import BATCH_REQUESTED
from functions.common.events.wire import read_event
from functions.common.logs import configure_logs
from functions.common.settings import read_settings
from functions.summarize.app import utc_today
from functions.summarize.batch.documents import Summarise
from functions.summarize.batch.handlers import make_batches
from functions.summarize.batch.together import work_together
from functions.summarize.settings import SummarizeSettings
from functions.summarize.worker_processes import InProcesses

DONE, FAILED, CANNOT_START, BAD_REQUEST = 0, 1, 2, 42
"""Exit codes. A failure may pass; a bad request stays bad, and the Job is failed as a whole (podFailurePolicy)."""
EVENT = "event"

logger = logging.getLogger(__name__)


class JobSettings(SummarizeSettings):
    """What a pod of the Job finds in its environment besides.

    - `k_event_path`: the folder that JobSink mounts the event in.
    - `job_completion_index`: which of the Job's pods this is.
    """

    k_event_path: Path = Path("/etc/jobsink-event")
    job_completion_index: int = 0


def main() -> int:
    """Do this pod's part; returns the exit code."""
    try:
        settings = read_settings(JobSettings)
        configure_logs(settings)
        sink = choose_sink(settings)
    except InvalidSetting as error:
        sys.stderr.write(f"cannot start: {error}\n")
        return CANNOT_START
    summariser = InProcesses(settings)
    try:
        event = read_job_event(settings.k_event_path / EVENT)
        choose_signer(settings).check(event)
        summariser.load()
        work(event, settings, summariser.summarise, _telling(settings, sink))
    except (RequestRefused, Unauthorised) as refusal:
        logger.error("the batch cannot be done", extra=_fields(refusal))  # noqa: TRY400 - no traceback
        return BAD_REQUEST
    except ResumeSummaryError as error:
        logger.error("the batch is not done yet", extra=_fields(error))  # noqa: TRY400 - likewise
        return FAILED
    finally:
        summariser.close()
        sink.close(timeout=5)
    return DONE


def work(event: Event, settings: JobSettings, summarise: Summarise, deliver: Callable[[Event], None]) -> None:
    """Work the documents of the batch that have no result, and complete the batch if none is left."""
    source = event_source(settings, "summarize")
    batches = make_batches(settings, summarise, deliver, source=source, today=utc_today)
    for _ in work_together(
        batches, event, settings.workers, partial(order, pod=settings.job_completion_index)
    ):
        pass


def order(documents: int, pod: int) -> list[int]:
    """All documents in the order of one pod: the pods seldom meet at the same document."""
    return sorted(range(documents), key=lambda index: hashlib.sha256(f"{pod}/{index}".encode()).digest())


def read_job_event(path: Path) -> Event:
    """The event that JobSink left in a file; raises a `RequestRefused` for anything else."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise RequestRefused(f"There is no event at {path}: {error.strerror}.") from error
    event = read_event({"content-type": "application/cloudevents+json"}, content)
    if event.type != BATCH_REQUESTED:
        raise RequestRefused(f"The event is of type {event.type[:80]}; a Job does {BATCH_REQUESTED}.")
    return event


def _telling(settings: JobSettings, sink: Sink) -> Callable[[Event], None]:
    """The Job tells that the batch is complete if there is anyone to tell."""
    return sink.deliver if settings.k_sink else _keep_quiet


def _keep_quiet(_: Event) -> None:
    """Nobody listens."""


def _fields(error: ResumeSummaryError) -> Mapping[str, Mapping[str, str]]:
    return {"fields": {"code": error.code, "detail": str(error)}}


if __name__ == "__main__":
    sys.exit(main())
