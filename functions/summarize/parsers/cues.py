"""How much a phrase sounds like a job title, an employer or a place: small numbers, 0 for "not at all"."""

import re
from functools import cache

from functions.summarize.parsers.words import pattern, phrases, word_list
from functions.summarize.text.folding import fold

_GENDERED = re.compile(r"\s*\((?:[mwfdhx](?:/[mwfdhx*])+|h/f|f/h)\)|[*:_/]in(?:nen)?\b")
_PHRASE_END = re.compile(
    r"\s*(?:,|\(|/|\||;|\+|&|\s[-–—]\s|\b(?:of|for|in|to|at|and|on|with|und|et|y|e|de|des|du|del|della|delle|dei|da|do|dos|di|"
    r"d'|für|fur|im|in der|am|en|au|aux|zu|zur|zum|der|a la|van|voor|i|för|av|til|ds\.)\b|\bd')"
)
_LONGEST = 200
"""Characters: a longer phrase names nothing, and would cost more than it is worth to look at."""

_WORD = re.compile(r"[^\W_](?:[\w'’.\-]*\w)?")
_POSTCODE = re.compile(
    r"^(?:[A-Z]{2,3}\s\d{4,6}(?:-\d{4})?|[A-Z]{1,2}\d[\dA-Z]?\s?\d[A-Z]{2}|[A-Z]{0,2}-?\d{4,6}(?:-\d{3,4})?)$"
)
_CITY_AND_CODE = re.compile(r"^[^\W\d_][\w.'’\- ]+\s([A-Z]{2,3})(?:\s\d{5}(?:-\d{4})?)?$")
_GREATER = re.compile(r"^greater\s.+\sarea$|^.+\s(?:metropolitan|metro|bay)\s(?:area|region)$")

_VOLUNTEER = re.compile(
    r"(?<![^\W_])(?:volunteers?|benevole|voluntari[oa]|ehrenamtliche[rn]?)(?:$|\s*[,(–-])|^(?:volunteer|unpaid|ehrenamtliche[rn]?)\s"
    r"(?!co-?ordinat|manag|program|service|director|recruit|engage|lead|speciali|administrat|centre|center)"
)


def title_strength(text: str) -> float:
    """3 for a phrase that ends in a title noun; less when one merely occurs in it."""
    if len(text) > _LONGEST:
        return 0.0
    plain = _GENDERED.sub("", fold(text)).strip(" .,-–—")
    if not plain or len(plain.split()) > 12:
        return 0.0
    senior = 0.5 if _starts(plain, "title/rank") else 0.0
    phrase = _PHRASE_END.split(plain, maxsplit=1)[0].strip() or plain
    if _ends_in_title_noun(phrase):
        return 3.0 + senior
    if _starts(plain, "title/leading"):
        return 2.5 + senior
    if any(_ends_in_title_noun(part.strip()) for part in _PHRASE_END.split(plain) if part):
        return 2.0 + senior
    return senior + (0.9 if pattern("title/head").search(plain) else 0.0)


def _ends_in_title_noun(phrase: str) -> bool:
    words = _WORD.findall(phrase)
    while words and (words[-1] in _RANKS or words[-1].isdigit()):
        words.pop()
    if not words:
        return False
    last = words[-1].rstrip(".")
    heads = _title_heads()
    return (
        last in heads or " ".join(words[-2:]) in heads or _ends_like_a_title(last) or _hyphenated(last, heads)
    )


_RANKS = frozenset({"i", "ii", "iii", "iv", "v", "a", "b", "c", "jr", "sr", "level"})


def _hyphenated(word: str, heads: frozenset[str]) -> bool:
    return "-" in word and word.rsplit("-", 1)[-1] in heads


def _ends_like_a_title(word: str) -> bool:
    return word.endswith(_title_endings()) and any(
        word.endswith(ending) and len(word) > len(ending) + 2 for ending in _title_endings()
    )


@cache
def _title_heads() -> frozenset[str]:
    return frozenset(fold(word) for word in word_list("title/head"))


@cache
def _title_endings() -> tuple[str, ...]:
    return tuple(fold(word) for word in word_list("title/ending"))


def _starts(plain: str, key: str) -> bool:
    return bool(pattern(key).match(plain))


def is_plain_title(text: str) -> bool:
    """Whether every word is one that titles are made of: "Product Manager", but not "Emma Cook"."""
    words = _WORD.findall(fold(text))
    return (
        len(words) > 1 and _ends_in_title_noun(fold(text)) and all(word in _title_words() for word in words)
    )


