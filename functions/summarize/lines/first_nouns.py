"""Whether a first word that may be a verb is a noun: "Repair requests", "Nursing home visits", "Gowning trainer"."""

import re

from functions.summarize.lines.first_words import acts_in_third_person
from functions.summarize.lines.inflect import verb_place
from functions.summarize.lines.lexicon import word_classes
from functions.summarize.lines.nouns import is_plural
from functions.summarize.lines.records import LineReading, Part
from functions.summarize.lines.rules import rule_words
from functions.summarize.lines.things import is_person
from functions.summarize.lines.verbs import VerbForm, verb_form

_BARE_CHANGE = re.compile(
    r"(?<!from)(?:^|\s)\S*\d[^\s\"”″]*(?: (?:\w+|\(\d+\)))? (?:to|→|->|>) (?:[A-Z]{3} )?\S*\d"
    r"|\b(?:up|down) from\b|^[^a-z]*\d\S*%?$|[+−]\s?\S?\d"
)
_CHANGED = re.compile(r"\bfrom \S*\d\S*(?: \w+)? (?:(?:up|down) )?to \S*\d")
"""A change in full, which is the person's where the verb is one of changing: "Repeat faults from 9% down to 2.5%"."""
_DESCRIBED = re.compile(r"^[^,;(]*\b(?:up|down) \S{0,3}\d|^[^,;(\d]*\d\S*(?: \w+)? (?:to|→|->|>) \S*\d")
"""A thing and its change, and no comma or bracket between: the change is of the thing."""

BEYOND_DOUBT = 0.9
"""From here on the model's word counts more than what a first word or a later one could be: of the lines left out whose
first word it took for a verb against the rule of named work, it was right in 42 of 45 above this, 21 of 27 below. A
gerund, or the third person, names work more often than a base does, and the rule stays above it."""


def is_surely_noun(reading: LineReading, first: Part) -> bool:
    """Whether a first word is a noun beyond doubt: "Repair requests", "Visits with trustees", "Annex 1", "SOP ...".

    Before other words a word that may be both is left uncertain: "Process payroll" and "Process control".
    """
    place = verb_place(reading, first)
    verb = verb_form(reading.text[place[0] : place[1]]) if place else None
    rest = reading.text[first.end :].strip(" .;")
    if verb is None:
        return False
    if _stands_alone(reading, first) or _describes(verb, rest) or _is_attribute(reading.words(first), rest):
        return True
    if "gerund" in verb.forms and (_names_a_person(rest) or names_duties(reading, first)):
        return True
    after = rest.split(maxsplit=1)[0].lower().strip(",") if rest else ""
    if not is_noun(reading, first) or verb.forms & {"past", "gerund"}:
        return False
    acts = verb_form(after)
    named = acts is not None and "third" in acts.forms and "N" in acts.kinds
    before_preposition = word_classes().get(after) == "preposition"
    return named or after.isdigit() or (before_preposition and "base" not in verb.forms)


def is_noun(reading: LineReading, first: Part) -> bool:
    """ "Rework hours 410 to 95": a noun that could be a verb, before a bare change of figures."""
    place = verb_place(reading, first)
    verb = verb_form(reading.text[place[0] : place[1]]) if place else None
    rest = reading.text[first.end :].strip(" .;")
    sure = any(
        _is_only_verb(reading, part) for part in reading.parts if part.tag == "verb" and part is not first
    )
    acts = acts_in_third_person(reading.text, reading.probability)
    doubtful = not (sure or acts) and (
        reading.probability < BEYOND_DOUBT or verb is None or "base" not in verb.forms
    )
    if verb is not None and doubtful and _is_named_work(verb, reading.words(first).lower(), rest):
        return True
    if verb is not None and _is_numbered(verb, reading.words(first).lower(), rest):
        return True
    if verb is not None and (_stands_alone(reading, first) or _describes(verb, rest)):
        return True
    nominal = (
        verb is not None
        and "N" in verb.kinds
        and bool(verb.forms & {"base", "third"})
        and "past" not in verb.forms
    )
    changes = verb is not None and verb.base in rule_words("change", "verbs")
    return nominal and (
        _BARE_CHANGE.search(rest) is not None
        or (_CHANGED.search(rest) is not None and not changes)
        or reading.text[first.end :].lstrip()[:1] in (":", "=")
    )


def _names_a_person(rest: str) -> bool:
    """ "Gowning trainer", "Acting manager when ...": one person without an article, whom nobody gowns or acts."""
    bare = re.match(r"[a-z][\w-]*(?: of\b| for\b| in\b| when\b|$)", rest)
    return (
        bare is not None and is_person(rest.split(maxsplit=1)[0]) and not is_plural(rest.split(maxsplit=1)[0])
    )


