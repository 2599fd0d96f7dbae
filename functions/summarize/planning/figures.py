"""Small numbers inside a sentence are words: "leads three analysts"; figures with a unit, a level or a change stay."""

import re

from functions.summarize.language.surface import article, common_words
from functions.summarize.lines.lexicon import noun_kinds, word_classes
from functions.summarize.lines.nouns import is_plural, needs_article
from functions.summarize.lines.rules import rule_words
from functions.summarize.lines.verbs import verb_form
from functions.summarize.planning.years import number

_UNITS = r"[KMGT]?W|[KMGT]B|V|DN|PSI|RPM|RON|TEU|BTU|FTE|CPD"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_COUNTED = (
    r"(?!to\b|of\b|and\b|or\b|in\b|out\b|from\b|with\b|for\b|but\b|was\b|were\b|are\b|has\b|had\b|after\b|since\b|during\b|while\b|when\b|which\b|that\b|into\b|through\b|before\b|under\b|until\b|hrs?\b|mins?\b|sec\b|yrs?\b|per\b|kWh\b|mio\b)[a-z]{3}"
    rf"|(?!(?:{_UNITS})\b)[A-Z][A-Z&]+s?(?: [a-z]+){{0,2}} [a-z]{{2,}}s\b|[A-Z]{{2,}}s\b"
    rf"|(?!(?:{_MONTHS})\b)[A-Z][a-z]{{3,}}(?:[A-Z][a-z]+)?(?: [A-Z]?[a-z]+){{0,2}} [A-Za-z][a-z]{{3,}}s\b"
)
"""What is counted, with an abbreviation or a name before it or without: "IRS examinations", "Welsh colleagues"."""
_SMALL = re.compile(
    r"(?<![\w.,:$£€¥₹%/–—#-])(?<!\bfrom )(?<!\d and )(?<!\d of )(?<!\b[A-Z]\w )(?P<n>[2-9]|10)"
    rf"(?= (?:{_COUNTED}))"
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
_ONE = re.compile(r"(?:(?<=\band )|(?<=\bwith )|(?<=\bplus ))1(?= [a-z]{3})")
_SCALE = re.compile(
    r"(?:\b(?:[Ll]evels?|[Bb]ands?|[Yy]ears?|[Gg]rades?|[Cc]lass(?:es)?|[Tt]iers?|[Ss]tages?|[Vv]ersions?|[Aa]ge[sd]?"
    r"|[Rr]at(?:ed|ings?)(?: of)?|[Ss]cor(?:ed?s?|es)(?: of)?|[A-Z][\w.]*))\s$"
)
"""A name of a scale, or a product: what follows is a place on it, "grade 4+", "Android 9+", and counts nothing."""


_ATTRIBUTE = re.compile(
    r"(?<![\w.,$£€¥₹-])"
    r"(?P<what>\d[\d,]*|(?i:first|same|next|full|part|long|short|high|low) (?=time|day|level|risk|term))"
    r" ?(?P<measure>[a-z]{3,}) (?=(?P<thing>[a-z]+)\b)"
)
"""A number with a measure in the singular before a thing: "12 hour shifts"; and "first time passes"."""


def hyphened(text: str) -> str:
    """The text with hyphens in what stands as an attribute: "12-hour shifts", "a 14-bay workshop"."""
    return _ATTRIBUTE.sub(_joined, text)


_GROUPED = re.compile(r"(?<=\d )(?:[A-Z][a-z]+ )*[A-Z][a-z]+(?:ers|ors|ists|ants|ees|ians)\b(?! [A-Z])")
"""People counted by their title: "2 Assistant Brand Managers"."""


def _small(found: re.Match[str]) -> str:
    words = found[0].lower().split()
    common = all(word in common_words() or word.removesuffix("s") in common_words() for word in words)
    return found[0].lower() if common else found[0]


_BARE_YEAR = re.compile(r"\b(?P<what>[a-z]{3,}) (?=(?:19|20)\d\d(?:,|$))")


def _dated(text: str) -> str:
    """ "Started a credit niche 2021": in that year; a season, a month or a name has its year behind it."""

    def told(found: re.Match[str]) -> str:
        what = found["what"]
        named = what in noun_kinds() or is_plural(what)
        plain = named and what not in word_classes() and what not in rule_words("dated")
        return f"{what} in " if plain else found[0]

    return _BARE_YEAR.sub(told, text)


_ONE_SIDED = re.compile(r"(\bfrom [^()]*?) \((?:19|20)\d\d\)(?= to [^()]*$)")
"""The year of one end of a change: "from $61M (2022) to $17M" keeps it of both or of neither."""
_AMOUNT = re.compile(
    r"\b(?P<what>[a-z]+) (?=(?:around |about |over )?(?:[A-Z]{0,3}[$£€¥₹₦₪]|[A-Z]{3} ?|R)\d[\d.,]*\S*(?! to\b)"
    r"(?:$|[,.;](?!\d)| (?:and|in|at|a|with|for|across|over|crore|lakh|million|billion|Cr|FY\d*|mn|bn)\b))"
)


def _amounts(text: str) -> str:
    """ "Budget ₹41 crore", "vehicles and equipment £38m": with "of"; not "cut spend £2m", which says by how much."""
    words = (word.strip(",").lower() for word in text.split())
    moves = any((verb := verb_form(word)) and verb.base in rule_words("amount", "moves") for word in words)
    if moves or re.search(r"→|\bto (?:[A-Z]{2,3} ?)?\W?\d", text):
        return text
    told = _AMOUNT.sub(
        lambda found: f"{found['what']} of " if found["what"] in rule_words("amount") else found[0], text
    )
    opens = re.match(r"(?:(?:annual|yearly|monthly|own|total|marketing|capital) )?(\w+) of ", told)
    bare = opens is not None and told != text and needs_article(opens[1])
    return f"{article(told)} {told}" if bare else told


def _joined(found: re.Match[str]) -> str:
    thing, what, measure = found["thing"], found["what"].strip(), found["measure"]
    kinds = noun_kinds().get(thing, "")
    people = thing.endswith(("ers", "ors", "ists", "men", "women"))  # "120 day labourers"
    plain = thing in word_classes() or not ({"N", "P"} & set(kinds) or thing.endswith("s"))
    if thing == "old" or people or plain:
        return found[0]
    goes_on = re.match(r"[a-z]+ ([a-z]+)", found.string[found.end() :])
    compound = goes_on is not None and goes_on[1] not in word_classes()  # "9 port state inspections"
    one = word_classes().get(measure) == "unit" or not (
        thing.endswith("s") or compound
    )  # nor "4 place settings"
    known = not what[0].isdigit() or (measure in rule_words("measured") and what not in ("1", "0") and one)
    return f"{what}-{measure} " if known else found[0]


def in_words(text: str) -> str:
    """The text with its small whole numbers written out where they count something, and "900+" as "more than 900".

    A number with a measure that stands before a thing gets its hyphen, and stays a figure; an amount behind what it is
    the amount of gets its "of".
    """
    text = _GROUPED.sub(_small, text)
    text = hyphened(_amounts(_dated(_ONE_SIDED.sub(r"\1", text))))
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
