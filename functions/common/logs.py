"""Logs: one JSON object a line on stdout, the fields Google's and Knative's collectors understand.

What a resume says cannot get into them: an exception is logged as its type and the lines of code it passed
through, never its message, and records of libraries below a warning are dropped.
"""

import json
import logging
import math
import sys
import time
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TextIO

from functions.common.settings import Settings

OURS = ("functions", "uvicorn")
MINUTE = 60.0


class JsonFormatter(logging.Formatter):
    """Formats a record as one line of JSON. `extra={"fields": {...}}` adds fields to it."""

    def __init__(self, constants: dict[str, str]) -> None:
        """`constants` stand in every line."""
        super().__init__()
        self._constants = constants

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its line end."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "severity": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **self._constants,
            **getattr(record, "fields", {}),
        }
        if record.exc_info and record.exc_info[0]:
            line["exception"] = record.exc_info[0].__qualname__
            frames = traceback.extract_tb(record.exc_info[2])
            line["traceback"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        return json.dumps(line, ensure_ascii=False, default=str)


class OncePerMinute(logging.Filter):
    """Lets each message through once a minute: out of descriptors, asyncio logs thousands of them a second."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` gives seconds."""
        super().__init__()
        self._clock = clock
        self._said: dict[str, float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is logged."""
        now, message = self._clock(), str(record.msg)
        if now - self._said.get(message, -math.inf) < MINUTE:
            return False
        self._said[message] = now
        return True


def configure_logs(settings: Settings, stream: TextIO = sys.stdout) -> None:
    """Send all logs of the process to `stream` as JSON, ours from the level set, others' from warning."""
    identity = {
        "service": settings.k_service,
        "configuration": settings.k_configuration,
        "revision": settings.k_revision,
    }
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter({key: value for key, value in identity.items() if value}))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.captureWarnings(capture=True)
    logging.getLogger("asyncio").addFilter(OncePerMinute())
    for name in OURS:
        logging.getLogger(name).setLevel(settings.log_level.upper())
