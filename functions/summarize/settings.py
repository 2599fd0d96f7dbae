"""Settings of the summarize function."""

from pathlib import Path
from typing import Literal

from pydantic import Field

from functions.common.cpus import usable_cpus
from functions.common.settings import Settings
from functions.summarize.sentences import ModelName


class SummarizeSettings(Settings):
    """How much work is taken on.

    - `workers`: requests worked on at once, by default one per CPU.
    - `queue`: requests that may wait for a worker; more are refused.
    - `deadline`: seconds that a request may wait and work.
    - `model`: the one that is loaded at start; the others are loaded when first asked for.
    - `engine`: what runs the checkpoints; `weights`: another folder of checkpoints than the shipped ones.
    """

    workers: int = Field(default_factory=usable_cpus, ge=1, le=64)
    queue: int = Field(16, ge=0)
    deadline: float = Field(60, gt=0, le=600)
    model: ModelName = "t5"
    engine: Literal["ctranslate2", "transformers"] = "ctranslate2"
    weights: Path | None = None
