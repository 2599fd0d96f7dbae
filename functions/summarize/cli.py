"""The command line: `resume-summary COMMAND ...`, in this process or against a service."""

import argparse
import errno
import os
import re
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Protocol

from functions.common.cpus import usable_cpus
from functions.common.errors import ResumeSummaryError
from functions.common.version import VERSION
from functions.summarize.commandline import commands
from functions.summarize.commandline.backend import Backend, Shelf
from functions.summarize.commandline.console import PROGRAM, Console, reason
from functions.summarize.commandline.events import add_events
from functions.summarize.sentences import CHOICES, MOST_ALTERNATIVES, Options

MOST_JOBS = 64
INTERRUPTED = 130
"""The exit code of a command stopped by Ctrl-C, as shells have it."""

_DEFAULTS = Options(as_of=date.max)


class Everything(Backend, Shelf, Protocol):
    """What any command may ask for."""

    def close(self) -> None:
        """Nothing more is asked."""


def main(
    argv: Sequence[str] | None = None, *, connect: Callable[[str | None], Everything] | None = None
) -> int:
    """Run one command and return its exit code. `connect` turns the value of `--url` into a backend."""
    arguments = grammar().parse_args(argv)
    console = Console(sys.stdout, sys.stderr)
    try:
        with closing(_connected(arguments, connect)) as backend:
            code: int = arguments.command(arguments, backend, console)
    except BrokenPipeError:
        _forget_output()
        return 1
    except ResumeSummaryError as error:
        console.complain(arguments.verb, reason(error))
        return 1
    except OSError as error:
        console.complain(error.filename or arguments.verb, reason(error))
        return 1
    except KeyboardInterrupt:
        console.complain(arguments.verb, "stopped")
        return INTERRUPTED
    return code


def _connected(
    arguments: argparse.Namespace, connect: Callable[[str | None], Everything] | None
) -> Everything:
    """The backend, imported only now: `--help` waits for no library it does not use."""
    url: str | None = arguments.url
    if connect is not None:
        return connect(url)
    if url is None:
        from functions.summarize.commandline.local import Local

        return Local(min(getattr(arguments, "jobs", 1), len(getattr(arguments, "files", ())) or MOST_JOBS))
    from functions.summarize.commandline.remote import Remote, RemoteSettings

    return Remote(url, api_key=RemoteSettings().api_key)


def _forget_output() -> None:
    """Whoever read our output has gone (`| head`): leave nothing to be flushed into the closed pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def grammar() -> argparse.ArgumentParser:
    """The commands and their options."""
    root = argparse.ArgumentParser(
        prog=PROGRAM,
        description="Short professional summaries of DOCX resumes, every statement supported by the resume.",
        epilog="Works in this process; with --url it asks a running service. "
        "RESUME_SUMMARY_API_KEY holds the key for a service that wants one.",
    )
    root.add_argument("--version", action="version", version=f"%(prog)s {VERSION}")
    verbs = root.add_subparsers(title="commands", metavar="COMMAND", dest="verb", required=True)

    def verb(
        name: str, command: object, help_: str, *parents: argparse.ArgumentParser
    ) -> argparse.ArgumentParser:
        added = verbs.add_parser(name, help=help_, description=help_, parents=[*parents, _service()])
        added.set_defaults(command=command)
        return added

    _add_files_or_facts(
        verb(
            "summarize",
            commands.summarize,
            "Summarise resumes.",
            _json(),
            _writing(),
            _reading(),
            _showing(),
            _jobs(),
        )
    )
    _add_files(
        verb("parse", commands.parse, "Read the facts of resumes.", _json(), _reading(), _showing(), _jobs())
    )
    _add_verify(
        verb(
            "verify",
            commands.verify,
            "Check a text, sentence by sentence, against a resume.",
            _json(),
            _reading(),
        )
    )
    _add_batch(
        verb(
            "batch",
            commands.batch,
            "Summarise a folder of resumes into a CSV file.",
            _writing(),
            _reading(),
            _showing(),
            _jobs(),
        )
    )
    _add_explain(verbs.add_parser("explain", help="Show how each line of a resume was read, and why."))
    add_events(verbs.add_parser("events", help="Send events, and show what they may carry."))
    verb("models", commands.models, "List the models.", _json())
    verb("parsers", commands.parsers, "List the parsers.", _json())
    return root


def _add_explain(options: argparse.ArgumentParser) -> None:
    """On this machine only: what the reader's models saw is not part of any answer of a service."""
    options.description = "Each line with its label, the next best one, its fields, and what became of it."
    options.add_argument("file", type=Path, metavar="FILE", help="a DOCX resume")
    options.add_argument(
        "--as-of", type=_day, default="today", metavar="DATE", help="the day that 'present' means"
    )
    options.set_defaults(command=commands.explain, url=None)


