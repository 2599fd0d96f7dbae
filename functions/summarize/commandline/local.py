"""The backend that works in this process: no service, no network."""

from functools import cached_property
from typing import TYPE_CHECKING

from functions.catalog.schemas import ModelCard, Models, ParserCard, Parsers
from functions.catalog.shelf import read_shelf
from functions.summarize.commandline.backend import Body
from functions.summarize.schemas import parsed_body, summary_body, verified_body
from functions.summarize.sentences import Options, Voice

if TYPE_CHECKING:  # listing cards needs no engine and no reader
    from functions.summarize.pipeline import Pipeline


class Local:
    """Implements `Backend` with the pipeline and `Shelf` with the installed cards."""

    @cached_property
    def _pipeline(self) -> "Pipeline":
        from functions.summarize.pipeline import Pipeline

        return Pipeline()

    def summarise(self, name: str, data: bytes, options: Options) -> Body:  # noqa: ARG002 - a service wants the name
        """As `POST /generate-summary/` answers."""
        return summary_body(self._pipeline.summarise(data, options)).model_dump(mode="json")

    def parse(self, name: str, data: bytes, options: Options) -> Body:  # noqa: ARG002
        """As `POST /parse/` answers."""
        return parsed_body(self._pipeline.parse(data, options)).model_dump(mode="json")

    def verify(self, resume: Body, text: str, voice: Voice | None) -> Body:
        """As `POST /verify/` answers."""
        return verified_body(self._pipeline.verify(resume, text, voice)).model_dump(mode="json")

    def models(self) -> Body:
        """As `GET /models` of the catalog answers."""
        cards = read_shelf().models.values()
        return Models(models=[ModelCard.model_validate(card) for card in cards]).model_dump(mode="json")

    def parsers(self) -> Body:
        """As `GET /parsers` of the catalog answers."""
        cards = read_shelf().parsers.values()
        return Parsers(parsers=[ParserCard.model_validate(card) for card in cards]).model_dump(mode="json")
