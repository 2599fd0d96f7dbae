"""T5: an encoder reads the prompt up to its end token, a decoder writes the sentence."""

from collections.abc import Sequence

from functions.summarize.models.architecture import Architecture, present
from functions.summarize.models.checkpoint import SpecialTokens


def frame(tokens: Sequence[str], special: SpecialTokens) -> list[str]:
    """Raffel et al. (2020): no start token, one end token."""
    return [*tokens, *present(special.eos)]


T5 = Architecture(decoder_only=False, frame=frame, document=("summarize: ", ""))
