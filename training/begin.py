"""Begin with the weights of an earlier run, also when the vocabulary has grown or shrunk since.

Every weight that has one row for each token is laid out by the tokens themselves; a token the earlier run did not
know keeps its random row.
"""

import json
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file

from training.tokens import vocabulary


def begin_from(model: Any, checkpoint: Path) -> None:
    """Load a checkpoint of the same shape into `model`.

    Raises:
        ValueError: a weight that has nothing to do with the vocabulary is of another shape.
    """
    known = _tokens(checkpoint)
    both = [(number, known[token]) for token, number in vocabulary().items() if token in known]
    here, there = (torch.tensor(side) for side in zip(*both, strict=True))
    weights = model.state_dict()
    for name, earlier in load_file(checkpoint / "model.safetensors").items():
        rows = next((at for at, size in enumerate(earlier.shape) if size == len(known)), None)
        if rows is not None:
            weights[name].index_copy_(rows, here, earlier.index_select(rows, there))
        elif earlier.shape == weights[name].shape:
            weights[name].copy_(earlier)
        else:
            raise ValueError(f"{name} is {list(weights[name].shape)} here and {list(earlier.shape)} there.")
    model.load_state_dict(weights)
    model.tie_weights()


def _tokens(checkpoint: Path) -> dict[str, int]:
    tokenizer = json.loads((checkpoint / "tokenizer.json").read_text(encoding="utf-8"))
    return dict(tokenizer["model"]["vocab"])