@cache
def _title_words() -> frozenset[str]:
    phrases_of = ("title/head", "title/rank", "title/leading", "title/function")
    return frozenset(
        word for key in phrases_of for phrase in word_list(key) for word in _WORD.findall(fold(phrase))
    )


def is_function(text: str) -> bool:
    """Whether the phrase is a field of work that follows a title: "Operations" in "Director, Operations"."""
    functions, plain = pattern("title/function"), fold(text).strip()
    return bool(functions.fullmatch(plain)) or (
        "/" in plain and all(functions.fullmatch(part.strip()) for part in plain.split("/"))
    )


def is_noise(text: str) -> bool:
    """Whether the phrase says nothing about title, employer or place: "Full-time"."""
    plain = fold(text).strip(" .:")
    return (
        not plain
        or not any(letter.isalnum() for letter in plain)
        or bool(pattern("title/noise").fullmatch(plain))
    )


def is_internship(title: str) -> bool:
    """Whether a title names an internship in one of the languages read."""
    return bool(pattern("title/internship").search(fold(title)))


def is_internship_label(text: str) -> bool:
    """Whether the phrase only says that a position is an internship: "Stage" in "Stage : Assistante"."""
    return bool(pattern("title/internship").fullmatch(fold(text)))


def is_volunteer(title: str) -> bool:
    """Whether a title says that nobody was paid; a volunteer manager is, and the Peace Corps is service."""
    plain = fold(title)
    return bool(_VOLUNTEER.search(plain)) and "corps" not in plain


def is_self_employed(text: str) -> bool:
    """Whether the words stand for work without an employer."""
    return bool(pattern("employer/self").search(fold(text)))


def employer_strength(text: str) -> float:
    """3 for a legal form, about 2 for a word that organisations have in their names."""
    plain = fold(text).strip(" ,")
    if not plain or len(plain) > _LONGEST or is_function(text):
        return 0.0
    strength = 0.0
    if _legal_form().search(plain):
        strength = 3.0
    elif pattern("employer/known").search(plain):
        strength = 2.5
    elif pattern("employer/cue").fullmatch(plain) and " " not in plain:
        strength = 0.6
    elif pattern("employer/cue").search(plain):
        strength = 2.5 if _ending_cue().search(plain) else 1.8
    if pattern("employer/self").fullmatch(plain):
        strength = max(strength, 2.0)
    if plain.startswith(("the ", "le ", "la ", "les ", "das ", "el ", "il ", "st. ", "st ")) or "'s" in plain:
        strength += 0.8
    if " & " in plain:
        strength += 0.5
    return strength + (0.2 if text[:1].isupper() else 0.0)


def institution_strength(text: str) -> float:
    """2 for words that places of study have in their names."""
    named = len(text) <= _LONGEST and pattern("school/cue").search(fold(text))
    return 2.0 if named else 0.0


@cache
def _legal_form() -> re.Pattern[str]:
    return re.compile(
        rf"[\w\])].*?[\s,]{phrases(word_list('employer/form')).pattern}\.?(?=$|[\s,)])(?!\s+[a-z]+\s+[a-z]+)"
    )


@cache
def _ending_cue() -> re.Pattern[str]:
    return re.compile(rf"{pattern('employer/cue').pattern}$")


def place_strength(text: str) -> float:
    """2 for a known place, a state code, a post code, or "City ST"."""
    stripped = text.strip(" .,()")
    plain = fold(stripped)
    if not plain or len(plain) > _LONGEST:
        return 0.0
    if pattern("place/region").fullmatch(plain) or pattern("place/city").fullmatch(plain):
        return 2.0
    if stripped in _codes() or _POSTCODE.fullmatch(stripped) or _GREATER.fullmatch(plain):
        return 1.8
    if (city := _CITY_AND_CODE.fullmatch(stripped)) and city[1] in _codes():
        return 2.0
    bare = re.sub(
        r"^(?:greater|central|downtown|north|south|east|west)\s+|^[a-z]{0,2}-?\d{4,5}\s+|\s+[a-z0-9]{2,4}\s?[a-z0-9]{3}$|\s+\d{4,6}$"
        r"|\s+area$|\s+und umgebung$|\s+et peripherie$|\s+y alrededores$",
        "",
        plain,
    )
    known = bare != plain and (
        pattern("place/city").fullmatch(bare) or pattern("place/region").fullmatch(bare)
    )
    return 1.8 if known else 0.0


@cache
def _codes() -> frozenset[str]:
    return frozenset(word_list("place/code"))
