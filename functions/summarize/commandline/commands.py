"""What each command does, given its arguments, a backend and a console. Returns the exit code.

The code is 0 only if every file succeeded: a script may trust it.
"""

import json
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from functions.common.errors import MalformedRequest, ResumeSummaryError
from functions.summarize.commandline import batch as batches
from functions.summarize.commandline import rendering
from functions.summarize.commandline.at_once import at_once
from functions.summarize.commandline.backend import Backend, Body, Shelf
from functions.summarize.commandline.console import Console, Failure, reason
from functions.summarize.options import NAMES, read_options
from functions.summarize.sentences import Options

Work = Callable[[Path], Body]
Render = Callable[[Body], str]


def summarize(arguments: Namespace, backend: Backend, console: Console) -> int:
    """A summary for each file, or for the facts of a JSON Resume."""
    options = _options(arguments)
    if arguments.resume is not None:
        facts = _json_resume(arguments.resume)
        arguments.files = [arguments.resume]
        return _each(arguments, console, lambda _: backend.summarise_facts(facts, options), rendering.summary)

    def work(path: Path) -> Body:
        return backend.summarise(path.name, path.read_bytes(), options)

    return _each(arguments, console, work, rendering.summary)


def parse(arguments: Namespace, backend: Backend, console: Console) -> int:
    """The facts of each file."""
    options = _options(arguments)

    def work(path: Path) -> Body:
        return backend.parse(path.name, path.read_bytes(), options)

    return _each(arguments, console, work, rendering.facts)


def verify(arguments: Namespace, backend: Backend, console: Console) -> int:
    """Each sentence of a text checked against a resume. An unsupported sentence is a failure."""
    try:
        text = arguments.text.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise MalformedRequest(f"{arguments.text} is not UTF-8 text.") from error
    body = backend.verify(_resume(arguments, backend), text, arguments.voice)
    if arguments.json:
        console.emit(body)
    else:
        console.say(rendering.verdicts(body))
    return 0 if body["supported"] else 1


def explain(arguments: Namespace, _backend: Backend, console: Console) -> int:
    """How each line of a resume was read; on this machine, without a service."""
    from functions.summarize.docx import read  # only now: listing models needs no reader
    from functions.summarize.layout import arrange
    from functions.summarize.parsers.ats import AtsParser
    from functions.summarize.parsers.explain import explain as explained
    from functions.summarize.parsers.reading import read_document

    document = arrange(read(arguments.file.read_bytes()))
    resume = AtsParser().parse(document, arguments.as_of)
    console.say("\n".join(explained(read_document(document), resume)))
    return 0


def batch(arguments: Namespace, backend: Backend, console: Console) -> int:
    """Every resume of a folder into one CSV; or of a storage, into the storage."""
    if arguments.events or isinstance(arguments.folder, str) or isinstance(arguments.out, str):  # an address
        from functions.summarize.commandline import storage_batch

        return storage_batch.run(arguments, _options(arguments), console)
    from tqdm import tqdm

    total = len(batches.resumes(arguments.folder))
    if not total:
        raise MalformedRequest(f"{arguments.folder} holds no .docx file.")
    steps = batches.run(arguments.folder, arguments.out, backend, _options(arguments), jobs=arguments.jobs)
    failures = 0
    try:
        for step in tqdm(
            steps, total=total, unit="resume", file=console.err, disable=not console.err.isatty()
        ):
            if step.failed:
                failures += 1
                with tqdm.external_write_mode(file=console.err):
                    console.complain(step.row["file"], f"{step.row['error']} [{step.row['error_code']}]")
    except KeyboardInterrupt:
        console.note(arguments.out, "not complete; give the same command again to go on.")
        raise
    console.say(f"{total - failures} of {total} summarised; results in {arguments.out}")
    return 1 if failures else 0


def models(arguments: Namespace, shelf: Shelf, console: Console) -> int:
    """What models there are."""
    return _cards(arguments, console, shelf.models(), "models")


def parsers(arguments: Namespace, shelf: Shelf, console: Console) -> int:
    """What parsers there are."""
    return _cards(arguments, console, shelf.parsers(), "parsers")


def _cards(arguments: Namespace, console: Console, body: Body, kind: str) -> int:
    if arguments.json:
        console.emit(body)
    else:
        console.say(rendering.cards(body[kind]))
    return 0


def _options(arguments: Namespace) -> Options:
    """The options that the command knows; those it does not have their defaults."""
    told = {name: getattr(arguments, name, None) for name in NAMES}
    given = {name: value for name, value in told.items() if value is not None}
    return read_options({**given, "as_of": given["as_of"].isoformat()}, given["as_of"])


def _resume(arguments: Namespace, backend: Backend) -> Body:
    """The JSON Resume named, or the one read from the DOCX named."""
    if arguments.resume is None:
        path: Path = arguments.file
        body: Body = backend.parse(path.name, path.read_bytes(), _options(arguments))["resume"]
        return body
    return _json_resume(arguments.resume)


def _json_resume(path: Path) -> Body:
    """The JSON Resume document of a file."""
    try:
        document = json.loads(path.read_bytes())
    except ValueError as error:
        raise MalformedRequest(f"{path} is not JSON: {error}.") from error
    if not isinstance(document, dict):
        raise MalformedRequest(f"{path} is not a JSON Resume document: an object is expected.")
    # What `parse --json` and `summarize --json` print may be given as it is.
    inner = document.get("resume")
    return inner if isinstance(inner, dict) else document


def _each(arguments: Namespace, console: Console, work: Work, render: Render) -> int:
    """Do the work for every file; one that fails is complained of and does not stop the rest."""
    failures = 0
    for path, body, error in at_once(
        lambda path: (path, *_attempt(work, path)), arguments.files, arguments.jobs
    ):
        if body is None:
            console.complain(path, reason(error))
            failures += 1
        elif arguments.json:
            console.emit(body)
        else:
            console.say((f"{path}\n" if len(arguments.files) > 1 else "") + render(body))
            for note in rendering.notes(body):
                console.note(path, note)
    return 1 if failures else 0


def _attempt(work: Work, path: Path) -> tuple[Body, None] | tuple[None, Failure]:
    """The body, or what kept it from being made."""
    try:
        return work(path), None
    except (OSError, ResumeSummaryError) as error:
        return None, error
