"""The app skeleton: what every function answers in the same way."""

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Depends, FastAPI, Response
from fastapi.telemetry import TelemetryConfig
from pydantic import BaseModel, Field
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Lifespan

from functions.common import errors
from functions.common.api_docs import docs_routes
from functions.common.auth import require_key
from functions.common.body_limits import BodyLimits
from functions.common.coldstart import StartSeconds, run_phases
from functions.common.metrics import HttpMetrics
from functions.common.own_hosts import OwnHosts
from functions.common.problems import HANDLERS, Problem, responses
from functions.common.readiness import Readiness, State
from functions.common.request_context import RequestContext
from functions.common.settings import Settings
from functions.common.telemetry import choose_telemetry
from functions.common.version import VERSION

NO_TELEMETRY: TelemetryConfig = {"tracing": False, "metrics": False, "logs": False, "auto_configure": False}
"""FastAPI's own telemetry would attach request bodies to what it exports."""

logger = logging.getLogger(__name__)


class Health(BaseModel):
    """How the process is."""

    status: State
    version: str = Field(examples=[VERSION])
    models: list[str] = Field(examples=[["gpt2", "t5", "bart"]])


class Alive(BaseModel):
    """The answer of a probe that succeeds."""

    status: str = "ok"


@dataclass(frozen=True, slots=True)
class About:
    """What a function says of itself."""

    title: str
    description: str
    models: tuple[str, ...]


class BaseApp(FastAPI):
    """A FastAPI app with problem details, API keys and the edge middleware."""

    def __init__(
        self, settings: Settings, about: About, metrics: HttpMetrics, lifespan: Lifespan["BaseApp"]
    ) -> None:
        """`metrics` counts the requests of this app."""
        hosts = () if settings.keyed else (Middleware(OwnHosts, settings),)
        super().__init__(
            title=about.title,
            description=about.description,
            version=VERSION,
            lifespan=lifespan,
            redirect_slashes=False,  # a redirected upload is an upload sent twice, or lost
            docs_url=None,
            redoc_url=None,
            telemetry=NO_TELEMETRY,
            exception_handlers=HANDLERS,
            middleware=[*hosts, Middleware(BodyLimits, settings)],
        )
        self.settings = settings
        self.metrics = metrics
        self.tracing = choose_telemetry(settings, metrics.registry)
        self._guard = Depends(require_key(settings))

    def serve(self, router: APIRouter) -> None:
        """Add routes for which a key is needed wherever the service is exposed."""
        refusals = responses(errors.Unauthorised, errors.RateLimited)
        self.include_router(router, dependencies=[self._guard], responses=refusals)

    def serve_events(self, router: APIRouter) -> None:
        """Add routes that take events: with a key like any other, unless the network keeps everyone else out."""
        if self.settings.events_open:
            self.include_router(router)
        else:
            self.serve(router)

    def build_middleware_stack(self) -> ASGIApp:
        """Starlette's stack inside ours, so that even its answer to an unexpected error is dressed."""
        stack = super().build_middleware_stack()
        if self.settings.cors_origins:
            stack = CORSMiddleware(
                stack,
                allow_origins=self.settings.cors_origins,
                allow_methods=("GET", "POST"),
                allow_headers=("Authorization", "Content-Type", "X-Request-ID"),
                expose_headers=("X-Request-ID", "Server-Timing", "Retry-After"),
            )
        return RequestContext(stack, self.metrics, self.tracing)

    def openapi(self) -> dict[str, Any]:
        """The OpenAPI document, with the schema of problem details that `responses` refers to."""
        if self.openapi_schema is None:
            schemas = super().openapi().setdefault("components", {}).setdefault("schemas", {})
            schemas["Problem"] = Problem.model_json_schema()
        return super().openapi()


def create_base_app(  # noqa: PLR0913 - by keyword: each a moment of the life of a process
    settings: Settings,
    about: About,
    *,
    metrics: HttpMetrics,
    load: Callable[[], None],
    close: Callable[[], None],
    warm_up: Callable[[], None] = lambda: None,
    on_ready: Callable[[StartSeconds], None] = lambda _: None,
) -> BaseApp:
    """An app with /health, /livez, /readyz and /metrics.

    `load` and then `warm_up` run once, in the background, when the server starts; the app is ready when both have
    returned, and `on_ready` is told what the start took. `close` runs when the server stops.
    """

    def load_and_note() -> None:
        took = run_phases(load, warm_up)
        metrics.ready(took)
        logger.info("ready", extra={"fields": {"start_seconds": took.rounded()}})
        on_ready(took)

    readiness = Readiness(load_and_note)

    @asynccontextmanager
    async def lifespan(app: BaseApp) -> AsyncIterator[None]:
        readiness.start()
        yield
        close()
        app.tracing.close()

    app = BaseApp(settings, about, metrics, lifespan)
    app.include_router(_probes(readiness, about))
    app.include_router(docs_routes(about.title))
    app.serve(_metrics(metrics))
    return app


def _probes(readiness: Readiness, about: About) -> APIRouter:
    router = APIRouter(tags=["operation"])

    @router.get("/health", summary="State, version and models")
    async def health() -> Health:
        return Health(status=readiness.state, version=VERSION, models=list(about.models))

    @router.get("/livez", summary="Liveness: the process answers")
    async def livez() -> Alive:
        return Alive()

    @router.get(
        "/readyz",
        summary="Readiness: the model has been loaded and has answered once",
        responses=responses(errors.NotReady, errors.ModelUnavailable),
    )
    async def readyz() -> Alive:
        readiness.start()
        readiness.check()
        return Alive()

    return router


def _metrics(metrics: HttpMetrics) -> APIRouter:
    router = APIRouter(tags=["operation"])

    @router.get("/metrics", summary="Prometheus metrics", response_class=Response)
    async def exposition() -> Response:
        return Response(metrics.exposition(), media_type=metrics.content_type)

    return router
