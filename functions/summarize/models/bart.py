"""BART: an encoder reads the prompt between start and end token, a decoder writes the sentence."""

from collections.abc import Sequence

from functions.summarize.models.architecture import Architecture, present
from functions.summarize.models.checkpoint import SpecialTokens


def frame(tokens: Sequence[str], special: SpecialTokens) -> list[str]:
    """Lewis et al. (2020): a document stands between `<s>` and `</s>`."""
    return [*present(special.bos), *tokens, *present(special.eos)]


BART = Architecture(decoder_only=False, frame=frame)
