"""One meaning for each label and fact: the writers of the pages differed in a few, and a few tell nothing that is used.

- What names a credential is `credentials.head`, whoever wrote it: the lines on which a credential of the facts stands.
- Nothing is read from referees, hobbies, particulars and furniture of the page: one label for all of their lines.
- A telephone with its label is no other thing than one without: `contact.body`; so are awards, and objectives.
- A school is named without the place that stands behind its comma, as nine of ten writers name it.
"""

import re
from collections.abc import Sequence

from functions.summarize.text.words import words_of

_ONE_KIND = {
    "references": "body", "interests": "body", "personal": "field", "other": "body", "contact": "body",
    "awards": "body", "profile": "body",
}  # fmt: skip
_SCHOOL = 2
"""Where a degree names its school."""
_PART_OF_SCHOOL = re.compile(
    r"universi|colleg|school|schul|acad|akadem|campus|facul|fakul|institu|depart|polyt|politec|liceo|lycée|escol"
    r"|centr|hospital|klinik|uczeln|(?-i:[A-Z]{3})",
    re.IGNORECASE,
)
Facts = Sequence[tuple[str, str]]


def harmonised_fact(key: str, value: str) -> tuple[str, str]:
    """A fact in the one sense."""
    cells = [cell.strip() for cell in value.split("|")]
    if key != "degree" or len(cells) < _SCHOOL + 1:
        return key, value
    school, comma, place = cells[_SCHOOL].rpartition(", ")
    if comma and not _PART_OF_SCHOOL.search(place):
        cells[_SCHOOL] = school
    return key, " | ".join(cells)


def harmonised(lines: Sequence[str], labels: Sequence[str], facts: Facts) -> tuple[str, ...]:
    """The labels of the lines, each in the one sense."""
    names = [frozenset(_words(value.partition("|")[0])) for key, value in facts if key == "credential"]
    return tuple(_label(line, label, names) for line, label in zip(lines, labels, strict=True))


def _label(line: str, label: str, credentials: Sequence[frozenset[str]]) -> str:
    section, _, kind = label.partition(".")
    if section in _ONE_KIND and kind != "heading":
        return f"{section}.{_ONE_KIND[section]}"
    if label == "credentials.body" and _names_one(line, credentials):
        return "credentials.head"
    if section == "publications" and kind in ("field", "head"):
        return "publications.body"
    return label


def _names_one(line: str, credentials: Sequence[frozenset[str]]) -> bool:
    words = frozenset(_words(line))
    return any(name and len(name & words) * 3 >= len(name) * 2 for name in credentials)


def _words(text: str) -> list[str]:
    return [word.folded for word in words_of(text)]
