"""Experience sections -> roles, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass

from functions.summarize.parsers.cues import is_internship, is_self_employed, is_volunteer, title_strength
from functions.summarize.parsers.entries import RoleEntry, find_entries
from functions.summarize.parsers.evidence import Source
from functions.summarize.parsers.header import Run, internship_label
from functions.summarize.parsers.rows import Row
from functions.summarize.resume import Fact, PartialDate, Period, Role, RoleKind

_DISTANT = PartialDate(9999, 12)


@dataclass(frozen=True, slots=True)
class _Employer:
    """The employer that later titles without one of their own belong to."""

    name: Run
    place: Run | None


def read_roles(rows: Sequence[Row], source: Source, kind: RoleKind = "employment") -> tuple[Role, ...]:
    """The roles of one section, in reading order."""
    roles: list[Role] = []
    above: _Employer | None = None
    entries = find_entries(rows)
    for number, entry in enumerate(entries):
        following = entries[number + 1] if number + 1 < len(entries) else None
        above = _employer_above(entry, above)
        if not _only_names_employer(entry, following):
            roles.append(_role(entry, above, source, kind))
    return tuple(roles)


def newest_first(roles: Sequence[Role]) -> tuple[Role, ...]:
    """By end, current roles first, then by start; undated roles stay where they stood."""
    if any(role.period is None for role in roles):
        return tuple(roles)
    return tuple(sorted(roles, key=_recency, reverse=True))


def _recency(role: Role) -> tuple[PartialDate, PartialDate]:
    period = role.period.value if role.period else Period(None, None)
    start = period.start or period.end or PartialDate(0)
    end = _DISTANT if period.current else period.end or start
    return PartialDate(end.year, end.month or 12), PartialDate(start.year, start.month or 1)


def _employer_above(entry: RoleEntry, above: _Employer | None) -> _Employer | None:
    """An employer on a line above the title stays in force until the next employer is named."""
    title, employer = entry.reading.title, entry.reading.employer
    if employer is None:
        return above
    if title is None or employer.line_start < title.line_start:
        return _Employer(employer, entry.reading.place)
    return None


def _only_names_employer(entry: RoleEntry, following: RoleEntry | None) -> bool:
    reading = entry.reading
    return (
        reading.title is None
        and reading.employer is not None
        and not entry.body
        and following is not None
        and following.reading.title is not None
        and following.reading.employer is None
    )


def _role(entry: RoleEntry, above: _Employer | None, source: Source, kind: RoleKind) -> Role:
    title, employer, place = entry.reading.title, entry.reading.employer, entry.reading.place
    if employer is None and above is not None and title is not None and not is_self_employed(title.text):
        employer, place = above.name, place or above.place
    labelled = any(internship_label(row.pieces) for row in entry.header)
    intern = title is not None and (labelled or is_internship(title.text))
    unpaid = title is not None and is_volunteer(title.text)
    if kind == "employment":
        kind = "volunteering" if unpaid else "internship" if intern else kind
    return Role(
        title=_fact(title, source, title_strength(title.text) / 3 if title else 0.0),
        employer=_fact(employer, source),
        location=_fact(place, source),
        period=_period(entry, source),
        bullets=tuple(source.line(row.line) for row in entry.body if _is_bullet(row)),
        kind=kind,
    )


def _fact(run: Run | None, source: Source, confidence: float = 0.9) -> Fact[str] | None:
    return source.stated(run.start, run.end, min(1.0, max(0.4, confidence))) if run else None


def _period(entry: RoleEntry, source: Source) -> Fact[Period] | None:
    if entry.anchor is None:
        return None
    for found in entry.anchor.periods:
        if found.period is not None:
            start = entry.anchor.line.start
            return source.read(
                found.period, start + found.start, start + found.end, 0.7 if found.ambiguous else 1.0
            )
    return None


def _is_bullet(row: Row) -> bool:
    return not row.line.text.endswith(":") and any(letter.isalpha() for letter in row.line.text)
