"""How likely a careful editor lets a told clause stand: true to its line, and English that can be sent.

A logistic model over what the line is like, what was made of it, and how sure its reading is. Its weights were learned
from told lines that editors judged (`training/lines/acceptability.py`); `weights/acceptability.toml` holds them with
the figures of lines that were left out.
"""

import math
import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from functions.summarize.language.surface import common_words
from functions.summarize.lines.features import word_features
from functions.summarize.lines.lexicon import noun_kinds
from functions.summarize.lines.records import LineReading
from functions.summarize.lines.tokens import tokenize
from functions.summarize.lines.verbs import verb_form

WEIGHTS_FILE = Path(__file__).parent / "weights" / "acceptability.toml"
_ARTICLES = frozenset("a an the".split())
_ENDING = re.compile(r"(?:ing|ed|es|s|d|e)$")
_FIGURE = re.compile(r"\d[\d,.]*")
_MARKS = {
    "comma": re.compile(", "), "semicolon": re.compile(";"), "colon": re.compile(":"), "dash": re.compile(r"\s[-–—]\s"),
    "bracket": re.compile(r"\("), "stroke": re.compile("/"), "plus": re.compile(r"\+"), "arrow": re.compile("→|->"),
    "quote": re.compile('["“]'), "sentence": re.compile(r"\. [A-Z]"), "ampersand": re.compile("&"),
    "pronoun": re.compile(r"\b(?:I|my|our|we)\b"), "figure": re.compile(r"\d"),
}  # fmt: skip
_LEAST, _MOST = 1e-3, 0.999


@lru_cache(maxsize=256)
def acceptability(reading: LineReading, told: str, form: str) -> float:
    """The probability that an editor lets `told` stand for the line; `form` is that of the variant told."""
    weights = _weights()
    score = sum(weights.get(name, 0.0) * value for name, value in told_features(reading, told, form))
    return 1 / (1 + math.exp(-score))


@cache
def _weights() -> dict[str, float]:
    table = tomllib.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))
    return {name: float(value) for name, value in table["weights"].items()}


@lru_cache(maxsize=512)
def _kinds(text: str) -> tuple[str, ...]:
    """What kind of word each word of a text is."""
    return tuple(word_features(token.text)[0] for token in tokenize(text))


def told_features(reading: LineReading, told: str, form: str) -> Iterator[tuple[str, float]]:
    """What the model sees: the form, the reading, kinds of words, what was added and left out, marks, lengths."""
    line = reading.text.strip(" .;")
    stated, words = line.split(), told.split()
    yield "one", 1.0
    yield f"form {form}", 1.0
    yield f"head {reading.head}", 1.0
    yield f"certain {reading.certain}", 1.0
    yield "probability", math.log(min(max(reading.probability, _LEAST), _MOST))
    yield "probable", float(reading.probability > 0.95)
    yield from _of_kinds(_kinds(line), _kinds(told))
    yield from _of_marks(line, told, form)
    yield from _of_words(stated, words, form)
    yield "figures left out", float(len(_FIGURE.findall(line)) - len(_FIGURE.findall(told)) > 1)
    yield "decimal comma", float(re.search(r"\d,\d(?!\d\d)", told) is not None)
    yield "year", float(re.search(r"\b(?:19|20)\d\d\b", told) is not None)


def _of_kinds(stated: tuple[str, ...], told: tuple[str, ...]) -> Iterator[tuple[str, float]]:
    """Kinds of the first words and the last, and of each two that follow each other."""
    yield f"line {''.join(stated[:1])}", 1.0
    yield f"line {'|'.join(stated[:2])}", 1.0
    yield f"told {''.join(told[:1])}", 1.0
    yield f"told {'|'.join(told[:2])}", 1.0
    yield f"second {'|'.join(told[1:3])}", 1.0
    yield f"last {''.join(told[-1:])}", 1.0
    pairs = {(_short(one), _short(other)) for one, other in pairwise(told)}
    yield from ((f"pair {one} {other}", 1.0) for one, other in sorted(pairs))


def _short(kind: str) -> str:
    return kind.split("/", maxsplit=1)[0][:3]


def _of_marks(line: str, told: str, form: str) -> Iterator[tuple[str, float]]:
    for name, mark in _MARKS.items():
        if mark.search(line):
            yield f"line has {name}", 1.0
            yield f"line has {name}, {form}", 1.0
        if mark.search(told):
            yield f"told has {name}", 1.0
    yield "commas", min(4, told.count(", ")) / 2
    yield "list without and", float(", " in told and " and " not in told)
    yield "with added", float(" with " in told and not re.search(r"\bwith\b|w/", line))
    yield "and added", float(" and " in told and not re.search(r"\band\b|&|\+|/", line))


def _of_words(stated: list[str], words: list[str], form: str) -> Iterator[tuple[str, float]]:
    opens = _stem(words[0]) if words else ""
    own = [_stem(word) for word in re.findall(r"[A-Za-z]+", " ".join(stated))]
    yield f"verb added {opens not in own}, {form}", 1.0
    yield f"verb first {own[:1] == [opens]}", 1.0
    yield "length", min(len(words), 20) / 10
    yield "two words", float(len(words) < 3)
    yield "three words", float(len(words) < 4)
    yield "long", float(len(words) > 14)
    yield "share told", len(words) / max(1, len(stated))
    yield "half told", float(2 * len(words) < len(stated))
    yield "articles added", min(3, max(0, _articles(words) - _articles(stated))) / 2
    yield "names", min(4, sum(word[:1].isupper() for word in words[1:])) / 2
    yield "capitals", min(4, sum(word.isupper() and len(word) > 1 for word in words)) / 2
    yield "begins with a name", float(bool(words) and words[0][:1].isupper())
    yield "unknown words", min(3, sum(map(_is_unknown, words))) / 2


def _stem(word: str) -> str:
    return _ENDING.sub("", word.lower())[:4]


def _articles(words: list[str]) -> int:
    return sum(word.lower() in _ARTICLES for word in words)


def _is_unknown(word: str) -> bool:
    bare = word.strip(",.;:()'\"")
    known = bare in common_words() or bare in noun_kinds() or verb_form(bare) is not None
    return bare.isalpha() and bare.islower() and not known
