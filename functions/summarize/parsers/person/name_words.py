"""What words may be a name, without honorifics before and letters after it, and in its usual case."""

import re

from functions.summarize.parsers.person.phrase_kinds import is_plain_title
from functions.summarize.parsers.word_lists import pattern, word_index, word_set
from functions.summarize.text.folding import fold
from functions.summarize.text.words import words_of

_WORD = re.compile(r"[asd]/[lpo]|[^\W\d_]+(?:['’`.\-‐‑·][^\W\d_]+)*[.'’]?|\"[^\"]+\"|“[^”]+”|\([^)]+\)")
_MOST_WORDS, _LONGEST = 7, 60
_NO_NAMES = ("label/", "name/label", "name/surname_label", "name/first_label", "page/title")
"""Lists whose entries stand where a name is looked for and are none: labels, what a resume calls itself."""
_OF_DOCUMENTS = frozenset(
    {"resume", "cv", "curriculum", "vitae", "sample", "template", "lebenslauf", "biodata"}
)
_LETTERS = re.compile(r"(?!Ma?c[A-Z])(?=.*[a-z])[A-Z]+[a-z]*[A-Z]{2,}[A-Za-z]*|[A-Z]{2,}[a-z]+[A-Z]*[a-z]*")
"""Letters after a name in mixed case: CPEng, MIEAust, FCPodMed."""
_INITIALS = re.compile(r"[^\W\d_]\. ?[^\W\d_]\.")
_ROMAN = re.compile(r"(?:ii|iii|iv|vi|vii|viii)", re.IGNORECASE)
_SHORT_PREFIX = 2  # letters before an apostrophe that begin a name anew: O'Neill, D'Angelo, not Ndung'u


def may_be_name(text: str) -> bool:
    """Whether every word has the form of a word of a name, and the whole is no label and no job title."""
    words = text.split()
    if not 1 <= len(words) <= _MOST_WORDS or len(text) > _LONGEST:
        return False
    if not all(_WORD.fullmatch(word.strip(",")) and _begins_large(word) for word in words):
        return False
    if any(kind.startswith(_NO_NAMES) for kind in word_index().kinds_of(words_of(text))):
        return False
    return _OF_DOCUMENTS.isdisjoint(fold(text).split()) and not is_plain_title(text)


def _begins_large(word: str) -> bool:
    """Whether it has a capital, or is one of the small words of names: van, de, d'Ávila, al-Rashid."""
    plain, particles = bare_word(word), word_set("name/particle")
    first = re.split(r"['’‐-]", plain)[0]
    return not word[:1].islower() or plain in particles or first in {*particles, "d", "l", "o", "n"}


def bare_word(word: str) -> str:
    """The word as words of names are compared."""
    return fold(word).strip(".,\"“”()'’")


def without_surroundings(text: str) -> tuple[int, int]:
    """Offsets of the name without honorifics before it, and letters and the name of birth after it."""
    begin, end = 0, len(text)
    if by_birth := re.search(rf"[\s,]+\(?{pattern('name/by_birth').pattern}\s+\S+\s*$", fold(text)):
        end = by_birth.start()
    honorifics, letters = word_set("name/honorific"), word_set("name/letters")
    while (match := re.match(r"\s*(\S+)\s+(?:\([^)]{1,6}\)\s*)?", text[begin:end])) and (
        (fold(match[1]) in honorifics and not _INITIALS.match(text[begin:end]))
        or fold(match[1]).startswith("dipl.-")
    ):
        begin += match.end()
    while (match := re.search(r"[\s,]+([^\s,]+)[\s,]*$", text[begin:end])) and (
        fold(match[1].strip("()")) in letters or _LETTERS.fullmatch(match[1])
    ):
        end = begin + match.start()
    return begin, end


def usual_case(name: str) -> str:
    """JANE O'NEILL-SMITH -> Jane O'Neill-Smith; words of one or two letters and mixed case stay as they are."""
    words = name.split(" ")
    every = all(word.isupper() or not any(map(str.isalpha, word)) for word in words)
    return " ".join(_usual_word(word, first=not number, every=every) for number, word in enumerate(words))


def _usual_word(word: str, *, first: bool, every: bool) -> str:
    letters = [letter for letter in word if letter.isalpha()]
    if not word.isupper() or "." in word or len(letters) < (2 if every else 3) or _ROMAN.fullmatch(word):
        return word
    if not first and fold(word) in word_set("name/particle"):
        return word.lower()
    parts = re.split(r"(['’\-‐])", word.lower())
    cased = "".join(
        part
        if number > 1 and parts[number - 1] in "'’" and len(parts[number - 2]) > _SHORT_PREFIX
        else part[:1].upper() + part[1:]
        for number, part in enumerate(parts)
    )
    return re.sub(r"^Mc([a-z])", lambda match: f"Mc{match[1].upper()}", cased)
