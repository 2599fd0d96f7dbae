"""Lines of which the sequence model is not sure, and that the words themselves settle.

"Taught Economics to SS2" begins with what can only be a past; "Bin cards, fuel register" holds nothing that could be a
verb of the person. Anything else stays uncertain.
"""

import re
from dataclasses import replace
from itertools import pairwise

from functions.summarize.lines.lexicon import noun_kinds, word_classes
from functions.summarize.lines.records import LineReading, Part, Tag
from functions.summarize.lines.rules import rule_words
from functions.summarize.lines.tokens import tokenize
from functions.summarize.lines.verbs import VerbForm, verb_form

_MOST_WORDS = 12
_FEW = 2
"""A participle and a noun may be a thing: "Planned maintenance"."""
_UNSETTLED = re.compile(
    r"[:;→|]|->|=>|\b(?:I|me|my|we|our|us|who|which|that)\b|\s[-–—]\s"
    r"|\bfrom\b.*\bto\b|\d \w+ (?:after|before)\b"
)
_BRACKET = re.compile(r"\([^()]*\)")
_AFTER: dict[str, Tag] = {
    **dict.fromkeys(("at", "in", "across", "on", "from", "into", "under"), "place"),
    **dict.fromkeys(("for", "to"), "purpose"),
    **dict.fromkeys(("by", "through", "using", "via"), "method"),
    **dict.fromkeys(("after", "before", "during", "since", "within"), "time"),
    "with": "with",
}


def settled(reading: LineReading) -> LineReading:
    """The reading, certain where its words leave no doubt."""
    text = reading.text.strip(" .")
    words = [token.text for token in tokenize(text)]
    if (
        reading.certain
        or not 1 < len(words) <= _MOST_WORDS
        or _UNSETTLED.search(text)
        or not words[0].isalpha()
    ):
        return reading
    if len(words) > _FEW and is_certain_past(words[0], words[1]):
        return replace(reading, head="act", parts=_act_parts(reading.text, words[0]), certain=True)
    if _holds_no_verb(words) and all(part.tag not in ("change", "extent", "label") for part in reading.parts):
        return replace(reading, head="thing", parts=_thing_parts(reading), certain=True)
    return reading


def is_certain_past(word: str, following: str) -> bool:
    """Whether a first word is the past of a verb and nothing else, said of the person: "Rewrote", not "Cut"."""
    verb = verb_form(word)
    if (
        verb is None
        or not verb.forms <= {"past", "participle"}
        or "past" not in verb.forms
        or "A" in verb.kinds
    ):
        return False
    lower = word.lower()
    passive = lower in rule_words("passive") or lower in rule_words("honour")
    weak = "participle" in verb.forms and (
        word_classes().get(following.lower()) == "preposition" or not following[:1].isalnum()
    )
    return not passive and not weak


def _holds_no_verb(words: list[str]) -> bool:
    """Whether no word can be a verb of the person: nouns, adjectives and names of acts only."""
    if word_classes().get(words[0].lower()) in ("preposition", "pronoun", "bag"):
        return False
    first = verb_form(words[0])
    if first is not None and not _may_be_noun(first, words[1].lower()):
        return False
    for before, word in pairwise(words):
        if word_classes().get(word.lower()) in ("be", "finite"):
            return False
        verb = verb_form(word)
        done = verb is not None and verb.forms <= {"past", "participle"}
        if verb is not None and done and ("A" not in verb.kinds or before == ","):
            return False
        if (
            verb is not None
            and "base" in verb.forms
            and verb.kinds == ""
            and word.lower() not in noun_kinds()
        ):
            return False
    return True


def _may_be_noun(verb: VerbForm, following: str) -> bool:
    """Whether a first word that has the form of a verb is rather a noun: before a noun, a comma, a preposition."""
    if verb.forms & {"past", "participle"} or verb.base in rule_words("named_work", "plain"):
        return False
    governed = word_classes().get(following) in ("determiner", "number", "pronoun") or following[:1].isdigit()
    if governed or following in rule_words("named_work", "particles"):
        return False
    return "gerund" in verb.forms or "N" in verb.kinds


def _act_parts(text: str, word: str) -> tuple[Part, ...]:
    """The verb, its object, and what each preposition begins."""
    start = text.index(word)
    parts = [Part("verb", start, start + len(word))]
    tag: Tag = "object"
    begin = None
    brackets = [match.span() for match in _BRACKET.finditer(text)]
    for token in tokenize(text[start + len(word) :]):
        at, end = start + len(word) + token.start, start + len(word) + token.end
        inside = next((span for span in brackets if span[0] <= at < span[1]), None)
        if inside:
            if at == inside[0]:
                parts, begin, tag = (
                    [*parts, *_closed(text, tag, begin, at), Part("bracket", *inside)],
                    None,
                    "object",
                )
            continue
        following = _AFTER.get(token.text.lower())
        if following and begin is not None:
            parts, begin, tag = [*parts, *_closed(text, tag, begin, at)], at, following
        elif begin is None:
            begin, tag = at, following or "object"
        last = end
    return (*parts, *_closed(text, tag, begin, last if begin is not None else start))


def _closed(text: str, tag: Tag, begin: int | None, end: int) -> list[Part]:
    return [] if begin is None else [Part(tag, begin, begin + len(text[begin:end].rstrip(" .")))]


def _thing_parts(reading: LineReading) -> tuple[Part, ...]:
    """The parts, with what was taken for a verb, a subject or a filler as the things that they are."""
    return tuple(
        Part("object", part.start, part.end) if part.tag in ("verb", "subject", "filler") else part
        for part in reading.parts
    )
