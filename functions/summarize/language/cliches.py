"""Phrases that say nothing of anybody: "results-driven", "team player"."""

import re
from functools import cache
from importlib.resources import files


@cache
def cliche_pattern() -> re.Pattern[str]:
    """The phrases of `data/cliches.txt` as one pattern; a space also matches a hyphen."""
    text = (files("functions.summarize.language") / "data/cliches.txt").read_text(encoding="utf-8")
    phrases = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    parts = (re.escape(phrase).replace(r"\ ", r"[\s-]+").replace(r"\-", r"[\s-]+") for phrase in phrases)
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)


def cliches_in(text: str) -> tuple[str, ...]:
    """The cliches a text holds."""
    return tuple(match.group() for match in cliche_pattern().finditer(text))


def has_cliche(text: str) -> bool:
    """Whether a text holds any."""
    return cliche_pattern().search(text) is not None
