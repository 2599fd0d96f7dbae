"""What a model and an engine are: the two seams of the writing half.

The process that serves HTTP imports this, and must not import what plans and writes: those are for types alone.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from functions.summarize.models.card import Card

if TYPE_CHECKING:
    from functions.summarize.planning.records import ParagraphPlan
    from functions.summarize.prompts import Draft


class Engine(Protocol):
    """Runs a checkpoint: token strings in, token strings out. Deterministic for the same input.

    Implementations: CTranslate2 (default) and transformers (reference).
    """

    def generate(
        self,
        prompts: Sequence[Sequence[str]],
        *,
        max_tokens: int,
        beams: int,
        candidates: int,
        forbidden: Sequence[Sequence[str]] = (),
    ) -> list[list[list[str]]]:
        """For each prompt, `candidates` token lists, best first, without prompt and end token.

        `beams` >= `candidates`; beams = 1 is greedy. All prompts are one batch. No answer holds a sequence that is
        `forbidden`.
        """


class Model(Protocol):
    """Writes paragraphs from plans."""

    card: Card

    def compose(self, plans: "Sequence[ParagraphPlan]", *, candidates: int) -> "list[list[Draft]]":
        """For each plan, up to `candidates` different drafts, best first; unverified."""
