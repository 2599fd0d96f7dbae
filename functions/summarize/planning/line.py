"""A line of a role as it is planned with."""

from dataclasses import dataclass

from functions.summarize.lines import Head, Tellings
from functions.summarize.planning.records import Slot


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a role, read: the slot it makes and what its reading says."""

    place: str
    role: int
    head: Head
    told: Tellings
    slot: Slot
