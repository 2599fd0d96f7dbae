"""How high a thing stands, where a line says so without a verb: "Retention 97%", "X-ray reject rate 0.7%".

A level is nobody's act: who told that retention was raised would tell more than the line does. It stands behind "with".
"""

import re

from functions.summarize.language.surface import article
from functions.summarize.lines.lexicon import word_classes
from functions.summarize.lines.nouns import head_noun
from functions.summarize.lines.phrase import telling
from functions.summarize.lines.records import LineReading, Telling
from functions.summarize.lines.rules import rule_words
from functions.summarize.lines.settled import is_verb_inside
from functions.summarize.lines.surface import joined, ours, start_small, with_comma, words_between
from functions.summarize.lines.verbs import verb_form

_VALUE = r"\d+(?:[.,]\d+)?(?:\s?%|/(?:5|10|100)\b|\s(?:out of|of) (?:5|10|100)\b|\spoints?\b)"
_LEVEL = re.compile(
    rf"(?P<what>(?:\d+-[a-z]+ )?[^\W\d][^,;:()\d–—]{{1,45}}?)(?P<mark>:)? "
    rf"(?P<bound>(?:at|around|about|approx\.?|over|under|above|below|nearly) )?(?P<value>{_VALUE})"
    r"(?P<where> (?:on|in|at|for|across|since|against) (?:[^,;:()–—]|(?<=\d),(?=\d))*?)?"
    r"(?P<best>, (?:the )?(?:best|highest|lowest|first|top) (?:of|in|among|score|rate)\b[^,;:()–—]*)?"
    r"(?=\.?$|,\s|[;(]| \(| [-–—] | vs\b)",
    re.IGNORECASE,
)
_VALUE_FIRST = re.compile(r"\d+(?:[.,]\d+)?\s?% (?!of\b)(?P<what>[^,;:()–—]+?)(?=\.?$|,\s|[;(]| \()")
"""The same with the value in front: "71% rebooking rate", "100% uptime since 2021"."""


def is_level(reading: LineReading) -> bool:
    """Whether a line says how high a thing stands."""
    return level_noun(reading) is not None


def level_noun(reading: LineReading) -> Telling | None:
    """The level that a line states, as it stands behind "with"; None where it states none, or a verb of its own."""
    found = _LEVEL.match(reading.text)
    if found is None or not _is_measured(found["what"]):
        return _value_first(reading)
    rate = head_noun(found["what"]).lower() in rule_words("level")
    described = found["what"].split()[0].lower() in rule_words("level", "known")
    if reading.begins_with_verb and not rate and not described:
        return None
    what = start_small(words_between(reading.text, 0, found.end("what")))
    start = found.start("bound") if found["bound"] else found.start("value")
    value = words_between(reading.text, start, found.end("where") if found["where"] else found.end("value"))
    what = (*ours(article(joined(what))), *what) if rate else what
    joint = ours("of" if rate else "at") if (found["bound"] or "").strip().lower() not in _JOINING else ()
    pieces = (*what, *joint, *value)
    if found["best"]:
        pieces = (
            *with_comma(pieces),
            *words_between(reading.text, found.start("best") + 2, found.end("best")),
        )
    return telling(pieces, "noun phrase", None)


def _value_first(reading: LineReading) -> Telling | None:
    found = _VALUE_FIRST.match(reading.text)
    head = head_noun(found["what"]).lower() if found else ""
    named = rule_words("level") | rule_words("level", "first")
    if found is None or head not in named or not _is_measure(found["what"]):
        return None
    one = ours(article(found[0])) if head in rule_words("level") else ()
    return telling((*one, *words_between(reading.text, 0, found.end("what"))), "noun phrase", None)


_JOINING = frozenset(("at", "over", "under", "above", "below"))
"""Words before a value that say how it is meant and need no joint of ours."""


def _is_measured(what: str) -> bool:
    """Whether words name what is known to stand at a level: no act, skill, language, disability or working time."""
    words = what.lower().split()
    verb = verb_form(words[0])
    if verb is not None and ("past" in verb.forms or "N" not in verb.kinds) and len(words) < _DESCRIBED:
        return False
    if verb is not None and verb.forms <= {"past", "participle"} and "A" not in verb.kinds:
        return False
    if word_classes().get(words[0]) in ("preposition", "pronoun", "adverb", "bag", "direction"):
        return False
    if word_classes().get(words[-1]) or not {words[0], words[-1]}.isdisjoint(rule_words("level", "others")):
        return False
    return _is_measure(what) and not any(is_verb_inside(word, "", "") for word in words[1:])


def _is_measure(what: str) -> bool:
    """Whether a thing is a measure: a rate, a score, what the list names; no share that somebody owns."""
    words = what.lower().split()
    head = head_noun(what).lower()
    if not rule_words("level", "never").isdisjoint(words) or "home office" in what.lower():
        return False
    if head == "share":
        return len(words) > 1 and rule_words("level", "owned").isdisjoint(words)
    if head in rule_words("level", "behind_known"):
        return not rule_words("level", "known").isdisjoint(words)
    return any(head in rule_words("level", key) for key in ("words", "first", "measures"))


def is_unmeasured(text: str) -> bool:
    """Whether words give a value to what is no measure: "Photoshop 90%", "disability 50%"."""
    found = _LEVEL.match(text)
    words = found["what"].lower().split() if found else []
    if not words or not rule_words("level", "never").isdisjoint(words):
        return bool(words)
    return word_classes().get(words[-1]) is None and not _is_measure(" ".join(words))


_DESCRIBED = 2
"""Words from which on a first word that may be a verb says which thing is meant: "Pass success rate"."""
