"""Bodies of the catalog: cards as JSON, and the Open Inference Protocol's view of a model."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from functions.summarize.models.card import Architecture, Card, EngineName, PromptKind


class Body(BaseModel):
    """Base of all bodies; made from the cards by attribute."""

    model_config = ConfigDict(from_attributes=True, frozen=True)


class Source(Body):
    """A source of training data or weights, named as its licence asks."""

    name: str
    licence: str
    notice: str
    url: str


class ModelCard(Body):
    """Everything declared about a checkpoint: `quality` as shares from 0 to 1, `speed` named with its unit."""

    id: str = Field(examples=["t5"])
    name: str
    version: str
    architecture: Architecture
    parameters: int
    licence: str
    prompt: PromptKind
    format: EngineName
    quantisation: str
    window: int = Field(description="The longest prompt, in tokens.")
    description: str
    source: str
    revision: str
    seed: int
    training_data: list[str]
    attributions: list[Source]
    quality: dict[str, float]
    speed: dict[str, float]
    files: dict[str, str] = Field(description="File -> SHA-256.")
    sha256: str = Field(description="One digest over all files.")


class ParserCard(Body):
    """What to know of a parser before choosing it."""

    id: str = Field(examples=["ats"])
    version: str
    name: str
    description: str
    stance: str
    skills: str
    achievements: str
    never: str
    identical: list[str] = Field(description="The facts that every parser reads alike.")
    report: dict[str, str] = Field(description="Each key of the parser's own report, and what it says.")


class Reader(Body):
    """The models with which every parser reads. Shares from 0 to 1; `left_out` of families never trained on."""

    id: str
    name: str
    version: str
    licence: str
    description: str
    source: str
    left_out: dict[str, float] = Field(
        description="Figures on families that the measured model was not trained on: what an unknown resume may expect."
    )
    development: dict[str, float] = Field(description="Figures on resumes that the models were built on.")
    training_data: list[str]
    files: dict[str, str] = Field(description="File -> SHA-256.")


class Models(Body):
    """All models."""

    models: list[ModelCard]


class Parsers(Body):
    """All parsers."""

    parsers: list[ParserCard]


class Tensor(Body):
    """An input or output of a model; a shape of -1 is any length."""

    name: str
    datatype: Literal["BYTES"] = "BYTES"
    shape: list[int] = [-1]


class ServerMetadata(Body):
    """`GET /v2` of the Open Inference Protocol."""

    name: str
    version: str
    extensions: list[str] = []


class ModelMetadata(Body):
    """`GET /v2/models/{name}` of the Open Inference Protocol."""

    name: str
    versions: list[str]
    platform: str
    inputs: list[Tensor]
    outputs: list[Tensor]


def metadata_of(card: Card) -> ModelMetadata:
    """The protocol's view of a model: prompts in, sentences out."""
    return ModelMetadata(
        name=card.id,
        versions=[card.version],
        platform=f"{card.format}_{card.architecture}",
        inputs=[Tensor(name="prompt")],
        outputs=[Tensor(name="sentence")],
    )
