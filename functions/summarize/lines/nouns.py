"""Noun phrases: their head, their number, and the article that a sentence needs before them."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from functions.summarize.language.surface import article
from functions.summarize.lines.lexicon import noun_kinds, word_classes
from functions.summarize.lines.records import Piece
from functions.summarize.lines.rules import mass_nouns, rule_words
from functions.summarize.lines.verbs import verb_form

_BREAKS = frozenset(("preposition", "be", "relative", "bag", "pronoun"))
_WITHOUT_ARTICLE = (
    "ware",
    "ing",
    "ism",
    "ity",
    "ics",
    "ance",
    "ence",
    "isation",
    "ization",
    "ars",
    "ers",
    "ns",
)
_JOINED = re.compile(r"\band\b|(?<!\w)&")
_COMMON = re.compile(r"[a-z][a-z-]+")
_PLURALS = frozenset("staff people police children men women".split())


_BEHIND = frozenset("together alone twice daily nightly weekly monthly".split())
"""Words that say how a thing is done, behind it: "home visits together with a colleague"."""
_MEASURES = (
    r"(?:worth|valued|priced|costing|total+ing|exceeding|averaging|comprising|spanning|weighing|amounting"
    r"|consisting|numbering|surpassing|approaching)"
)
"""Words that measure the thing before them: none is what a phrase is about."""
_OF_IT = (
    r"\w{2,}(?:ing|ed)(?=\s(?:[#~$£€¥₹₦₱]|[A-Z]{0,3}[$£€]?\d|(?:a|an|the|all|some|up|over|more|around|about|nearly|both|two|three"
    r"|four|five|six|seven|eight|nine|ten|across|along|throughout)\s))"
)
"""A verb that tells of the thing before it, with what follows it: "a line producing 40 tonnes a day"."""
_TOLD_OF = re.compile(rf"\s(?:(?P<measure>{_MEASURES})(?=\s|$)|(?P<verb>{_OF_IT}))")


@lru_cache(maxsize=2048)
def head_noun(text: str) -> str:
    """The word that the phrase is about: the last one before a preposition or a comma."""
    head = ""
    for raw in _up_to_told_of(text).split():
        word = raw.strip("()'\"")
        if head and (word_classes().get(word.lower().rstrip(",")) in _BREAKS or word.lower() in _BEHIND):
            break
        head = word.rstrip(",;.")
        if raw.endswith((",", ";")):
            break
    return head


def up_to_preposition(text: str) -> str:
    """The beginning of a noun phrase with its head: what stands before a preposition or what is told of the thing."""
    return _up_to_told_of(_PREPOSITION.split(text, maxsplit=1)[0])


def _up_to_told_of(text: str) -> str:
    """What stands before a word that measures the thing or tells of it; "training across 9 branches" is a thing."""
    for found in _TOLD_OF.finditer(text):
        verb = verb_form(found["verb"]) if found["verb"] else None
        acts = verb is not None and verb.forms & {"gerund", "participle"} and "base" not in verb.forms
        governs = re.match(r"\s\S*\d", text[found.end() :]) is not None
        if found["measure"] or (acts and (governs or found["verb"].lower() not in noun_kinds())):
            return text[: found.start()]
    return text


@lru_cache(maxsize=1024)
def is_plural(text: str) -> bool:
    """Whether a verb after this subject is plural."""
    before = up_to_preposition(text)
    if _JOINED.search(before):
        return True
    head = head_noun(text).lower()
    if head in _PLURALS or head in mass_nouns():
        return head in _PLURALS
    kinds = noun_kinds().get(head)
    if kinds is not None:
        return "P" in kinds and "N" not in kinds
    verb = verb_form(head)
    ends_plural = (
        head.endswith("s") and not head.endswith(("ss", "us", "is")) and not head_noun(text).isupper()
    )
    return "N" in verb.kinds if verb and "third" in verb.forms else ends_plural


_NO_THING = frozenset(("preposition", "pronoun", "be", "relative"))


def is_thing(text: str) -> bool:
    """Whether words can follow "with": not "in the team since 2023", not "studied part-time"."""
    first, _, rest = text.partition(" ")
    word = first.lower().strip(",")
    if word_classes().get(word) in _NO_THING or not rest:
        return word_classes().get(word) not in _NO_THING
    verb = verb_form(word)
    past = verb is not None and verb.forms <= {"past", "participle"} and "A" not in verb.kinds
    following = rest.split(maxsplit=1)[0].lower()
    past = past or (verb is None and re.fullmatch(r"\w{3,}[iy][sz]ed", word) is not None)
    return not (past and (word_classes().get(following) is not None or following[:1].isdigit()))


_PREPOSITION = re.compile(
    r"\s(?:of|for|in|on|at|per|from|by|with|to|about|under|over|between|that|which|along|across|within|throughout)\s"
)
_NUMBERED = re.compile(r"No\. \d+ [a-z]")
_ADJECTIVE = re.compile(
    r"(?:\d+-[a-z]|(?:new|own|single|daily|weekly|monthly|quarterly|annual)\s)", re.IGNORECASE
)
_MEASURED = re.compile(
    r"(?:\d[\d.,]*[ -](?P<measure>[A-Za-z]+)"
    r"|(?:[A-Z]{2,3} ?|[A-Z]{0,2}[$£€¥₹₦₪])\d[\d.,]*(?:[kmKM]|[bm]n)?)(?: (?!an? |each |or )[a-z][a-z-]+){1,5}"
)
_AMOUNT = re.compile(r"[$£€¥₹]\d\S*\s(?!of\b|in\b|from\b)[a-z]+\s\w")


ADVERBS = frozenset("abroad overseas offshore onsite nationwide worldwide remotely daily weekly".split())
"""Words that look like things and say where or how often: no article stands before them."""


@lru_cache(maxsize=1024)
def needs_article(text: str) -> bool:
    """Whether a singular noun that can be counted stands bare: "request backlog", not "costs", "Google" or "£3m"."""
    if not text.strip() or text.split(maxsplit=1)[0].lower() in ADVERBS:
        return False
    before = up_to_preposition(text)
    if re.search(r",|\band\b|&|/|\bor\b", before) or is_rate(before):
        return False
    if _ADJECTIVE.match(text):
        return not is_plural(text) and head_noun(text).lower() not in mass_nouns()
    if is_measured(before):
        return True
    amount = _AMOUNT.match(text) is not None and not any(map(_is_no_noun, before.split()))
    bare = amount or _is_bare(text.split(maxsplit=1)[0])
    return _NUMBERED.match(text) is not None or (bare and _is_counted(before, head_noun(text).lower()))


@lru_cache(maxsize=1024)
def is_rate(phrase: str) -> bool:
    """Whether a phrase names what is measured as a share, or a place on a scale: "sick leave", "on-time delivery"."""
    words = phrase.lower().split()
    how = rule_words("rate", "qualities").intersection(words[:1])
    return bool(how) or "_".join(words[-2:]) in rule_words("rate") or _ON_SCALE.search(phrase) is not None


_ON_SCALE = re.compile(r"\b(?:[Gg]rades?|[Ll]evels?|[Bb]ands?|[Yy]ears?|[Ss]tages?) (?:[A-D]|\d)\S*$")


def is_measured(phrase: str) -> bool:
    """Whether a figure describes one thing: "3 kW converter", "14 bay workshop", "$6.4M package"; not "12 crew"."""
    measured = _MEASURED.fullmatch(phrase)
    if measured is None or is_plural(phrase) or any(map(_is_no_noun, phrase.split())):
        return False
    unit = measured["measure"]
    return (unit is None or unit in rule_words("measured")) and _is_one(phrase, head_noun(phrase))


_NAME = re.compile(
    r"(?P<thing>(?:[A-Z][a-z]+(?:an|ish|ese|ch) )?[a-z][a-z-]+(?: [a-z][a-z-]+)?)(?: [A-Z][a-z]{2,}){1,3}"
)
_PERSON = re.compile(r"(?:er|or|ist|ian|man|woman|chef|coach|minister|judge|nurse)$")


def is_called(phrase: str) -> bool:
    """Whether a thing has its own name behind it: "French brasserie Lucette", not "level Four" or "chef Bocuse"."""
    named = _NAME.fullmatch(phrase)
    head = named["thing"].rsplit(" ", 1)[-1] if named else ""
    plain = head not in rule_words("named_work", "numbered") and not _PERSON.search(head)
    return named is not None and plain and _is_one(named["thing"], head)


def _is_one(phrase: str, head: str) -> bool:
    """Whether a phrase ends in one thing: that can be counted, or that no list knows ("brasserie", "sachet")."""
    known = head.lower() in noun_kinds() or head.lower() in mass_nouns() or verb_form(head) is not None
    rare = not known and re.fullmatch(r"[a-z]{5,}", head) is not None
    return _is_counted(phrase, head.lower()) or (rare and not head.endswith(("s", *_WITHOUT_ARTICLE)))


def is_counted_noun(phrase: str) -> bool:
    """Whether a phrase of common words ends in one thing that can be counted: "licence audit", "safety committee"."""
    words = phrase.split()
    common = all(map(_COMMON.fullmatch, words))
    bare = head_noun(phrase) in rule_words("bare") or not words or _is_no_noun(words[0])
    return len(words) > 1 and common and not bare and needs_article(phrase)


def _is_no_noun(word: str) -> bool:
    """A particle, a participle or a scale, which describes no thing: "€96K paid out", "₹41 crore"."""
    known = word_classes().get(word) in (
        "direction",
        "preposition",
        "adverb",
        "unit",
        "determiner",
        "pronoun",
    )
    verb = verb_form(word)
    done = verb is not None and verb.forms <= {"past", "participle"} and "A" not in verb.kinds
    return (known and word not in rule_words("measured")) or done or word in rule_words("measured", "scales")


def _is_bare(first: str) -> bool:
    """Whether the first word is neither a figure, a quotation nor a word that stands for an article."""
    if re.search(r"\d|['\"“‘]", first) or first[0] in "$£€¥₹₱#-−+(":
        return False
    if first.lower() in ("up", "over", "about", "around", "nearly", "more"):
        return False  # "up to 144 splices"
    stands = ("determiner", "pronoun", "number", "preposition", "bag", "adverb")
    return word_classes().get(first.lower().strip(",")) not in stands


def _is_counted(phrase: str, head: str) -> bool:
    """Whether the phrase ends in a common noun, in the singular, of what can be counted."""
    kinds = noun_kinds().get(head, "")
    common = not phrase.rsplit(maxsplit=1)[-1][:1].isupper() and "N" in kinds and "P" not in kinds
    return common and head not in mass_nouns() and not head.endswith(_WITHOUT_ARTICLE)


def with_article(pieces: Sequence[Piece], kind: Literal["a", "the"]) -> tuple[Piece, ...]:
    """The phrase with the article that it needs, if it needs one."""
    text = " ".join(piece.text for piece in pieces)
    if not needs_article(text):
        return tuple(pieces)
    group = re.match(r"(\w+) of \d", text)  # "a crew of 8": the line names it for the first time
    first = "-" not in text.split()[0] and is_measured(
        up_to_preposition(text)
    )  # and so a thing with its measure
    kind = "a" if first or (group and group[1].lower() in rule_words("leads")) else kind
    return (Piece(article(text) if kind == "a" else "the", None, None), *pieces)
