"""Fields and lines as facts: the words as they stand, their place, and how sure the reader is."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from functions.summarize.docx.document import Line
from functions.summarize.parsers.entries import Entry
from functions.summarize.parsers.field_corrections import PERIOD
from functions.summarize.parsers.fields import Field
from functions.summarize.parsers.stints import Stint, stints_of
from functions.summarize.resume import Evidence, Fact, PartialDate, Period, Section, Status
from functions.summarize.status.dates import status_of_period
from functions.summarize.status.words import Kind, status_of

T = TypeVar("T")
_AMBIGUOUS = 0.7
"""How sure a date is whose day and month could be swapped."""


class Statements:
    """The text of one document, of which facts are made."""

    def __init__(self, text: str, language: str, as_of: date) -> None:
        """`language` and `as_of` are what a status is read by."""
        self.text, self._language, self._as_of = text, language, as_of

    def at(self, start: int, end: int, section: Section) -> Evidence:
        """The place `start:end` of the document."""
        return Evidence(start, end, self.text[start:end], section)

    def line(self, line: Line, section: Section, sure: float = 1.0) -> Fact[str]:
        """A whole line."""
        return Fact(line.text, (self.at(line.start, line.end, section),), sure)

    def field(self, found: Field | None, section: Section) -> Fact[str] | None:
        """The words of a field."""
        if found is None:
            return None
        return Fact(found.text, (self.at(found.start, found.end, section),), found.probability)

    def joined(self, fields: Sequence[Field], section: Section) -> Fact[str] | None:
        """Several fields as one list."""
        if not fields:
            return None
        places = tuple(self.at(one.start, one.end, section) for one in fields)
        return Fact(", ".join(one.text for one in fields), places, min(one.probability for one in fields))

    def periods(self, entry: Entry, section: Section) -> list[Fact[Period]]:
        """The periods of an entry, each stint one."""
        return [self._period(stint, section) for stint in stints_of(tuple(entry.all(PERIOD)))]

    def _period(self, stint: Stint, section: Section) -> Fact[Period]:
        sure = min(one.probability for one in stint.fields) * (_AMBIGUOUS if stint.ambiguous else 1.0)
        return Fact(stint.period, tuple(self.at(one.start, one.end, section) for one in stint.fields), sure)

    def date(self, entry: Entry, section: Section) -> Fact[PartialDate] | None:
        """The first date of an entry."""
        for period in self.periods(entry, section):
            if when := period.value.start or period.value.end:
                return Fact(when, period.evidence, period.confidence)
        return None

    def bare(self, found: Field, kind: Kind, section: Section) -> Fact[str] | None:
        """The words of a field without those of its status: "Studying for CIMA" names CIMA."""
        said = status_of(found.text, kind, self._language, self._as_of)
        name = said.bare(found.text) if said else found.text
        if not name or name not in found.text:
            return self.field(found, section)
        start = found.start + found.text.index(name)
        return Fact(name, (self.at(start, start + len(name), section),), found.probability)

    def denies(self, start: int, end: int) -> bool:
        """Whether the words say that a language is not spoken."""
        said = status_of(self.text[start:end], "language", self._language)
        return said is not None and said.status == "negated"

    def status(
        self,
        parts: Iterable[tuple[int, int]],
        kind: Kind,
        section: Section,
        period: Fact[Period] | None = None,
    ) -> Fact[Status] | None:
        """What the words of these places of the document say that limits the fact, else what its dates say."""
        for start, end in parts:
            found = status_of(self.text[start:end], kind, self._language, self._as_of)
            if found is not None:
                runs = found.is_stage and period is not None and _may_run(period.value, self._as_of)
                status: Status = "in progress" if runs else found.status
                return Fact(status, (self.at(start + found.start, start + found.end, section),))
        said = status_of_period(period.value, self._as_of) if period else None
        return Fact(said, period.evidence, period.confidence, "dates") if said and period else None


def _may_run(period: Period, as_of: date) -> bool:
    """Whether a course that is said to go on began so lately that it may."""
    return period.current and period.start is not None and as_of.year - period.start.year <= _LONGEST_COURSE


_LONGEST_COURSE = 8
"""Years of a course beside work."""
