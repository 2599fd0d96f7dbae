import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest

from functions.common.logs import OncePerMinute, configure_logs
from functions.common.settings import Settings


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    """Where logs go, as in a Knative pod; the test run's own logging comes back afterwards."""
    root, before = logging.getLogger(), logging.getLogger().handlers[:]
    level = root.level
    written = io.StringIO()
    configure_logs(Settings(k_service="summarize", k_revision="summarize-1", host="127.0.0.1"), written)
    yield written
    root.handlers[:] = before
    root.setLevel(level)
    logging.captureWarnings(capture=False)


def lines(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_a_line_is_one_json_object_that_says_which_revision_wrote_it(stream: io.StringIO) -> None:
    logging.getLogger("functions.x").info("two\nlines %s", "here", extra={"fields": {"ms": 3}})

    (line,) = lines(stream)
    assert line.pop("time").endswith("+00:00")
    assert line == {
        "severity": "INFO",
        "logger": "functions.x",
        "message": "two\nlines here",
        "service": "summarize",
        "revision": "summarize-1",
        "ms": 3,
    }


def test_an_exception_is_logged_without_its_message(stream: io.StringIO) -> None:
    try:
        int("Jo Doe, 12 Elm Street")
    except ValueError:
        logging.getLogger("functions.x").exception("failed")

    (line,) = lines(stream)
    assert line["exception"] == "ValueError"
    assert line["traceback"][0].endswith("test_an_exception_is_logged_without_its_message")
    assert "Elm" not in stream.getvalue()


def test_libraries_are_heard_from_warning_on(stream: io.StringIO) -> None:
    logging.getLogger("some.library").info("chatter")
    logging.getLogger("functions.x").debug("detail")
    logging.getLogger("some.library").warning("careful")

    assert [line["message"] for line in lines(stream)] == ["careful"]


def test_the_same_message_is_logged_once_a_minute() -> None:
    now = 0.0
    once = OncePerMinute(lambda: now)
    record, other = (
        logging.makeLogRecord({"msg": text}) for text in ("no descriptors left", "something else")
    )

    assert [once.filter(record) for _ in range(3)] == [True, False, False]
    assert once.filter(other)
    now = 60.0
    assert once.filter(record)
