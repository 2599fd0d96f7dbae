"""What joins two dates to a period, and what opens or ends one, in text as `fold` gives it."""

import re
from functools import cache

from functions.summarize.parsers.dates.words import date_words

_UNTIL_ALONE = r"(?:(?<![^\W_])(?:until|till|bis|jusqu'(?:en|a|au)|hasta|ate|fino al?|tot|til)|^\s*to)"
_DASH = r"[-–—‒−―‐‑~～〜→>]+"


@cache
def joiner() -> re.Pattern[str]:
    """Between two dates: a dash, "to", "until about"."""
    about = r"(?:(?:h[12]|c\.?|ca\.?|circa|approx\.?|about|early|mid|late)[\s-]+)?"
    season = rf"(?:\s+{date_words('seasons_of_years').pattern})?"
    return re.compile(
        rf"{season}[\s,.]*{_until()}:?(?:\s*(?:{_until()}|{date_words('since').pattern}))?\s*{about}"
    )


@cache
def present() -> re.Pattern[str]:
    """After a date: "to present", "(current)"."""
    words = date_words("present").pattern
    return re.compile(rf"[\s,.]*(?:(?:{_until()}|\():?\s*){{1,2}}(?:the\s+)?{words}\.?|\s*/\s*{words}")


@cache
def now() -> re.Pattern[str]:
    """By itself, for an end that has not come: "till now", "heute"."""
    return re.compile(rf"\s*(?:{_until()}\s*){{0,2}}{date_words('present').pattern}\.?(?=\s*$|\t)")


@cache
def open_end() -> re.Pattern[str]:
    """After a date that has no other: "2019 -", "2019-03 / –", "2019 ...", "2019 onwards"."""
    onwards, dots = date_words("onwards").pattern, r"(?:\.{2,}|…)"
    return re.compile(
        rf"\s*/?\s*{_DASH}\s*(?:{dots}|(?=$|[)\]|\t:]))"
        rf"|\s*(?:\.{{3}}|…|(?<=\s)\.\.)(?=\s*(?:$|[)\]|\t]))|\s+{onwards}"
    )


@cache
def arrow() -> re.Pattern[str]:
    """Between a date that begins a line and what has gone on since: "2018 → Studio Nogueira"."""
    return re.compile(r"\s*(?:[→➔➜]|[-=]+>)(?=\s*[^\W\d_])")


@cache
def since_before() -> re.Pattern[str]:
    """Before a date: "since the"."""
    return re.compile(rf"{date_words('since').pattern}:?\s*(?:the\s+|le\s+|el\s+|o\s+|il\s+)?$")


@cache
def until_before() -> re.Pattern[str]:
    """Before a date that ends what began at no stated time: "until"."""
    return re.compile(rf"{_UNTIL_ALONE}:?\s*$")


def _until() -> str:
    return f"(?:{_DASH}|{date_words('until').pattern})"
