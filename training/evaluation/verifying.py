"""How well the verifier tells a true sentence from one that has been tampered with."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from functions.summarize.models.contract import Model
from functions.summarize.sentences import Field, SentencePlan
from functions.summarize.verify import verify

_STRANGERS: dict[Field, str] = {
    "employer": "Falcon Holdings", "institution": "Ravenscar University", "title": "harbour pilot",
    "skill": "falconry", "credential": "Master Falconer", "degree": "DPhil",
}  # fmt: skip
_ADDED = (", resulting in record profits.", " in Paris.", " and won an award.", " thanks to weekly audits.")
_PERSON = {"implied": ("I ", "He "), "first": ("She ",), "third": ("I ",)}


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of the sentences of one model.

    `greedy` are the plans put to it, `unreadable` the answers that are no sentence, `rejected` those that the verifier
    refused. `plain_rejected` counts sentences by rule that it refused, `passed` the mutants that it let through.
    """

    greedy: int
    unreadable: int
    rejected: int
    plain_rejected: int
    mutants: int
    passed: tuple[str, ...]


def try_out(plans: Iterable[SentencePlan], model: Model) -> Trial:
    """Put the plans of English resumes to a model, and to the verifier what it and the rules write, then mutants."""
    known = [plan for plan in plans if plan.language == "en"]
    written = [next(iter(texts), None) for texts in model.write(known, candidates=1)]
    true = [
        (text, plan)
        for text, plan in zip(written, known, strict=True)
        if text and verify(text, plan).supported
    ]
    mutants = [(mutant, plan) for text, plan in true for mutant in mutate(text, plan)]
    unreadable = written.count(None)
    return Trial(
        greedy=len(known),
        unreadable=unreadable,
        rejected=len(known) - unreadable - len(true),
        plain_rejected=sum(not verify(plan.plain, plan).supported for plan in known),
        mutants=len(mutants),
        passed=tuple(mutant for mutant, plan in mutants if verify(mutant, plan).supported),
    )


def mutate(sentence: str, plan: SentencePlan) -> Iterator[str]:
    """The sentence with one thing made untrue: a figure, a name, an addition, a cause, a person."""
    for number in re.finditer(r"\d+", sentence):
        yield f"{sentence[: number.start()]}{int(number.group()) + 7}{sentence[number.end() :]}"
    for field, stranger in _STRANGERS.items():
        yield from (sentence.replace(text, stranger) for text in plan.texts(field) if text in sentence)
    yield from (f"{sentence[:-1]}{added}" for added in _ADDED)
    yield from (f"{person}{sentence[:1].lower()}{sentence[1:]}" for person in _PERSON[plan.voice])
