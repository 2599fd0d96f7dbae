"""A checkpoint of the hub's layout learns the composed summaries and is served with tagged facts."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from functions.common.errors import ModelUnavailable
from functions.summarize.models.card import read_card
from functions.summarize.models.factory import load_model
from tests.builders.checkpoints import make_checkpoint
from tests.builders.plans import make_plan_of, make_sentence, make_slot

pytestmark = pytest.mark.torch
PLAN = make_plan_of(make_sentence("Word1.", make_slot("strength", "word1"), make_slot("strength", "word2")))


def tune(name: str, source: Path, out: Path) -> Path:
    from training import finetune

    arguments = [name, "--source", str(source), "--revision", "first", "--out", str(out), "--steps", "2"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", ["finetune", *arguments])
        finetune.main()
    return out / "best"


@pytest.mark.parametrize("name", ["t5", "bart", "gpt2"])
def test_a_tuned_checkpoint_is_carded_converted_and_loads(name: Any, tmp_path: Path) -> None:
    from training.convert import convert

    source = make_checkpoint(tmp_path / "tiny", name, max_position_embeddings=512, n_positions=512)

    best = tune(name, source, tmp_path / "out")
    card = convert(best, tmp_path / "weights" / name)

    assert (card.prompt, card.training_data) == ("facts", ("composed summaries of training/data/composed",))
    assert replace(read_card(best), files={}) == read_card(best)
    assert load_model(name, weights=tmp_path / "weights").compose([PLAN], candidates=1) is not None


def test_the_words_of_the_facts_and_of_the_sentence_are_what_it_learns() -> None:
    from training.finetune import _texts

    texts = dict(_texts())

    prompt = next(prompt for prompt in texts if "employer: Palisade Security" in prompt)
    assert prompt.startswith("present implied | ")
    assert prompt.endswith(" =>")
    assert texts[prompt].startswith("At Palisade Security, ")


def test_a_source_of_another_architecture_is_refused(tmp_path: Path) -> None:
    from training.finetune import finetune

    source = make_checkpoint(tmp_path / "tiny", "bart")

    with pytest.raises(ModelUnavailable, match="tiny is a bart checkpoint, not t5"):
        finetune("t5", source, tmp_path / "out")
