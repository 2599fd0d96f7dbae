"""Rubric items 1 to 3 and 8 to 13: length, voice, no contact detail, and clean finished sentences."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise

from functions.summarize.resume import Resume
from functions.summarize.sentences import WORDS, Length, Options
from training.rubric.prose import folded, grammar, language_of, sentences, words

SENTENCES: dict[Length, tuple[int, int]] = {"short": (1, 4), "medium": (2, 8), "long": (4, 12)}
_CONTACT = re.compile(
    r"[\w.+-]+@[\w.-]+\w|https?://|www\.|\b\w+\.(?:com|org|net|io)/|\+?(?:\d[ ().-]{0,2}){9,}"
)
_FIRST = re.compile(r"\b(?:my|me|mine|myself|we|our|ours|us)\b|(?<![A-Z]\s)\b(?:I|My|We|Our)\b(?=['’ ][a-z])")
_THIRD = re.compile(r"\b(?:he|him|his|himself|she|her|hers|herself)\b", re.IGNORECASE)
_PLURAL = re.compile(r"\b(?:they|them|their|theirs)\b", re.IGNORECASE)
_PLACEHOLDER = re.compile(
    r"[\[\]{}<>|_]|\.\.\.|…|\bXX+|\blorem\b|\bn/a\b|\b(?:kind|voice|fact|bullet|skill)s?\s*[:=]",
    re.IGNORECASE,
)
_SPACING = re.compile(r"\s[,.;:)]|\(\s|[,;:](?=[^\W\d_])|\s{2,}|,,|\.\.|^\s|\s$")
_ARTICLE = re.compile(r"(?:\b(an?)|(?:^|(?<=\.\s))(An?))\s+[\"“'(]?([^\W_][^\s,;]*)")
_SOUNDS_VOWEL = re.compile(r"(?:hour|honest|honou?r|heir|8|1[18](?!\d)|[aeiou])", re.IGNORECASE)
_SOUNDS_CONSONANT = re.compile(r"(?:uni(?![nm])|use|usu|uk|eu|one\b|one-|once|ur[aeio])", re.IGNORECASE)
_SMALL_START = re.compile(r"(?:^|([^\W_]+)[.!?]\s+)([a-z]{3,})\b(?!\.)")


def length(summary: str, resume: Resume, options: Options) -> Iterator[str]:
    low, high = WORDS[options.length]
    fewest, most = SENTENCES[options.length]
    count, lines = len(summary.split()), len(sentences(summary))
    enough = _tellable(resume) // 2  # a resume of a few words cannot fill the range without padding
    if not min(low, enough) <= count <= high:
        yield f"{count} words, {low} to {high} asked"
    if lines > most or (lines < fewest and enough > low):
        yield f"{lines} sentences, {fewest} to {most} asked"


def _tellable(resume: Resume) -> int:
    bullets = [bullet.value for role in resume.roles for bullet in role.bullets]
    names = [fact.value for role in resume.roles[:1] for fact in (role.title, role.employer) if fact]
    skills = [skill.name for skill in resume.skills[:6]]
    credentials = [credential.name.value for credential in resume.credentials[:3]]
    return sum(len(text.split()) for text in (*bullets, *names, *skills, *credentials))


def voice(summary: str, resume: Resume, options: Options) -> Iterator[str]:
    """The pronouns of the voice asked for; a resume that is not in English is told in the implied voice."""
    asked = options.voice if resume.language == "en" else "implied"
    first, third, plural = (pattern.findall(summary) for pattern in (_FIRST, _THIRD, _PLURAL))
    name = resume.name.value if resume.name else "The candidate"
    given = folded(name.split()[0])
    if asked == "first":
        if not first:
            yield "no I in the first person"
        yield from (f"pronoun {word!r}" for word in third)
    elif asked == "third":
        if given not in folded(summary):
            yield "the person is not named"
        yield from (f"pronoun {word!r}" for word in (*first, *third))
    else:
        if resume.name and folded(name) in folded(summary):
            yield "the name in the implied voice"
        yield from (f"pronoun {word!r}" for word in (*first, *third, *plural))


def contact(summary: str, resume: Resume, _: Options) -> Iterator[str]:
    yield from (match.group() for match in _CONTACT.finditer(summary))
    stated = (*resume.contact.emails, *resume.contact.phones, *resume.contact.links)
    yield from (fact.value for fact in stated if fact.value in summary)


def repetition(summary: str, _: Resume, __: Options) -> Iterator[str]:
    trigrams: Counter[tuple[str, ...]] = Counter()
    for sentence in sentences(summary):
        said = [folded(word) for word in words(sentence)]
        trigrams.update(zip(said, said[1:], said[2:], strict=False))
    yield from (" ".join(trigram) for trigram, count in trigrams.items() if count > 1)


@cache
def _cliches() -> tuple[str, ...]:
    text = (files("functions.summarize.language") / "data" / "cliches.txt").read_text("utf-8")
    return tuple(line for line in text.splitlines() if line)


def cliche(summary: str, _: Resume, __: Options) -> Iterator[str]:
    said = f" {' '.join(folded(word) for word in _flat(summary))} "
    yield from (phrase for phrase in _cliches() if f" {phrase} " in said)


def _flat(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def ending(summary: str, _: Resume, __: Options) -> Iterator[str]:
    if not summary.strip():
        yield "empty"
    yield from (f"placeholder {match.group()!r}" for match in _PLACEHOLDER.finditer(summary))
    for sentence in sentences(summary):
        last = next(reversed(words(sentence)), "")
        if not sentence.endswith(".") or last in grammar().unfinished:
            yield f"unfinished {sentence[-20:]!r}"
    if summary.count("(") != summary.count(")") or summary.count('"') % 2:
        yield "an open bracket or quotation mark"


def language(summary: str, resume: Resume, _: Options) -> Iterator[str]:
    if (found := language_of(summary)) != resume.language:
        yield f"{found}, the resume is {resume.language}"


def wording(summary: str, _: Resume, __: Options) -> Iterator[str]:
    yield from (f"spacing {match.group()!r}" for match in _SPACING.finditer(summary))
    yield from (
        f"article {match.group()!r}" for match in _ARTICLE.finditer(summary) if not _article_fits(match)
    )
    said = summary.split()
    yield from (f"doubled {a!r}" for a, b in pairwise(said) if a.casefold() == b.casefold())
    yield from (
        match.group() for match in re.finditer(r"(?<![\d.,])1 (?:years|months|days|people)\b", summary)
    )
    yield from (
        f"small start {match[2]!r}"
        for match in _SMALL_START.finditer(summary)
        if not match[1] or not _abbreviated(match[1])
    )


def _abbreviated(word: str) -> bool:
    return len(word) == 1 or word.isupper() or folded(word) in grammar().abbreviations


def _article_fits(match: re.Match[str]) -> bool:
    small, capital, word = match.groups()
    article = small or capital
    letters = re.split(r"[-.]", word)[0].removesuffix("s")
    vowel = _spelt(letters) if letters[:2].isupper() else _spoken(word)
    return vowel is None or vowel == (article.casefold() == "an")


def _spoken(word: str) -> bool:
    return bool(_SOUNDS_VOWEL.match(word)) and not _SOUNDS_CONSONANT.match(word)


def _spelt(letters: str) -> bool | None:
    """Whether an acronym starts with a vowel sound; None where it may be read as a word or letter by letter."""
    if letters[0] in "FHLMNRSX":
        return True if letters in grammar().spelt or not set(letters) & set("AEIOU") else None
    return letters[0] in "AEIO"
