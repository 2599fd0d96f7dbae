"""Amounts in a line of a resume: numbers in digits or words, with what they measure.

Not an amount: a year, a date, a phone number, a grade ("GPA 3.8", "2:1"), a length of service ("6 years"), a level
("Level 3") and a number that is part of a name ("ISO 9001", "A320", "24/7").
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path
from typing import Literal

from functions.summarize.parsers.word_lists import any_of

MOST_AMOUNTS = 20
WORDS = Path(__file__).parent / "data" / "amounts.toml"

AmountKind = Literal["percent", "money", "time", "multiple", "count"]

_SYMBOLS = frozenset("$£€₹¥₦₱₪₺₵₴₸₫₩¢")
_SYMBOL_BEFORE = re.compile(r"(?:\b(?:US|NZ|CA|AU|HK|GH|[ACSR]))?.$")
_SIGN_BEFORE = re.compile(r"(?:^|(?<=\s))[+\-–−]\s?$")
_COUNTED_AFTER = re.compile(r"[\s-]+(?:\w|\()|\s?/\s?\w")
_COUNTED_BEFORE = re.compile(r"\bof\s$")
_GLUED = re.compile(r"[\w.,/:#-]$")
_STANDARD_BEFORE = re.compile(r"\b[A-Z]{3,}\s$")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DATE_BEFORE = re.compile(rf"\b{_MONTHS}\.?\s(?:\d{{1,2}},?\s)?$|\d\s?[-–/]\s?$", re.IGNORECASE)
_DATE_AFTER = re.compile(rf"(?:st|nd|rd|th)?\s{_MONTHS}\b", re.IGNORECASE)
_SERVICE_AFTER = re.compile(r"\+?[\s-]?(?:years?|yrs?)\b", re.IGNORECASE)
_SERVICE_BEFORE = re.compile(r"\b(?:last|past)\s$", re.IGNORECASE)
_GRADE_AFTER = re.compile(r"\s?(?:/\s?(?:4|4\.0|5|5\.0|10|20|100)\b|GPA\b|CGPA\b|GCSEs?\b|A[- ]levels?\b)")
_NO_MEASURES = re.compile(r"\b24\s?/\s?7\b|\b24x7\b|\b365\b|\b\d:\d\b|\b360[- ]degree|\+?\d[\d\s().-]{7,}\d")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its currency, scale and unit, by offsets into the text.

    A `bare` count has nothing beside it that it counts: it measures something only as one end of a change.
    """

    kind: AmountKind
    start: int
    end: int
    bare: bool = False


@lru_cache(maxsize=1024)
def find_amounts(text: str) -> tuple[Amount, ...]:
    """The amounts of a line in text order; of a line of nothing but numbers the first ones."""
    taken = tuple(found.span() for found in _NO_MEASURES.finditer(text))
    amounts = (
        amount
        for found in _number().finditer(text)
        if not any(start <= found.start() < end for start, end in taken)
        for amount in _amount(text, found)
    )
    return tuple(islice(amounts, MOST_AMOUNTS))


def _amount(text: str, found: re.Match[str]) -> Iterator[Amount]:
    before, after = text[max(0, found.start() - 24) : found.start()], _after().match(text, found.end())
    assert after is not None
    currency = _currency(before, scaled=after["scale"] is not None)
    if currency:
        end = after.end("scale") if after["scale"] else found.end()
        yield Amount("money", found.start() - currency, end + (text[end : end + 1] == "+"))
        return
    if _GRADE_AFTER.match(text, found.end()):
        return
    for kind in ("money", "percent", "multiple"):
        if after[kind]:
            sign = _SIGN_BEFORE.search(before)
            yield Amount(kind, found.start() - (len(sign.group()) if sign else 0), after.end())
            return
    if _names_something(text, found, before) or _GLUED.search(before):
        return
    if after["time"]:
        if not _SERVICE_BEFORE.search(before):
            yield Amount("time", found.start(), after.end())
    elif found.group() == "0":
        yield Amount("count", found.start(), found.end(), bare=True)
    else:
        counted = _COUNTED_AFTER.match(text, after.end()) or _COUNTED_BEFORE.search(before)
        yield Amount("count", found.start(), after.end(), bare=not (after["scale"] or counted))


def _currency(before: str, *, scaled: bool) -> int:
    """The length of the currency, and the space after it, at the end of the text; 0 where there is none."""
    written = before.rstrip(" \xa0")
    if not written.strip() or len(before) - len(written) > 1:
        return 0
    if written[-1] in _SYMBOLS:
        symbol = _SYMBOL_BEFORE.search(written)
        return len(before) - (symbol.start() if symbol else 0)
    word = written.split()[-1].lstrip("(~+<>≈")
    if word.rstrip(".").casefold() in _currencies() or (word == "R" and scaled):
        return len(before) - len(written) + len(word)
    return 0


def _names_something(text: str, found: re.Match[str], before: str) -> bool:
    """A year, a date, a length of service, a level, or a number of the name before it ("WCAG 2.1")."""
    number = found.group()
    return bool(
        (number.startswith("0") and number != "0")
        or _YEAR.fullmatch(number)
        or _SERVICE_AFTER.match(text, found.end())
        or _DATE_AFTER.match(text, found.end())
        or _DATE_BEFORE.search(before)
        or _named().search(before)
        or ("." in number and _STANDARD_BEFORE.search(before))
    )


@cache
def number_pattern() -> str:
    """A number in digits or in words."""
    digits = r"\d+(?:[.,\u00a0\u202f' ]\d{3})*(?:[.,]\d+)?"
    return rf"(?:{digits}|\b{_any_of('numbers')}\b)"


@cache
def _number() -> re.Pattern[str]:
    return re.compile(number_pattern(), re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    """What stands behind a number: its scale, then what it is an amount of."""
    return re.compile(
        rf"(?P<scale>\s?{_any_of('scales')}(?!\w))?\+?"
        rf"(?:\s?(?P<percent>%|{_any_of('percents')}\b)"
        rf"|\s?(?P<money>[€£]|{_any_of('currencies', 'money')}(?!\w))"
        rf"|[\s-]?(?P<time>{_any_of('units')}\b)"
        r"|(?P<multiple>\s?[x×](?!\w)|[- ]?fold\b|\stimes\b))?",
        re.IGNORECASE,
    )


@cache
def _named() -> re.Pattern[str]:
    return re.compile(rf"(?:\b{_any_of('named')}\.?\s*|\bv\.?\s?|[#°])$", re.IGNORECASE)


@cache
def _currencies() -> frozenset[str]:
    return frozenset(code.casefold() for code in _words()["currencies"])


def _any_of(*kinds: str) -> str:
    return any_of(word for kind in kinds for word in _words()[kind])


@cache
def _words() -> dict[str, list[str]]:
    return tomllib.loads(WORDS.read_text("utf-8"))
