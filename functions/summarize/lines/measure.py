"""Figures of a change: what it went from and to, and whether that is up or down."""

import re
from dataclasses import dataclass
from typing import Literal

Direction = Literal["up", "down"]

_NUMBERS = dict(
    zip("zero one two three four five six seven eight nine ten eleven twelve".split(), range(13), strict=True)
)
_NUMBERS |= {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100}
_SCALES = {
    "k": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "mio": 1e6, "bn": 1e9, "b": 1e9, "billion": 1e9, "crore": 1e7,
    "lakh": 1e5,
}  # fmt: skip
_SECONDS = {
    "second": 1, "sec": 1, "s": 1, "ms": 0.001, "minute": 60, "min": 60, "hour": 3600, "hr": 3600, "h": 3600,
    "day": 86400, "week": 604800, "wk": 604800, "month": 2629800, "quarter": 7889400, "year": 31557600, "yr": 31557600,
}  # fmt: skip
_QUANTITY = re.compile(
    r"(?P<sign>[-−–]\s?)?(?:[$£€¥₹₱]|[A-Z]{1,3}\$?)?(?P<n>\d{1,3}(?: \d{3})+|\d[\d,.:]*\d|\d)\s?(?P<unit>[^\W\d]+)?"
)
_ONE_IN = re.compile(r"\b(?:one|1) in (\w+)", re.IGNORECASE)
_CHANGE = re.compile(
    r"^(?P<lead>(?:up|down|back)\s+)?(?:from\s+)?(?P<a>.+?)(?:\s+(?:down|up|back))?\s*(?:\bto\b|→|➔|➜|[-=]+>|>)\s*(?P<b>.+)$",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Change:
    """Two values by their places in a text (start and end each), and the direction if the figures show it."""

    before: tuple[int, int]
    after: tuple[int, int]
    direction: Direction | None


def read_change(text: str) -> Change | None:
    """ "from 71% to 88%", "71% → 88%", "23 → 4 → 0" (first and last)."""
    match = _CHANGE.match(text)
    if match is None:
        return None
    again = _CHANGE.match(match["b"])
    start = match.start("b") + (again.start("b") if again and re.search(r"→|>", match["b"]) else 0)
    before, after = text[match.start("a") : match.end("a")], text[start:]
    lead = (match["lead"] or "").strip().lower()
    way: Direction | None = "up" if lead == "up" else "down" if lead == "down" else direction(before, after)
    return Change((match.start("a"), match.end("a")), (start, len(text)), way)


_TAUGHT = re.compile(r"[ABC][12]\b|(?:KS|Key Stage |Year |Grade |Level )\d")
"""Levels of a language and stages of a school: classes "A1 to B2" are from one to the other, and raised nobody."""


_SIZED = re.compile(
    r"\d\s?(?:[\"”″]|''|(?:inch(?:es)?|mm|cm|ft|kV|kW|MW|HP|hp|kg|kVA|PS|DN|litres?|liters?|seats?|years? old)\b)"
    r"|\d [mg]\b"
)
"""What things measure from and to, which nobody raised: "pipe from 2\" to 24\"", "intermediates from 5 g to 20 kg"."""


def direction(before: str, after: str) -> Direction | None:
    """Whether the second value is more or less than the first; None where that cannot be told, as of what is taught."""
    if _TAUGHT.match(before.removeprefix("from ")) and _TAUGHT.match(after):
        return None
    if _SIZED.search(before) or _SIZED.search(after):
        return None
    first, second = _value(before, after), _value(after, before)
    if first is None or second is None or first == second:
        return None
    return "up" if second > first else "down"


def _value(text: str, other: str) -> float | None:
    """The amount in the smallest unit; a unit that only the other value names is this one's as well."""
    one_in = _ONE_IN.search(text)
    if one_in:
        many = _plain(one_in[1])
        return 1 / many if many else None
    match = _QUANTITY.search(text)
    if match is None:
        word = next((word for word in text.lower().split() if word in _NUMBERS), None)
        return None if word is None else _NUMBERS[word] * _unit(_word_after(text, word), other)
    number = _plain(match["n"])
    if number is None:
        return None
    unit = (match["unit"] or "").lower()
    if unit in ("st", "nd", "rd", "th"):
        return -number
    return (-number if match["sign"] and match.start() == 0 else number) * _unit(unit, other)


def _word_after(text: str, word: str) -> str:
    rest = text.lower().split(word, 1)[1].split()
    return rest[0] if rest else ""


def _unit(unit: str, other: str) -> float:
    if unit in _SCALES:
        return _SCALES[unit]
    seconds = _SECONDS.get(unit) or _SECONDS.get(unit.rstrip("s"))
    if seconds is None and not unit:
        theirs = re.search(r"\d\s?([^\W\d]+)", other)
        name = theirs[1].lower() if theirs else ""
        seconds = _SECONDS.get(name) or _SECONDS.get(name.rstrip("s")) or _SCALES.get(name)
    return float(seconds or 1)


def _plain(number: str) -> float | None:
    if number.lower() in _NUMBERS:
        return float(_NUMBERS[number.lower()])
    if re.fullmatch(r"\d+:\d\d", number):
        minutes, seconds = number.split(":")
        return int(minutes) + int(seconds) / 60
    plain = re.sub(r"[, ](?=\d{3}\b)", "", number).replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        return None
