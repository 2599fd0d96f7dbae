"""A Hugging Face checkpoint into the layout that the service loads: CTranslate2, tokenizer and card.

    python -m training.convert runs/t5/best functions/summarize/weights/t5 --quantization int8

A `card.toml` beside the checkpoint is carried over; what the conversion knows better (parameters, window,
engine, quantisation, checksums) is filled in.
"""

import argparse
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from ctranslate2.converters import TransformersConverter
from tokenizers import Tokenizer

from functions.common.errors import ModelUnavailable
from functions.summarize.models.card import Card, write_card
from functions.summarize.models.checkpoint import (
    digests,
    read_config,
    read_or_describe,
    read_special_tokens,
    read_tokenizer,
    token_name,
    window,
)

# CTranslate2's BART loader asks for the switches that fairseq knew. Those of transformers' BART never change.
BART_LAYOUT = {
    "normalize_before": False,
    "normalize_embedding": True,
    "add_final_layer_norm": False,
    "static_position_embeddings": False,
}


class Vocabulary:
    """What CTranslate2's loaders ask of a transformers tokenizer, answered from `tokenizer.json`.

    The embedding table decides how many tokens there are: a longer vocabulary is cut, a shorter one padded.
    """

    def __init__(self, folder: Path, tokenizer: Tokenizer, size: int) -> None:
        special = read_special_tokens(folder, tokenizer)
        self._tokens = [token_name(tokenizer, number) for number in range(size)]
        self.bos_token = special.bos or special.start or special.eos
        self.eos_token = special.eos
        self.pad_token = special.pad or special.eos
        self.unk_token = special.unk or special.eos

    def get_vocab(self) -> dict[str, int]:
        """Token to id."""
        return {token: number for number, token in enumerate(self._tokens)}

    def convert_ids_to_tokens(self, number: int) -> str:
        """Id to token."""
        return self._tokens[number]


class CheckpointConverter(TransformersConverter):  # type: ignore[misc]
    """CTranslate2's converter with the differences of transformers 5 made up in its two loading hooks."""

    def __init__(self, checkpoint: Path) -> None:
        super().__init__(str(checkpoint))
        self._checkpoint = checkpoint
        self.parameters = 0

    def load_model(self, model_class: Any, model_name_or_path: str, **kwargs: Any) -> Any:
        """Load the weights and complete the configuration as the loaders read it."""
        model = super().load_model(model_class, model_name_or_path, **kwargs)
        self.parameters = sum(parameter.numel() for parameter in model.parameters())
        if model.config.model_type == "bart":
            model.config.update(BART_LAYOUT)
        if model.config.model_type == "t5":
            # transformers 5 always says that embeddings are tied, and says by a key of its own whether the
            # output is scaled; CTranslate2 scales what is tied.
            model.config.tie_word_embeddings = model.config.scale_decoder_outputs
        return model

    def load_tokenizer(self, tokenizer_class: Any, model_name_or_path: str, **kwargs: Any) -> Vocabulary:
        """Read `tokenizer.json` alone: config.json states the special tokens that the classes guess."""
        del tokenizer_class, model_name_or_path, kwargs
        size = read_config(self._checkpoint)["vocab_size"]
        return Vocabulary(self._checkpoint, read_tokenizer(self._checkpoint), int(str(size)))


def convert(checkpoint: Path, out: Path, quantization: str = "int8") -> Card:
    """Convert a checkpoint folder into `out`, which is replaced as a whole once everything has worked.

    Args:
        checkpoint: a folder with config.json, model.safetensors, tokenizer.json and perhaps card.toml.
        out: the folder to be made, for example functions/summarize/weights/t5.
        quantization: how CTranslate2 stores the weights: int8, int16, float16, float32 ...

    Raises:
        ModelUnavailable: the folder is not a GPT-2, T5 or BART checkpoint, or lacks a file.
    """
    described = read_or_describe(checkpoint)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}-") as folder:
        made = Path(folder) / out.name
        converter = CheckpointConverter(checkpoint)
        converter.convert(str(made), quantization=quantization)
        shutil.copy2(checkpoint / "tokenizer.json", made)
        card = replace(
            described,
            parameters=converter.parameters,
            format="ctranslate2",
            quantisation=quantization,
            window=window(read_config(checkpoint)),
            files=digests(made),
        )
        write_card(card, made)
        install(made, out)
    return card


def install(made: Path, out: Path) -> None:
    """Put a finished folder in the place of an older one."""
    if out.exists():
        shutil.rmtree(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(made, out)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--quantization", default="int8")
    arguments = parser.parse_args()
    try:
        card = convert(arguments.checkpoint, arguments.out, arguments.quantization)
    except ModelUnavailable as error:
        sys.exit(f"convert: {error}")
    print(f"{arguments.out}: {card.architecture}, {card.parameters:,} parameters, {card.quantisation}")


if __name__ == "__main__":
    main()
