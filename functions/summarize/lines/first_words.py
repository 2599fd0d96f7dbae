"""What a stretch of text begins with, where no line is read: a person, a sentence of its own, a verb in doubt."""

import re

from functions.summarize.lines.rules import rule_words
from functions.summarize.lines.verbs import verb_form

_CHANGED = frozenset(
    "fell rose grew dropped climbed increased decreased doubled tripled halved improved declined".split()
)
_SURE = frozenset(("a", "an", "the", "all", "up", "after", "with"))
"""Words behind a verb that may be a noun, which make it one that governs."""


def names_a_person(text: str) -> bool:
    """Whether a text says what the person is: "Member of the works council"."""
    first = text.lower().split(" ", 1)[0]
    return first in rule_words("role") or first in rule_words("role", "alone")


def is_sentence(text: str) -> bool:
    """Whether a text that begins with a thing is a sentence of its own: "Injuries fell from 41 to 9"."""
    return any(word in _CHANGED for word in text.lower().split()[1:5])


def is_doubtful(text: str) -> bool:
    """Whether the first word is as likely a noun: in its plain form, and before no figure, article or second verb."""
    words = re.findall(r"[\w$£€'’-]+", text)
    verb = verb_form(words[0]) if words else None
    if verb is None or not verb.forms & {"base", "third"} or verb.forms & {"past", "gerund"}:
        return False
    plain = rule_words("named_work", "plain") | rule_words("named_work", "intransitive")
    if "N" not in verb.kinds or verb.base in plain:
        return False
    following = words[1].lower() if len(words) > 1 else ""
    return not (following in _SURE or re.match(r"[$£€]?\d", following))
