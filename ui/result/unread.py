"""The lines that nothing understood: the person says what each of them is, and it becomes a fact."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ui.records import Place
from ui.result.merging import label

AT = "_at"
"""The number of the entry that was read, in an entry that is being corrected."""
NEW = "A new one"
KINDS: dict[str, tuple[str, str]] = {
    "Job title": ("work", "position"),
    "Employer": ("work", "name"),
    "Line of a job": ("work", "highlights"),
    "Degree": ("education", "studyType"),
    "Subject": ("education", "area"),
    "School": ("education", "institution"),
    "Certificate": ("certificates", "name"),
    "Skill": ("skills", "name"),
    "Language": ("languages", "language"),
}
"""What a line can be: the list of JSON Resume, and the key."""
_OWNED = ("work", "education")
"""Lists with entries of several values: a line may belong to one that is there."""
_MANY = {"skills", "languages"}
"""Lists of which one line often names several."""
_BETWEEN = re.compile(r"\s*[,;|•·\t]\s*")

Said = tuple[str, str, str]
"""The words of a line, what the person says it is, and the entry that it belongs to."""


def owners(resume: Mapping[str, Any]) -> dict[str, tuple[str, int]]:
    """What a line can belong to, by the name shown: jobs, then courses."""
    return {
        label(at, entry): (kind, at) for kind in _OWNED for at, entry in enumerate(resume.get(kind, ()))
    } | {NEW: ("", -1)}


def owner_of(place: Place, text: str, resume: Mapping[str, Any]) -> str:
    """The job, or in the education section the course, that stands next above a line; else a new one."""
    kind = "education" if place.section == "education" else "work"
    above = [
        (at, number)
        for number, entry in enumerate(resume.get(kind, ()))
        if 0 <= (at := _first(entry, text)) < place.start
    ]
    if not above:
        return NEW
    number = max(above)[1]
    return label(number, resume[kind][number])


def _first(entry: Mapping[str, Any], text: str) -> int:
    """Where an entry begins in the text; -1 where none of its values stands there."""
    values = (str(entry[key]) for key in ("position", "name", "studyType", "institution") if entry.get(key))
    return min((at for value in values if (at := text.find(value)) >= 0), default=-1)


def placed(
    lists: Mapping[str, Sequence[Mapping[str, Any]]],
    said: Iterable[Said],
    among: Mapping[str, tuple[str, int]],
) -> dict[str, list[dict[str, Any]]]:
    """The lists with the lines as facts in them. `among` are the owners that can be named.

    Lines of new entries that follow each other make one entry, as long as they state other things of it.
    """
    made = {kind: [dict(entry) for entry in entries] for kind, entries in lists.items()}
    begun: dict[str, dict[str, Any]] = {}
    for words, what, owner in said:
        kind, key = KINDS[what]
        entries = made.setdefault(kind, [])
        if kind not in _OWNED:
            entries += [{key: each} for each in (_BETWEEN.split(words) if kind in _MANY else [words]) if each]
            continue
        entry = _known(entries, among.get(owner, ("", -1)), kind)
        if entry is None:
            entry = begun.get(kind)
            if entry is None or (key != "highlights" and key in entry):
                entry = begun[kind] = {}
                entries.append(entry)
        entry[key] = [*entry.get(key, ()), words] if key == "highlights" else words
    return made


def _known(entries: Sequence[dict[str, Any]], owner: tuple[str, int], kind: str) -> dict[str, Any] | None:
    """The entry that was named, if it is of the kind and was not taken out."""
    return next((each for each in entries if owner == (kind, each.get(AT, -2))), None)
