"""The surface of English sentences: case, articles, lists, spacing. Pure string rules, no facts."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SILENT_H = ("hour", "honest", "honour", "honor", "heir")
_YOU_SOUND = ("uni", "use", "user", "usa", "eu", "ukr", "ut", "one", "once", "ubi")
_YOU_EXCEPTIONS = ("unin", "unim", "unid", "utter")
_VOWEL_LETTERS = frozenset("AEFHILMNORSX")
_SPOKEN_AS_WORDS = frozenset("SAS SOC LAN MAC MIG RAD RAF RAID REST SIM SCADA SCRUM SWAT SaaS".split())
"""Short ones that no rule tells from initials; longer ones are words where they can be pronounced."""
_CURRENCY_CONSONANT = re.compile(
    r"(?:(?:NZ|HK|NT|US)\$|(?:EUR|NZD|HKD|MXN|RUB|RON|SEK|SGD|SAR|LKR|HUF|MYR|NOK|NGN) ?\d)"
)
"""Currencies read by their names: "a NZ$210m package", a New Zealand dollar one."""
_ONSET = "(?:[BCDFGHJKLMNPRSTVWXZ]|[BCFGPKS]L|[BCDFGPKT]R|S[CKMNPTW]|S[CPT]R|[CSTPW]H|TW|QU)"
_VOWEL = re.compile(r"[AEIOU]")
"""Without one letters are spelt out: "an NYSC certificate"."""
_PRONOUNCED = re.compile(rf"{_ONSET}(?:[AEIOUY]{{1,2}}[BCDFGHJKLMNPQRSTVWXZ]{{1,3}})+[AEIOUY]{{0,2}}")


@cache
def common_words() -> frozenset[str]:
    """Words that take a small letter inside a sentence; everything else keeps the resume's own letters."""
    text = (files("functions.summarize.language") / "data/common_words.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))


def running_case(phrase: str) -> str:
    """A title or a term as it stands inside a sentence.

    "Senior Backend Engineer" -> "senior backend engineer"; names, acronyms and unknown words keep their letters;
    a phrase shouted in capitals is calmed first: "HEAD CHEF, NHS" -> "head chef, NHS".
    """
    shouted = phrase.isupper() and len(phrase) > 4
    return _WORD.sub(lambda match: _running_word(match.group(), shouted=shouted), phrase)


def _running_word(word: str, *, shouted: bool) -> str:
    lower = word.lower()
    if len(word) > 1 and (word.istitle() or (shouted and word.isupper())):
        letters = shouted and len(word) <= _LETTERS_UP_TO and not _SPOKEN.search(lower)
        if lower in common_words() and not letters:
            return lower
        if shouted and len(word) > 4:
            return word.capitalize()
    return word


_LETTERS_UP_TO = 4
_SPOKEN = re.compile(r"[aeiouy]")
"""Without one a short word in capitals is letters: "CNC MACHINIST"."""


def capitalise(sentence: str) -> str:
    """A capital on the first letter, unless the first word is spelt with an inner capital ("iOS", "eBay")."""
    first = sentence.split(maxsplit=1)[0] if sentence.strip() else ""
    return sentence if any(letter.isupper() for letter in first) else sentence[:1].upper() + sentence[1:]


_BREAK = re.compile(r"[\s\-/,]")
_BEFORE_MARK = re.compile(r" +(?:([,;:)]|\.(?!\w))|(?<=\d )(%))")
_BEHIND_BRACKET = re.compile(r"([(]) +")
_DOUBLED = re.compile(r",(?=[,.])")
_STOPS = re.compile(r"\.{2,}$")


def article(following: str) -> str:
    """ "a" or "an" for the words that follow, by sound: an MBA, a university, an hour, an 8-person team."""
    word = _BREAK.split(following.lstrip("\"'(“‘"), maxsplit=1)[0]
    if not word or _CURRENCY_CONSONANT.match(following):
        return "a"
    if word[0].isdigit():
        return "an" if re.match(r"8|11(?!\d)|18(?!\d)|11,|18,", word) else "a"
    if word[0] in "$£€₹":
        return article(word[1:])
    return "an" if _starts_with_vowel_sound(word) else "a"


def _starts_with_vowel_sound(word: str) -> bool:
    letters = re.match(r"[^\W\d_]+", word)
    name = letters.group() if letters else word
    pronounced = _PRONOUNCED.fullmatch(name) is not None and _VOWEL.search(name) is not None
    word_like = name in _SPOKEN_AS_WORDS or (len(name) > 3 and pronounced)
    spelt_out = name[:2].isupper() and len(name) <= 5 and not word_like
    if spelt_out or len(name) == 1:
        return name[:1].upper() in _VOWEL_LETTERS and not (len(name) == 1 and name.lower() == "u")
    lower = name.lower()
    if lower.startswith(_SILENT_H):
        return True
    if lower.startswith(_YOU_SOUND) and not lower.startswith(_YOU_EXCEPTIONS):
        return False
    return lower[0] in "aeiouàáâäéèêëíîïóôöúü"


def listing(items: Sequence[str], conjunction: str = "and") -> str:
    """ "a", "a and b", "a, b and c"; where one of the last two holds an "and" they are joined by "as well as"."""
    if len(items) < 2 or conjunction == ",":
        return ", ".join(items)
    doubled = conjunction == "and" and any(" and " in item for item in items[-2:])
    last = "as well as" if doubled else conjunction
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


_NAMED_WITH_THE = re.compile(
    r"(?:University|Ministry|Department|Institute|College|School|Faculty|Office|City|Port|Bureau|Embassy|Society"
    r"|Government) (?:of|for) "
    r"|(?:Royal|British|US|U\.S\.|United States|Indian|Canadian|Australian|French|German|Irish) "
    r"(?:\S+ )?(?:Army|Navy|Air Force|Marine Corps|Marines|Coast Guard|Armed Forces)$"
)


def in_sentence(name: str) -> str:
    """An organisation as it stands after "at" or "from": "the US Army", "the University of Leeds", "Kestrel Foods"."""
    return f"the {name}" if _NAMED_WITH_THE.match(name) else name


@lru_cache(maxsize=512)
def tidy(sentence: str) -> str:
    """One space between words, none before punctuation, a capital at the start, one full stop at the end."""
    text = " ".join(sentence.split())
    text = _BEFORE_MARK.sub(lambda match: match[0].strip(), text)
    text = _BEHIND_BRACKET.sub(r"\1", text)
    text = _DOUBLED.sub("", text)
    text = _STOPS.sub(".", text)
    if text and text[-1] not in ".!?":
        text += "."
    return capitalise(text)
