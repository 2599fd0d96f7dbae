"""What stands beside a title and belongs to it: a head's department, a nurse's ward, what somebody manages."""

import re
from dataclasses import replace
from functools import cache
from importlib.resources import files

from functions.summarize.confidence import LEAST, is_certain
from functions.summarize.language.surface import common_words
from functions.summarize.lines.lexicon import noun_kinds
from functions.summarize.planning.records import Variant
from functions.summarize.resume import Fact
from functions.summarize.text.folding import fold

_NURSE = re.compile(
    r"\b(?:nurse|midwife|RN|RGN)(?: and (?:team lead(?:er)?|shift lead(?:er)?|in-charge))?$", re.IGNORECASE
)
_CARE = re.compile(
    r"(?:labou?r (?:&|and) delivery|intensive care|critical care|palliative care|dialysis|oncology|pa?ediatrics"
    r"|cardiology|neonatology|maternity)",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"(?:(?:(?:adult|pa?ediatric|neonatal|medical|surgical|cardiac|coronary|general|mixed) )?(?:[A-Z]?ICU|[CH]CU|HDU)"
    r"|A&E|ER|(?!(?:business|job|family)\b)(?:[A-Z][\w-]* ){1,4}(?:unit|ward|room|theatres?))",
    re.IGNORECASE,
)
_HEAD = re.compile(r"(?:^|\band |, )(?:deputy )?head$")
_DEPARTMENT = re.compile(
    r"(?:Department|Dept\.?|Faculty|School|Division|Section|Unit|Institute|Chair) of [A-Z][\w ,&-]*$"
)


def with_note(title: Variant, note: Fact[str] | None, text: str) -> Variant:
    """A title with what stands beside it: "head" with what of, a nurse with the unit, a manager with what for."""
    unit = None
    if note is not None:
        unit = _unit(title.text, note) or (
            _subject(title.text, note) if _is_beside(title, note, text) else None
        )
    if note is not None and unit:
        return replace(title, text=f"{title.text} {unit}", evidence=(*title.evidence, *note.evidence))
    if (
        note is None
        or not is_certain(note)
        or not (_HEAD.search(title.text) and _DEPARTMENT.match(note.value))
    ):
        return title
    evidence = (*title.evidence, *note.evidence)
    return replace(title, text=f"{title.text} of the {note.value}", evidence=evidence)


def _unit(title: str, note: Fact[str]) -> str | None:
    """ "In the ICU": where nurses work, which says what they know; no house, no shift and no rank."""
    place = note.value.strip()
    if note.confidence < LEAST or not _NURSE.search(title) or " in " in title:
        return None
    name = " ".join(lowered(word) for word in place.split())
    name = name.replace(" & ", " and ")
    if _CARE.fullmatch(place):
        return f"in {name}"
    if not _UNIT.fullmatch(place) or fold(name) in fold(title):
        return None
    return f"{'on' if name.endswith('ward') else 'in'} the {name}"


def _is_beside(title: Variant, note: Fact[str], text: str) -> bool:
    """Whether a note stands right behind its title, on the same line."""
    end, begin = title.evidence[-1].end, note.evidence[0].start
    return _SIGN.fullmatch(text[end:begin]) is not None if end <= begin else False


def _subject(title: str, note: Fact[str]) -> str | None:
    """ "For infant nutrition": what somebody manages, sells or works on, in common words; no house, place or terms."""
    name = note.value.strip()
    stated = re.findall(r"[^\W\d_]+", name)
    words = [word.lower() for word in stated]
    topics = all(_is_topic(word) for word in stated)
    sure = note.confidence >= (_TOPIC_LEAST if name[:1].isupper() else LEAST)
    learned = _PRACTISES.search(title) is not None
    if not sure or not ((learned or _FOR.search(title)) and _TOPIC.fullmatch(name)) or not topics:
        return None
    if _NO_TOPIC.search(name) or not set(words).isdisjoint(title.lower().split()):
        return None
    subject = " ".join(lowered(word) for word in name.replace(" & ", " and ").split())
    return f"{'in' if learned else 'for'} {subject}"


def _is_topic(word: str) -> bool:
    """Whether a word is one of the language, or the known letters of a field: "NPD", "WASH"."""
    return word.lower() in common_words() or word.lower() in noun_kinds() or word in _fields()


@cache
def _fields() -> frozenset[str]:
    listed = (files("functions.summarize.planning") / "data/title_topics.txt").read_text(encoding="utf-8")
    return frozenset(listed.split())


_TOPIC_LEAST = 0.5
"""From which on a note right behind its title is told, where its words name a field: whether it is a note is in doubt
below, not what it says.
"""
_PRACTISES = re.compile(r"\b(?:physician|surgeon|senior consultant|registrar)$")
"""Who practises in a field."""


_SIGN = re.compile(r"(?:,| \(| [-–—|/])[ \t]*")
_FOR = re.compile(
    r"\b(?:manager|representative|engineer|lead|specialist|executive|consultant|analyst|scientist|buyer|planner"
    r"|co-?ordinator|officer|advis[eo]r|developer|director)$"
)
_TOPIC = re.compile(r"[^\W\d_][\w'’&-]*(?: (?:[\w'’-]+|&)){0,3}")
_NO_TOPIC = re.compile(
    r"\b(?:contract\w*|cover|basis|charge|remote|hybrid|perm\w*|temp\w*|freelance|seasonal|casual|acting|interim|grade"
    r"|level|full|part|time|job|student|intern\w*|volunt\w*|self|employed|agency|leave|shifts?|nights?|days?|hours?"
    r"|team|division|dep\w*|branch|unit|site|project|desk|office|headquarters|hq|region\w*|area|international"
    r"|north\w*|south\w*|east\w*|west\w*|central|group|company|street|road|park|hall|house|hospital|school|college"
    r"|university|institute|authority|council|ministry|promot\w*|second\w*|various|several|clients?|class|junior|senior|boards?|dual|roles?)\b",
    re.IGNORECASE,
)
"""What a note says beside the subject of the work: terms, places, houses, ranks."""


def lowered(word: str) -> str:
    """A word of a place in small letters; letters of a shortened name and a person's name keep theirs."""
    plain = all(part in common_words() for part in re.findall(r"[^\W\d_]+", word.lower()))
    shortened = re.search(r"[A-Z]{2}|\d", word) and not (word.isupper() and len(word) > _SHORTENED)
    return word.lower() if plain and not shortened else word


_SHORTENED = 4
"""Letters of a shortened name in capitals."""
