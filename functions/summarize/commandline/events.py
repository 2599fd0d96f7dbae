"""`resume-summary events`: send an event by hand, show what an event's data may be.

The code of events is imported only when it is used: it brings the web framework along.
"""

import argparse
import json
import sys
from argparse import Namespace
from pathlib import Path

from functions.common.errors import InvalidOption
from functions.summarize.commandline.console import Console

STDIN = Path("-")
_STRUCTURED = {"content-type": "application/cloudevents+json"}


def add_events(parser: argparse.ArgumentParser) -> None:
    """Give the command its two actions."""
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    send_ = actions.add_parser("send", help="send an event and wait until it has been taken")
    send_.add_argument("file", type=Path, metavar="FILE", help="a CloudEvent as JSON; - reads standard input")
    send_.add_argument("--to", required=True, metavar="URL", help="a broker, or a service's /events")
    send_.set_defaults(command=send, url=None)
    schema_ = actions.add_parser("schema", help="list the event types, or show the JSON Schema of one's data")
    schema_.add_argument("type", nargs="?", help="such as batch.requested")
    schema_.set_defaults(command=schema, url=None)


def send(arguments: Namespace, _: object, console: Console) -> int:
    """Check the event as a receiver would, and send it. Raises what is wrong with it, or `SinkUnavailable`."""
    from functions.common.events import read_event
    from functions.common.events.signature import choose_signer
    from functions.common.events.sink_on import SinkOn
    from functions.common.settings import Settings

    body = sys.stdin.buffer.read() if arguments.file == STDIN else arguments.file.read_bytes()
    event = read_event(_STRUCTURED, body)
    sink = SinkOn(arguments.to, signer=choose_signer(Settings(host="127.0.0.1")))
    try:
        sink.deliver(event)
    finally:
        sink.close(1)
    console.say(f"{event.type} {event.id} sent")
    return 0


def schema(arguments: Namespace, _: object, console: Console) -> int:
    """One line a type, or the whole schema of one."""
    from functions.common.events import TYPES
    from functions.common.events.schemas import read_schema

    if arguments.type is None:
        for each in TYPES:
            console.say(f"{each}  {read_schema(each)['title']}")
        return 0
    console.say(json.dumps(read_schema(_full_name(arguments.type)), indent=2))
    return 0


def _full_name(name: str) -> str:
    from functions.common.events.types import PREFIX, TYPES

    for each in TYPES:
        if name in {each, each.removeprefix(PREFIX), each.removeprefix(PREFIX).removesuffix(".v1")}:
            return each
    raise InvalidOption.value("TYPE", name, TYPES)
