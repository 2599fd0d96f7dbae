"""What a document may cost. Every number is a budget, not a guess about what resumes look like."""

from dataclasses import dataclass, field
from time import monotonic

from functions.common.errors import UnusableDocument

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Budgets of one read. Sizes are in bytes, `seconds` is wall-clock time."""

    upload: int = 10 * MEGABYTE
    parts: int = 1_000
    unpacked: int = 50 * MEGABYTE
    part: int = 20 * MEGABYTE
    ratio: int = 100
    ratio_from: int = MEGABYTE
    elements: int = 300_000
    depth: int = 200
    characters: int = 1_000_000
    seconds: float = 2.0


DEFAULT_LIMITS = Limits()


@dataclass(slots=True)
class Budget:
    """What is left of the limits during one read."""

    limits: Limits
    elements: int = 0
    characters: int = 0
    deadline: float = field(init=False)

    def __post_init__(self) -> None:
        self.deadline = monotonic() + self.limits.seconds

    def spend_elements(self, count: int) -> None:
        """Count XML elements about to be parsed."""
        self.elements += count
        if self.elements > self.limits.elements:
            raise UnusableDocument(
                "too-many-elements",
                f"The document has more than {self.limits.elements:,} XML elements; shorten it and save it again.",
            )

    def spend_characters(self, count: int) -> None:
        """Count text about to be kept."""
        self.characters += count
        if self.characters > self.limits.characters:
            raise UnusableDocument(
                "too-much-text",
                f"The document has more than {self.limits.characters:,} characters; send the resume alone.",
            )

    def check_time(self) -> None:
        """Stop a read that has run out of its wall-clock budget."""
        if monotonic() > self.deadline:
            raise UnusableDocument(
                "took-too-long",
                f"Reading took longer than {self.limits.seconds:g} seconds; simplify the document and save it again.",
            )
