"""Work behind a queue: what a caller who leaves gives back, and when."""

import asyncio
import threading

import pytest
from starlette.requests import ClientDisconnect
from starlette.types import Message

from functions.common.workers import Workers
from tests.builders.waiting import PATIENCE


async def gone() -> Message:
    return {"type": "http.disconnect"}


async def stays() -> Message:
    await asyncio.sleep(PATIENCE)
    return {"type": "http.disconnect"}


def test_the_place_of_a_caller_who_left_is_free_when_he_is_told() -> None:
    """Not an iteration of the loop later: a thread that ends meanwhile must not begin work for nobody."""
    gate, begun, done = threading.Event(), threading.Event(), []

    def busy() -> str:
        begun.set()
        assert gate.wait(PATIENCE)
        return "done"

    async def scenario() -> tuple[int, str]:
        workers = Workers(threads=1, queue=1, deadline=PATIENCE)
        working = asyncio.ensure_future(workers.run(busy, stays))
        assert await asyncio.to_thread(begun.wait, PATIENCE)
        with pytest.raises(ClientDisconnect):
            await workers.run(lambda: done.append("for nobody"), gone)
        taken = workers.taken  # nothing was awaited since
        gate.set()
        return taken, await working

    assert asyncio.run(scenario()) == (1, "done")
    assert done == []
