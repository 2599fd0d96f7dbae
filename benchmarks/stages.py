"""Where the time of a summary goes, inside one process: milliseconds by stage, and tokens a second."""

import statistics
import time
from collections import defaultdict
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date

from functions.summarize import samples
from functions.summarize.models.contract import Engine
from functions.summarize.models.factory import WEIGHTS, load_model
from functions.summarize.models.writer import Writer
from functions.summarize.pipeline import Pipeline
from functions.summarize.sentences import ModelName, Options

AS_OF = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Stages:
    """Median milliseconds by stage over the samples, and how the model's share of them was spent.

    `weights_read` is in gigabytes a second: the size of the weights times the steps of decoding, each of which
    needs all of them once for the whole batch. Memory bandwidth bounds it where the weights fit no cache.
    """

    milliseconds: dict[str, float]
    tokens_a_second: float
    weights_read: float


class _Counting:
    """Implements `Engine`: counts the tokens and the steps of another one, and the time that it takes."""

    def __init__(self, inner: Engine) -> None:
        self._inner = inner
        self.tokens = 0
        self.steps = 0
        self.seconds = 0.0

    def generate(
        self,
        prompts: Sequence[Sequence[str]],
        *,
        max_tokens: int,
        beams: int,
        candidates: int,
        forbidden: Sequence[Sequence[str]] = (),
    ) -> list[list[list[str]]]:
        began = time.perf_counter()
        outputs = self._inner.generate(
            prompts, max_tokens=max_tokens, beams=beams, candidates=candidates, forbidden=forbidden
        )
        self.seconds += time.perf_counter() - began
        lengths = [len(tokens) for texts in outputs for tokens in texts]
        self.tokens += sum(lengths)
        self.steps += max(lengths, default=0)
        return outputs


def measure_stages(model: ModelName, times: int) -> Stages:
    """Summarise every sample `times` times, one after the other."""
    loaded = load_model(model)
    assert isinstance(loaded, Writer)
    counting = _Counting(loaded._engine)
    counted = copy(loaded)
    counted._engine = counting
    pipeline = Pipeline(lambda _: counted)
    taken: dict[str, list[float]] = defaultdict(list)
    for _ in range(times):
        for name in samples.names():
            summary = pipeline.summarise(samples.path(name).read_bytes(), Options(AS_OF, model=model))
            for stage, milliseconds in summary.timings.items():
                taken[stage].append(milliseconds)
    size = (WEIGHTS / model / "model.bin").stat().st_size
    return Stages(
        {stage: statistics.median(values) for stage, values in taken.items()},
        counting.tokens / counting.seconds,
        counting.steps * size / counting.seconds / 1e9,
    )
