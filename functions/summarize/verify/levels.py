"""Does a sentence give each language the level that the resume gives it?"""

import re
from collections.abc import Iterator

from functions.summarize.language.words import fold
from functions.summarize.sentences import Fault
from functions.summarize.verify.alignment import Alignment
from functions.summarize.verify.index import Index

_LEVEL = re.compile(
    r"native|fluent|basic|conversational|intermediate|advanced|proficient|beginner|elementary|professional|bilingual"
    r"|[ABC][12]",
    re.IGNORECASE,
)


_LEARNED = re.compile(r"\b(?:basic|beginner|elementary|school|learning|some|A1|A2|B1)\b", re.IGNORECASE)
"""Levels at which nobody works in a language, up to the threshold of the Common European Framework."""
_WORKING = (["works", "in"], ["work", "in"], ["working", "in"])


def overstated(alignment: Alignment, index: Index) -> Iterator[Fault]:
    """ "Works in Romanian and Norwegian", where the resume says that the Norwegian is being learned."""
    words = [token.word for token in alignment.tokens]
    at = next((at for at in range(len(words)) if words[at : at + 2] in _WORKING), None)
    for token in alignment.tokens[at + 2 :] if at is not None else ():
        known = index.languages.get(fold(token.text))
        if known is None and token.is_content:
            return
        stated = (one.text for one in known.statements) if known else ()
        level = next((text for text in stated if _LEARNED.search(text)), None)
        if level:
            yield Fault("level", token.text, token.start, token.end, level)


def mislevelled(alignment: Alignment, index: Index) -> Iterator[Fault]:
    """A level belongs to the language beside it: "fluent German", "German (C1)", "fluent in German"."""
    stated_levels = _stated_levels(index)
    for at, token in enumerate(alignment.tokens):
        is_level = _LEVEL.fullmatch(token.text) or fold(token.text) in stated_levels
        if at == 0 and fold(token.text) in index.function_words.free:
            continue  # "Parle", where a level is "parlé"
        beside = _language_beside(alignment, index, at) if is_level else None
        if beside is None:
            continue
        own = index.languages[fold(alignment.tokens[beside].text)]
        stated = {word for one in own.statements for word in re.findall(r"\w+", fold(one.text))}
        if fold(token.text) in stated:
            continue
        truth = " ".join((*own.texts("language")[:1], *(f"({text})" for text in own.texts("level")[:1])))
        first, last = sorted((token, alignment.tokens[beside]), key=lambda one: one.start)
        yield Fault("level", alignment.text[first.start : last.end], first.start, last.end, truth)


def _stated_levels(index: Index) -> frozenset[str]:
    """The words of the levels that the resume states, where they are not in English."""
    if index.function_words.is_english:
        return frozenset()
    levels = (text for entry in index.languages.values() for text in entry.texts("level"))
    words = {word for text in levels for word in re.findall(r"\w+", fold(text))}
    return _ALSO_OF_YEARS | words - index.function_words.said.keys()  # "gut in Wort und Schrift"


_ALSO_OF_YEARS = frozenset({"gut"})
"""A level that is a small word elsewhere: "gut zwölf Jahre"."""


def _language_beside(alignment: Alignment, index: Index, at: int) -> int | None:
    """Where the language of a level stands: before its bracket, right after it, or before "at" and it."""
    first = max(0, at - 3)
    tokens = [fold(token.text) for token in alignment.tokens[first : at + 3]]
    at -= first
    near = (at - 2,) if tokens[at - 1 : at] == ["("] else (at + 1, at + 2, at - 1, at - 2)
    for place in near:
        between = tokens[min(place, at) + 1 : max(place, at)]
        if (
            0 <= place < len(tokens)
            and tokens[place] in index.languages
            and " ".join(tokens[max(0, place - 1) : place + 1])
            not in index.languages.keys() - {tokens[place]}
            and {index.function_words.in_english(word) for word in between}
            <= {"in", "(", "at", "to", "very", "sehr"}
        ):
            return first + place
    return None
