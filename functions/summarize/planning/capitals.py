"""Capitals that a word has only because its line begins with it."""

import re

from functions.summarize.language.surface import common_words
from functions.summarize.parsers.skills.lexicon import load_lexicon
from functions.summarize.planning.vocabulary import vocabulary

_MADE = re.compile(
    r"[a-z]{2,}(?:ological|ographical|ical|ional|ative|ution|ation|ition|ction|ment|ness|ship|ability|ibility"
    r"|ology|ography|ometry|isation|ization|grass|weed|fish|water|stock|crop|ware|keeping|yard)(?:s|ly)?"
)
"""How words are made that are no names."""
_BRANDS = frozenset(
    """apple target shell visa gap next boots teams orange amazon oracle subway sage slack chase dove caterpillar stripe
    zoom notion windows chrome meta sprint virgin mars confluence tableau puppet blender unity guinness inverness
    clement woodstock rostock bridgewater""".split()
)
"""Names that are also words, or are made as words are."""
_NO_BRAND = re.compile(r"(?:of|in|for|from|across|with|and|to|on|at)\b")
"""What stands behind a word and behind no brand: "Teams of 12"."""


_ALWAYS = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|april|june|july|september|october|november"
    r"|december|english|french|german|spanish|italian|portuguese|arabic|russian|dutch|swedish|norwegian|japanese"
    r"|mandarin|cantonese|hindi|irish|welsh|christmas|easter)\b"
)
"""What English never writes small: days, months and languages, without those that are words besides ("march")."""


def calmed_start(told: str, line: str) -> str:
    """What is told of a line with the line's first word in small letters, where that is no name, and days in capitals.

    "Seagrass carbon budgets" -> "managed seagrass carbon budgets"; "Facebook campaigns" keeps its capital.
    """
    told = _ALWAYS.sub(lambda found: found[0].capitalize(), told)
    first, _, behind = line.strip(" -–•").partition(" ")
    if not first.istitle() or not first.isalpha() or not behind[:1].islower() or not _is_word(first):
        return told
    if first.lower() in _BRANDS and not _NO_BRAND.match(behind):
        return told
    return re.sub(rf"(?<=\S ){first}(?= |$|,)", first.lower(), told)


def _is_word(word: str) -> bool:
    lower = word.lower()
    known = load_lexicon().lookup(word)
    if (known is not None and known.use == "exact") or vocabulary().place_or_language(word):
        return False
    return lower in common_words() or _MADE.fullmatch(lower) is not None
