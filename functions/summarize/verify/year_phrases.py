"""What stands around a number of years, in each language that is served."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from functions.summarize.language.function_words import FunctionWords

_NEVER = "(?!)"
REACH = 120
"""Characters of what years were worked in, and of where: a sentence of many years stays linear."""


@dataclass(frozen=True, slots=True)
class YearPhrases:
    """What stands before and after a number of years: how it is meant, what was worked in them, and where."""

    under: re.Pattern[str]
    about: re.Pattern[str]
    more: re.Pattern[str]
    years: re.Pattern[str]
    article: re.Pattern[str]
    of_experience: re.Pattern[str]
    ellipsis: re.Pattern[str]
    last: re.Pattern[str]
    topic: re.Pattern[str]
    place: re.Pattern[str]
    place_behind: re.Pattern[str]
    place_before: re.Pattern[str]
    since: re.Pattern[str]


@cache
def year_phrases(function_words: FunctionWords) -> YearPhrases:
    """The patterns of a language; in English a comma may part the years from where they were worked."""
    said = function_words.any_of
    work = said("experience", "work", "practice", "employment", "service")
    under, about, more = (said(*_how_meant()[meant]) for meant in ("under", "about", "more"))
    if not function_words.is_english:  # "knapp" and "rund" do the same there
        under, about = _NEVER, said("nearly")
    nearly = f"{under}|{about}"
    at = said("at", "with")
    since = rf"(?:{said('since')})\s+(?:(?:{nearly}|{more})\s+)?$"
    last = said("the last", "more than", "over", "nearly", "just over", "almost", "of which", "including")
    in_what = said("in", "of", "as", "with", "on", "across", "for", "within", "among")
    of_work = (
        rf"\W*(?:of (?:{work})\s*)?"
        if function_words.is_english
        else rf"\s*(?:(?:{said('of')}) )?(?:{work})?\s*"
    )
    until = r"[,.;]|$" if function_words.is_english else rf"[,.;]|$|\s(?:{said('and')})\s"
    reach = f"{{1,{REACH}}}"
    clause = said("who", "that", "and", "but", "now", "currently", "then", "is", "works", "working")
    half = said("and a half")
    decades = said("decades", "decade")
    years = (
        rf"^\+?(?P<half>\s+(?:{half}))?\s*(?:or more |plus )?(?:full |whole )?"
        rf"(?:(?P<decades>{decades})|{said('years', 'year')})\b(?:['’])?(?P<behind>\s+(?:{half})\b)?"
        rf"(?P<post>\s+in (?:the|this|that|his|her|my|their) (?:post|role|position|job)\b)?"
    )
    article = rf"\b(?:{said('a')})\b(?=\s+(?:(?:{decades})\b|(?:{said('year')})\s+(?:{half})\b))"
    patterns = {
        "under": rf"(?<!\w)(?:{under})\s*$",
        "about": rf"(?<!\w)(?:{about})\s*$",
        "more": rf"\b(?:{more})\s*$",
        "years": years,
        "article": article,
        "of_experience": rf"^\s*(?:(?:{said('of')})\s*)?(?:{said('experience')})\b",
        "ellipsis": rf"^\s*(?:{said('in', 'of', 'as', 'at', 'with', 'for', 'them')})\b",
        "last": rf"\b(?:{last})\s*$",
        "topic": rf"^\W*(?:(?:{said('of', 'in')}) )?(?:{work})?\s*(?:{in_what})\s+"
        rf"(?!(?:{work})\b)(?P<topic>[^,.;]{reach})",
        "place": rf"^{of_work}(?:(?:{said('now', 'most recently')}) )?(?:{at})\s+(?P<place>[^,.;]{reach}?)(?={until})",
        "place_behind": rf"^(?:(?!\s(?:{clause})\b)[^,.;]){reach}?\s(?:{at})\s+(?P<place>[^,.;]{reach}?)(?={until})",
        "place_before": rf"\b(?:{said('at')})\s+(?P<place>[^,.;:]{reach}?)\s+{since}",
        "since": rf"\b{since}",
    }
    return YearPhrases(**{name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()})


@cache
def _how_meant() -> Mapping[str, Sequence[str]]:
    """What stands before a number of years in English, by what it makes of it."""
    text = (files("functions.summarize.verify") / "data/years.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
