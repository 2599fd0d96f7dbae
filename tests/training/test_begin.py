"""A run may begin with the weights of another whose vocabulary was a different one."""

import json
from pathlib import Path
from typing import Any

import pytest

from training.tokens import vocabulary

pytestmark = pytest.mark.torch


def shrink(checkpoint: Path, *gone: str) -> None:
    """Make a saved checkpoint one of a vocabulary without some tokens, the rest in reversed order."""
    from safetensors.torch import load_file, save_file

    kept = [token for token in reversed(vocabulary()) if token not in gone]
    rows = [vocabulary()[token] for token in kept]
    weights = {}
    for name, weight in load_file(checkpoint / "model.safetensors").items():
        at = next((dim for dim, size in enumerate(weight.shape) if size == len(vocabulary())), None)
        weights[name] = (
            weight if at is None else weight.index_select(at, weight.new_tensor(rows).long())
        ).contiguous()
    save_file(weights, checkpoint / "model.safetensors")
    table = {"model": {"vocab": {token: number for number, token in enumerate(kept)}}}
    (checkpoint / "tokenizer.json").write_text(json.dumps(table), encoding="utf-8")


@pytest.mark.parametrize("name", ["t5", "bart", "gpt2"])
def test_every_token_that_both_know_keeps_its_weights(name: Any, tmp_path: Path) -> None:
    from training.architectures import build
    from training.begin import begin_from

    earlier, later = build(name), build(name)
    earlier.save_pretrained(tmp_path)
    shrink(tmp_path, "skilled")

    fresh = later.get_input_embeddings().weight.detach().clone()
    begin_from(later, tmp_path)

    before, after = (model.get_input_embeddings().weight for model in (earlier, later))
    unknown = vocabulary()["skilled"]
    others = [number for number in vocabulary().values() if number != unknown]
    assert before[others].equal(after[others])
    assert fresh[unknown].equal(after[unknown])


def test_weights_of_another_shape_are_refused(tmp_path: Path) -> None:
    from training.architectures import build
    from training.begin import begin_from

    build("t5").save_pretrained(tmp_path)
    shrink(tmp_path)

    with pytest.raises((ValueError, KeyError)):
        begin_from(build("bart"), tmp_path)
