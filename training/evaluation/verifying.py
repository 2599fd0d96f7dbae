"""How well the verifier tells a true sentence from one that has been tampered with."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from functions.summarize.models.contract import Model
from functions.summarize.planning.records import ParagraphPlan
from functions.summarize.resume import Resume
from functions.summarize.verify.gate import holds
from functions.summarize.verify.planned import index_of
from training.evaluation.mutants import mutants_of


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of the sentences of one model.

    `greedy` are the sentences of the plans put to it, `unreadable` those its answer does not tell, `rejected` those
    that the verifier refused. `plain_rejected` counts sentences by rule that it refused, `passed` the mutants that it
    let through; `kinds` counts all mutants by what was made untrue.
    """

    greedy: int
    unreadable: int
    rejected: int
    plain_rejected: int
    mutants: int
    passed: tuple[str, ...]
    kinds: Mapping[str, int] = field(default_factory=dict)


def try_out(plans: Iterable[tuple[Resume, ParagraphPlan]], model: Model) -> Trial:
    """Put plans of English resumes to a model, and to the verifier what it and the rules write, then mutants."""
    counts: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    passed: list[str] = []
    for resume, plan in plans:
        if plan.language != "en" or not plan.sentences:
            continue
        index = index_of(resume, plan)
        draft = next(iter(model.compose([plan], candidates=1)[0]), (None,) * len(plan.sentences))
        for planned, written in zip(plan.sentences, draft, strict=True):
            counts["greedy"] += 1
            counts["plain rejected"] += not holds(planned.text, plan.voice, index)
            if written is None:
                counts["unreadable"] += 1
                continue
            if not holds(written.text, plan.voice, index):
                counts["rejected"] += 1
                continue
            for kind, mutant in mutants_of(written.text, planned, plan, index):
                kinds[kind] += 1
                if holds(mutant, plan.voice, index):
                    passed.append(mutant)
    return Trial(
        counts["greedy"],
        counts["unreadable"],
        counts["rejected"],
        counts["plain rejected"],
        kinds.total(),
        tuple(passed),
        dict(sorted(kinds.items())),
    )
