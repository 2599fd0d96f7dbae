"""What a document may cost. Every number is a budget, not a guess about what resumes look like."""

from dataclasses import dataclass, field
from time import thread_time

from functions.common.errors import DeadlineExceeded, UnusableDocument

MEGABYTE = 1_000_000
_CHECKED = 256
"""The clock is read at every so many checks: reading it costs more than what is checked."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Budgets of one read. Sizes are in bytes.

    What is refused is decided by counts alone, so that the same document is always refused or never: a batch keeps
    a refusal for good. `seconds` of processor time only stop what no count foresaw, and that may be tried again.
    An attribute costs libxml2 about 250 bytes, an element about 200. What follows reading takes 1 to 3 ms for a line,
    and grows with its characters: `lines` and `characters` keep the worst of it under the processor time that a
    request has. A resume of a hundred pages has 2,500 lines and 210,000 characters.
    """

    upload: int = 10 * MEGABYTE
    parts: int = 1_000
    unpacked: int = 50 * MEGABYTE
    part: int = 20 * MEGABYTE
    ratio: int = 100
    ratio_from: int = MEGABYTE
    elements: int = 300_000
    attributes: int = 400_000
    depth: int = 200
    characters: int = 400_000
    lines: int = 3_000
    seconds: float = 10.0


DEFAULT_LIMITS = Limits()


@dataclass(slots=True)
class Budget:
    """What is left of the limits during one read."""

    limits: Limits
    elements: int = 0
    attributes: int = 0
    characters: int = 0
    checks: int = 0
    deadline: float = field(init=False)

    def __post_init__(self) -> None:
        self.deadline = thread_time() + self.limits.seconds

    def spend_elements(self, count: int) -> None:
        """Count XML elements about to be parsed."""
        self.elements += count
        if self.elements > self.limits.elements:
            raise UnusableDocument(
                "too-many-elements",
                f"The document has more than {self.limits.elements:,} XML elements; shorten it and save it again.",
            )

    def spend_attributes(self, count: int) -> None:
        """Count XML attributes about to be parsed."""
        self.attributes += count
        if self.attributes > self.limits.attributes:
            raise UnusableDocument(
                "too-many-attributes",
                f"The document has more than {self.limits.attributes:,} XML attributes; shorten it and save it again.",
            )

    def spend_characters(self, count: int) -> None:
        """Count text about to be kept."""
        self.characters += count
        if self.characters > self.limits.characters:
            raise UnusableDocument(
                "too-much-text",
                f"The document has more than {self.limits.characters:,} characters; send the resume alone.",
            )

    def spend_lines(self, count: int) -> None:
        """Count lines about to be parsed."""
        if count > self.limits.lines:
            raise UnusableDocument(
                "too-much-text",
                f"The document has more than {self.limits.lines:,} lines; send the resume alone.",
            )

    def check_time(self) -> None:
        """Stop a read that has used up its processor time."""
        self.checks += 1
        if self.checks % _CHECKED == 0 and thread_time() > self.deadline:
            raise DeadlineExceeded(
                f"Reading took more than {self.limits.seconds:g} seconds of processor time."
            )