def names_duties(reading: LineReading, first: Part) -> bool:
    """ "Landing duties", "Towing and de-fuelling checks": which duties; not "performing checks"."""
    verb = verb_form(reading.words(first).split()[0])
    if verb is None or "gerund" not in verb.forms or verb.base in rule_words("attribute", "performing"):
        return False
    return _DUTIES.match(reading.text[first.end :]) is not None


_DUTIES = re.compile(r" (?:(?:and|&) \S+ing )?(?:duties|checks|drills)\b", re.IGNORECASE)


def _stands_alone(reading: LineReading, first: Part) -> bool:
    """ "Co-author, firm's report", "SOP ...", "Rewires / ...": a comma or stroke and no verb, or only capitals."""
    word = reading.words(first)
    capitals = len(word) > 1 and word.rstrip(",").isupper() and not reading.text.isupper()
    following = next((part for part in reading.parts if part.start >= first.end and part.tag != "mark"), None)
    comma = word.endswith(",") or reading.text[first.end :].lstrip(" ")[:1] in (",", "/")
    return capitals or (comma and following is not None and following.tag not in ("verb", "and"))


def _describes(verb: VerbForm, rest: str) -> bool:
    """ "Embodied carbon down 27%", "Mishandled bags 11.8 to 4.2": a participle that says which thing changed."""
    moves = verb.base in rule_words("change", "verbs") or "past" not in verb.forms
    return not moves and _DESCRIBED.search(rest) is not None


def _is_attribute(first: str, rest: str) -> bool:
    """ "Fitting rooms", "Rotating shifts", "Extended school year": a first word that says which thing is meant."""
    words = rest.lower().split()
    word, after = first.lower(), words[0].strip(",") if words else ""
    if word_classes().get(after) in ("determiner", "pronoun"):
        return False
    if word in rule_words("attribute") or f"{word}_{after}" in rule_words("attribute", "pairs"):
        return True
    bare = word in rule_words("attribute", "states") and 0 < len(words) < _OPEN_OBJECT
    return bare and all(word_classes().get(one, "unit") == "unit" and one.isalpha() for one in words)


_OPEN_OBJECT = 4
"""Words behind a participle from which on it is an act that lacks its articles: "Extended factory warranty scheme"."""


def _is_only_verb(reading: LineReading, part: Part) -> bool:
    """Whether the verb of a part is no noun as well, so that a series with it is one of verbs."""
    place = verb_place(reading, part)
    verb = verb_form(reading.text[place[0] : place[1]]) if place else None
    return verb is not None and "N" not in verb.kinds and not verb.forms & {"past", "participle"}


def _is_named_work(verb: VerbForm, word: str, rest: str) -> bool:
    """ "Changing of moulds", "Drug audits", "Nursing home visits": a thing, though it begins like a verb.

    A word that is a noun as often is a verb before an article, a figure or a preposition that a verb takes, and where
    it is hardly ever anything else.
    """
    after = rest.split(maxsplit=1)[0].lower().strip(",") if rest else ""
    known = word_classes().get(after) in ("determiner", "number", "pronoun")
    if known or verb.forms & {"past", "participle"}:
        return False
    plain = verb.base in rule_words("named_work", "plain")
    if after[:1].isdigit() or after[:1] in "$£€¥₹":
        return False
    if word in rule_words("named_work", "qualities"):
        return True
    if "third" in verb.forms and "base" not in verb.forms:
        return "N" in verb.kinds and not plain
    if "gerund" in verb.forms:
        served = word == "handling" and _SERVED.search(rest) is not None
        return after == "of" or (word in rule_words("named_work") and after != "new" and not served)
    return not (plain or "N" not in verb.kinds or _governs(verb, after, rest))


_SERVED = re.compile(
    r"\b(?:for|of|from|with) (?:(?:about|around|over|up to|more than) )?(?:\d|all\b|an?\b|the\b)"
)
"""For whom something is handled, which says that somebody does it: "Handling payroll for 430 staff"."""


def _is_numbered(verb: VerbForm, word: str, rest: str) -> bool:
    """ "Annex 1 gap assessment", "Level 3 diploma": a number that names."""
    after = rest.split(maxsplit=1)[0].strip(",") if rest else ""
    named = word in rule_words("named_work", "numbered") or (after == "1" and "N" in verb.kinds)
    return after.isdigit() and named and verb.base not in rule_words("named_work", "plain")


def _governs(verb: VerbForm, after: str, rest: str) -> bool:
    """Whether a word that may be a noun governs what follows: "discharge patients to", "report to", "set up"."""
    acts = verb_form(after)  # "Farm visits to growers": what goes is an act itself
    if is_plural(after) and acts is None and re.match(r"\S+ (?:\w+ )?(?:to|into|from)\s", rest):
        return True
    intransitive = verb.base in rule_words("named_work", "intransitive")
    prepositions = rule_words("named_work", "prepositions") if intransitive else frozenset()
    return after in prepositions or after in rule_words("named_work", "particles")
