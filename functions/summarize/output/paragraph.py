"""The summary as an output: a paragraph of the length asked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from functions.summarize.models.contract import Model
from functions.summarize.output.assemble import Written, assemble
from functions.summarize.output.variety import vary
from functions.summarize.planning.plan import make_plan
from functions.summarize.resume import Resume
from functions.summarize.sentences import WORDS, Options, Sentence, SentencePlan


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A `Composer` of paragraphs."""

    resume: Resume
    options: Options

    def plan(self, variant: int) -> tuple[SentencePlan, ...]:
        """See `Composer.plan`."""
        return make_plan(self.resume, self.options, variant, reserve=True)

    def arrange(self, written: Sequence[Written]) -> tuple[Sentence, ...]:
        """See `Composer.arrange`."""
        return assemble(written, self.options.length)

    def finish(
        self, sentences: Sequence[Sentence], written: Sequence[Written], model: Model
    ) -> tuple[tuple[Sentence, ...], int]:
        """See `Composer.finish`."""
        _, high = WORDS[self.options.length]
        return vary(sentences, written, model, high)

    def lacks(self, sentences: Sequence[Sentence]) -> bool:
        """See `Composer.lacks`."""
        low, _ = WORDS[self.options.length]
        return sum(len(sentence.text.split()) for sentence in sentences) < low
