"""Third-person texts in which no more than two sentences in a row begin with the name."""

import re
from collections.abc import Sequence

from functions.summarize.models.contract import Model
from functions.summarize.output.assemble import Written, repeats
from functions.summarize.output.write import write
from functions.summarize.sentences import Sentence, SentencePlan

IN_A_ROW = 2
_SUBJECT = re.compile(
    r"(?:(?:key|core|main|top|professional|formal|further|other|current|latest) )*"
    r"(?:skills|credentials|qualifications|certifications|licen[cs]es|education|role)\b",
    re.IGNORECASE,
)
"""How a sentence without a person begins that is no fragment: "Skills include", not "Skilled in"."""


def vary(
    sentences: Sequence[Sentence], written: Sequence[Written], model: Model, most_words: int
) -> tuple[tuple[Sentence, ...], int]:
    """The same text with some sentences said otherwise, and how many of the model's were rejected."""
    about = {sentence: one for one in written for sentence in one.sentences}
    named = [_begins_with_name(sentence, about[sentence].plan) for sentence in sentences]
    varied, rejected = list(sentences), 0
    for index, sentence in enumerate(sentences):
        if index < IN_A_ROW or not all(named[index - IN_A_ROW : index + 1]):
            continue
        own = about[sentence]
        told, refused = write([own.plan.twin], model) if own.plan.twin else ([], 0)
        rejected += refused
        others = [*varied[:index], *varied[index + 1 :]]
        room = most_words - sum(len(one.text.split()) for one in others)
        for choice in (one for each in (own, *told) for one in each.sentences):
            fits = len(choice.text.split()) <= room and not repeats(choice, others)
            if fits and _is_impersonal(choice, own.plan):
                varied[index], named[index] = choice, False
                break
    return tuple(varied), rejected


def _begins_with_name(sentence: Sentence, plan: SentencePlan) -> bool:
    name = plan.text("name")
    return name is not None and sentence.text.startswith(name)


def _is_impersonal(sentence: Sentence, plan: SentencePlan) -> bool:
    """Whether a sentence begins otherwise and is still whole: with the name further on, or another subject."""
    name = plan.text("name") or ""
    return not sentence.text.startswith(name) and (
        name in sentence.text or _SUBJECT.match(sentence.text) is not None
    )
