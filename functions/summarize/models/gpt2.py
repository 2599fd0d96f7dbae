"""GPT-2: one decoder reads the prompt up to a separator and goes on with the sentence."""

from collections.abc import Sequence

from functions.summarize.models.architecture import Architecture, present
from functions.summarize.models.checkpoint import SpecialTokens


def frame(tokens: Sequence[str], special: SpecialTokens) -> list[str]:
    """The separator tells where the prompt ends; checkpoints from a hub have none and go on by themselves."""
    return [*tokens, *present(special.separator)]


GPT2 = Architecture(decoder_only=True, frame=frame, document=("", "\nTL;DR:"))
