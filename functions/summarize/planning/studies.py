"""Whether a degree or a credential is held, by what its own line says of it: `data/studies.toml`."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from functions.summarize.resume import Fact


def is_not_held(line: str) -> bool:
    """Whether the words of a course of study say that its degree is not held: "all but the thesis", "72 credits"."""
    return _words("not_held").search(line) is not None


def is_ahead(line: str) -> bool:
    """Whether the words of a course of study say that its end is still to come."""
    return _words("ahead").search(line) is not None


def is_held_in_part(beside: str) -> bool:
    """Whether what stands behind a credential says that parts of it are missing: "9 of 13 papers passed"."""
    return _words("in_part").search(beside) is not None


def line_around(text: str, fact: Fact[str]) -> str:
    """The line of a fact without the fact, up to a semicolon."""
    begin, end = min(place.start for place in fact.evidence), max(place.end for place in fact.evidence)
    before = text[text.rfind("\n", 0, begin) + 1 : begin].rpartition(";")[2]
    return f"{before} {text[end:].partition(chr(10))[0].partition(';')[0]}"


@cache
def _words(name: str) -> re.Pattern[str]:
    text = (files("functions.summarize.planning") / "data/studies.toml").read_text(encoding="utf-8")
    return re.compile(rf"(?<![\w-])(?:{'|'.join(tomllib.loads(text)[name])})(?![\w-])", re.IGNORECASE)
