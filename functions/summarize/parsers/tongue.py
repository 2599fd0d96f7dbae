"""The language a resume is written in, by its small words."""

import re
from collections import Counter
from functools import cache

from functions.summarize.parsers.words import folded, word_list

_ADDRESS = re.compile(r"(?<!\S)(?:[^\s@/]*[@/]\S+|\S+\.\w{2,4}\b)")
_LANGUAGES = ("en", "fr", "de", "es", "pt", "it", "nl")


def language_of(text: str) -> str:
    """ISO 639-1 code of the likeliest of the languages known; English in doubt.

    Only words in small letters count, and none of an address: "Las Vegas" and "example.com" are no Spanish.
    """
    prose = _ADDRESS.sub(" ", text)
    counts = Counter(folded(word) for word in re.findall(r"[^\W\d_]+", prose) if word.islower())
    scores = {language: sum(counts[word] for word in _small_words(language)) for language in _LANGUAGES}
    return max(_LANGUAGES, key=lambda language: scores[language])


@cache
def _small_words(language: str) -> frozenset[str]:
    return frozenset(map(folded, word_list("tongue", language)))
