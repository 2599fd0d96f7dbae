"""The language of a text by its script, its words and the letters that follow each other in them.

A naive Bayes classifier over whole words and groups of three letters, counted in a few sentences of each language
(`texts.tsv`). It needs no library, takes about a millisecond, and gives the same answer for the same text.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from functions.summarize.vocabulary import entries

SERVED = ("en", "fr", "de", "es", "pt", "it", "nl")
"""The languages that facts are read and sentences written in."""

_ADDRESS = re.compile(r"(?<!\S)(?:[^\s@/]*[@/]\S+|\S+\.\w{2,4}\b)")
_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:['’][^\W\d_]+)?(?!\w)")
_MOST_WORDS = 90
"""Distinct words that are looked at: more change nothing and cost time."""
_NAME, _FIRST = 0.15, 0.6
"""What a capital takes from a word: names belong to no language; the first word of a line may be any word."""
_LONGEST_PARTICLE = 3
_WHOLE = 2.5
"""What a whole word counts beside its groups of letters; without it short words of close languages are mixed up."""
_SMOOTHING = 0.4
_OWN_SCRIPT = 0.2
"""The share of letters in a script of its own from which on a text is in its language, whatever else is quoted."""
_LEAD = 3.0
"""How much likelier than English (in natural logarithms) another language must be: lists of tools look foreign."""


def language_of(text: str) -> str:
    """ISO 639-1 code of the likeliest of the languages known; English in doubt."""
    words = dict(_words(_ADDRESS.sub(" ", text)))
    script = _by_script("".join(words))
    if script is not None:
        return script
    scores = dict.fromkeys(_languages(), 0.0)
    for word, weight in words.items():
        for language, score in _likelihoods(word).items():
            scores[language] += weight * score
    used = set("".join(words))
    for language, letters in entries(__package__, "alphabets.tsv"):
        if used & set(letters):
            del scores[language]
    best = max(scores, key=lambda language: (scores[language], language == "en", language))
    return best if scores[best] - scores["en"] > _LEAD else "en"


def _words(text: str) -> Iterator[tuple[str, float]]:
    """Words in small letters with what each counts; small ones first, since they tell most."""
    found: dict[str, float] = {}
    for line in text.splitlines():
        words = _WORD.findall(line)
        for at, word in enumerate(words):
            key = _fold(word)
            found[key] = max(found.get(key, 0.0), _weight(words, at))
    telling = sorted(found.items(), key=lambda pair: -pair[1])
    return iter(telling[:_MOST_WORDS])


def _weight(words: Sequence[str], at: int) -> float:
    """What a word of a line counts: little in a name, "Las Vegas", "Maria de la Cruz"."""
    word = words[at]
    capital_next = any(other[0].isupper() for other in words[at + 1 : at + 3])
    if word[0].isupper():
        return _FIRST if at == 0 and not capital_next else _NAME
    inside = len(word) <= _LONGEST_PARTICLE and any(
        other[0].isupper() for other in words[max(at - 2, 0) : at]
    )
    return _NAME if inside and capital_next else 1.0


def _fold(word: str) -> str:
    return word.replace("İ", "i").lower().replace("’", "'")


def _by_script(letters: str) -> str | None:
    if letters.isascii() or not letters:
        return None
    counts = {
        language: sum(first <= letter <= last for letter in letters)
        for language, first, last in entries(__package__, "scripts.tsv")
    }
    # Japanese is written with Chinese characters too, but never without its own.
    if counts["ja"]:
        counts["ja"] += counts.pop("zh")
    likeliest = max(counts, key=lambda language: counts[language])
    return likeliest if counts[likeliest] >= _OWN_SCRIPT * len(letters) else None


@lru_cache(maxsize=4096)
def _likelihoods(word: str) -> Mapping[str, float]:
    """By language, how much likelier the word is there than in a language that does not know it at all."""
    scores: dict[str, float] = {}
    known = _weights()
    for part in _parts(word):
        if part in known:
            weight = _WHOLE if part == word else 1.0
            for language, score in known[part].items():
                scores[language] = scores.get(language, 0.0) + weight * score
    share = math.sqrt(len(word) + 1)
    return {language: score / share for language, score in scores.items()}


def _parts(word: str) -> Iterator[str]:
    yield word
    framed = f" {word} "
    yield from (framed[at : at + 3] for at in range(len(framed) - 2))


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    """By part, the languages that have it, with the logarithm of its share over that of an unseen part."""
    model = {
        language: Counter(part for word in _WORD.findall(text) for part in _parts(_fold(word)))
        for language, text in entries(__package__, "texts.tsv")
    }
    weights: dict[str, dict[str, float]] = {}
    for language, counts in model.items():
        total = sum(counts.values())
        usual = sum(map(sum, (other.values() for other in model.values()))) / len(model)
        for part, count in counts.items():
            # A longer text must not make its language likelier.
            share = count * usual / total
            weights.setdefault(part, {})[language] = math.log((share + _SMOOTHING) / _SMOOTHING)
    return weights


@cache
def _languages() -> tuple[str, ...]:
    return tuple(language for language, _ in entries(__package__, "texts.tsv"))