def _jobs() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(add_help=False)
    options.add_argument(
        "--jobs",
        type=_number,
        default=usable_cpus(),
        metavar="N",
        help="resumes worked on at once (default: one per processor, %(default)s)",
    )
    return options


def _service() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(add_help=False)
    options.add_argument("--url", help="root of the service to ask (for models and parsers: of the catalog)")
    return options


def _json() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(add_help=False)
    options.add_argument("--json", action="store_true", help="print the API's response body, one line a file")
    return options


def _reading() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(add_help=False)
    _add_choice(options, "parser", _DEFAULTS.parser, "how the resume is read")
    options.add_argument(
        "--as-of",
        type=_day,
        default="today",
        metavar="DATE",
        help="the day that 'present' means (default: today)",
    )
    return options


def _showing() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(add_help=False)
    options.add_argument(
        "--target",
        type=_text_or_file,
        default=_DEFAULTS.target,
        metavar="FILE_OR_TEXT",
        help="a job description: what it asks for and the resume states is told first",
    )
    options.add_argument(
        "--blind",
        action="store_const",
        const="true",
        default="false",
        help="leave out name, contact data, links, institutions and pronouns",
    )
    return options


def _writing() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(add_help=False)
    _add_choice(options, "model", _DEFAULTS.model, "who writes the sentences")
    _add_choice(options, "length", _DEFAULTS.length, "how long the summary is")
    _add_choice(options, "voice", _DEFAULTS.voice, "implied ('Led a team'), first ('I led') or third person")
    _add_choice(
        options, "output", _DEFAULTS.output, "a paragraph, or a brief without the name, in fixed lines"
    )
    options.add_argument(
        "--alternatives",
        choices=[str(number) for number in range(1, MOST_ALTERNATIVES + 1)],
        default=str(_DEFAULTS.alternatives),
        help="how many different summaries to write in all (default: %(default)s)",
    )
    return options


def _add_choice(options: argparse.ArgumentParser, name: str, default: str, help_: str) -> None:
    options.add_argument(
        f"--{name}", choices=CHOICES[name], default=default, help=f"{help_} (default: %(default)s)"
    )


def _add_files(options: argparse.ArgumentParser) -> None:
    options.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a DOCX resume")


def _add_files_or_facts(options: argparse.ArgumentParser) -> None:
    source = options.add_mutually_exclusive_group(required=True)
    source.add_argument("files", nargs="*", default=[], type=Path, metavar="FILE", help="a DOCX resume")
    source.add_argument(
        "--resume",
        type=Path,
        metavar="FILE.json",
        help="corrected facts instead of FILE: a JSON Resume, or what 'parse --json' printed",
    )


def _add_verify(options: argparse.ArgumentParser) -> None:
    source = options.add_mutually_exclusive_group(required=True)
    source.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a DOCX resume")
    source.add_argument(
        "--resume", type=Path, help="a JSON Resume, or what 'parse --json' printed, instead of FILE"
    )
    options.add_argument("--text", type=Path, required=True, help="the text to check")
    options.add_argument(
        "--voice", choices=CHOICES["voice"], help="the voice the text must have (default: any)"
    )


def _add_batch(options: argparse.ArgumentParser) -> None:
    options.add_argument(
        "folder",
        type=_place,
        metavar="DIR",
        help="a folder of DOCX resumes, with its subfolders; or s3://bucket/prefix",
    )
    options.add_argument(
        "--out",
        type=_place,
        required=True,
        help="the CSV file; resumes already in it are not done again. With s3:// the place for results",
    )
    options.add_argument(
        "--events", metavar="URL", help="with s3://: the broker to ask for the batch, which is then followed"
    )
    options.add_argument(
        "--name", default="", help="with s3://: tells this batch from an earlier one that is alike"
    )


def _place(text: str) -> Path | str:
    """A path of this machine, or an address in a storage, which a path would spoil."""
    return text if "://" in text else Path(text)


def _text_or_file(given: str) -> str:
    """The text itself, or that of the file it names. What looks like a file's name must be one."""
    try:
        if not given.strip() or not Path(given).is_file():
            if re.fullmatch(r"\S*[/\\]\S*|\S+\.(txt|md|html?|docx?|pdf)", given):
                raise argparse.ArgumentTypeError(f"there is no file {given!r}")
            return given
        return Path(given).read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise argparse.ArgumentTypeError(f"{given!r} is not UTF-8 text") from error
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            return given
        raise argparse.ArgumentTypeError(f"{given!r}: {error.strerror}") from error


def _number(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or not 1 <= int(text) <= MOST_JOBS:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to {MOST_JOBS}")
    return int(text)


def _day(text: str) -> date:
    if text == "today":
        return datetime.now(UTC).astimezone().date()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date like 2026-01-31") from error
