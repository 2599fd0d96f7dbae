"""A credential as a sentence says it: what it is to the person, with the right article, held or worked for."""

import re
from collections.abc import Iterator

from functions.summarize.confidence import is_certain
from functions.summarize.language.surface import article, common_words, running_case
from functions.summarize.planning.records import Variant
from functions.summarize.planning.titles import small
from functions.summarize.planning.vocabulary import vocabulary
from functions.summarize.resume import Credential, Evidence

_STATE = re.compile(
    r"\b(?:registered|certified|qualified|licen[cs]ed|accredited|chartered|approved)$", re.IGNORECASE
)
_ACRONYM = re.compile(r"^[A-Z][A-Za-z]*[A-Z+][A-Za-z+-]*(?: (?:[IVX]+|\d+))?$")
_BRACKET = re.compile(r"\s*\([^()]*\)")
_PASSIVE = re.compile(
    r"(?:called|admitted|registered|chartered|licensed|certified|trained|sworn) (?:to|with|by|in|as|at)\b",
    re.IGNORECASE,
)
_NAMED_STATE = re.compile(
    r"(?:registered|licensed|certified|chartered|qualified|accredited|nationally \w+ed|approved) (?=\w)",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:^|\s)(?:\w\.)+$")
_TAIL = re.compile(r":\s.*$|\s+[-–—]\s.*$|,\s.*$|\s*/\s.*$")
_COMMON_STATE = re.compile(
    r"(?:registered|chartered|certified|licen[cs]ed|qualified|accredited|trained|approved|enrolled|general|state"
    r"|public|notary|early|emergency|advanced|senior|clinical|professional|mental|occupational|forensic|lead|master"
    r"|associate|fellow|member|internal|journeyman|journeyperson|first|private|commercial|flight|mountain)\b",
    re.IGNORECASE,
)
_LONGEST = 9
_INITIALS_UP_TO = 4
"""Letters of a word in capitals that may be initials: CPR, OSHA."""
_HANGING = re.compile(r"(?:[\s,]+(?:in|of|at|from|by|for|and|the|on|to|with|de|du|en))+$", re.IGNORECASE)
_NOTHING = re.compile(
    r"(?:member|certificates?|licen[cs]es?|diploma|card|certified|training|courses?|holder)", re.IGNORECASE
)
""" What is no credential without a word for which."""


def credential_variants(credential: Credential) -> Iterator[Variant]:
    """The ways to say a credential; none where it is uncertain, refused, lapsed or too long to be said."""
    name = credential.name
    status = credential.status.value if credential.status else None
    text = _TAIL.sub("", _BRACKET.sub("", name.value)).strip(" ;,")
    text = (text if _INITIALS.search(text) else text.strip(".")) or name.value.strip(" .;,()")
    text = re.sub(r"(?i)(licen[cs]e|certificate|permit|card) holder$", r"\1", text.replace(" & ", " and "))
    text = whole_name(text)
    if not is_certain(name) or not text or len(text.split()) > _LONGEST or _NOTHING.fullmatch(text):
        return
    if status in ("in progress", "expected"):
        yield Variant(f"{text} in progress", "phrase", (*name.evidence, *_places(credential)))
        return
    if status is not None:
        return
    evidence = name.evidence
    words = vocabulary()
    if text in words.designations:
        yield Variant(text, "person", evidence)
    elif _STATE.search(text):
        *names, state = text.split(" ")
        joint = (
            "-" if len(names) == 1 and names[0].isupper() else " "
        )  # "EMD-certified", but "Gas Safe registered"
        yield Variant(f"{' '.join(names)}{joint}{state.lower()}", "adjective", evidence)
    elif words.not_certified.match(text):
        yield Variant(_held(text), "noun phrase", evidence)
    elif _ACRONYM.match(text):
        yield Variant(f"{text}-certified", "adjective", evidence)
        yield Variant(text, "noun phrase", evidence)
    elif _PASSIVE.match(text):
        yield Variant(text[:1].lower() + text[1:], "participle", evidence)
    elif _is_person(text):
        yield Variant(text if _is_named(name.value) else _person(text), "person", evidence)
    else:
        yield Variant(_held(text), "noun phrase", evidence)


def whole_name(text: str) -> str:
    """A name in capitals with its common words calmed, without the small words that a cut left behind."""
    words = text.split()
    if text.isupper() and len(words) > 1 and any(_is_common(word) for word in words):
        text = " ".join(word.lower() if _is_common(word) else word for word in words)
    return _HANGING.sub("", text)


def _is_common(word: str) -> bool:
    lower = word.lower()
    return (len(word) > _INITIALS_UP_TO and lower in common_words()) or lower in vocabulary().takes_article


def _is_named(stated: str) -> bool:
    """Whether its initials stand behind it: "Certified Hospitality Executive (CHE)" is the name of a credential."""
    found = re.match(r"(?P<name>[^()]+) \((?P<letters>[A-Z]{2,})\)$", stated.strip())
    return found is not None and "".join(word[0] for word in found["name"].split()) == found["letters"]


def _is_person(text: str) -> bool:
    """Whether a credential says what someone is ("Lead Auditor") and not what someone holds."""
    words = vocabulary()
    is_person = words.person.search(text) or _NAMED_STATE.match(text)
    return bool(is_person) and not words.thing_held.search(text)


def _person(text: str) -> str:
    """Small letters for what anybody of the trade is called; a scheme that lends its name keeps its capitals."""
    named = text.istitle() and not _COMMON_STATE.match(text)
    return text if named or re.search(r"[A-Z]{2}|\d", text) else small(text)


def _held(text: str) -> str:
    """ "Full Irish driving licence" -> "a full Irish driving licence"; names of schemes stand without an article."""
    words = vocabulary()
    text = _as_words(text)
    last = re.split(r"\s(?:of|in|for|with)\s|,", text, maxsplit=1)[0].split()[-1].lower()
    named = any(word.strip(",").lower() in words.takes_article for word in text.split()[1:])
    if last not in words.takes_article and not named:
        return text
    small = running_case(text) if text.split(maxsplit=1)[0].lower() in words.plain_start else text
    return f"{article(small)} {small}"


def _as_words(text: str) -> str:
    """ "Manual handling" -> "manual handling": written as a sentence begins, a credential is told in small letters."""
    first, *others = text.split(" ")
    plain = first.istitle() and first.lower() in common_words() and others
    return f"{first.lower()} {' '.join(others)}" if plain and all(word.islower() for word in others) else text


def _places(credential: Credential) -> tuple[Evidence, ...]:
    return credential.status.evidence if credential.status else ()
