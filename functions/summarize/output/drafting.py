"""From a plan to verified sentences: the model proposes, the verifier decides, the plain sentence stands in.

Several drafts are ranked by what holds of them, by how much the sentences vary, and by the model's own order. Each
sentence is checked; one that does not hold, or that reads worse than the plan's, is taken from the next draft. What no
draft tells the model is asked once more, each sentence alone; where that does not hold either, it is the plan's.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from functions.summarize.models.contract import Model
from functions.summarize.output.fluency import reads_as_well
from functions.summarize.planning.records import ParagraphPlan, SentencePlan
from functions.summarize.prompts import Draft, WrittenSentence
from functions.summarize.resume import Resume
from functions.summarize.sentences import WORDS, Sentence
from functions.summarize.verify.gate import holds
from functions.summarize.verify.planned import index_of

CANDIDATES = 6
"""Drafts of a beam search; more of them cost time and are hardly ever chosen."""


def drafted(plan: ParagraphPlan, model: Model, resume: Resume) -> tuple[tuple[Sentence, ...], int]:
    """The sentences of a plan as a model writes them, and how many of its sentences were rejected."""
    if plan.language != "en" or not plan.sentences:
        return tuple(_plain(one) for one in plan.sentences), 0
    index = index_of(resume, plan)
    accepted: dict[str, bool] = {}

    def judge(drafts: Iterable[Draft]) -> None:
        written = {one.text for draft in drafts for one in draft if one is not None}
        accepted.update((text, holds(text, plan.voice, index)) for text in sorted(written - accepted.keys()))

    drafts = model.compose([plan], candidates=CANDIDATES)[0]
    judge(drafts)
    ranked = sorted(drafts, key=lambda draft: _rank(draft, accepted), reverse=True)
    chosen = [_first_that_holds(number, ranked, accepted, one) for number, one in enumerate(plan.sentences)]
    for number, again in _alone(plan, model, chosen if drafts else ()):
        judge(again)
        chosen[number] = _first_that_holds(0, again, accepted, plan.sentences[number])
    told = tuple(_fitting(plan, chosen))
    return told, sum(not held for held in accepted.values())


def _alone(
    plan: ParagraphPlan, model: Model, chosen: Sequence[WrittenSentence | None]
) -> Iterator[tuple[int, list[Draft]]]:
    """What the model writes for each sentence that is still open when it is asked for that one alone.

    Only of a model that is given the whole plan at once: one that is given sentence by sentence has answered already.
    """
    missing = [number for number, one in enumerate(chosen) if one is None]
    if missing and len(chosen) > 1 and model.card.prompt == "slots":
        plans = [replace(plan, sentences=(plan.sentences[number],)) for number in missing]
        yield from zip(missing, model.compose(plans, candidates=CANDIDATES), strict=True)


def _rank(draft: Draft, accepted: dict[str, bool]) -> tuple[int, int]:
    """What holds, then how many sentences begin in ways of their own; the sort keeps the model's order."""
    held = [one for one in draft if one is not None and accepted[one.text]]
    return len(held), len({one.text.split()[0] for one in held})


def _first_that_holds(
    number: int, drafts: Sequence[Draft], accepted: dict[str, bool], planned: SentencePlan
) -> WrittenSentence | None:
    found = (draft[number] for draft in drafts)
    held = (one for one in found if one is not None and accepted[one.text])
    return next((one for one in held if reads_as_well(one.text, planned.text)), None)


def _fitting(plan: ParagraphPlan, chosen: Sequence[WrittenSentence | None]) -> Iterator[Sentence]:
    """The model's sentences as far as the length allows; the plan's own fit by how they were planned."""
    least, most = WORDS[plan.length]
    planned = sum(len(one.text.split()) for one in plan.sentences)
    room, spare = max(0, most - planned), max(0, planned - least) if plan.output == "summary" else planned
    for one, written in zip(plan.sentences, chosen, strict=True):
        more = len(written.text.split()) - len(one.text.split()) if written else 0
        if written is None or more > room or -more > spare:
            yield _plain(one)
        else:
            room, spare = room - more, spare + more
            yield Sentence(written.text, one.part, "model", written.evidence)


def _plain(sentence: SentencePlan) -> Sentence:
    return Sentence(sentence.text, sentence.part, "plan", sentence.evidence)
