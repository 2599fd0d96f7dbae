"""What is taken in, message by message."""

import asyncio
from collections.abc import Iterator

import pytest
from starlette.types import Message, Receive, Scope, Send

from functions.common.body_limits import DISCARD_LIMIT, BodyLimits
from functions.common.errors import Saturated, UploadTooLarge, UploadTooSlow
from functions.common.settings import Settings
from tests.builders.waiting import PATIENCE

SETTINGS = Settings.model_construct(requests_open=2, upload_limit=10, upload_patience=0.05, uploads_held=100)


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
        asyncio.run(
            BodyLimits(read_all, SETTINGS)({"type": "http", "path": "/", "headers": raw}, receive, send)
        )
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


async def never() -> Message:
    await asyncio.Event().wait()
    raise AssertionError("unreachable")


def test_a_body_that_does_not_arrive_is_given_up() -> None:
    async def send(message: Message) -> None:
        raise AssertionError(message)

    with pytest.raises(UploadTooSlow, match=r"within 0\.05 seconds"):
        asyncio.run(BodyLimits(read_all, SETTINGS)({"type": "http", "path": "/", "headers": []}, never, send))


def test_a_caller_may_wait_for_its_answer_as_long_as_it_takes() -> None:
    """The time limit is for the body; what is received after it is a disconnect, which need not come."""
    seen: list[str] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        assert not (await receive())["more_body"]
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(receive(), 3 * SETTINGS.upload_patience)
        seen.append("still here")

    messages = [{"type": "http.request", "body": b"1", "more_body": False}]

    async def receive() -> Message:
        return messages.pop() if messages else await never()

    async def send(message: Message) -> None:
        raise AssertionError(message)

    asyncio.run(BodyLimits(app, SETTINGS)({"type": "http", "path": "/", "headers": []}, receive, send))
    assert seen == ["still here"]


def test_one_request_too_many_is_told_to_come_back_and_probes_are_always_answered() -> None:
    statuses: list[int] = []
    hold = asyncio.Event()

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] == "/":
            await hold.wait()
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])
            if message["status"] == 503:
                assert (b"retry-after", b"1") in message["headers"]

    async def ask() -> None:
        intake = BodyLimits(app, SETTINGS)

        async def call(path: str) -> None:
            scope = {"type": "http", "path": path, "headers": [], "server": ("test", 80), "scheme": "http"}
            await intake(scope | {"query_string": b"", "method": "GET", "root_path": ""}, never, send)

        waiting = [asyncio.create_task(call("/")) for _ in range(2)]
        await asyncio.sleep(0)
        await call("/")
        await call("/livez")
        hold.set()
        await asyncio.gather(*waiting)
        await call("/")

    asyncio.run(ask())
    assert statuses == [503, 200, 200, 200, 200]


def test_when_too_much_is_held_the_body_that_has_been_arriving_longest_is_given_up() -> None:
    settings = Settings.model_construct(
        requests_open=9, upload_limit=100, upload_patience=PATIENCE, uploads_held=100
    )
    limits = BodyLimits(read_all, settings)

    async def run() -> list[object]:
        slow, rest = asyncio.Event(), asyncio.Event()
        arrived = 0

        async def begin(event: asyncio.Event, size: int) -> object:
            pieces = iter([bytes(size), b""])

            async def receive() -> Message:
                nonlocal arrived
                piece = next(pieces)
                arrived += bool(piece)
                if not piece:
                    await event.wait()
                return {"type": "http.request", "body": piece, "more_body": bool(piece)}

            async def send(message: Message) -> None:
                raise AssertionError(message)

            await limits({"type": "http", "path": "/", "headers": []}, receive, send)
            return "taken"

        tasks = [asyncio.create_task(begin(slow, 60))]
        await asyncio.sleep(0)
        tasks += [asyncio.create_task(begin(rest, 30)), asyncio.create_task(begin(rest, 30))]
        while arrived < 3:  # noqa: ASYNC110 - each comes at its next turn
            await asyncio.sleep(0)
        rest.set()
        return list(await asyncio.gather(*tasks, return_exceptions=True))

    slowest, *others = asyncio.run(run())
    assert isinstance(slowest, Saturated)
    assert others == ["taken", "taken"]


def test_what_was_answered_holds_nothing_any_more() -> None:
    settings = Settings.model_construct(requests_open=9, upload_limit=100, upload_patience=5, uploads_held=10)
    limits = BodyLimits(read_all, settings)

    async def receive() -> Message:
        return {"type": "http.request", "body": bytes(8), "more_body": False}

    async def send(message: Message) -> None:
        raise AssertionError(message)

    async def run() -> None:
        for _ in range(5):
            await limits({"type": "http", "path": "/", "headers": []}, receive, send)

    asyncio.run(run())
