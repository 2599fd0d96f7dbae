"""Two ways into an app without a network: over ASGI and over the Lambda handler, both as a sync transport."""

import asyncio

import httpx
from starlette.types import ASGIApp

from functions.common.app import BaseApp
from functions.common.lambdas import lambda_handler
from tests.api.aws_shapes import Shape, answer_of, function_url


class AsgiTransport(httpx.BaseTransport):
    """Calls the app in an event loop of its own."""

    def __init__(self, app: ASGIApp) -> None:
        self._inner = httpx.ASGITransport(app, raise_app_exceptions=False)
        self._runner = asyncio.Runner()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return self._runner.run(self._answer(request))

    async def _answer(self, request: httpx.Request) -> httpx.Response:
        response = await self._inner.handle_async_request(request)
        return httpx.Response(
            response.status_code, headers=response.headers.raw, content=await response.aread()
        )

    def close(self) -> None:
        self._runner.close()


class LambdaTransport(httpx.BaseTransport):
    """Calls the handler, as a function URL would unless another shape of request is asked for."""

    def __init__(self, app: BaseApp, shape: Shape = function_url) -> None:
        self._loop = asyncio.new_event_loop()
        asyncio.set_event_loop(self._loop)
        self._shape = shape
        self.handler = lambda_handler(app)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return answer_of(self.handler(self._shape(request), None))

    def close(self) -> None:
        self._loop.close()
        asyncio.set_event_loop(None)
