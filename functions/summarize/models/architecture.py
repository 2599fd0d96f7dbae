"""What differs between architectures: which side reads the prompt, and which tokens stand around it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from functions.summarize.models.checkpoint import SpecialTokens

Frame = Callable[[Sequence[str], SpecialTokens], list[str]]


@dataclass(frozen=True, slots=True)
class Architecture:
    """How one architecture is fed.

    `frame` puts the special tokens around the tokens of a prompt. `document` is the text that a summariser
    from a hub expects before and after prose.
    """

    decoder_only: bool
    frame: Frame
    document: tuple[str, str] = ("", "")


def present(*tokens: str | None) -> list[str]:
    """The special tokens that this checkpoint has."""
    return [token for token in tokens if token is not None]
