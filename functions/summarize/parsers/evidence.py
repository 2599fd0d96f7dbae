"""Facts with the place they were read from."""

from dataclasses import dataclass
from typing import TypeVar

from functions.summarize.resume import Evidence, Fact, Section

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Source:
    """The text that evidence points into, and the section it is read from."""

    text: str
    section: Section

    def at(self, start: int, end: int) -> Evidence:
        """The place `start:end` of the document."""
        return Evidence(start, end, self.text[start:end], self.section)

    def stated(self, start: int, end: int, confidence: float = 1.0) -> Fact[str]:
        """The words at `start:end` as they stand."""
        return Fact(self.text[start:end], (self.at(start, end),), confidence)

    def read(
        self, value: T, start: int, end: int, confidence: float = 1.0, rule: str | None = None
    ) -> Fact[T]:
        """A value read out of the words at `start:end`."""
        return Fact(value, (self.at(start, end),), confidence, rule)
