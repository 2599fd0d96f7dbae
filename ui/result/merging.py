"""Two entries that are one: a job that was read as two, with what either of them states."""

from collections.abc import Mapping, Sequence
from typing import Any


def label(number: int, entry: Mapping[str, Any]) -> str:
    """How an entry is called where it is chosen: its number from 1, and what it is."""
    said = (
        str(entry.get(key, ""))
        for key in ("position", "name", "studyType", "area", "institution", "language")
    )
    return f"{number + 1}. " + (", ".join(filter(None, said)) or "without a name")


def with_merged(entries: Sequence[Mapping[str, Any]], pair: Sequence[int]) -> list[dict[str, Any]]:
    """The entries with the second of a pair in the first."""
    first, second = sorted(pair)
    return [
        merged(entry, entries[second]) if at == first else dict(entry)
        for at, entry in enumerate(entries)
        if at != second
    ]


def merged(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """One entry of two: what the first does not state is the second's, the dates span both, no line is lost."""
    lines = dict.fromkeys((*one.get("highlights", ()), *other.get("highlights", ())))
    dated = [entry for entry in (one, other) if entry.get("startDate") or entry.get("endDate")]
    starts = [str(entry["startDate"]) for entry in dated if entry.get("startDate")]
    # A start without an end goes on, as JSON Resume has it, and so does the whole.
    ends = (
        [] if any(not entry.get("endDate") for entry in dated) else [str(entry["endDate"]) for entry in dated]
    )
    whole = {
        **other,
        **one,
        "startDate": min(starts, default=""),
        "endDate": max(ends, default=""),
        "highlights": list(lines),
    }
    return {key: value for key, value in whole.items() if value not in ("", [])}
