"""Sentences that a person keeps: they stay, word for word, whatever else is asked for of the same resume."""

from collections.abc import Sequence
from dataclasses import dataclass

from ui.records import Sentence, Version

ALIKE = 0.5
"""Share of the sources that two wordings of one sentence have in common, of all that either has."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A sentence, and how many stood before it."""

    number: int
    sentence: Sentence


def say_the_same(one: Sentence, other: Sentence) -> bool:
    """Whether two sentences rest on the same places of the resume, most of them."""
    places = {(each.start, each.end) for each in one.evidence}
    others = {(each.start, each.end) for each in other.evidence}
    return one.text == other.text or len(places & others) > ALIKE * len(places | others)


def with_kept(version: Version, kept: Sequence[Kept]) -> Version:
    """The version with the kept sentences where they stood, in the place of what says the same."""
    sentences = [
        sentence
        for sentence in version.sentences
        if not any(say_the_same(sentence, each.sentence) for each in kept)
    ]
    for each in sorted(kept, key=lambda each: each.number):
        sentences.insert(each.number, each.sentence)
    return version_of(sentences)


def version_of(sentences: Sequence[Sentence]) -> Version:
    """A paragraph of these sentences, each of which was checked before."""
    own = sum(each.origin == "model" for each in sentences)
    return Version(
        summary=" ".join(each.text for each in sentences),
        sentences=tuple(sentences),
        model_share=own / len(sentences) if sentences else 0,
    )
