"""The pipeline in worker processes that can be killed: what serves HTTP, events, batches and the command line.

This module imports next to nothing: the fork server is started before anything else, so that its imports run beside
those of the process that serves.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from functions.common.processes.fork_server import ForkServer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from functions.summarize.answers import Answer, InProcess, SummaryAnswer
    from functions.summarize.models.card import Card
    from functions.summarize.models.contract import Model
    from functions.summarize.planning.records import ParagraphPlan
    from functions.summarize.prompts import Draft
    from functions.summarize.sentences import Options, Voice
    from functions.summarize.settings import SummarizeSettings

PRELOAD = f"{__name__}:preload"
_KEPT = {"ctranslate2": 10 * 2**20, "transformers": 256 * 2**20}
"""Bytes that a worker may keep more than its models. Over a hundred resumes with all three it comes to 8 MiB, and a
worker more costs a tenth of a second; torch keeps buffers of its own, and is slow to start."""


_started: list[ForkServer] = []
"""The fork server that was started before anyone needed it; whoever is first takes it."""


def start_importing() -> None:
    """Let a fork server import what workers need, beside whatever this process does meanwhile."""
    server = ForkServer(PRELOAD)
    server.start()
    _started.append(server)


def preload() -> None:
    """In the fork server: import the pipeline, and read, parse, plan and verify a sample; load no model.

    What that leaves in memory (code, lexicons, compiled expressions) all workers share. A model would start threads.
    """
    from datetime import date

    import ctranslate2  # noqa: F401
    import tokenizers  # noqa: F401

    from functions.summarize import samples, schemas  # noqa: F401
    from functions.summarize.models import ctranslate2_engine, factory, writer  # noqa: F401
    from functions.summarize.pipeline import Pipeline
    from functions.summarize.sentences import Options

    data = samples.path(samples.names()[0]).read_bytes()
    silent: Model = _Silent()
    Pipeline(lambda _: silent).summarise(data, Options(date(2026, 1, 1)))


class _Silent:
    """A model that has nothing to say, so that every sentence is a plain one."""

    card = cast("Card", None)

    def compose(self, plans: "Sequence[ParagraphPlan]", *, candidates: int) -> "list[list[Draft]]":  # noqa: ARG002
        return [[] for _ in plans]


@dataclass(frozen=True, slots=True)
class MakePipeline:
    """In a worker: the pipeline over the checkpoints that the settings name, the first of them loaded."""

    weights: "Path | None"
    engine: str
    first_model: str

    def __call__(self) -> "InProcess":
        """The pipeline, ready to answer."""
        from functions.summarize.answers import InProcess

        summariser = InProcess(make_pipeline(self, threads=1))
        summariser.load()
        return summariser


def make_pipeline(made: MakePipeline, *, threads: int) -> Any:
    """A pipeline whose engine keeps `threads` cores busy. Nothing is loaded yet."""
    from functools import partial

    from functions.summarize.models.factory import WEIGHTS, load_model
    from functions.summarize.pipeline import Pipeline

    load = partial(
        load_model, weights=made.weights or WEIGHTS, engine=cast("Any", made.engine), threads=threads
    )
    return Pipeline(load, first_model=cast("Any", made.first_model))


@dataclass(frozen=True, slots=True)
class Call:
    """A task: one of the methods of `InProcess`. The model that it needs is loaded before anything is counted."""

    method: str
    arguments: tuple[Any, ...] = ()
    model: str | None = None

    def prepare(self, subject: "InProcess") -> None:
        """Load the model."""
        if self.model is not None:
            subject.load(self.model)

    def run(self, subject: "InProcess") -> Any:
        """The method's result."""
        return getattr(subject, self.method)(*self.arguments)


class InProcesses:
    """Implements `Summariser`: each call in a worker process, under the budget and the deadline of the settings."""

    def __init__(
        self, settings: "SummarizeSettings", *, size: int | None = None, one_first: bool = False
    ) -> None:
        """`size` processes, or as many as the settings have workers. None is started yet.

        `one_first` loads one, which can answer, and lets the others follow once that one is warm.
        """
        from functions.common.processes.pool import Pool
        from functions.common.processes.worker import Allowance
        from functions.summarize.models.factory import MODELS

        self.model_ids = tuple(MODELS)
        self._first = settings.model
        self._one_first = one_first
        self._pool = Pool(
            _started.pop() if _started else ForkServer(PRELOAD),
            MakePipeline(settings.weights, settings.engine, settings.model),
            size=size or settings.workers,
            allowance=Allowance(settings.processor_seconds, settings.request_memory, _KEPT[settings.engine]),
            seconds=settings.deadline,
        )

    @property
    def replaced(self) -> int:
        """See `Summariser`."""
        return self._pool.replaced

    def load(self) -> None:
        """Start the processes, each with the default model."""
        self._pool.start(1 if self._one_first else None)

    def warm(self) -> None:
        """Let one answer once; those that have not started follow."""
        self._pool.fill(Call("warm"))

    def close(self) -> None:
        """Kill what still works."""
        self._pool.close()

    def summarise(self, data: bytes, options: "Options", until: float | None = None) -> "SummaryAnswer":
        """See `Summariser`."""
        return cast("SummaryAnswer", self._pool.run(Call("summarise", (data, options), options.model), until))

    def summarise_facts(
        self, resume: dict[str, Any], options: "Options", until: float | None = None
    ) -> "SummaryAnswer":
        """See `Summariser`."""
        call = Call("summarise_facts", (resume, options), options.model)
        return cast("SummaryAnswer", self._pool.run(call, until))

    def parse(self, data: bytes, options: "Options", until: float | None = None) -> "Answer":
        """See `Summariser`."""
        return cast("Answer", self._pool.run(Call("parse", (data, options)), until))

    def verify(
        self, resume: dict[str, Any], text: str, voice: "Voice | None", until: float | None = None
    ) -> "Answer":
        """See `Summariser`."""
        return cast("Answer", self._pool.run(Call("verify", (resume, text, voice)), until))
