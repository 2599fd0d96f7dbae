"""The body limit, message by message."""

import asyncio
from collections.abc import Iterator

import pytest
from starlette.types import Message, Receive, Scope, Send

from functions.common.errors import UploadTooLarge
from functions.common.middleware import DISCARD_LIMIT, BodyLimit


async def read_all(scope: Scope, receive: Receive, send: Send) -> None:
    while (await receive()).get("more_body"):
        pass


def upload(headers: dict[str, str], chunks: Iterator[bytes]) -> int:
    """Send `chunks` through a limit of 10 bytes; the number of messages that were taken."""
    taken = 0
    messages = [{"type": "http.request", "body": chunk, "more_body": True} for chunk in chunks]
    messages.append({"type": "http.request", "body": b"", "more_body": False})

    async def receive() -> Message:
        nonlocal taken
        taken += 1
        return messages[taken - 1]

    async def send(message: Message) -> None:
        raise AssertionError(message)

    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    try:
        asyncio.run(BodyLimit(read_all, 10)({"type": "http", "headers": raw}, receive, send))
    except UploadTooLarge as error:
        error.add_note(str(taken))
        raise
    return taken


def refused(headers: dict[str, str], chunks: list[bytes]) -> int:
    with pytest.raises(UploadTooLarge) as refusal:
        upload(headers, iter(chunks))
    return int(refusal.value.__notes__[0])


def test_a_body_of_just_the_limit_passes() -> None:
    assert upload({"content-length": "10"}, iter([b"12345", b"67890"])) == 3


def test_a_declared_size_over_the_limit_is_read_and_thrown_away() -> None:
    assert refused({"content-length": "11"}, [b"12345678901"]) == 2


def test_a_client_that_waits_for_leave_is_refused_before_it_sends() -> None:
    assert refused({"content-length": "11", "expect": "100-continue"}, [b"12345678901"]) == 0


def test_chunks_without_a_declared_size_are_counted() -> None:
    assert refused({}, [b"12345", b"67890", b"1", b"2"]) == 5


def test_a_small_declared_size_does_not_hide_a_large_body() -> None:
    assert refused({"content-length": "3"}, [b"12345678901"]) == 2


def test_nobody_is_read_without_end() -> None:
    chunk = b"x" * (DISCARD_LIMIT // 4)

    assert refused({}, [chunk] * 9) == 5
