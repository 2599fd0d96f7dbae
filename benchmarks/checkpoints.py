"""Checkpoints for the reference engine: the shipped configuration in float32, with random weights."""

from dataclasses import replace
from pathlib import Path
from typing import get_args

import torch

from functions.summarize.models.card import read_card, write_card
from functions.summarize.models.checkpoint import read_or_describe
from functions.summarize.models.factory import WEIGHTS
from training.architectures import Name, build
from training.tokens import save_tokenizer


def make_float_checkpoint(folder: Path, name: str) -> None:
    """A Hugging Face folder that `transformers` serves with the prompts of the shipped checkpoint `name`."""
    architecture = next(known for known in get_args(Name) if known == name)
    torch.manual_seed(0)
    build(architecture).save_pretrained(folder)
    save_tokenizer(folder)
    card = replace(read_or_describe(folder), prompt=read_card(WEIGHTS / name).prompt)
    write_card(card, folder)
