"""What the services answer, typed. Fields the page does not show are not repeated here."""

from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A frozen answer; what is unknown to the page is left out."""

    model_config = ConfigDict(frozen=True)


class Choice(Record):
    """A model or a parser, as its card in the catalog names and describes it."""

    id: str
    name: str
    description: str = ""


class Shelf(Record):
    """What can be chosen from. Empty lists mean that the service's own defaults are used."""

    models: tuple[Choice, ...] = ()
    parsers: tuple[Choice, ...] = ()


class Place(Record):
    """A place in the visible text of the resume: offsets in characters, the words there, their section."""

    start: int
    end: int
    quote: str
    section: str


class Sentence(Record):
    """A sentence of the summary, who wrote it, and the places that support it."""

    text: str
    origin: Literal["model", "plan"]
    evidence: tuple[Place, ...] = ()


class Warned(Record):
    """Something a person should know of the document or of the result."""

    code: str
    message: str


class Author(Record):
    """The model or parser that did the work."""

    id: str
    version: str


class Summary(Record):
    """A finished summary. `text` is the visible text of the resume that every offset refers to."""

    summary: str
    sentences: tuple[Sentence, ...]
    text: str
    resume: dict[str, Any]
    model: Author
    parser: Author
    warnings: tuple[Warned, ...] = ()
    model_share: float


class Checked(Record):
    """A sentence that a person wrote, and what the service says of it."""

    text: str
    supported: bool
    problems: tuple[str, ...] = ()


class Verdicts(Record):
    """The sentences of an edited summary, checked."""

    sentences: tuple[Checked, ...]
    supported: bool


class Options(Record):
    """What the person chose. None leaves the choice to the service."""

    model: str | None = None
    parser: str | None = None
    length: str = "medium"
    voice: str = "implied"
    as_of: date
