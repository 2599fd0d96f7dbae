"""Two ways into an app without a network: over ASGI and over the Lambda handler, both as a sync transport."""

import asyncio
import base64
from typing import Any

import httpx
from starlette.types import ASGIApp

from functions.common.app import BaseApp
from functions.common.lambdas import lambda_handler


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
    """Calls the handler as a function URL would: payload format 2.0, the body in base64."""

    def __init__(self, app: BaseApp) -> None:
        self._loop = asyncio.new_event_loop()
        asyncio.set_event_loop(self._loop)
        self._handler = lambda_handler(app)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        answer = self._handler(_event(request), None)
        content = answer["body"].encode()
        if answer["isBase64Encoded"]:
            content = base64.b64decode(content)
        return httpx.Response(answer["statusCode"], headers=answer["headers"], content=content)

    def close(self) -> None:
        self._loop.close()
        asyncio.set_event_loop(None)


def _event(request: httpx.Request) -> dict[str, Any]:
    http = {
        "method": request.method,
        "path": request.url.path,
        "protocol": "HTTP/1.1",
        "sourceIp": "192.0.2.1",
        "userAgent": "test",
    }
    return {
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": request.url.path,
        "rawQueryString": request.url.query.decode(),
        "headers": dict(request.headers),
        "requestContext": {"http": http, "stage": "$default"},
        "body": base64.b64encode(request.read()).decode(),
        "isBase64Encoded": True,
    }
