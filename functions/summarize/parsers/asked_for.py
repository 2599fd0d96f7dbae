"""What a label asks for: the words before a colon, in the cell to the left, or in the first row of a table."""

import re
from collections.abc import Mapping
from functools import lru_cache

from functions.summarize.parsers.word_lists import word_index
from functions.summarize.text.words import words_of

_LONGEST = 80  # characters
_PARTS = re.compile(r"\s*[/&|,]\s*|\s+and\s+")
_IN_SECTION: Mapping[str, tuple[str, ...]] = {
    "work": ("title", "employer", "place", "start", "end", "period", "task", "project", "other"),
    "education": ("grade", "degree", "subject", "institution", "board", "start", "end", "period", "other"),
    "credentials": (
        "certificate", "issuer", "issued", "expiry", "number", "period", "end", "degree", "institution"
    ),
}  # fmt: skip
"""What labels ask for in each section, in the order of preference where a label asks for several."""


def asks_for(label: str, section: str) -> str:
    """The field that a label asks for in a section, "" where the label is not known."""
    known = kinds_asked(label)
    if section in ("work", "volunteer") and known & {"institution", "board"}:
        known |= {"employer"}
    if section == "credentials" and "title" in known and "grade" not in known:
        known |= {"certificate"}
    wanted = _IN_SECTION.get(section, _IN_SECTION["work"])
    return next((kind for kind in wanted if kind in known), "")


@lru_cache(maxsize=2048)
def kinds_asked(label: str) -> frozenset[str]:
    """The lists of labels that the whole label is an entry of, else those of its parts ("Board/University")."""
    if len(label) > _LONGEST:
        return frozenset()
    return _kinds(label.strip(" :*-")) or frozenset().union(*map(_kinds, _PARTS.split(label)))


def _kinds(text: str) -> frozenset[str]:
    kinds = word_index().kinds_of(words_of(text))
    return frozenset(kind.partition("/")[2] for kind in kinds if kind.startswith("label/"))
