"""Lines of which the sequence model is not sure, and that the words themselves settle.

"Taught Economics to SS2" begins with what can only be a past; "Bin cards, fuel register" holds nothing that could be a
verb of the person. Anything else stays uncertain.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from functions.summarize.lines.lexicon import noun_kinds, word_classes
from functions.summarize.lines.nouns import is_plural
from functions.summarize.lines.records import LineReading, Part, Tag
from functions.summarize.lines.rules import rule_words
from functions.summarize.lines.tokens import tokenize
from functions.summarize.lines.verbs import VerbForm, verb_form

_MOST_WORDS = 12
_FEW = 2
"""A participle and a noun may be a thing: "Planned maintenance"."""
_UNSETTLED = re.compile(
    r"[:;→|]|->|=>|\b(?:I|me|my|we|our|us|who|which|that)\b|\s[-–—]\s"
    r"|\bfrom\b.*\bto\b|\d \w+ (?:after|before)\b|[.!?] [A-Z]"
)
_UP_TO = re.compile(r"[,;(]|\s(?:for|in|on|at|per|from|by|with|to|of|into)\s")
_JOINT = re.compile(r"\s(?:and|&)\s")
_FILLERS = frozenset(
    "duties duty responsibilities responsible accountable tasks role includes safely".split()
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
    if reading.head == "thing" and _GERUNDS_OF.match(text) and _is_gerunds(words[:3]):
        return replace(reading, head="duty", parts=_gerunds_of(reading.text), certain=True)
    acting = (
        bool(words) and reading.head == "thing" and words[0].lower() in rule_words("named_work", "acting")
    )
    if (
        (reading.certain and not acting)
        or not 1 < len(words) <= _MOST_WORDS
        or _UNSETTLED.search(text)
        or not words[0].isalpha()
        or len(words[0]) == 1
    ):
        return reading
    return _as_words_say(reading, text, words)


def _as_words_say(reading: LineReading, text: str, words: list[str]) -> LineReading:
    """An uncertain reading, or that of its words where they are plain: a past, a gerund, nothing like a verb."""
    if _is_read_as_act(reading, words[0]) and _is_object(text.split(maxsplit=1)[1]):
        return replace(reading, certain=True)
    opening = words[:2] if words[0].lower().endswith("ly") or words[0].lower() == "never" else words[:1]
    if len(words) > len(opening) + 1 and is_certain_past(opening[-1], text.split(maxsplit=len(opening))[-1]):
        return replace(reading, head="act", parts=_act_parts(reading.text, " ".join(opening)), certain=True)
    if _names_an_act(words) or _is_gerunds(words):
        return _as_named(reading, words)
    others = sum(
        word.endswith("ing") and word.islower() and verb_form(word) is not None for word in words[1:]
    )
    if not others and is_certain_gerund(words[0], words[1]):
        return replace(reading, head="duty", parts=_act_parts(reading.text, words[0]), certain=True)
    told_otherwise = any(part.tag in ("change", "extent", "label", "filler") for part in reading.parts)
    if reading.head in ("thing", "fragment") and not told_otherwise and _holds_no_verb(words):
        return replace(reading, head="thing", parts=thing_parts(reading), certain=True)
    return reading


def _as_named(reading: LineReading, words: Sequence[str]) -> LineReading:
    """The line as the act that its gerunds name."""
    if _is_gerunds(words):
        return replace(reading, head="duty", parts=_gerund_parts(reading.text), certain=True)
    return replace(reading, head="thing", parts=thing_parts(reading), certain=True)


def _names_an_act(words: Sequence[str]) -> bool:
    """ "Training of operators": a gerund that names what is done to what follows its "of"."""
    verb = verb_form(words[0])
    return len(words) > 2 and words[1].lower() == "of" and verb is not None and verb.forms == {"gerund"}


def _is_gerunds(words: Sequence[str]) -> bool:
    """ "Sorting and scanning": nothing but gerunds, none of which names a field of work."""
    verbs = [verb_form(word) for word in words[::2]]
    joints = all(word.lower() in ("and", "&", ",") for word in words[1::2])
    plain = all(
        verb is not None and verb.forms == {"gerund"} and word.lower() not in rule_words("named_work")
        for word, verb in zip(words[::2], verbs, strict=True)
    )  # fmt: skip
    return len(words) % 2 == 1 and len(words) > 2 and joints and plain


_GERUNDS_OF = re.compile(r"\w+ing (?:and|&) \w+ing of \w", re.IGNORECASE)
""" "Trimming and packing of chicken": two things that are done to what follows."""


def _gerunds_of(text: str) -> tuple[Part, ...]:
    found = re.search(r" of ", text, re.IGNORECASE)
    if found is None:
        return _gerund_parts(text)
    return (*_gerund_parts(text[: found.start()]), *_closed(text, "object", found.end(), len(text)))


def _gerund_parts(text: str) -> tuple[Part, ...]:
    return tuple(
        Part("verb" if verb_form(token.text) else "and", token.start, token.end)
        for token in tokenize(text)
        if token.text not in (".", ",")
    )


def _is_read_as_act(reading: LineReading, word: str) -> bool:
    """Whether the model, though not sure, takes a first word for the past that it may be: "Prepared vessels"."""
    verb = verb_form(word)
    past = verb is not None and verb.forms == {"past", "participle"}
    others = rule_words("passive") | rule_words("honour") | rule_words("attribute")
    verbs = [part for part in reading.parts if part.tag == "verb"]
    alone = reading.head == "act" and verbs == [reading.parts[0]]
    return past and alone and word.lower() not in others


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
    if lower in rule_words("passive") or lower in rule_words("honour"):
        return False
    return "participle" not in verb.forms or _is_object(following)


def _is_object(following: str) -> bool:
    """Whether what follows a participle is what was acted on: "trained 40 marshals", not "trained first aider"."""
    first = following.split(maxsplit=1)[0]
    if first in ("and", "&", "or"):  # "scheduled and unscheduled repairs"
        return False
    governed = word_classes().get(first.lower()) in ("determiner", "number") and first.lower() != "first"
    return (
        governed
        or first[:1].isdigit()
        or first[:1].isupper()
        or (
            first[:1].isalpha()
            and any(map(is_plural, (_JOINT.split(following)[0], _UP_TO.split(following)[0])))
        )
    )


def is_certain_gerund(word: str, following: str) -> bool:
    """Whether a first word is what the person does: "Preparing lesson plans", not "Training records"."""
    verb = verb_form(word)
    if verb is None or verb.forms != {"gerund"} or not following[:1].isalnum() or following.lower() == "of":
        return False
    if word.lower() in rule_words("named_work"):
        return False
    governed = (
        word_classes().get(following.lower()) in ("determiner", "number", "pronoun")
        or following[:1].isupper()
    )
    return governed or not verb.kinds or word.lower() in rule_words("named_work", "acting")


def _holds_no_verb(words: list[str]) -> bool:
    """Whether no word can be a verb of the person: nouns, adjectives and names of acts only."""
    opener = words[0].lower()
    if word_classes().get(opener) in ("preposition", "pronoun", "bag", "adverb") or opener in _FILLERS:
        return False
    first = verb_form(words[0])
    if first is not None and not _may_be_noun(first, words[1].lower()):
        return False
    series = any(joins_verb(words, at) for at in range(2, len(words)))
    if first is not None and first.forms & {"base", "third"} and series:
        return False
    return not any(is_verb_inside(word, before, words[0]) for before, word in pairwise(words))


def is_verb_inside(word: str, before: str, opener: str) -> bool:
    """Whether a later word can only be a verb: "was", "identified", "manage"."""
    if word_classes().get(word.lower()) in ("be", "finite"):
        return True
    verb = verb_form(word)
    if verb is None:
        return False
    if verb.forms <= {"past", "participle"} and ("A" not in verb.kinds or before in (",", opener)):
        return True
    return "base" in verb.forms and verb.kinds == "" and word.lower() not in noun_kinds()


def joins_verb(words: list[str], at: int) -> bool:
    """Whether a word behind a joint may go on a series of verbs: "Triage calls, book visits and comfort owners"."""
    verb = verb_form(words[at])
    follows = at + 1 < len(words) and words[at + 1][:1].isalnum()
    return (
        words[at - 1].lower() in (",", "and", "&") and verb is not None and "base" in verb.forms and follows
    )


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
    words = "" if begin is None else text[begin:end].rstrip(" .")
    return [Part(tag, begin, begin + len(words))] if begin is not None and words else []


def thing_parts(reading: LineReading) -> tuple[Part, ...]:
    """The parts, with what was taken for a verb, a subject or a filler as the things that they are."""
    return tuple(
        Part("object", part.start, part.end) if part.tag in ("verb", "subject", "filler") else part
        for part in reading.parts
    )
