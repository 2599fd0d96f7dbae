"""The catalog over HTTP: which models and parsers there are. Imports no model library and no reader."""

from fastapi import APIRouter

from functions.catalog.schemas import (
    ModelCard,
    ModelMetadata,
    Models,
    ParserCard,
    Parsers,
    Reader,
    ServerMetadata,
    metadata_of,
)
from functions.catalog.shelf import Shelf, read_shelf
from functions.common import errors
from functions.common.app import About, Alive, BaseApp, create_base_app
from functions.common.metrics import HttpMetrics
from functions.common.problems import responses
from functions.common.settings import Settings, read_settings
from functions.common.version import VERSION

NAME = "resume-summary-catalog"
DESCRIPTION = "The models that write and the parsers that read, with what is known of each."


def create_app(settings: Settings | None = None, *, shelf: Shelf | None = None) -> BaseApp:
    """The app. Settings come from the environment and cards from the installation, unless given."""
    settings = settings or read_settings(Settings)
    shelf = shelf or read_shelf()
    app = create_base_app(
        settings,
        About("Resume Summary: catalog", DESCRIPTION, tuple(shelf.models)),
        metrics=HttpMetrics(),
        load=_nothing,
        close=_nothing,
    )
    app.serve(_cards(shelf))
    app.serve(_inference_protocol(shelf))
    return app


def _nothing() -> None:
    """The cards are read before the server starts, and hold nothing open."""


def _cards(shelf: Shelf) -> APIRouter:
    router = APIRouter(tags=["cards"])
    missing = responses(errors.NotFound)

    @router.get("/models", summary="All model cards")
    async def models() -> Models:
        return Models(models=[ModelCard.model_validate(card) for card in shelf.models.values()])

    @router.get("/models/{model_id}", summary="One model card", responses=missing)
    async def model(model_id: str) -> ModelCard:
        return ModelCard.model_validate(shelf.model(model_id))

    @router.get("/parsers", summary="All parser cards")
    async def parsers() -> Parsers:
        return Parsers(parsers=[ParserCard.model_validate(card) for card in shelf.parsers.values()])

    @router.get("/parsers/{parser_id}", summary="One parser card", responses=missing)
    async def parser(parser_id: str) -> ParserCard:
        return ParserCard.model_validate(shelf.parser(parser_id))

    @router.get("/reader", summary="The card of the models with which every parser reads")
    async def reader() -> Reader:
        return Reader.model_validate(shelf.reader)

    return router


def _inference_protocol(shelf: Shelf) -> APIRouter:
    """Metadata of the Open Inference Protocol, version 2."""
    router = APIRouter(prefix="/v2", tags=["open inference protocol"])
    missing = responses(errors.NotFound)

    @router.get("", summary="Server metadata")
    async def server() -> ServerMetadata:
        return ServerMetadata(name=NAME, version=VERSION)

    @router.get("/health/live", summary="Server live")
    @router.get("/health/ready", summary="Server ready")
    async def health() -> Alive:
        return Alive()

    @router.get("/models/{model_id}", summary="Model metadata", responses=missing)
    async def model(model_id: str) -> ModelMetadata:
        return metadata_of(shelf.model(model_id))

    return router
