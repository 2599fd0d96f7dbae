"""What can be named as a part of a job, where a line has no verb: things, in figures or as work, and no acts."""

import re

from functions.summarize.language.verbs import recognise
from functions.summarize.lines.lexicon import word_classes
from functions.summarize.lines.rules import rule_words
from functions.summarize.lines.supplied import names_work
from functions.summarize.lines.verbs import verb_form

_FIGURE = re.compile(r"\d")
_NOT_NAMED = re.compile(
    r"^(?:[#+*]|alone\b|first in\b|best\b|on\b|in\b|from\b|up\b|down\b|no\b|not\b|zero\b|of\b|[A-Z]\w* \d+(?:\.\d+)?$"
    r"|\d[\d,.]*$)|: |\+\d|\bleave\b"
    r"|\d\s?%|\b(?:19|20)\d\d\b|\d$|\s[-−]\d|\bsince\b|\b(?:first|prize|award|certificate)\b"
)
"""What cannot be named as part of a job: a state, a time, a share, a year, a bare figure, a prize, what was not."""
_ACT = re.compile(r", (?:wrote|ran|led|built|won|trained|raised|cut|made|took) ")


def is_named(text: str) -> bool:
    figured = _FIGURE.search(text) is not None and not _has_verb(text) and not _is_past(text)
    works = names_work(text) or lists_work(text)
    return works or (figured and " " in text and not _NOT_NAMED.search(text))


def lists_work(text: str) -> bool:
    """Whether most of what a thing lists is work: "front desk, phones and room bookings"."""
    things = MEMBERS.split(text)
    return len(things) > _FEW and 2 * sum(map(names_work, things)) >= len(things)


MEMBERS = re.compile(r", (?:and )?| and (?=[^,]*$)")
"""What parts the things of a list."""
_FEW = 2


def is_whole(text: str) -> bool:
    """Whether a thing stands in a list by itself: not "crew and kit driven", "user courses, twice a semester"."""
    return not is_parted(text) and len(text.split()) <= _MOST_THING and not _LOOSE.search(text)


def is_parted(text: str) -> bool:
    """Whether a thing has an act or a sentence behind it: "crew and kit driven", "veg prep when the chef is short"."""
    words = text.split()
    return any(word_classes().get(word) in ("be", "finite") for word in words) or any(
        (verb := verb_form(word)) and verb.forms <= {"past", "participle"} and not _describes(behind)
        for word, behind in zip(words, [*words[1:], ""], strict=True)
    )


def begins_as_order(text: str) -> bool:
    """Whether a line that names no act begins with one after all: "run 70 files", "close down", "load/unload"."""
    first, *behind = text.split(maxsplit=2)
    verb = verb_form(first.lower().partition("/")[0])
    if verb is None or "base" not in verb.forms:
        return False
    return "/" in first or (bool(behind) and _GOES_ON.match(behind[0]) is not None)


_GOES_ON = re.compile(r"\d|(?:an?|the|all|up|down|out|off|over|in|on|to|with|any|my|our|their)$")


def _describes(behind: str) -> bool:
    """Whether the word behind a participle is the noun that it describes: "guided tours", not "driven on tour"."""
    return behind[:1].isalpha() and word_classes().get(behind.lower()) is None


_MOST_THING = 8
"""Words of a thing in a list: a longer one is a story without its verb."""
_LOOSE = re.compile(r"[,;:()]|\d.*\bto\b.*\d|\band\b.*\d")
"""What a thing has beside it that becomes a member of the list, and a false one."""


def _is_past(text: str) -> bool:
    words = text.lower().split()
    known = recognise(words[0])
    is_name = "_".join(words[:2]) in rule_words("attribute", "pairs")
    return known is not None and known[1] in ("past", "third") and not is_name


def _has_verb(text: str) -> bool:
    """Whether a thing is a sentence of its own: "average contract value grew from $31K to $86K"."""
    words = [word.strip(",").lower() for word in text.split()[1:]]
    return _ACT.search(text) is not None or any(map(_is_finite, words))


def _is_finite(word: str) -> bool:
    verb = verb_form(word)
    finite = verb is not None and (
        verb.forms == {"past"} or (verb.forms == {"third"} and "N" not in verb.kinds)
    )
    return finite or word_classes().get(word) in ("be", "finite")
