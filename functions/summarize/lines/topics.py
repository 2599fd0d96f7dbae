"""A line that first says what it is about: "2022 floods: winched 27 people", "Donors: 4,100 → 13,800".

Behind the colon may stand an act, which is read as a line of its own, or a change, which is one of the thing named.
What is named may be an act itself: "Rewrote the rules: queues are shorter".
"""

import re
from collections import deque
from collections.abc import Callable
from dataclasses import replace

from functions.summarize.lines.measure import read_change
from functions.summarize.lines.records import LineReading, Part
from functions.summarize.lines.rules import rule_words
from functions.summarize.lines.settled import is_certain_past, is_verb_inside
from functions.summarize.lines.things import is_person
from functions.summarize.lines.verbs import verb_form

_TOPIC = re.compile(r"(?P<topic>[^:;]{3,50}):\s+(?P<rest>\S.*)$")
_VALUE_WORDS = 2
"""Words of a value, "9 days": more are a thing of their own, "90-day turnover 38%"."""
_CHANGE = re.compile(r"(?:from )?\D{0,3}\d(?:,\d|[^,;:()])*(?:→|->|=>|\bto\b)(?:,\d|[^,;:()])*$")


def topic_and_rest(text: str) -> tuple[int, str] | None:
    """Where the words behind the colon begin, and those words; None where there is no such colon or it limits them."""
    match = _TOPIC.match(text)
    if match is None or set(match["topic"].lower().split()) & rule_words("limit"):
        return None
    return match.start("rest"), match["rest"]


def moved(reading: LineReading, text: str, by: int) -> LineReading:
    """The reading of words that stand further back in a line, as a reading of that line."""
    parts = tuple(Part(part.tag, part.start + by, part.end + by) for part in reading.parts)
    return replace(reading, text=text, parts=parts)


def is_past(text: str) -> bool:
    """Whether a topic begins with what may be a past: "Rewrote the rules: ...", not "Design reviews: ..."."""
    verb = verb_form(text.split(maxsplit=1)[0])
    return verb is not None and "past" in verb.forms and "A" not in verb.kinds


def is_act(reading: LineReading) -> bool:
    """Whether the words behind a topic say what was done, and to what: not "platelets from 11% to 4%"."""
    if not reading.certain:
        return False
    first, _, rest = reading.text.partition(" ")
    if reading.begins_with_verb:  # "closed site" may be a thing
        return bool(rest) and (any(map(str.isdigit, rest)) or is_certain_past(first, rest))
    verb = any(part.tag == "verb" for part in reading.parts)
    return reading.head == "fragment" and verb and reading.parts[0].tag == "object"


_BEHIND = re.compile(r"(?:[:;,]| [-–—])\s+(?=\S)")
_MAY_CHANGE = re.compile(r"(?<!\d)[+−–-]\s?\S{0,5}\d|\b(?:up|down) |→|->|\d\S* (?:\w+ ){0,2}to ")
_OTHERS = re.compile(r"^(?:on|in|with) (?:the )?(?:team|group)\b|\((?:with|as part of|team)\b", re.IGNORECASE)
"""Where a line says that others did it as well."""


def change_behind(reading: LineReading, read: Callable[[str], LineReading]) -> LineReading | None:
    """The change that stands behind what a line is about: "Checkout for 6 countries, mobile conversion +12%".

    Where a person is named before a colon, what changed is part of what that person is over, and no thing by itself.
    """
    text = reading.text
    if _OTHERS.search(text) or set(text.lower().split()) & rule_words("limit"):
        return None
    last: deque[re.Match[str]] = deque((one for one in _BEHIND.finditer(text) if _may_begin(one)), _READ)
    for found in last:
        changed = read(text[found.end() :])
        if changed.certain and _is_whole_change(changed):
            return moved(changed, text, found.end())
    return None


_READ = 2
"""Places at which a line is read again: behind those before them it would be read with the words that these cut off."""


def _may_begin(mark: re.Match[str]) -> bool:
    """Whether a change may begin behind this mark, and none stands before it."""
    before, words = mark.string[: mark.start()], mark.string[mark.end() :]
    over = mark[0].startswith(":") and is_person(before)
    return not over and _MAY_CHANGE.search(before) is None and _MAY_CHANGE.search(words) is not None


_FIGURED = re.compile(r"\d(?!\d*-[a-z])")
"""A figure, and none that only describes: "90-day turnover"."""


def _is_whole_change(reading: LineReading) -> bool:
    """Whether a thing without figures changed, and nothing is said of the change by another verb."""
    first, *others = reading.parts
    whole = [part for part in others[:1] if part.tag in ("change", "extent")]
    if first.tag != "subject" or not whole or _FIGURED.search(reading.words(first)):
        return False
    if reading.words(first).endswith(",") or reading.words(whole[0]).startswith("to "):
        return False
    return not any(is_verb_inside(word, "", "") for word in reading.words(whole[0]).split() if word.isalpha())


def as_change(reading: LineReading) -> LineReading | None:
    """ "Donors: 4,100 → 13,800" as the change of donors; None where no change of figures stands there alone."""
    found = topic_and_rest(reading.text)
    if found is None or not _CHANGE.fullmatch(found[1].rstrip(" .")):
        return None
    change = read_change(found[1])
    if change is None or len(found[1][slice(*change.before)].split()) > _VALUE_WORDS:
        return None
    if change.direction is None or any(char.isdigit() for char in reading.text[: found[0]]):
        return None
    topic = Part("subject", 0, len(reading.text[: found[0]].rstrip(": ")))
    parts = (topic, Part("change", found[0], len(reading.text.rstrip(" ."))))
    return replace(reading, head="fragment", parts=parts, certain=True)
