"""The verifier on composed paragraphs: nothing made untrue passes, and hardly anything true is refused."""

import pytest

from functions.summarize.planning.paragraph import plan_paragraph
from functions.summarize.sentences import Options, Voice
from functions.summarize.verify.gate import holds
from functions.summarize.verify.planned import index_of
from training.composed import Record, records
from training.evaluation.mutants import mutants_of

SAMPLE = [record for record in records() if record.kept_out][::6]


@pytest.mark.parametrize("record", SAMPLE, ids=lambda record: record.id)
@pytest.mark.parametrize("voice", ["implied", "third"])
def test_no_mutant_of_a_plain_sentence_passes(record: Record, voice: Voice) -> None:
    plan = plan_paragraph(record.resume, Options(record.as_of, voice=voice), record.as_of)
    index = index_of(record.resume, plan)
    true = [sentence for sentence in plan.sentences if holds(sentence.text, voice, index)]
    mutants = [mutant for one in true for _, mutant in mutants_of(one.text, one, plan, index)]

    assert mutants
    assert [mutant for mutant in mutants if holds(mutant, voice, index)] == []


def test_hardly_any_plain_sentence_is_refused() -> None:
    refused = told = 0
    for record in SAMPLE:
        plan = plan_paragraph(record.resume, Options(record.as_of), record.as_of)
        index = index_of(record.resume, plan)
        told += len(plan.sentences)
        refused += sum(not holds(sentence.text, "implied", index) for sentence in plan.sentences)

    assert refused <= 0.08 * told
