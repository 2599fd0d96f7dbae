"""One thing to learn: a paragraph's plan as a prompt, and the paragraph as tokens."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """`prompt` and `target` are tokens divided by single spaces; `source` says where the sentences come from."""

    prompt: str
    target: str
    source: str
