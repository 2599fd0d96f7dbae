"""Small numbers inside a sentence are words: "leads three analysts"; figures with a unit, a level or a change stay."""

import re

from functions.summarize.planning.years import number

_SMALL = re.compile(
    r"(?<![\w.,$£€¥₹%/–—#-])(?<!\bfrom )(?<!\bto )(?<!\d and )(?<!\b[A-Z]\w )(?P<n>[2-9]|10)"
    r"(?= (?!to\b|of\b|and\b|or\b|in\b|out\b|hrs?\b|mins?\b|sec\b|yrs?\b|per\b|kWh\b|mio\b)[a-z]{3})"
)
_NAMED = re.compile(
    r"\b(?:[Ll]evel|[Bb]and|[Yy]ear|[Gg]rade|[Cc]lass|[Pp]hase|[Tt]ier|[Ss]eries|[Nn]o\.?|[Pp]art|[Kk]ey [Ss]tage)\s$"
)


_GROUP = re.compile(
    r"\b(team|crew|squad|staff|department|shift|group|gang) of ([2-9]|10)(?=$|,| (?:and|at|in|on)\b)"
)
_FLOOR = re.compile(r"(?<![\w.,$£€+])(\d[\d,]*)\+(?= (?!stars?\b|ratings?\b|grades?\b|levels?\b)[a-z])")
_ONE = re.compile(r"(?<=\band )1(?= [a-z]{3})")
_SCALE = re.compile(
    r"(?:\b(?:[Ll]evels?|[Bb]ands?|[Yy]ears?|[Gg]rades?|[Cc]lass(?:es)?|[Tt]iers?|[Ss]tages?|[Vv]ersions?|[Aa]ge[sd]?"
    r"|[Rr]at(?:ed|ings?)(?: of)?|[Ss]cor(?:ed?s?|es)(?: of)?|[A-Z][\w.]*))\s$"
)
"""A name of a scale, or a product: what follows is a place on it, "grade 4+", "Android 9+", and counts nothing."""


def in_words(text: str) -> str:
    """The text with its small whole numbers written out where they count something, and "900+" as "more than 900"."""
    text = _FLOOR.sub(
        lambda found: found[0] if _SCALE.search(text[: found.start()]) else f"more than {found[1]}", text
    )
    text = _GROUP.sub(lambda found: f"{found[1]} of {number(int(found[2]))}", text)
    return _ONE.sub(
        "one",
        _SMALL.sub(
            lambda found: found[0] if _NAMED.search(text[: found.start()]) else number(int(found["n"])), text
        ),
    )
