"""Numbers in text, normalised so that "three", "3", "$1.2M" and "1,200,000 dollars" can be compared.

Those in words are read in English, or in another language of `data/numbers.toml`.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

Unit = Literal["plain", "percent", "money"]

_ONES = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen
""".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS: dict[str, int] = (
    {word: number for number, word in enumerate(_ONES)}
    | {word: 10 * number for number, word in enumerate(_TENS, start=2)}
    | {f"{ten}-{one}": 10 * i + j for i, ten in enumerate(_TENS, 2) for j, one in enumerate(_ONES[1:10], 1)}
    | {"dozen": 12, "hundred": 100, "twice": 2, "thrice": 3, "double": 2}
)
_SCALES = {
    "k": 10**3, "thousand": 10**3, "m": 10**6, "mn": 10**6, "mm": 10**6, "mio": 10**6, "million": 10**6,
    "bn": 10**9, "b": 10**9, "billion": 10**9, "lakh": 10**5, "lakhs": 10**5, "crore": 10**7, "crores": 10**7,
}  # fmt: skip
_PERCENT = r"(?:%|(?:per|pour|por)\s?cento?\b|por ciento\b|[Pp]ro[zc]ent\b)"
_NUMBER = re.compile(
    r"(?P<money>[$£€₹¥]|\b(?:USD|EUR|GBP|CHF|INR|NGN|KES|ZAR|AUD|CAD|SEK|NOK|DKK|PLN|BRL|MXN|AED|SGD|US\$|Rs\.?|R\$|kr)\s?)?"
    r"(?P<digits>(?<![\w.,])\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\d.]\d)"
    r"|(?<![\w.])\d{1,3}(?:[,  ’']\d{3})+(?:\.\d+)?|(?<![\d.,])\d+(?:[.,]\d+)?)"
    r"(?:\s?(?P<scale>(?:thousand|million|billion|lakhs?|crores?|mio|bn|mn|mm)\b|[kKmMbB](?![\w])))?"
    r"(?P<plus>\s?\+)?"
    rf"(?:\s?(?P<percent>{_PERCENT}|percentage points?\b|pp\b))?"
    r"(?:\s?(?P<after>[€£$]|(?:dollars|euros|pounds|USD|EUR|GBP|CHF)\b))?"
)

_DIGIT = re.compile(r"\d")
_DOTTED = re.compile(r"(\d{1,3}(?:\.\d{3})+)(,\d+)?")
_PARTED = re.compile(r"(?<=\d)[,  ’'](?=\d{3}(?!\d))")


def _spelt(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(
        rf"\b({'|'.join(sorted(words, key=len, reverse=True))})\b"
        rf"(?:\s(?P<scale>thousand|million|billion)\b)?(?P<percent>\s?{_PERCENT})?",
        re.IGNORECASE,
    )


@cache
def _in_words(language: str) -> tuple[Mapping[str, int], re.Pattern[str]]:
    """The number words of a language with their values, and a pattern for them; those of English where unknown."""
    text = (files("functions.summarize.language") / "data/numbers.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text).get(language)
    if table is None:
        return _WORDS, _spelt(_WORDS)
    counted = table["counted"].replace("\n", " ").strip().split(", ")
    words = {word: number for number, word in enumerate(counted, start=2)} | table["also"]
    return words, _spelt(words)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as meant: its value, unit and whether it is a floor ("8+"), with its place in the text."""

    value: Decimal
    unit: Unit
    floor: bool
    start: int
    end: int
    spelt: bool = False

    @property
    def meaning(self) -> tuple[Decimal, Unit]:
        """What two numbers must share to be the same figure."""
        return self.value, self.unit


@lru_cache(maxsize=512)
def numbers_in(text: str, language: str = "en") -> tuple[Number, ...]:
    """All numbers of a text in order, digits and words of the language (ISO 639-1) alike."""
    words, spelt = _in_words(language)
    found = [_from_digits(match, language) for match in _NUMBER.finditer(text)] if _DIGIT.search(text) else []
    taken = frozenset(place for number in found for place in range(number.start, number.end))
    for match in spelt.finditer(text):
        word = words.get(match[1].lower())  # "ſechs" is found as "sechs", and is none of the words
        if word is not None and taken.isdisjoint(range(match.start(), match.end())):
            unit: Unit = "percent" if match["percent"] else "plain"
            value = Decimal(word) * _SCALES.get((match["scale"] or "").lower(), 1)
            found.append(Number(value, unit, False, match.start(), match.end(), spelt=True))
    return tuple(sorted(found, key=lambda number: number.start))


def _from_digits(match: re.Match[str], language: str) -> Number:
    value = _decimal(match["digits"], language) * _SCALES.get((match["scale"] or "").lower(), 1)
    unit: Unit = "plain"
    if match["percent"]:
        unit = "percent"
    elif match["money"] or match["after"]:
        unit = "money"
    return Number(value.normalize(), unit, bool(match["plus"]), match.start(), match.end())


def _decimal(digits: str, language: str) -> Decimal:
    """The value of digits; a dot before three of them parts thousands outside English, and before ".000" in it."""
    groups = _DOTTED.fullmatch(digits)
    if groups and (language != "en" or groups[2] or digits.count(".") > 1 or digits.endswith(".000")):
        return Decimal(groups[1].replace(".", "") + (groups[2] or "").replace(",", "."))
    plain = _PARTED.sub("", digits)
    return Decimal(plain.replace(",", "."))
