"""From plans to verified sentences: the model proposes, the verifier decides, the plain sentence stands in."""

from collections.abc import Collection, Sequence

from functions.summarize.models.contract import Model
from functions.summarize.output.assemble import Written
from functions.summarize.sentences import Sentence, SentencePlan
from functions.summarize.verify import evidence_of, verify

SECOND_THOUGHTS = 4
"""Candidates, from beam search, for a plan whose greedy sentence is not supported. Most plans need none."""

OTHER_WORDS = 2
"""Candidates, from beam search, for a plan that was told before and is to be told otherwise."""


def write(plans: Sequence[SentencePlan], model: Model) -> tuple[list[Written], int]:
    """Every plan with its supported sentences, the plain one last, and how many of the model's were rejected.

    The greedy sentences come first, in one batch; only plans whose sentence is rejected are given a beam search.
    """
    writable = [index for index, plan in enumerate(plans) if plan.language == "en"]
    first = model.write([plans[index] for index in writable], candidates=1)
    accepted: list[list[Sentence]] = [[] for _ in plans]
    for index, texts in zip(writable, first, strict=True):
        accepted[index] = _supported(plans[index], texts)
    open_plans = [index for index in writable if not accepted[index]]
    second = model.write([plans[index] for index in open_plans], candidates=SECOND_THOUGHTS)
    for index, texts in zip(open_plans, second, strict=True):
        accepted[index] = _supported(plans[index], texts)
    asked = sum(map(len, first)) + sum(map(len, second))
    written = [
        Written(plan, (*sentences, _plain(plan))) for plan, sentences in zip(plans, accepted, strict=True)
    ]
    return written, asked - sum(map(len, accepted))


def write_otherwise(
    plans: Sequence[SentencePlan], model: Model, said: Collection[str]
) -> tuple[list[Written], int]:
    """As `write`, in other words: sentences that were not yet said come first, those that were come last.

    The plain sentence stands before all candidates but the best: the further down a beam, the worse the grammar.
    """
    writable = [index for index, plan in enumerate(plans) if plan.language == "en"]
    texts = model.write([plans[index] for index in writable], candidates=OTHER_WORDS)
    accepted: list[list[Sentence]] = [[] for _ in plans]
    for index, candidates in zip(writable, texts, strict=True):
        accepted[index] = _supported(plans[index], candidates)
    written = [
        Written(
            plan,
            tuple(sorted((*sentences[:1], _plain(plan), *sentences[1:]), key=lambda one: one.text in said)),
        )
        for plan, sentences in zip(plans, accepted, strict=True)
    ]
    return written, sum(map(len, texts)) - sum(map(len, accepted))


def _supported(plan: SentencePlan, candidates: Sequence[str]) -> list[Sentence]:
    verdicts = [(text, verify(text, plan)) for text in candidates]
    return [
        Sentence(text, plan.kind, "model", verdict.evidence)
        for text, verdict in verdicts
        if verdict.supported
    ]


def _plain(plan: SentencePlan) -> Sentence:
    """The plain sentence, supported by how it is made; by all facts in a language that the verifier cannot read."""
    used = evidence_of(plan.plain, plan) if plan.language == "en" else ()
    stated = {place for fact in plan.facts for place in fact.evidence}
    return Sentence(plan.plain, plan.kind, "plan", used or tuple(sorted(stated)))
