"""From verified sentences to a summary: which of them, how many words, nothing said twice."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from functions.summarize.language.words import fold
from functions.summarize.sentences import WORDS, Length, Sentence, SentencePlan, Slot


@dataclass(frozen=True, slots=True)
class Written:
    """A plan with the sentences that may stand for it, best first; the plain realisation is always the last."""

    plan: SentencePlan
    sentences: tuple[Sentence, ...]


def assemble(written: Sequence[Written], length: Length) -> tuple[Sentence, ...]:
    """The summary's sentences in reading order, within the words of the length wherever the facts allow it.

    Sentences are taken by priority until the lower half of the range is reached; then none is added but those
    needed to reach its lower end.
    """
    low, high = WORDS[length]
    enough = (low + high) // 2
    chosen: dict[int, Sentence] = {}
    for index in sorted(
        range(len(written)), key=lambda i: (not written[i].plan.essential, written[i].plan.priority)
    ):
        spent = sum(_words(sentence) for sentence in chosen.values())
        if spent >= enough and not written[index].plan.essential:
            continue
        fitting = [
            s
            for s in written[index].sentences
            if spent + _words(s) <= high and not repeats(s, chosen.values())
        ]
        if fitting:
            chosen[index] = fitting[0]
    return tuple(chosen[index] for index in sorted(chosen))


def assemble_first(written: Sequence[Written], most: int, slot: Slot) -> tuple[Sentence, ...]:
    """The first sentences in order, each once, for one slot of a brief."""
    chosen: list[Sentence] = []
    for one in written:
        fitting = [sentence for sentence in one.sentences if not repeats(sentence, chosen)]
        if fitting and len(chosen) < most:
            chosen.append(replace(fitting[0], slot=slot))
    return tuple(chosen)


def merged(plans: Sequence[SentencePlan], written: Sequence[Written]) -> list[Written]:
    """What was written in several goes, in the order of the plans."""
    return sorted(written, key=lambda one: plans.index(one.plan))


def _words(sentence: Sentence) -> int:
    return len(sentence.text.split())


def repeats(sentence: Sentence, others: Iterable[Sentence]) -> bool:
    """Whether a run of three words would stand in the summary twice."""
    return any(_trigrams(sentence.text) & _trigrams(other.text) for other in others)


def _trigrams(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[\w+#%$£€'-]+", fold(text))
    return {tuple(words[i : i + 3]) for i in range(len(words) - 2)}
