"""More requests than workers: a queue of fixed length, a deadline, and callers that leave."""

import asyncio
from collections.abc import Awaitable, Callable

import httpx
import pytest
from starlette.types import Message

from functions.common.app import BaseApp
from tests.api.conftest import DOCX, MakeApp
from tests.api.fakes import FakePipeline
from tests.builders.waiting import PATIENCE

Post = Callable[[], Awaitable[httpx.Response]]


def caller_of(app: BaseApp) -> Post:
    client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost")
    return lambda: client.post("/generate-summary/", files={"file": ("cv.docx", b"bytes", DOCX)})


async def started(pipeline: FakePipeline) -> None:
    """Return once one more call has reached the pipeline."""
    assert await asyncio.to_thread(pipeline.started.acquire, timeout=PATIENCE)


async def taken(app: BaseApp, places: int) -> None:
    """Return once so many requests are worked on or wait."""
    client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost")
    async with asyncio.timeout(PATIENCE):
        while f"resume_summary_places_taken {places}.0" not in (await client.get("/metrics")).text:  # noqa: ASYNC110
            await asyncio.sleep(0.01)


def test_a_full_queue_is_refused_with_a_time_to_retry(make_app: MakeApp, pipeline: FakePipeline) -> None:
    async def scenario() -> list[httpx.Response]:
        app = make_app(workers=1, queue=1)
        post = caller_of(app)
        pipeline.gate.clear()
        working = asyncio.ensure_future(post())
        await started(pipeline)
        waiting = asyncio.ensure_future(post())
        await taken(app, 2)
        refused = await post()
        pipeline.gate.set()
        return [refused, await working, await waiting]

    refused, *served = asyncio.run(scenario())
    assert [response.status_code for response in served] == [200, 200]
    assert (refused.status_code, refused.json()["code"]) == (503, "saturated")
    assert refused.headers["retry-after"] == "1"


def test_work_past_its_deadline_is_given_up(make_app: MakeApp, pipeline: FakePipeline) -> None:
    async def scenario() -> tuple[httpx.Response, httpx.Response]:
        post = caller_of(make_app(workers=1, queue=0, deadline=0.5))
        pipeline.gate.clear()
        answers = [await post()]
        async with asyncio.timeout(PATIENCE):
            while (
                answers[-1].status_code == 504
            ):  # one that was given up before its thread began keeps no place
                answers.append(await post())
        pipeline.gate.set()
        return answers[-2], answers[-1]

    late, refused = asyncio.run(scenario())
    assert (late.status_code, late.json()["code"]) == (504, "deadline-exceeded")
    assert late.json()["detail"] == "The work was not done within 0.5 seconds."
    assert refused.status_code == 503, "the thread still runs, so its place is still taken"


def test_a_caller_who_leaves_the_queue_frees_its_place(make_app: MakeApp, pipeline: FakePipeline) -> None:
    async def scenario() -> httpx.Response:
        app = make_app(workers=1, queue=1)
        post = caller_of(app)
        pipeline.gate.clear()
        working = asyncio.ensure_future(post())
        await started(pipeline)
        await leave_at_once(app)
        waiting = asyncio.ensure_future(post())
        await taken(app, 2)
        pipeline.gate.set()
        await working
        return await waiting

    assert asyncio.run(scenario()).status_code == 200
    assert [call[0] for call in pipeline.calls] == ["summarise", "summarise"]


async def leave_at_once(app: BaseApp) -> None:
    """Send a whole request and disconnect before the answer."""
    request = httpx.Request("POST", "http://localhost/generate-summary/", files={"file": ("a", b"bytes")})
    messages: list[Message] = [
        {"type": "http.disconnect"},
        {"type": "http.request", "body": request.read(), "more_body": False},
    ]
    scope = {
        "type": "http",
        "method": "POST",
        "path": request.url.path,
        "query_string": b"",
        "headers": [(name.lower(), value) for name, value in request.headers.raw],
    }
    sent: list[Message] = []

    async def receive() -> Message:
        return messages.pop()

    async def send(message: Message) -> None:
        sent.append(message)

    await asyncio.wait_for(app(scope, receive, send), timeout=PATIENCE)
    assert sent[0]["status"] == 499


@pytest.mark.parametrize("workers", [1, 3])
def test_no_more_work_runs_at_once_than_there_are_workers(
    make_app: MakeApp, pipeline: FakePipeline, workers: int
) -> None:
    async def scenario() -> int:
        app = make_app(workers=workers, queue=8)
        post = caller_of(app)
        pipeline.gate.clear()
        requests = [asyncio.ensure_future(post()) for _ in range(8)]
        for _ in range(workers):
            await started(pipeline)
        await taken(app, 8)
        running = len(pipeline.calls)
        pipeline.gate.set()
        await asyncio.gather(*requests)
        return running

    assert asyncio.run(scenario()) == workers
