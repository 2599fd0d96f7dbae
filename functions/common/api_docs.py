"""The page at /docs: Swagger UI from an installed package, so that it works without a network."""

from collections.abc import Awaitable, Callable
from functools import cache
from importlib.metadata import distribution
from pathlib import Path

from fastapi import APIRouter, Response
from starlette.responses import HTMLResponse

POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline';"
    " img-src 'self' data:; frame-ancestors 'none'"
)
"""What the page loads, and no more. Swagger UI sets styles as it draws."""
_ASSETS = {"swagger-ui.css": "text/css", "swagger-ui-bundle.js": "text/javascript"}
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="docs/swagger-ui.css">
<link rel="icon" href="data:,">
</head>
<body>
<div id="swagger-ui"></div>
<script src="docs/swagger-ui-bundle.js"></script>
<script src="docs/start.js"></script>
</body>
</html>
"""
_START = "SwaggerUIBundle({url: 'openapi.json', dom_id: '#swagger-ui', deepLinking: true});\n"


def docs_routes(title: str) -> APIRouter:
    """The page and what it loads; every address in it is relative, so that it works below any prefix."""
    router = APIRouter(include_in_schema=False)

    @router.get("/docs")
    async def page() -> HTMLResponse:
        return HTMLResponse(_PAGE.format(title=title), headers={"Content-Security-Policy": POLICY})

    @router.get("/docs/start.js")
    async def start() -> Response:
        return Response(_START, media_type="text/javascript")

    for name, kind in _ASSETS.items():
        router.add_api_route(f"/docs/{name}", _sender(name, kind))
    return router


def _sender(name: str, kind: str) -> Callable[[], Awaitable[Response]]:
    async def send() -> Response:
        return Response(_asset(name), media_type=kind)

    return send


@cache
def _asset(name: str) -> bytes:
    """A file of the package, which is not imported."""
    path = distribution("fastapi-offline").locate_file(f"fastapi_offline/static/{name}")
    return Path(str(path)).read_bytes()
