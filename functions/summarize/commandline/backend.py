"""Who does the work behind a command: this process or a service, with the same answers."""

from typing import Any, Protocol

from functions.summarize.sentences import Options, Voice

Body = dict[str, Any]
"""A response body of the HTTP API, as JSON: the one shape that both backends answer with."""


class Backend(Protocol):
    """What the commands ask for. `name` is the file's name for messages; `data` the bytes of a DOCX.

    Every method raises a `ResumeSummaryError` that says what to do, and may be called in several threads at once.
    """

    def summarise(self, name: str, data: bytes, options: Options) -> Body:
        """The body of `POST /generate-summary/`."""

    def summarise_facts(self, resume: Body, options: Options) -> Body:
        """The body of `POST /generate-summary/` for a JSON Resume document instead of a DOCX."""

    def parse(self, name: str, data: bytes, options: Options) -> Body:
        """The body of `POST /parse/`."""

    def verify(self, resume: Body, text: str, voice: Voice | None) -> Body:
        """The body of `POST /verify/`; `resume` is a JSON Resume document."""


class Shelf(Protocol):
    """What can be chosen from, as the catalog lists it."""

    def models(self) -> Body:
        """The body of `GET /models`."""

    def parsers(self) -> Body:
        """The body of `GET /parsers`."""
