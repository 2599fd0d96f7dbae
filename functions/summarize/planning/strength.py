"""How much a line tells: figures, outcomes, firsts before duties."""

import re

from functions.summarize.language.words import stems_in
from functions.summarize.planning.line import Line

_FIGURE = re.compile(r"\d")
_CHANGE = re.compile(r"from .*\d.* to .*\d|%|→|->|down|up \d|tripled|doubled|halved", re.IGNORECASE)
_MONEY = re.compile(r"[$£€₹¥]|\b(?:EUR|USD|GBP|CHF|DKK|NOK|SEK|INR|million|bn|k)\b")
_FIRST = re.compile(
    r"\b(?:first|only|largest|award|won|prize|record|ranked|#1|no\. ?1|best)\b", re.IGNORECASE
)


_HEADS = {"act": 0.6, "state": 0.5, "duty": 0.0, "thing": -0.2, "fragment": 0.2, "label": 0.3}


def strength(line: Line, target: str) -> float:
    """Higher is told sooner. `target` is the text of a job description, or empty."""
    score = of_text(line.told.reading.text, target) + _HEADS[line.head]
    score += 0.4 if line.slot.kind == "scope" else 0.0
    return score - 0.05 * int(line.place.rsplit(".", 1)[1])


def of_text(text: str, target: str = "") -> float:
    """The same from the words alone."""
    score = 0.0
    score += 1.0 if _FIGURE.search(text) else 0.0
    score += 1.2 if _CHANGE.search(text) else 0.0
    score += 0.6 if _MONEY.search(text) else 0.0
    score += 0.8 if _FIRST.search(text) else 0.0
    score -= 0.8 if len(text.split()) < 3 else 0.0
    if target:
        score += 0.5 * min(4, len(stems_in(text) & stems_in(target)))
    return score
