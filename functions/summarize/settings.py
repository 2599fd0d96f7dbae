"""Settings of the summarize function."""

from pydantic import Field

from functions.common.cpus import usable_cpus
from functions.common.settings import Settings


class SummarizeSettings(Settings):
    """How much work is taken on.

    - `workers`: requests worked on at once, by default one per CPU.
    - `queue`: requests that may wait for a worker; more are refused.
    - `deadline`: seconds that a request may wait and work.
    """

    workers: int = Field(default_factory=usable_cpus, ge=1, le=64)
    queue: int = Field(16, ge=0)
    deadline: float = Field(60, gt=0, le=600)
