"""The HTTP protocol against callers who never come to the point, or come in numbers, over real sockets.

Caller and server share a loop whose clock stands still while anything happens: a busy machine makes nobody late.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

import pytest
import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send

from functions.common.connections import BoundedProtocol
from tests.builders.clock import run

Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[bytes]]
LONG = 1000
"""Seconds of a clock that does not wait: longer than anything here may take."""
REQUEST = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"


class Hasty(BoundedProtocol):
    idleness = 4
    patience = 4
    largest_head = 1000
    most = 5


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    await asyncio.sleep(2 * Hasty.patience)  # an answer may take longer than a head
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})


async def count_headers(scope: Scope, receive: Receive, send: Send) -> None:
    """Answers with how many headers there are once the body has been read."""
    while (await receive()).get("more_body"):
        pass
    told = b"%02d" % len(scope["headers"])
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": told})


def talked(talk: Talk, served: ASGIApp = app) -> bytes:
    """What a server with little patience said to a caller who talks like this."""

    async def scenario() -> bytes:
        config = uvicorn.Config(
            served,
            port=0,
            http=Hasty,
            log_config=None,
            lifespan="off",
            access_log=False,
            timeout_keep_alive=10 * LONG,
        )
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve())
        while not server.started:  # noqa: ASYNC110 - uvicorn has no event for it
            await asyncio.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        said = await talk(reader, writer)
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()
        server.should_exit = True
        await serving
        return said

    return run(scenario())


async def rest(reader: asyncio.StreamReader, within: int = LONG) -> bytes:
    """What still comes until the connection is closed; whoever sent more after that hears of it by a reset."""
    try:
        return await asyncio.wait_for(reader.read(), within)
    except ConnectionResetError:
        return b""


def test_a_connection_that_says_nothing_is_closed() -> None:
    async def silent(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> bytes:
        return await rest(reader)

    assert talked(silent) == b""


def test_a_head_that_comes_byte_by_byte_is_given_up() -> None:
    async def slow(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        for byte in REQUEST[:-2]:
            writer.write(bytes([byte]))
            await asyncio.sleep(Hasty.patience / 8)
            if reader.at_eof():
                break
        return await rest(reader)

    assert talked(slow) == b""


def test_a_head_without_end_is_refused() -> None:
    async def endless(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        writer.write(b"GET / HTTP/1.1\r\n")
        writer.writelines(b"X-%d: %s\r\n" % (number, b"y" * 100) for number in range(20))
        return await rest(reader)

    assert talked(endless).startswith(b"HTTP/1.1 400 ")


def test_requests_with_pauses_between_them_are_answered_on_one_connection() -> None:
    async def polite(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        answers = b""
        for _ in range(2):
            writer.write(REQUEST)
            answers += await asyncio.wait_for(reader.readuntil(b"\r\n\r\nok"), LONG)
            await asyncio.sleep(2 * Hasty.patience)
        return answers

    assert talked(polite).count(b"HTTP/1.1 200 OK") == 2


CHUNKED = b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
SIZED = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n"


@pytest.mark.parametrize(
    ("head", "more"),
    [
        (CHUNKED, b"5\r\nab"),
        (CHUNKED, b"0\r\na"),
        (CHUNKED, b"0\r\na: b\r\n"),
        (SIZED, b"ab"),
        (REQUEST, b"\r\n"),
        (REQUEST, b"GET /"),
    ],
    ids=["half a chunk", "half a trailer", "a trailer", "half a body", "an empty line", "half a request"],
)
def test_what_is_owed_after_the_answer_is_waited_for_a_while_and_no_longer(head: bytes, more: bytes) -> None:
    async def never_ending(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        writer.write(head)
        answer = await asyncio.wait_for(reader.readuntil(b"\r\n\r\nok"), LONG)
        writer.write(more)
        return answer + await rest(reader)

    assert talked(never_ending).startswith(b"HTTP/1.1 200 OK")


def test_a_body_that_nobody_needed_may_arrive_after_the_answer() -> None:
    async def late(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        answers = b""
        for _ in range(2):
            writer.write(SIZED)
            answers += await asyncio.wait_for(reader.readuntil(b"\r\n\r\nok"), LONG)
            writer.write(bytes(100))
            await asyncio.sleep(2 * Hasty.patience)
        return answers

    assert talked(late).count(b"HTTP/1.1 200 OK") == 2


@pytest.mark.parametrize("line", [b"a:\r\n", b"a: " + b"b" * 500 + b"\r\n"], ids=["many", "long"])
def test_trailers_without_end_are_cut_off(line: bytes) -> None:
    async def trailing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        writer.write(CHUNKED + b"0\r\n")
        answer = await asyncio.wait_for(reader.readuntil(b"\r\n\r\nok"), LONG)
        for _ in range(1 + 2 * Hasty.largest_head // len(line)):
            writer.write(line)
        return answer + await rest(reader, Hasty.patience // 2)

    assert talked(trailing).startswith(b"HTTP/1.1 200 OK")


def test_a_trailer_becomes_no_header() -> None:
    """A key that comes behind the body was not there when the request was looked at."""

    async def trailing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        writer.write(CHUNKED + b"0\r\nX-API-Key: k\r\n\r\n")
        await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), LONG)
        return await asyncio.wait_for(reader.readexactly(2), LONG)

    assert int(talked(trailing, count_headers)) == CHUNKED.count(b": ")


def test_a_body_in_small_chunks_is_read_whole() -> None:
    async def chopped(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        writer.write(CHUNKED + b"20\r\n%s\r\n" % (b"x" * 32) * 100 + b"0\r\n\r\n")
        return await asyncio.wait_for(reader.readuntil(b"\r\n\r\nok"), LONG)

    assert talked(chopped).startswith(b"HTTP/1.1 200 OK")


def test_one_connection_too_many_takes_the_place_of_the_longest_idle_one() -> None:
    async def crowd(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        address = writer.get_extra_info("peername")[:2]
        idle = [await asyncio.open_connection(*address) for _ in range(Hasty.most - 1)]
        reader, last = await asyncio.open_connection(*address)
        last.write(REQUEST)
        answer = await asyncio.wait_for(reader.readuntil(b"\r\n\r\nok"), LONG)
        for each in (writer, last, *(one for _, one in idle)):
            each.close()
        return answer

    assert talked(crowd).startswith(b"HTTP/1.1 200 OK")


def test_a_crowd_that_comes_at_once_makes_room_for_itself() -> None:
    async def crowd(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        address = writer.get_extra_info("peername")[:2]
        idle = await asyncio.gather(*(asyncio.open_connection(*address) for _ in range(4 * Hasty.most)))
        await asyncio.sleep(Hasty.idleness / 2)
        closed = sum(reader.at_eof() or reader.exception() is not None for reader, _ in idle)
        for each in (writer, *(one for _, one in idle)):
            each.close()
        return str(closed).encode()

    assert int(talked(crowd)) >= 3 * Hasty.most
