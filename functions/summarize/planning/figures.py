"""Small numbers inside a sentence are words: "leads three analysts"; figures with a unit, a level or a change stay."""

import re

from functions.summarize.planning.years import number

_UNITS = r"[KMGT]?W|[KMGT]B|V|DN|PSI|RPM|RON|TEU|BTU|FTE|CPD"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_COUNTED = (
    r"(?!to\b|of\b|and\b|or\b|in\b|out\b|hrs?\b|mins?\b|sec\b|yrs?\b|per\b|kWh\b|mio\b)[a-z]{3}"
    rf"|(?!(?:{_UNITS})\b)[A-Z][A-Z&]+s?(?: [a-z]+){{0,2}} [a-z]{{2,}}s\b|[A-Z]{{2,}}s\b"
    rf"|(?!(?:{_MONTHS})\b)[A-Z][a-z]{{3,}}(?:[A-Z][a-z]+)?(?: [A-Z]?[a-z]+){{0,2}} [A-Za-z][a-z]{{3,}}s\b"
)
"""What is counted, with an abbreviation or a name before it or without: "IRS examinations", "Welsh colleagues"."""
_SMALL = re.compile(
    r"(?<![\w.,$£€¥₹%/–—#-])(?<!\bfrom )(?<!\d and )(?<!\b[A-Z]\w )(?P<n>[2-9]|10)" rf"(?= (?:{_COUNTED}))"
)
_AIM = re.compile(
    r"(?:\d[^,;]*|\b(?:from|down|back|cut|raised|brought|grew|rose|fell|reduced|increased|extended|expanded)\b[^,;]*)"
    r" to $"
)
"""What something went to, which stays a figure as what it came from: "from 14 days to 6 days"."""
_NAMED = re.compile(
    r"\b(?:[A-Z][a-z]\w+|[Ll]evel|[Bb]and|[Yy]ear|[Gg]rade|[Cc]lass|[Pp]hase|[Tt]ier|[Ss]eries|[Nn]o\.?|[Pp]art"
    r"|[Kk]ey [Ss]tage)\s$"
)


_GROUP = re.compile(
    r"\b(team|crew|squad|staff|department|shift|group|gang|brigade|unit|platoon|section|desk|office|PMO|workforce|panel"
    r"|watch|cohort|committee) of ([2-9]|10)(?=$|,| (?:and|at|in|on|with|across|for|under|from|over|through)\b)"
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
            lambda found: found[0] if _stays(text[: found.start()]) else number(int(found["n"])), text
        ),
    )


def _stays(before: str) -> bool:
    """Whether a number behind these words is a place on a scale, or what something went to."""
    return _NAMED.search(before) is not None or _AIM.search(before) is not None
