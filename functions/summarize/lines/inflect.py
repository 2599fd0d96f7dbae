"""A verb of a line in another form: adverbs, particles and spelling stay, the verb changes."""

import re
from typing import Literal

from functions.summarize.lines.lexicon import noun_kinds, word_classes
from functions.summarize.lines.nouns import head_noun, is_plural
from functions.summarize.lines.records import LineReading, Part, Piece
from functions.summarize.lines.rules import rule_words
from functions.summarize.lines.surface import part_words, words_between
from functions.summarize.lines.verbs import Form, verb_form

Wanted = Literal["past", "third", "participle", "gerund"]
_TO_BE = {"past": "was", "third": "is", "participle": "been", "gerund": "being"}
_STANDING = frozenset("was were had could would did".split())
_MODALS = frozenset("can may must will".split())
_BE = {"am": "is", "is": "is", "are": "is"}


def inflected(reading: LineReading, part: Part, wanted: Wanted) -> tuple[Piece, ...] | None:
    """The verb of the part in the form wanted; None where it cannot be brought to it."""
    place = verb_place(reading, part)
    if place is None:
        return None
    start, end = place
    word = reading.text[start:end]
    if word.lower() in _STANDING or word.lower() in _MODALS:
        return _as_it_stands(reading, part, wanted)
    if word.lower() in _BE:
        return (Piece(to_be(wanted), start, end, wanted), *words_between(reading.text, end, part.end))
    if word.lower() in ("have", "has"):
        return _after_have(reading, part, end, wanted)
    verb = verb_form(word)
    lead = reading.text[part.start : start]
    still = re.search(r"\b(?:now|still)\b", lead, re.IGNORECASE)
    form: Form = "third" if still and wanted == "past" else wanted
    before = () if lead.strip().lower() == "to" else words_between(reading.text, part.start, start)
    before = tuple(
        Piece(piece.text.lower(), piece.start, piece.end, piece.rule or "small") for piece in before
    )
    after = words_between(reading.text, end, part.end)
    told = Piece(verb.inflect(form), start, end, wanted) if verb else None
    return None if told is None else (*before, _unchanged(told, word), *after)


def _after_have(reading: LineReading, part: Part, end: int, wanted: Wanted) -> tuple[Piece, ...] | None:
    """ "Have coached": the participle behind it in the form wanted; a negation is told in the perfect only."""
    rest = Part("verb", end + 1, part.end)
    words = reading.words(rest).lower().split()
    if not words:
        return None
    if words[0] in ("not", "never"):
        return part_words(reading.text, rest) if wanted == "participle" else None
    return inflected(reading, rest, wanted)


def _as_it_stands(reading: LineReading, part: Part, wanted: Wanted) -> tuple[Piece, ...] | None:
    """ "Was not able to meet": told in the past, as it is written."""
    modal = reading.words(part).lower().split()[0] in _MODALS
    if wanted != ("third" if modal else "past"):
        return None
    first, *others = part_words(reading.text, part)
    return (Piece(first.text[:1].lower() + first.text[1:], first.start, first.end, "small"), *others)


def _unchanged(piece: Piece, word: str) -> Piece:
    return Piece(piece.text, piece.start, piece.end, None) if piece.text == word else piece


def verb_place(reading: LineReading, part: Part) -> tuple[int, int] | None:
    """Where the word stands that is inflected: the first that is a verb, behind adverbs."""
    at = part.start
    for raw in reading.words(part).split():
        start = reading.text.index(raw, at)
        word = raw.strip(",.;:()")
        at = start + len(raw)
        lower = word.lower()
        adverb = word_classes().get(lower) == "adverb" or lower == "to"
        if not adverb and (
            verb_form(lower) is not None or lower in _STANDING or lower in _MODALS or lower in _BE
        ):
            return start, start + len(word)
        if word_classes().get(lower) == "preposition" or not (
            adverb or lower.endswith("ly") or "R" in noun_kinds().get(lower, "")
        ):
            return None
    return None


def word_forms(reading: LineReading, part: Part) -> frozenset[Form]:
    """Every form that the verb of the part may be in; empty where there is none."""
    place = verb_place(reading, part)
    if place is None:
        return frozenset()
    word = reading.text[place[0] : place[1]]
    if word.lower() in _STANDING or (word.lower() in ("have", "has") and " " in reading.words(part).strip()):
        return frozenset(("past",))
    if word.lower() in _MODALS or word.lower() in _BE:
        return frozenset(("base",))
    verb = verb_form(word)
    return verb.forms if verb else frozenset()


def is_past_only(reading: LineReading, part: Part) -> bool:
    """Whether the verb can only be read as a past: "led", not "cut" or "lead"."""
    forms = word_forms(reading, part)
    return bool(forms) and forms <= {"past", "participle"}


def base_of(reading: LineReading, part: Part) -> str:
    """The verb's base form, "" where there is none."""
    place = verb_place(reading, part)
    verb = verb_form(reading.text[place[0] : place[1]]) if place else None
    return verb.base if verb else ""


def is_passive(reading: LineReading, part: Part) -> bool:
    """Whether a participle at the head says what was done to the person: "Promoted to ...", "Involved in ..."."""
    place = verb_place(reading, part)
    if place is None or not is_past_only(reading, part):
        return False
    word = reading.text[place[0] : place[1]].lower()
    following = reading.text[place[1] :].split()
    after = following[0].lower().strip(",.'\"") if following else "to"
    rule = rule_words("passive")
    if word_classes().get(after) == "number" and len(following) > 1 and not _TIMES.match(following[1]):
        return _is_prized(
            word, " ".join(following[1:])
        )  # "Hired two thirds of the crew", "Awarded two medals"
    if reading.head == "fragment" and word in rule:
        return True
    fits = after in rule_words("passive", "after") or (
        after[-2:] in ("st", "nd", "rd", "th") and after[0].isdigit()
    )
    fits = fits or re.match(r"\s*\d+ (?:days|weeks|months|years)\b", reading.text[place[1] :]) is not None
    if word in rule_words("passive", "naming") and _is_named(reading, place[1], after):
        return True
    return f"{word}_{after}" in rule or (word in rule and fits) or word_forms(reading, part) == {"participle"}


_TIMES = re.compile(
    r"(?:times|days|weeks|months|years|seasons|grades|ranks|levels|steps|nights|terms)\b", re.IGNORECASE
)


def _is_prized(word: str, things: str) -> bool:
    """Whether so many things are prizes that somebody was given, and gave to nobody."""
    head = head_noun(things).lower().removesuffix("s")
    return (
        word in ("given", "awarded", "granted")
        and head in rule_words("passive", "prizes")
        and " to " not in things
    )


def _is_named(reading: LineReading, end: int, after: str) -> bool:
    """ "Named midwife", "Appointed acting head of station", "Awarded a scholarship": an office or a prize follows."""
    text = reading.text[end:].strip()
    if word_classes().get(after) in ("determiner", "number") or after[:1].isdigit():
        return head_noun(" ".join(text.split()[1:])).lower() in rule_words("passive", "prizes")
    return bool(text) and not is_plural(text) and text[:1] not in "$£€¥₹"


def is_standing_passive(reading: LineReading, part: Part) -> bool:
    """Whether what was done to the person still holds: "authorised", "licensed", "based"."""
    return reading.words(part).lower().split()[0] in rule_words("passive", "standing")


def to_be(wanted: Wanted) -> str:
    """ "was", "is", "been", "being"."""
    return _TO_BE[wanted]
