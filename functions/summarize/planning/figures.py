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


_FLOOR = re.compile(r"(?<![\w.,$£€+])(\d[\d,]*)\+(?= [a-z])")
_ONE = re.compile(r"(?<=\band )1(?= [a-z]{3})")


def in_words(text: str) -> str:
    """The text with its small whole numbers written out where they count something, and "900+" as "more than 900"."""
    text = _FLOOR.sub(r"more than \1", text)
    return _ONE.sub(
        "one",
        _SMALL.sub(
            lambda found: found[0] if _NAMED.search(text[: found.start()]) else number(int(found["n"])), text
        ),
    )
