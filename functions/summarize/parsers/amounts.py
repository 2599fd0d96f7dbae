"""Amounts in a line of a resume: numbers in digits or words, with what they measure.

Not an amount: a year, a date, a phone number, a grade ("GPA 3.8", "2:1"), a length of service ("6 years"), a level
("Level 3") and a number that is part of a name ("ISO 9001", "A320", "24/7").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Literal

MOST_AMOUNTS = 20

AmountKind = Literal["percent", "money", "time", "multiple", "count"]

_CODES = (
    "USD EUR GBP CHF AUD CAD NZD INR ZAR SEK NOK DKK PLN CZK HUF RON BGN TRY JPY CNY RMB SGD HKD AED SAR QAR KES "
    "NGN GHS EGP BRL MXN ARS CLP COP PEN MYR THB PHP PKR IDR KRW RUB UAH ILS MEUR kEUR Ksh Rs"
)
_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
)
NUMBER = (
    rf"\d+(?:[.,\u00a0\u202f' ]\d{{3}})*(?:[.,]\d+)?|\b(?:{'|'.join(_WORDS.split())}|a hundred|a dozen)\b"
)

_NUMBER = re.compile(NUMBER, re.IGNORECASE)
_SYMBOLS = frozenset("$£€₹¥₦₱₪₺₵₴₸₫₩¢")
_SYMBOL_BEFORE = re.compile(r"(?:\b(?:US|NZ|CA|AU|HK|GH|[ACSR]))?.$")
_CODES_BEFORE = frozenset(code.casefold() for code in _CODES.split())
_SIGN_BEFORE = re.compile(r"(?:^|(?<=\s))[+\-–−]\s?$")
_AFTER = re.compile(
    r"(?P<scale>\s?(?:million|billion|trillion|thousand|crores?|lakhs?|mil|mio|mrd|bn|mn|MM|tn|[kmb])(?!\w))?\+?"
    r"(?:\s?(?P<percent>%|(?:percent|per cent|pct|percentage points?|pp|ppt|bps|basis points)\b)"
    rf"|\s?(?P<money>[€£]|(?:{'|'.join(_CODES.split())}|euros?|dollars|pounds)(?!\w))"
    r"|[\s-]?(?P<time>(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|(?:working |calendar )?days?|weeks?|wks?"
    r"|months?|mths?|mos|ms)\b)"
    r"|(?P<multiple>\s?[x×](?!\w)|[- ]?fold\b|\stimes\b))?",
    re.IGNORECASE,
)
_COUNTED_AFTER = re.compile(r"[\s-]+(?:\w|\()|\s?/\s?\w")
_COUNTED_BEFORE = re.compile(r"\bof\s$")
_GLUED = re.compile(r"[\w.,/:#-]$")
_CODE_WORD = re.compile(
    r"(?:\b(?:levels?|grades?|years?|yr|band|class(?:es)?|part|section|phase|tier|stage|type|form|chapter|article|room|nos?"
    r"|nr|number|version|windows|office|iso|iec|en|din|bs|osha|ks|gpa|cgpa|score|rev|schedule|title|category|cat|step|block"
    r"|code|rule|regulation|fy|industry|web|model|series|dynamics|microsoft|excel|python|java|pages?|since|until|circa"
    r"|ages?|aged|oracle|angular|php|drupal|symfony)\.?\s*|\bv\.?\s?|[#°])$",
    re.IGNORECASE,
)
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
    taken = tuple(found.span() for found in _NO_MEASURES.finditer(text) if _is_code(found.group()))
    amounts = (
        amount
        for found in _NUMBER.finditer(text)
        if not any(start <= found.start() < end for start, end in taken)
        for amount in _amount(text, found)
    )
    return tuple(islice(amounts, MOST_AMOUNTS))


def _is_code(text: str) -> bool:
    """A phone number, or a figure of speech such as 24/7; digits in groups of three are a large number."""
    digits = sum(letter.isdigit() for letter in text)
    return digits < 9 or (digits <= 15 and re.search(r"[().-]|^\+|^0", text) is not None)


def _amount(text: str, found: re.Match[str]) -> Iterator[Amount]:
    before, after = text[max(0, found.start() - 24) : found.start()], _AFTER.match(text, found.end())
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
    if word.rstrip(".").casefold() in _CODES_BEFORE or (word == "R" and scaled):
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
        or _CODE_WORD.search(before)
        or ("." in number and _STANDARD_BEFORE.search(before))
    )
