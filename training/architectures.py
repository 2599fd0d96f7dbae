"""The three models from scratch, and how each is shown a pair."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import torch
from transformers import (
    BartConfig,
    BartForConditionalGeneration,
    GPT2Config,
    GPT2LMHeadModel,
    T5Config,
    T5ForConditionalGeneration,
)

from functions.summarize.models.architecture import Architecture
from functions.summarize.models.bart import BART
from functions.summarize.models.gpt2 import GPT2
from functions.summarize.models.t5 import T5
from training.tokens import END, PAD, SEPARATOR, START, vocabulary

Name = Literal["t5", "bart", "gpt2"]
FEEDS: dict[Name, Architecture] = {"gpt2": GPT2, "bart": BART, "t5": T5}
IGNORED = -100
WINDOW = 384
"""Tokens of prompt and paragraph together: a long one has 200 and 140."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How big a model is."""

    width: int = 128
    layers: int = 2
    heads: int = 4
    inner: int = 384


SHAPES: dict[Name, Shape] = {
    "t5": Shape(),
    "bart": Shape(inner=512),
    "gpt2": Shape(layers=4, inner=512),
}


def build(name: Name) -> Any:
    """A model with random weights, drawn from torch's generator."""
    return {"t5": _t5, "bart": _bart, "gpt2": _gpt2}[name](SHAPES[name])


def _t5(shape: Shape) -> Any:
    ids = vocabulary()
    config = T5Config(
        vocab_size=len(ids), d_model=shape.width, d_kv=shape.width // shape.heads, d_ff=shape.inner,
        num_layers=shape.layers, num_heads=shape.heads, feed_forward_proj="gated-gelu", dropout_rate=0.05,
        pad_token_id=ids[PAD], eos_token_id=ids[END], decoder_start_token_id=ids[PAD], tie_word_embeddings=True,
    )  # fmt: skip
    return T5ForConditionalGeneration(config)


def _bart(shape: Shape) -> Any:
    ids = vocabulary()
    config = BartConfig(
        vocab_size=len(ids), d_model=shape.width, encoder_layers=shape.layers, decoder_layers=shape.layers,
        encoder_attention_heads=shape.heads, decoder_attention_heads=shape.heads, encoder_ffn_dim=shape.inner,
        decoder_ffn_dim=shape.inner, max_position_embeddings=WINDOW, dropout=0.05, pad_token_id=ids[PAD],
        bos_token_id=ids[START], eos_token_id=ids[END], decoder_start_token_id=ids[START],
        forced_eos_token_id=None, scale_embedding=False,
    )  # fmt: skip
    return BartForConditionalGeneration(config)


def _gpt2(shape: Shape) -> Any:
    ids = vocabulary()
    config = GPT2Config(
        vocab_size=len(ids), n_embd=shape.width, n_layer=shape.layers, n_head=shape.heads, n_inner=shape.inner,
        n_positions=WINDOW, resid_pdrop=0.05, embd_pdrop=0.05, attn_pdrop=0.05, bos_token_id=ids[START],
        eos_token_id=ids[END], pad_token_id=ids[PAD],
    )  # fmt: skip
    return GPT2LMHeadModel(config)


def framed(name: Name, prompt: Sequence[int]) -> list[int]:
    """A prompt with the tokens that its architecture expects around it; serving frames it the same way."""
    ids = vocabulary()
    if name == "t5":
        return [*prompt, ids[END]]
    if name == "bart":
        return [ids[START], *prompt, ids[END]]
    return [*prompt, ids[SEPARATOR]]


def batch_of(name: Name, pairs: Sequence[tuple[Sequence[int], Sequence[int]]]) -> dict[str, torch.Tensor]:
    """Inputs and labels of pairs of ids; only the sentence counts in the loss."""
    ids = vocabulary()
    inputs = [framed(name, prompt) for prompt, _ in pairs]
    labels = [[*target, ids[END]] for _, target in pairs]
    if name == "gpt2":
        labels = [[IGNORED] * len(prompt) + label for prompt, label in zip(inputs, labels, strict=True)]
        inputs = [[*prompt, *target, ids[END]] for prompt, (_, target) in zip(inputs, pairs, strict=True)]
    return {
        "input_ids": _padded(inputs, ids[PAD]),
        "attention_mask": _padded([[1] * len(row) for row in inputs], 0),
        "labels": _padded(labels, IGNORED),
    }


def _padded(rows: Sequence[Sequence[int]], filler: int) -> torch.Tensor:
    width = max(len(row) for row in rows)
    return torch.tensor([[*row, *[filler] * (width - len(row))] for row in rows])


def write_greedily(
    name: Name, model: Any, prompts: Sequence[Sequence[int]], limit: int = 144
) -> list[list[int]]:
    """What a model writes for each prompt when it always takes the likeliest token; without the end token."""
    ids = vocabulary()
    rows = [framed(name, prompt) for prompt in prompts]
    width = max(len(row) for row in rows)
    left = name == "gpt2"
    padded = [
        [ids[PAD]] * (width - len(row)) + row if left else row + [ids[PAD]] * (width - len(row))
        for row in rows
    ]
    tensor = torch.tensor(padded)
    with torch.no_grad():
        output = model.generate(
            input_ids=tensor,
            attention_mask=(tensor != ids[PAD]).long(),
            max_new_tokens=limit,
            do_sample=False,
            num_beams=1,
        )
    start = width if left else 1
    return [_until_end(row[start:].tolist(), ids[END]) for row in output]


def _until_end(row: list[int], end: int) -> list[int]:
    return row[: row.index(end)] if end in row else row
