"""Tiny checkpoints with random weights, in the layout that Hugging Face saves."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer, models, pre_tokenizers

SPECIALS = ("<pad>", "</s>", "<s>", "<unk>", "<sep>")
WORDS = tuple(f"word{number}" for number in range(55))
IDS = {"pad_token_id": 0, "eos_token_id": 1, "bos_token_id": 2}


def tiny_tokenizer() -> Tokenizer:
    """Whole words between spaces; 60 tokens, the first five special."""
    tokens = (*SPECIALS, *WORDS)
    vocabulary = {token: number for number, token in enumerate(tokens)}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    tokenizer.add_special_tokens(list(SPECIALS))
    return tokenizer


def make_checkpoint(folder: Path, architecture: str, **changes: Any) -> Path:
    """Save a random model and its tokenizer, without a card; `changes` go to the configuration."""
    import torch

    torch.manual_seed(7)
    BUILDERS[architecture](changes).save_pretrained(folder)
    tiny_tokenizer().save(str(folder / "tokenizer.json"))
    return folder


def write_layout(folder: Path, **config: Any) -> Path:
    """The files of a Hugging Face checkpoint without weights, for code that reads the small files only."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.json").write_text(json.dumps(config))
    tiny_tokenizer().save(str(folder / "tokenizer.json"))
    return folder


def _t5(changes: dict[str, Any]) -> Any:
    from transformers import T5Config, T5ForConditionalGeneration

    shape = {"d_model": 32, "d_kv": 16, "d_ff": 64, "num_layers": 2, "num_heads": 2}
    kind = {"feed_forward_proj": "gated-gelu", "decoder_start_token_id": 0, "initializer_factor": 3.0}
    return T5ForConditionalGeneration(T5Config(**{"vocab_size": 64, **shape, **kind, **IDS, **changes}))


def _bart(changes: dict[str, Any]) -> Any:
    from transformers import BartConfig, BartForConditionalGeneration

    sides = {"layers": 2, "attention_heads": 2, "ffn_dim": 64}
    shape = {f"{side}_{key}": value for side in ("encoder", "decoder") for key, value in sides.items()}
    kind = {"d_model": 32, "max_position_embeddings": 128, "decoder_start_token_id": 1, "init_std": 0.5}
    defaults = {"vocab_size": 64, "forced_eos_token_id": None, **shape, **kind, **IDS}
    return BartForConditionalGeneration(BartConfig(**{**defaults, **changes}))


def _gpt2(changes: dict[str, Any]) -> Any:
    from transformers import GPT2Config, GPT2LMHeadModel

    shape = {"n_embd": 32, "n_layer": 2, "n_head": 2, "n_positions": 256, "initializer_range": 0.5}
    return GPT2LMHeadModel(GPT2Config(**{"vocab_size": 64, **shape, **IDS, **changes}))


BUILDERS: dict[str, Callable[[dict[str, Any]], Any]] = {"t5": _t5, "bart": _bart, "gpt2": _gpt2}
