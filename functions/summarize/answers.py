"""What leaves a worker: the finished body of a response, and the figures beside it. Nothing else has to travel."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from functions.summarize.sentences import Options, Voice

if TYPE_CHECKING:
    from functions.summarize.pipeline import Parsed, SentenceCheck, Summary


@dataclass(frozen=True, slots=True)
class Answer:
    """A response body as JSON; `timings` are milliseconds by stage."""

    body: bytes
    timings: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SummaryAnswer(Answer):
    """The same for a summary: the paragraph alone, and what metrics and events tell of it.

    `figures` are the data of `summary.completed`; `origins` counts sentences by who wrote them.
    """

    text: str = ""
    rejected: int = 0
    figures: Mapping[str, Any] = field(default_factory=dict)
    origins: Mapping[str, int] = field(default_factory=dict)


class Summariser(Protocol):
    """Does the work behind the routes. Called in threads, several at once.

    `until` is the monotonic time at which the caller stops waiting.
    """

    @property
    def model_ids(self) -> tuple[str, ...]:
        """The models that can be asked for."""

    @property
    def replaced(self) -> int:
        """How many worker processes died, or kept too much memory, and were replaced."""

    def load(self) -> None:
        """Load the default model."""

    def warm(self) -> None:
        """Let the default model answer once."""

    def close(self) -> None:
        """Stop whatever still works."""

    def summarise(self, data: bytes, options: Options, until: float | None = None) -> SummaryAnswer:
        """The summary of a DOCX."""

    def summarise_facts(
        self, resume: dict[str, Any], options: Options, until: float | None = None
    ) -> SummaryAnswer:
        """The summary of a JSON Resume document."""

    def parse(self, data: bytes, options: Options, until: float | None = None) -> Answer:
        """The facts of a DOCX."""

    def verify(
        self, resume: dict[str, Any], text: str, voice: Voice | None, until: float | None = None
    ) -> Answer:
        """Whether a JSON Resume supports each sentence of a text."""


class Steps(Protocol):
    """What is asked of the pipeline."""

    @property
    def model_ids(self) -> tuple[str, ...]:
        """The models that can be asked for."""

    def load(self, name: str | None = None) -> None:
        """Load a model, by default the first."""

    def warm(self) -> None:
        """Let the default model answer once."""

    def summarise(self, data: bytes, options: Options) -> "Summary":
        """The summary of a DOCX."""

    def summarise_facts(self, resume: dict[str, Any], options: Options) -> "Summary":
        """The summary of a JSON Resume document."""

    def parse(self, data: bytes, options: Options) -> "Parsed":
        """The facts of a DOCX."""

    def verify(self, resume: dict[str, Any], text: str, voice: Voice | None) -> "tuple[SentenceCheck, ...]":
        """Whether a JSON Resume supports each sentence of a text."""


class InProcess:
    """Implements `Summariser` here and now, with nothing that could stop it: in a worker process, or on Lambda."""

    def __init__(self, pipeline: Steps) -> None:
        """`pipeline` does the work."""
        self._pipeline = pipeline
        self.model_ids = pipeline.model_ids
        self.replaced = 0

    def load(self, name: str | None = None) -> None:
        """Load a model, by default the first."""
        self._pipeline.load(name)

    def warm(self) -> None:
        """See `Summariser`."""
        self._pipeline.warm()

    def close(self) -> None:
        """Nothing to stop."""

    def summarise(self, data: bytes, options: Options, until: float | None = None) -> SummaryAnswer:  # noqa: ARG002
        """See `Summariser`."""
        return summary_answer(self._pipeline.summarise(data, options), len(data))

    def summarise_facts(
        self,
        resume: dict[str, Any],
        options: Options,
        until: float | None = None,  # noqa: ARG002
    ) -> SummaryAnswer:
        """See `Summariser`."""
        summary = self._pipeline.summarise_facts(resume, options)
        return summary_answer(summary, len(summary.resume.text.encode()))

    def parse(self, data: bytes, options: Options, until: float | None = None) -> Answer:  # noqa: ARG002
        """See `Summariser`."""
        from functions.summarize.schemas import parsed_body

        parsed = self._pipeline.parse(data, options)
        return Answer(parsed_body(parsed).model_dump_json().encode(), dict(parsed.timings))

    def verify(
        self,
        resume: dict[str, Any],
        text: str,
        voice: Voice | None,
        until: float | None = None,  # noqa: ARG002
    ) -> Answer:
        """See `Summariser`."""
        from functions.summarize.schemas import verified_body

        return Answer(verified_body(self._pipeline.verify(resume, text, voice)).model_dump_json().encode())


def summary_answer(summary: "Summary", size: int) -> SummaryAnswer:
    """What leaves of a summary; `size` is that of what was sent, in bytes."""
    from functions.summarize.schemas import summary_body

    return SummaryAnswer(
        summary_body(summary).model_dump_json().encode(),
        dict(summary.timings),
        summary.text,
        summary.rejected,
        figures_of(summary, size),
        Counter(sentence.origin for sentence in summary.sentences),
    )


def figures_of(summary: "Summary", size: int) -> dict[str, Any]:
    """The figures of a summary; `size` is that of its DOCX in bytes."""
    return {
        "model": {
            "id": summary.options.model,
            "version": summary.model.version,
            "sha256": summary.model.sha256,
        },
        "parser": summary.parser.id,
        "output": summary.options.output,
        "length": summary.options.length,
        "voice": summary.options.voice,
        "timings": dict(summary.timings),
        "words": len(summary.text.split()),
        "sentences": len(summary.sentences),
        "model_share": round(summary.model_share, 4),
        "rejected": summary.rejected,
        "warnings": [notice.code for notice in summary.notices],
        "sizes": {"bytes": size, "characters": len(summary.resume.text)},
    }
