"""What a model and an engine are: the two seams of the writing half."""

from collections.abc import Sequence
from typing import Protocol

from functions.summarize.models.card import Card
from functions.summarize.sentences import SentencePlan


class Engine(Protocol):
    """Runs a checkpoint: token strings in, token strings out. Deterministic for the same input.

    Implementations: CTranslate2 (default) and transformers (reference).
    """

    def generate(
        self, prompts: Sequence[Sequence[str]], *, max_tokens: int, beams: int, candidates: int
    ) -> list[list[list[str]]]:
        """For each prompt, `candidates` token lists, best first, without prompt and end token.

        `beams` >= `candidates`; beams = 1 is greedy. All prompts are one batch.
        """


class Model(Protocol):
    """Writes sentences from plans."""

    card: Card

    def write(self, plans: Sequence[SentencePlan], *, candidates: int) -> list[list[str]]:
        """For each plan, up to `candidates` different sentences, best first; unverified."""
