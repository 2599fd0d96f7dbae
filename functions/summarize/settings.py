"""Settings of the summarize function."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, field_validator
from pydantic_settings import NoDecode

from functions.common.cpus import usable_cpus
from functions.common.errors import InvalidOption
from functions.common.objects import normal_url
from functions.common.settings import MEBIBYTE, Settings
from functions.summarize.sentences import FIRST_MODEL, ModelName


class SummarizeSettings(Settings):
    """How much work is taken on.

    - `workers`: processes that work on requests, one each, by default as many as CPUs.
    - `queue`: requests that may wait for a worker; more are refused.
    - `deadline`: seconds that a request may wait and work; then its worker is killed and replaced.
    - `processor_seconds`: how long one request may keep a processor busy; `request_memory`: bytes of address space
      that it may want more than its worker has anyway. A request that needs more is refused.
    - `model`: the one that is loaded at start; the others are loaded when first asked for.
    - `engine`: what runs the checkpoints; `weights`: another folder of checkpoints than the shipped ones.
    - `batch_window`: documents of a batch that are on their way at one time; about twice what all instances
      together work on. `batch_limit`: documents that a batch may have.
    - `batch_storage`: what the addresses of batches must begin with, separated by commas or spaces, such as
      s3://resumes/. Left out, that is any bucket, and where only this machine can call also any folder.
    - `batches`: who works the batches that are asked for by event: `broker` (K_SINK is a broker, which hands each
      document to an instance), `here` (this process does it all), `off` (they are refused). Left out: `broker` where
      K_SINK is set, else `here`; on Lambda without K_SINK `off`, because nothing runs there after the answer.
    - `batch_register`: where the batches under way are noted, such as s3://resumes/open-batches, so that any process
      that starts goes on with them; left out, after a restart each has to be asked for again.
    - `batch_pause`: seconds after which what has come to a standstill is taken up again.
    - `batch_output`: where the results go of documents that AWS tells of, each a batch of one.
    """

    workers: int = Field(default_factory=usable_cpus, ge=1, le=64)
    queue: int = Field(16, ge=0)
    deadline: float = Field(60, gt=0, le=600)
    processor_seconds: float = Field(10, gt=0, le=600)
    request_memory: int = Field(144 * MEBIBYTE, ge=64 * MEBIBYTE)
    model: ModelName = FIRST_MODEL
    engine: Literal["ctranslate2", "transformers"] = "ctranslate2"
    weights: Path | None = None
    batch_window: int = Field(12, ge=1, le=1000)
    batch_limit: int = Field(10_000, ge=1)
    batch_storage: Annotated[tuple[str, ...], NoDecode] = ()
    batches: Literal["broker", "here", "off"] | None = None
    batch_register: str = ""
    batch_pause: float = Field(60, gt=0, le=3600)
    batch_output: str = ""

    @field_validator("batch_storage", mode="before")
    @classmethod
    def _separate(cls, value: object) -> object:
        return tuple(value.replace(",", " ").split()) if isinstance(value, str) else value

    @field_validator("batch_register")
    @classmethod
    def _is_a_place(cls, value: str) -> str:
        try:
            return normal_url(value, "it") if value else value
        except InvalidOption as error:
            raise ValueError(str(error)) from error

    @property
    def storage_allowed(self) -> tuple[str, ...]:
        """What the addresses of batches must begin with."""
        return self.batch_storage or (("s3://",) if self.exposed else ("s3://", "file://"))

    @property
    def batches_by(self) -> Literal["broker", "here", "off"]:
        """Who works batches: what was asked for, or what there is."""
        alone: Literal["here", "off"] = "off" if self.aws_lambda_function_name else "here"
        return self.batches or ("broker" if self.k_sink else alone)
