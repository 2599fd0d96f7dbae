"""Is it a finished sentence in the voice asked for? Nothing here looks at facts."""

import re
from collections.abc import Iterator
from itertools import pairwise

from functions.summarize.language.bullets import cliches_in
from functions.summarize.language.surface import article
from functions.summarize.language.verbs import recognise
from functions.summarize.language.words import fold
from functions.summarize.sentences import Voice

FIRST_PERSON = re.compile(r"\b(I|I'm|I've|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself|[Ww]e|[Oo]ur|[Oo]urs|us)\b")
_THIRD_PERSON = re.compile(r"\b(he|him|his|she|her|hers)\b", re.IGNORECASE)
_UNFINISHED = re.compile(
    r"\b(and|or|of|for|to|in|by|at|with|the|a|an|from|on|into|as|including|while|per|than)\.$"
)
_DEBRIS = re.compile(r"[<>{}\[\]|]|\s[,.;]|,,|\s{2}")
_INCLUDED_VERB = re.compile(r"\binclud(?:e|es|ed|ing) (\w+)\b")
_ARTICLE = re.compile(r"\b(an?) ([\w$£€]\S*(?: \S+)?)", re.IGNORECASE)


def malformed(sentence: str, voice: Voice, quoted: str) -> Iterator[str]:
    """A problem for everything that is not a finished sentence. An article that `quoted`, the facts, has may stand."""
    if not sentence.endswith(".") or _UNFINISHED.search(sentence) or len(sentence.split()) < 3:
        yield "unfinished"
    if not (sentence[:1].isupper() or sentence[:1].isdigit() or re.match(r"\w*[A-Z0-9]|[$£€]", sentence)):
        yield "small start"
    if sentence.count("(") != sentence.count(")") or _DEBRIS.search(sentence):
        yield "debris"
    if (included := _INCLUDED_VERB.search(sentence)) and _is_past(included[1]):
        yield f"grammar: {included.group()}"
    yield from _pronouns(sentence, voice)
    yield from (f"cliche: {phrase}" for phrase in cliches_in(sentence))
    yield from _repetition(sentence)
    for match in _ARTICLE.finditer(sentence):
        if match[1].lower() != article(match[2]) and not match[1].isupper() and match.group() not in quoted:
            yield f"article: {match.group()}"


def _is_past(word: str) -> bool:
    """ "includes looked after": what is included is a noun or a gerund."""
    found = recognise(word)
    return word.islower() and (found[1] == "past" if found else re.fullmatch(r"\w{3,}ed", word) is not None)


def _pronouns(sentence: str, voice: Voice) -> Iterator[str]:
    first = [match.group() for match in FIRST_PERSON.finditer(sentence)]
    third = [match.group() for match in _THIRD_PERSON.finditer(sentence)]
    if voice != "first":
        yield from (f"pronoun: {word}" for word in first)
    if voice != "third":
        yield from (f"pronoun: {word}" for word in third)


def _repetition(sentence: str) -> Iterator[str]:
    """A word twice in a row, or three words that come again."""
    tokens = [token.strip(".,;:()") for token in fold(sentence).split()]
    runs = [tuple(tokens[i : i + 3]) for i in range(len(tokens) - 2)]
    yield from (f"repeated: {' '.join(run)}" for run in sorted({run for run in runs if runs.count(run) > 1}))
    pairs = pairwise(tokens)
    yield from (f"repeated: {token}" for token, following in pairs if token == following)
