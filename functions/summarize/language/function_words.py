"""The small words of a language: what joins facts, what frames them, and the English word that does the same.

The checks of a text speak of "and", "at" or "earlier"; what says so in another language they ask here. Data in
`data/function_words.toml`. English needs none: every word of it says itself.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from functions.summarize.language.words import fold, wording, words_in

_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, eq=False)
class FunctionWords:
    """The small words of one language, ISO 639-1.

    `phrases` are those that do the same as an English word, as they are written, and `said` gives the English word of
    each that is a single word, folded. `free` (folded) say nothing of a person. `label` finds what stands before a
    colon, `elided` the apostrophe after a word without its vowel, `ending` what the forms of a word differ by; `first`
    and `third` find the pronouns of a person.
    """

    language: str
    phrases: Mapping[str, tuple[str, ...]]
    said: Mapping[str, str]
    free: frozenset[str]
    label: re.Pattern[str]
    elided: re.Pattern[str]
    ending: re.Pattern[str]
    first: re.Pattern[str]
    third: re.Pattern[str]

    @property
    def is_english(self) -> bool:
        """Whether every word says itself."""
        return self.language == "en"

    def in_english(self, word: str) -> str:
        """The English word that does the same in a sentence as a folded one, else the word itself."""
        return self.said.get(word, word)

    def any_of(self, *english: str) -> str:
        """A pattern for whatever does the same as one of these words or phrases; in English they themselves."""
        if self.is_english:
            return _either(english)
        return _either(phrase for one in english for phrase in self.phrases.get(one, ()))

    def parted(self, text: str) -> str:
        """The text, as long as before, with a space for each apostrophe that joins two words: "d'expérience"."""
        return self.elided.sub(" ", text)


ENGLISH = FunctionWords(
    language="en",
    phrases={},
    said={},
    free=frozenset(),
    label=_NOTHING,
    elided=_NOTHING,
    ending=re.compile(r"(?:'s|ies|ied|ing|es|ed|s|e|y)$"),
    first=_NOTHING,
    third=_NOTHING,
)
"""No word of English stands for another, and what is free, and who speaks, the checks of English know themselves."""


@cache
def function_words(language: str) -> FunctionWords:
    """The small words of a language; those of English where it is not known."""
    table = _tables().get(language)
    if table is None:
        return ENGLISH
    phrases = {english: tuple(listed.split(", ")) for english, listed in table["says"].items()}
    pairs = [(phrase, english) for english, listed in phrases.items() for phrase in listed]
    said: dict[str, str] = {}
    for phrase, english in pairs:
        said.setdefault(fold(phrase), english)
    parts = {
        part
        for phrase, english in pairs
        if english != "decades"  # a length only with its number
        for part in fold(phrase).rstrip(".").split()
    }
    labels = table["labels"].replace("\n", " ").strip().split(", ")
    places = _behind((f"{one} " for one in phrases["and"]), "^", "(?<=[;.,] )")
    return FunctionWords(
        language=language,
        phrases=phrases,
        said=said,
        free=frozenset({*parts, *fold(table["frame"]).split()}),
        label=re.compile(rf"{places}(?:{_either(labels)})(?=\s?:)", re.IGNORECASE),
        elided=re.compile(rf"{_behind(table['elided'].split())}['’](?=\w)", re.IGNORECASE),
        ending=re.compile(rf"(?:{_either(fold(table['endings']).split())})$"),
        first=_whole(table["first"].split()),
        third=_whole(table["third"].split()),
    )


def function_words_of(text: str, language: str) -> FunctionWords:
    """The small words of a text about a resume in a language: those of English where it has more of them."""
    known = function_words(language)
    words = [fold(word) for word in words_in(text)]
    english = wording().function_words | wording().frame_words
    return (
        ENGLISH
        if sum(word in english for word in words) > sum(word in known.free for word in words)
        else known
    )


def _either(phrases: Iterable[str]) -> str:
    """A pattern for one of some phrases, the longest first; for nothing where there is none."""
    return "|".join(map(re.escape, sorted(phrases, key=len, reverse=True))) or "(?!)"


def _whole(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_either(words)})\b", re.IGNORECASE)


def _behind(words: Iterable[str], *others: str) -> str:
    """A pattern for the place right behind one of these words, or for one of the other patterns."""
    places = "|".join((*others, *(rf"(?<=\b{word})" for word in words)))
    return f"(?:{places or '(?!)'})"


@cache
def _tables() -> dict[str, dict[str, Any]]:
    """The tables by language."""
    text = (files("functions.summarize.language") / "data/function_words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
