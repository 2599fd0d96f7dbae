"""What a resume states, entry by entry: the only things that a text may say, and what belongs together.

A job's lines, its title, its employer and its dates are one entry; so are a degree, its subject and its school, or a
language and its level. What is true of the person as a whole (name, profile, the years worked, the field) stands in
an entry of kind `person`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

EntryKind = Literal[
    "person", "role", "volunteering", "education", "credential", "skill", "language", "project", "publication",
    "award",
]  # fmt: skip
StatementField = Literal[
    "title", "employer", "location", "date", "line", "degree", "subject", "institution", "credential", "skill",
    "language", "level", "name", "headline", "profile", "years", "field",
]  # fmt: skip
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that the resume states, as it spells it."""

    field: StatementField
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What belongs together. `start` and `end` are months since year 0; `end` is None where the entry is `current`.

    `place` is where a plan finds it: `roles.0`, `education.1`; empty where plans have no place for it.
    """

    kind: EntryKind
    statements: tuple[Statement, ...]
    start: int | None = None
    end: int | None = None
    current: bool = False
    place: str = ""

    def texts(self, wanted: StatementField) -> tuple[str, ...]:
        """The texts of one field."""
        return tuple(one.text for one in self.statements if one.field == wanted)

    @property
    def where(self) -> str:
        """How a reader is told which entry this is: "at N26", "BSc in Computer Science"."""
        for wanted in ("employer", "institution"):
            if texts := self.texts(wanted):
                return f"at {texts[0]}"
        return self.statements[0].text if self.statements else ""


@dataclass(frozen=True)
class Entries:
    """All entries of a resume, jobs newest first; `now` is the month that "present" means."""

    all: tuple[Entry, ...]
    now: int
    months: int | None = None
    """Months of employment as the parser counted them, None where the resume does not let one count."""
    extra: Mapping[str, str] = field(default_factory=dict)


def month_of(date: str) -> int | None:
    """ "2019-04" -> months since year 0; a bare year counts from its January."""
    year, _, month = date.partition("-")
    if not year.isdigit():
        return None
    return int(year) * _MONTHS + (int(month[:2]) - 1 if month[:2].isdigit() else 0)


def dates_of(start: str | None, end: str | None) -> Iterator[Statement]:
    """The years of a period, so that "since 2019" can be checked."""
    for date in (start, end):
        if date:
            yield Statement("date", date[:4])
