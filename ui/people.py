"""The people of a batch as the rows of a table: who, what, how long, where, and what to know."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from ui.client import ServiceError
from ui.records import Summary
from ui.session import Outcome
from ui.wording import words

_PARTS = re.compile(r"\s*[,;|\n•·]\s*")
_FIGURE = re.compile(r"\d")
_STREET = re.compile(
    r"""^\d{1,3}[a-z]?(?:[-/]\d+[a-z]?)?\s+[^\W\d]  # a house first: a postal code has more figures
    | \S\s+(?:street|st|road|rd|avenue|ave|lane|ln|drive|close|crescent|terrace|boulevard|blvd|mews)\.?$
    | \w(?:stra(?:ß|ss)e|str\.?|straat|laan|weg|allee|gasse|platz)(?:\s+\d+\s?[a-z]?)?$
    | ^(?:rue|avenue|boulevard|via|viale|piazza|calle|avenida|rua)\s
    | ^(?:flat|apartment|apt|unit|suite|floor|room)\b
    | \S\s(?:cottage|house|lodge|farm)$""",
    re.IGNORECASE | re.VERBOSE,
)
"""A part of an address that names a street or a house: by the number of the house, or by a word for it."""
_NUMBER_LAST = re.compile(r"[^\W\d]\s+\d{1,3}[a-zA-Z]?$")
_CODE_FIRST = re.compile(r"^\d{4,5}\s+[^\W\d]")
"""Where the postal code stands before the town, the number of a house stands behind its street."""

Shown = Literal["all", "failed", "noted", "waiting"]


@dataclass(frozen=True, slots=True)
class Person:
    """A resume of the batch by its `number` from 0 and its name, and what became of it; None until something did."""

    number: int
    name: str
    outcome: Outcome | None

    @property
    def failed(self) -> bool:
        """Whether there is no summary, and there will be none unless something changes."""
        return isinstance(self.outcome, ServiceError)

    @property
    def notes(self) -> int:
        """How many things there are to know about the document."""
        return len(self.outcome.warnings) if isinstance(self.outcome, Summary) else 0


def table(people: Sequence[Person]) -> dict[str, list[str | int | None]]:
    """The columns of the table, a value a person: whoever has no name yet is called by the file."""
    columns = {title: [value(person) for person in people] for title, value in COLUMNS.items()}
    return columns | {"Name": [called(person) for person in people]}


def called(person: Person) -> str:
    """The person's name; the file's, where there is none."""
    return str(COLUMNS["Name"](person) or person.name)


def kept(
    people: Iterable[Person], shown: Shown, wanted: str, *, by: str = "", failed_first: bool = True
) -> list[Person]:
    """Those to be shown: of the kind asked for, with every word of `wanted`; the failed ones before the others.

    `by` is the column that they are sorted by, those without a value last; as they were given, where it is empty.
    """
    words = wanted.casefold().split()
    found = [each for each in people if _KEPT[shown](each) and all(word in _said(each) for word in words)]
    if by:
        found.sort(key=lambda person: _order(COLUMNS[by](person)))
    return sorted(found, key=lambda person: failed_first and not person.failed)


def _order(value: str | int | None) -> tuple[bool, int, str]:
    """Numbers by size and words by the alphabet; what is missing behind them."""
    return value is None, value if isinstance(value, int) else 0, str(value).casefold()


def counts(people: Sequence[Person]) -> str:
    """How far the batch is, in words."""
    done = sum(isinstance(each.outcome, Summary) for each in people)
    failed = sum(each.failed for each in people)
    parts = [f"{len(people)} resume{'s' if len(people) != 1 else ''}", f"{done} done"]
    if failed:
        parts.append(f"{failed} failed")
    if waiting := len(people) - done - failed:
        parts.append(f"{waiting} to do")
    return " · ".join(parts)


def _said(person: Person) -> str:
    told = person.outcome.summary if isinstance(person.outcome, Summary) else ""
    return " ".join(str(value(person) or "") for value in COLUMNS.values()).casefold() + " " + told.casefold()


def _status(person: Person) -> str:
    if isinstance(person.outcome, Summary):
        return "✓ done"
    if isinstance(person.outcome, ServiceError):
        return f"✗ {words('failed').get(person.outcome.code, person.outcome.title)}"
    return "… to do"


def _basics(person: Person) -> dict[str, Any]:
    basics: dict[str, Any] = (
        person.outcome.resume.get("basics", {}) if isinstance(person.outcome, Summary) else {}
    )
    return basics


def _years(person: Person) -> int | None:
    if not isinstance(person.outcome, Summary):
        return None
    return person.outcome.years


def town(location: Mapping[str, Any]) -> str | None:
    """Where somebody lives, without the street, its number and the postal code; all where that is all."""
    if city := location.get("city"):
        return str(city)
    address = str(location.get("address") or "").strip()
    parts = [part.strip() for part in _PARTS.split(address)]
    code_first = any(map(_CODE_FIRST.search, parts))
    towns = (
        " ".join(word for word in part.split() if not _FIGURE.search(word))
        for part in parts
        if not _STREET.search(part) and not (code_first and _NUMBER_LAST.search(part))
    )
    return ", ".join(filter(None, towns)) or address or None


COLUMNS: dict[str, Callable[[Person], str | int | None]] = {
    "Name": lambda person: _basics(person).get("name"),
    "Status": _status,
    "Title": lambda person: _basics(person).get("label"),
    "Years": _years,
    "Place": lambda person: town(_basics(person).get("location", {})),
    "Notes": lambda person: person.notes or None,
    "File": lambda person: person.name,
}
_KEPT: dict[Shown, Callable[[Person], bool]] = {
    "all": lambda _: True,
    "failed": lambda person: person.failed,
    "noted": lambda person: person.notes > 0,
    "waiting": lambda person: person.outcome is None,
}
