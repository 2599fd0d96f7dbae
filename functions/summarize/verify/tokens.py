"""A text cut into the tokens that are compared: words by their stems, figures by value, unit and currency."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from functions.summarize.language.function_words import ENGLISH, FunctionWords
from functions.summarize.language.numbers import Number, Unit, numbers_in
from functions.summarize.language.words import WORD, fold, stem, wording

Amount = tuple[Decimal, Unit]
Meaning = tuple[Decimal, Unit, str]
"""An amount and its currency."""
_CURRENCIES = {
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "£": "GBP", "gbp": "GBP", "pounds": "GBP", "$": "USD",
    "usd": "USD", "us$": "USD", "dollars": "USD", "₹": "INR", "inr": "INR", "rs": "INR", "rs.": "INR", "¥": "JPY",
    "chf": "CHF", "kr": "KR", "r$": "BRL", "₦": "NGN", "ngn": "NGN", "₪": "ILS", "c$": "CAD", "nt$": "TWD",
    "nz$": "NZD", "a$": "AUD", "s$": "SGD", "hk$": "HKD",
}  # fmt: skip
_BEFORE = re.compile(r"(?:US|C|NT|NZ|A|S|HK|R)?[$€£₹¥₦₪]\s?$|\b[A-Z]{3}\s?$|\b[Kk]r\s?$|\bRs\.?\s?$|\bR$")
_AFTER = re.compile(
    r"^\s?(?:[€£$]|(?:EUR|USD|GBP|CHF|NGN|KES|SEK|NOK|DKK|PLN|ZAR|INR|euros?|dollars|pounds|kr)\b)"
)
_NEAR = 16
"""Characters beside a figure or a word that are looked at: the longest sign or name, a space, and one more."""
LEAD = 40
"""Characters before a figure that may say how it is meant: the longest phrase ("approximately", "by just under"), the
sign of a currency, and spaces."""
_GENERATIONS = re.compile(r"(?<![\w.])\d{1,2}[GDP](?!\w)")
"""5G, 3D, 4P: a word, not a figure."""
_MARKS = re.compile(r"[,;:()&/–—|]|\s[-–]\s|->|→")
_ORDINALS = {
    word: number
    for number, word in enumerate(
        "second third fourth fifth sixth seventh eighth ninth tenth".split(), start=2
    )
}
_PER = re.compile(r"\b(?:an?|per|each|every)\s*$", re.IGNORECASE)
_CONNECTING = frozenset("once later approximately roughly strongest".split())
NEGATIONS = frozenset("not never no without nor neither cannot".split())


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a figure or a mark of a text, with its place. `free` words say nothing about the person.

    `word` is the text folded, or the English word that does the same in a sentence: "and" of "und".
    """

    text: str
    start: int
    end: int
    word: str
    stem: str = ""
    meaning: Meaning | None = None
    number: Number | None = None
    free: bool = False

    @property
    def is_content(self) -> bool:
        """Whether a fact must hold it."""
        return bool(self.stem or self.meaning) and not self.free


@lru_cache(maxsize=512)
def tokens_of(text: str, function_words: FunctionWords = ENGLISH) -> tuple[Token, ...]:
    """All tokens in order. A figure inside a word ("K8s") is part of the word."""
    text = function_words.parted(text)
    words = (*WORD.finditer(text), *_GENERATIONS.finditer(text))
    within = _places((match.start() + 1 - match.group()[0].isdigit(), match.end()) for match in words)
    figures = [
        number
        for number in numbers_in(text, function_words.language)
        if number.start not in within and not _is_one(number)
    ]
    found = [_figure(text, number) for number in figures]
    taken = _places((number.start, number.end) for number in figures)
    labels = _places(match.span() for match in function_words.label.finditer(text))
    found += [
        _word(
            match.group().rstrip("."),
            match.start(),
            text[max(0, match.start() - _NEAR) : match.start()],
            function_words,
            is_label=match.start() in labels,
        )
        for match in words
        if taken.isdisjoint(range(match.start(), match.end()))
    ]
    covered = _places((token.start, token.end) for token in found)
    found += [
        Token(mark.group().strip(), mark.start(), mark.end(), fold(mark.group().strip()), free=True)
        for mark in _MARKS.finditer(text)
        if mark.start() not in covered
    ]
    return tuple(sorted(found, key=lambda token: token.start))


def place_of(token: Token, tokens: Sequence[Token]) -> int:
    """Where a token stands among those of its text."""
    return bisect_left(tokens, token.start, key=lambda one: one.start)


def lead(text: str, start: int) -> str:
    """What stands right before a place of a text, as much of it as a phrase that leads to a figure is long."""
    return text[max(0, start - LEAD) : start]


def _places(spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Every place of a text that lies in one of the spans."""
    places: set[int] = set()
    for start, end in spans:
        places.update(range(start, end))
    return frozenset(places)


def currency(text: str, number: Number) -> str:
    """The ISO code of an amount's currency where its sign or name says it, else empty."""
    if number.unit != "money":
        sign = _sign_before(text, number)
        return _code(sign.group()) if sign and not sign.group().strip().isalpha() else ""
    span = text[number.start : number.end]
    before, after = _sign_before(text, number), _AFTER.match(text[number.end : number.end + _NEAR])
    lead = re.match(r"[^\d]+", span)
    tail = re.search(r"[€$£]|[A-Za-z]{3,}$", span)
    signs = [
        (before.group() if before else "") + (lead.group() if lead else ""),
        tail.group() if tail else "",
        after.group() if after else "",
    ]
    return next((code for code in map(_code, signs) if code), "")


def _sign_before(text: str, number: Number) -> re.Match[str] | None:
    return _BEFORE.search(text, max(0, number.start - _NEAR), number.start)


def _code(sign: str) -> str:
    plain = sign.strip().lower()
    return _CURRENCIES.get(plain, plain.upper() if re.fullmatch(r"[a-z]{3}", plain) else "")


def _is_one(number: Number) -> bool:
    """ "one of", "one-stop": a word before it is a figure."""
    return number.spelt and number.value == 1


def _figure(text: str, number: Number) -> Token:
    span = text[number.start : number.end]
    lead = len(span) - len(span.lstrip())
    return Token(
        span.strip(), number.start + lead, number.start + len(span.rstrip()), fold(span.strip()),
        meaning=(number.value, number.unit, currency(text, number)), number=number,
    )  # fmt: skip


def _word(word: str, start: int, before: str, function_words: FunctionWords, *, is_label: bool) -> Token:
    folded, end = fold(word), start + len(word)
    lower = folded.removesuffix("'s")
    if lower in _ORDINALS and not _PER.search(before):
        return Token(word, start, end, folded, meaning=(Decimal(_ORDINALS[lower]), "plain", ""))
    if function_words.is_english:
        free = lower == "i" or lower in free_words()
    else:
        free = is_label or lower in function_words.free
    return Token(word, start, end, function_words.in_english(folded), stem=stem(word), free=free)


@cache
def free_words() -> frozenset[str]:
    """Words without content of their own, and those that frame a fact."""
    known = wording()
    return known.function_words | known.frame_words | NEGATIONS | _CONNECTING
