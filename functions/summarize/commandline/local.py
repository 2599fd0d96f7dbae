"""The backend that works on this machine: no service, no network."""

import json
from functools import cached_property
from typing import TYPE_CHECKING

from functions.catalog.schemas import ModelCard, Models, ParserCard, Parsers
from functions.catalog.shelf import read_shelf
from functions.summarize.commandline.backend import Body
from functions.summarize.sentences import Options, Voice

if TYPE_CHECKING:  # listing cards needs no engine and no reader
    from functions.summarize.answers import Answer
    from functions.summarize.worker_processes import InProcesses


class Local:
    """Implements `Backend` with the pipeline in worker processes, and `Shelf` with the installed cards."""

    def __init__(self, jobs: int = 1) -> None:
        """`jobs` processes at most; none is started before there is work."""
        self._jobs = jobs

    @cached_property
    def _workers(self) -> "InProcesses":
        from functions.common.settings import read_settings
        from functions.summarize.settings import SummarizeSettings
        from functions.summarize.worker_processes import InProcesses

        workers = InProcesses(read_settings(SummarizeSettings), size=self._jobs)
        workers.load()
        return workers

    def summarise(self, name: str, data: bytes, options: Options) -> Body:  # noqa: ARG002 - a service wants the name
        """As `POST /generate-summary/` answers."""
        return _body(self._workers.summarise(data, options))

    def summarise_facts(self, resume: Body, options: Options) -> Body:
        """As `POST /generate-summary/` answers for facts."""
        return _body(self._workers.summarise_facts(resume, options))

    def parse(self, name: str, data: bytes, options: Options) -> Body:  # noqa: ARG002
        """As `POST /parse/` answers."""
        return _body(self._workers.parse(data, options))

    def verify(self, resume: Body, text: str, voice: Voice | None) -> Body:
        """As `POST /verify/` answers."""
        return _body(self._workers.verify(resume, text, voice))

    def close(self) -> None:
        """End the processes, if there are any."""
        if "_workers" in self.__dict__:
            self._workers.close()

    def models(self) -> Body:
        """As `GET /models` of the catalog answers."""
        cards = read_shelf().models.values()
        return Models(models=[ModelCard.model_validate(card) for card in cards]).model_dump(mode="json")

    def parsers(self) -> Body:
        """As `GET /parsers` of the catalog answers."""
        cards = read_shelf().parsers.values()
        return Parsers(parsers=[ParserCard.model_validate(card) for card in cards]).model_dump(mode="json")


def _body(answer: "Answer") -> Body:
    body: Body = json.loads(answer.body)
    return body
