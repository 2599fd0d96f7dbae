"""What stands around a number of years, in each language that is served."""

import re
from dataclasses import dataclass
from functools import cache

from functions.summarize.language.function_words import FunctionWords

REACH = 120
"""Characters of what years were worked in, and of where: a sentence of many years stays linear."""


@dataclass(frozen=True, slots=True)
class YearPhrases:
    """What stands before and after a number of years: how it is meant, what was worked in them, and where."""

    nearly: re.Pattern[str]
    more: re.Pattern[str]
    years: re.Pattern[str]
    of_experience: re.Pattern[str]
    ellipsis: re.Pattern[str]
    last: re.Pattern[str]
    topic: re.Pattern[str]
    place: re.Pattern[str]
    place_before: re.Pattern[str]
    since: re.Pattern[str]


@cache
def year_phrases(function_words: FunctionWords) -> YearPhrases:
    """The patterns of a language; in English a comma may part the years from where they were worked."""
    said = function_words.any_of
    work = said("experience", "work", "practice", "employment", "service")
    nearly = said(
        "nearly", "almost", "close to", "just under", "some", "around", "about", "approximately", "roughly", "~"
    )  # fmt: skip
    at = said("at", "with")
    more = said("over", "more than", "above", "at least", "well over")
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
    years = rf"^\+?\s*(?:or more |plus )?(?:full |whole )?(?:{said('years', 'year')})\b(?:['’])?"
    patterns = {
        "nearly": rf"\b(?:{nearly})\s*$",
        "more": rf"\b(?:{more})\s*$",
        "years": years,
        "of_experience": rf"{years}\s*(?:(?:{said('of')})\s*)?(?:{said('experience')})\b",
        "ellipsis": rf"^\s*(?:{said('in', 'of', 'as', 'at', 'with', 'for', 'them')})\b",
        "last": rf"\b(?:{last})\s*$",
        "topic": rf"^\W*(?:(?:{said('of', 'in')}) )?(?:{work})?\s*(?:{in_what})\s+"
        rf"(?!(?:{work})\b)(?P<topic>[^,.;]{reach})",
        "place": rf"^{of_work}(?:(?:{said('now', 'most recently')}) )?(?:{at})\s+(?P<place>[^,.;]{reach}?)(?={until})",
        "place_before": rf"\b(?:{said('at')})\s+(?P<place>[^,.;:]{reach}?)\s+{since}",
        "since": rf"\b{since}",
    }
    return YearPhrases(**{name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()})
