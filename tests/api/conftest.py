from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from typing import Any

import httpx
import pytest

from functions.common.app import BaseApp
from functions.summarize.answers import InProcess
from functions.summarize.app import create_app
from functions.summarize.settings import SummarizeSettings
from tests.api.fakes import FakePipeline
from tests.api.transports import AsgiTransport, LambdaTransport

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

MakeApp = Callable[..., BaseApp]
Connect = Callable[[BaseApp], httpx.Client]


@pytest.fixture
def pipeline() -> Iterator[FakePipeline]:
    fake = FakePipeline()
    yield fake
    fake.gate.set()  # a test that failed must not leave threads waiting


@pytest.fixture
def make_app(pipeline: FakePipeline) -> MakeApp:
    """The summarize app over the fake pipeline, on 2026-01-31, with the settings given."""

    def make(**settings: Any) -> BaseApp:
        chosen = SummarizeSettings(**settings)
        return create_app(chosen, summariser=InProcess(pipeline), today=lambda: date(2026, 1, 31))

    return make


@pytest.fixture(params=[AsgiTransport, LambdaTransport], ids=["asgi", "lambda"])
def connect(request: pytest.FixtureRequest) -> Iterator[Connect]:
    """A client of an app, over each of the two ways in."""
    with ExitStack() as open_clients:

        def open_client(app: BaseApp) -> httpx.Client:
            client = httpx.Client(transport=request.param(app), base_url="http://localhost")
            return open_clients.enter_context(client)

        yield open_client


@pytest.fixture
def client(connect: Connect, make_app: MakeApp) -> httpx.Client:
    return connect(make_app())
