"""A batch over object storage, from the command line: asked for at a broker and followed, or worked in this process.

What is followed are the result objects themselves. Nothing depends on this process: it may be stopped at any time,
and the same command goes on with the same batch.
"""

import json
import time
from argparse import Namespace
from collections.abc import Callable, Iterator
from datetime import date

from functions.common.errors import InvalidOption, InvalidSetting
from functions.common.events.event import Event, new_event
from functions.common.events.types import BATCH_REQUESTED
from functions.summarize.batch.folder import CSV, JSONL, Folder, Storage
from functions.summarize.batch.request import BatchRequest
from functions.summarize.commandline.console import PROGRAM, Console
from functions.summarize.options import options_as_text
from functions.summarize.sentences import Options

PAUSE = 1.0
"""Seconds between two looks at the results; more where looking itself takes long."""
PATIENCE = 120.0
"""Seconds without a new result after which the person is told what to do."""

Step = tuple[int, int]
"""Documents done, documents in all."""


def run(arguments: Namespace, options: Options, console: Console) -> int:
    """Ask for the batch and show how it goes on; the code is 0 only if every document succeeded."""
    if arguments.url:
        raise InvalidOption(
            "A batch over a storage is asked for at a broker: give --events instead of --url."
        )
    request = BatchRequest.read(
        {
            "input": str(arguments.folder),
            "output": str(arguments.out),
            "options": _told(options, arguments.as_of),
            "name": arguments.name,
        }
    )
    folder = Storage().folder(request.output, request.batch, existing=False)
    try:
        _show(_steps(request, folder, arguments.events, arguments.jobs, console), console)
    except KeyboardInterrupt:
        console.note(folder.url, "not complete; give the same command again to go on.")
        raise
    counts = json.loads(folder.completed() or b"{}")
    console.say(
        f"{counts['completed']} of {counts['documents']} summarised;"
        f" results in {folder.url_of(CSV)} and {folder.url_of(JSONL)}"
    )
    return 1 if counts["failed"] else 0


def _told(options: Options, as_of: date) -> dict[str, str]:
    """The options that are not as they would be anyway. Today is left to the day on which the batch begins."""
    usual = options_as_text(Options(as_of=as_of))
    told = {name: value for name, value in options_as_text(options).items() if value != usual[name]}
    return told if as_of == date.today() else told | {"as_of": as_of.isoformat()}  # noqa: DTZ011 - as --as-of does


def _steps(
    request: BatchRequest, folder: Folder, broker: str | None, jobs: int, console: Console
) -> Iterator[Step]:
    if folder.completed() is not None:
        return
    if broker is None:
        yield from _work(request, jobs)
        return
    _ask(request, broker)
    console.note(folder.url, "asked for; stopping this command does not stop the batch.")
    yield from follow(folder, console)


def _ask(request: BatchRequest, broker: str) -> None:
    from functions.common.events.signature import choose_signer
    from functions.common.events.sink_on import SinkOn
    from functions.common.settings import Settings

    try:
        sink = SinkOn(broker, signer=choose_signer(Settings(host="127.0.0.1")))
    except InvalidSetting as error:
        raise InvalidOption("--events is not an address such as http://broker.example/namespace.") from error
    sink.deliver(_event(request))


def _event(request: BatchRequest) -> Event:
    """Each request is an event of its own: asking again is what makes a batch go on."""
    return new_event(
        BATCH_REQUESTED,
        id=f"{request.batch}-{time.time_ns()}",
        source=f"/{PROGRAM}",
        subject=request.batch,
        data=request.data,
    )


def _work(request: BatchRequest, jobs: int) -> Iterator[Step]:
    """Do the batch in this process."""
    from functions.common.settings import read_settings
    from functions.summarize.app import utc_today
    from functions.summarize.batch.handlers import make_batches
    from functions.summarize.batch.together import work_together
    from functions.summarize.settings import SummarizeSettings
    from functions.summarize.worker_processes import InProcesses

    settings = read_settings(SummarizeSettings)
    summariser = InProcesses(settings, size=jobs)
    source = f"/{PROGRAM}"
    batches = make_batches(settings, summariser.summarise, _keep_quiet, source=source, today=utc_today)
    try:
        summariser.load()
        yield from work_together(batches, _event(request), jobs)
    finally:
        summariser.close()


def _keep_quiet(_: Event) -> None:
    """The person who gave the command sees how it goes."""


def follow(
    folder: Folder,
    console: Console,
    *,
    sleep: Callable[[float], None] = time.sleep,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Step]:
    """How far the batch is, again and again until it is complete."""
    manifest, known, since = None, -1, clock()
    while folder.completed() is None:
        start = clock()
        manifest = manifest or folder.manifest()
        done = len(folder.done()) if manifest else 0
        if manifest and done != known:
            yield done, len(manifest.documents)
            known, since = done, clock()
        elif clock() - since > PATIENCE:
            console.note(folder.url, _nothing_moves(begun=manifest is not None))
            since = clock()
        sleep(max(PAUSE, 5 * (clock() - start)))
    if manifest:
        yield len(manifest.documents), len(manifest.documents)


def _nothing_moves(*, begun: bool) -> str:
    if begun:
        return f"no new result for {PATIENCE:.0f} s; if that goes on, give the same command again."
    return f"not begun after {PATIENCE:.0f} s; see whether summarize runs, and what the dead letters say."


def _show(steps: Iterator[Step], console: Console) -> None:
    from tqdm import tqdm

    with tqdm(unit="resume", file=console.err, disable=not console.err.isatty()) as bar:
        for done, total in steps:
            bar.total = total
            bar.update(done - bar.n)
