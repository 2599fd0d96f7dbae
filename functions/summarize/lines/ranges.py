"""Where "from A to B" says between what, and nothing that became so: "Grades 1 to 3", "usually 11 to 12", "6.0 to 6.7".

A range that was read as a change is told as a part of its thing, or the line is not surely read.
"""

import re
from dataclasses import replace

from functions.summarize.language.surface import common_words
from functions.summarize.lines.lexicon import word_classes
from functions.summarize.lines.nouns import head_noun
from functions.summarize.lines.records import LineReading, Part
from functions.summarize.lines.verbs import verb_form

_SCALE = re.compile(
    r"(?:^|\b(?:for|to|in|of|with|on|across|at|from|[Tt]aught|[Tt]each(?:es|ing)?|[Cc]over(?:s|ed|ing)?) )"
    r"(?:the )?(?:[Kk]ey )?"
    r"(?:[Gg]rades?|[Cc]lass(?:es)?|[Ff]orms?|[Yy]ears?|[Ss]tandards?|[Ll]evels?|[Ss]tages?|[Bb]ands?|[Aa]ge[sd]?"
    r"|[Pp]rimary|[Ss]ch(?:edules?)?\.?|[Pp]hases?|[Tt]iers?|[Zz]ones?|[Cc]hapters?|[Uu]nits?|[Bb]locks?|[Ss]emesters?)$"
)
"""A scale, of which a range says what it goes over."""
_PLACES = re.compile(r"(?:from )?\d{1,3}[A-Za-z]? to \d{1,3}[A-Za-z]?[.,;]?")
_MOVED = frozenset("upgrade update migration transition switch version release firmware patch".split())
_VERSIONS = re.compile(
    r"(?:from )?(?:v|[vV]ersion )?\d+(?:\.\d+)*(?: ?[RU]\d)? to (?:v|[vV]ersion )?\d+(?:\.\d+)*(?: ?[RU]\d)?[.,;]?"
)
"""Versions, which go up by themselves."""
_PEOPLE = frozenset("staff crew team personnel gang squad brigade".split())
_SIZES = re.compile(r"\d{1,4} to \d{1,4}(?: (?:people|men|staff|persons))?[.,;]?")
"""So many at one time and so many at another, where no "from" says that they became so."""


def without_ranges(reading: LineReading) -> LineReading:
    """The reading, its ranges no changes: whole with their things, or not certain where nothing can be told of them."""
    first, second = (*reading.parts, reading.parts[0])[:2]
    if first.tag not in ("subject", "object") or second.tag != "change":
        return reading
    what, change = reading.words(first).strip(" ,"), reading.words(second)
    over = _SCALE.search(what) is not None and _PLACES.fullmatch(change) is not None
    moved = head_noun(what).lower() in _MOVED and _VERSIONS.fullmatch(change) is not None
    verb = verb_form(what.split()[0]) if over and " " in what else None
    if verb is not None and verb.forms <= {"past", "participle"}:  # "Taught Classes 6 to 8"
        at = first.start + len(what.split()[0])
        parts = (Part("verb", first.start, at), Part("object", at + 1, second.end), *reading.parts[2:])
        return replace(reading, head="act", parts=parts)
    names = what.lower().split()
    if moved and names[-1] in _MOVED and names[0] in common_words():
        return replace(reading, certain=False)  # a name that is a word: "Windows upgrade"
    if over or moved:
        whole = Part("object", first.start, second.end)
        return replace(reading, head="thing", parts=(whole, *reading.parts[2:]))
    often = word_classes().get(what.lower()) == "adverb" or _OFTEN.fullmatch(what) is not None
    sizes = what.lower() in _PEOPLE and _SIZES.fullmatch(change) is not None
    return replace(reading, certain=False) if often or sizes else reading


_OFTEN = re.compile(
    r"(?:\w+ly|often|sometimes|between|about|around|approx\.?|some|on average|in general|as a rule|at times|at peak"
    r"|mostly|average|averages?|typical|anything|anywhere)",
    re.IGNORECASE,
)
"""How often, which is no thing that changes."""
