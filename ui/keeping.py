"""Sentences that a person keeps: they stay, word for word, whatever else is asked for of the same resume."""

from collections.abc import Sequence
from dataclasses import dataclass

from ui.brief import text_of
from ui.records import Sentence, Version

ALIKE = 0.5
"""Share of the sources that two wordings of one sentence have in common, of all that either has."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A sentence, and how many stood before it."""

    number: int
    sentence: Sentence


def say_the_same(one: Sentence, other: Sentence) -> bool:
    """Whether two sentences of a line rest on the same places of the resume, most of them."""
    if one.slot != other.slot:
        return False
    places = {(each.start, each.end) for each in one.evidence}
    others = {(each.start, each.end) for each in other.evidence}
    return one.text == other.text or len(places & others) > ALIKE * len(places | others)


def with_kept(version: Version, kept: Sequence[Kept]) -> Version:
    """The version with the kept sentences where they stood, a brief's in their line, for what says the same."""
    sentences = [
        sentence
        for sentence in version.sentences
        if not any(say_the_same(sentence, each.sentence) for each in kept)
    ]
    for each in sorted(kept, key=lambda each: each.number):
        sentences.insert(each.number, each.sentence)
    slots = list(dict.fromkeys(each.slot for each in (*version.sentences, *sentences)))
    return version_of(sorted(sentences, key=lambda each: slots.index(each.slot)))


def version_of(sentences: Sequence[Sentence]) -> Version:
    """The paragraph or the brief of these sentences, each of which was checked before."""
    return Version(summary=text_of(sentences), sentences=tuple(sentences), model_share=model_share(sentences))


def model_share(sentences: Sequence[Sentence]) -> float:
    """The share that a model wrote, of the sentences that it could have written."""
    writable = [each for each in sentences if each.writable]
    return sum(each.origin == "model" for each in writable) / max(1, len(writable))
