"""The reference engine: Hugging Face transformers on torch, on a GPU if there is one.

Serves any checkpoint of the three architectures unchanged.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from functions.common.errors import ModelUnavailable
from functions.summarize.models.architecture import Architecture
from functions.summarize.models.checkpoint import read_special_tokens, token_name
from functions.summarize.models.contract import Engine

if TYPE_CHECKING:
    from tokenizers import Tokenizer
    from transformers import PreTrainedModel


def open_engine(folder: Path, architecture: Architecture, tokenizer: "Tokenizer", *, threads: int) -> Engine:
    """Load `model.safetensors` in its own precision. `threads` is torch's setting for the whole process.

    Raises:
        ModelUnavailable: torch is not installed, or the files are not a Hugging Face checkpoint.
    """
    try:
        import torch
        from transformers import AutoModelForCausalLM, AutoModelForSeq2SeqLM
    except ImportError as error:
        raise ModelUnavailable(
            "The transformers engine needs the extra `torch`: pip install '.[torch]'."
        ) from error

    torch.set_num_threads(threads)
    loader = AutoModelForCausalLM if architecture.decoder_only else AutoModelForSeq2SeqLM
    try:
        model = loader.from_pretrained(folder, local_files_only=True)
    except (OSError, ValueError) as error:
        raise ModelUnavailable(f"transformers cannot load {folder.name}: {error}.") from error
    model = model.eval().to("cuda" if torch.cuda.is_available() else "cpu")
    return TransformersEngine(model, folder, tokenizer, pad_left=architecture.decoder_only)


class TransformersEngine:
    """Both kinds of checkpoint; decoder-only prompts are padded on the left and cut from the result."""

    def __init__(
        self, model: "PreTrainedModel", folder: Path, tokenizer: "Tokenizer", *, pad_left: bool
    ) -> None:
        from transformers import GenerationConfig

        special = read_special_tokens(folder, tokenizer)
        if special.eos is None:
            raise ModelUnavailable(f"{folder.name}/config.json names no end token.")
        self._model = model
        self._tokenizer = tokenizer
        self._ids = tokenizer.get_vocab()
        self._pad_left = pad_left
        self._end = self._ids[special.eos]
        self._pad = self._ids[special.pad or special.eos]
        self._start = None if special.start is None else self._ids[special.start]
        # What a checkpoint says about sampling or lengths is for other uses than ours.
        model.generation_config = GenerationConfig()

    def generate(
        self,
        prompts: Sequence[Sequence[str]],
        *,
        max_tokens: int,
        beams: int,
        candidates: int,
        forbidden: Sequence[Sequence[str]] = (),
    ) -> list[list[list[str]]]:
        """See `Engine.generate`."""
        if not prompts:
            return []
        import torch
        from transformers import GenerationConfig

        config = GenerationConfig(
            do_sample=False,
            num_beams=beams,
            num_return_sequences=candidates,
            max_new_tokens=max_tokens,
            eos_token_id=self._end,
            pad_token_id=self._pad,
            decoder_start_token_id=self._start,
            bad_words_ids=[[self._ids[token] for token in one] for one in forbidden] or None,
        )
        ids, mask = self._batch(prompts)
        device = self._model.device
        with torch.inference_mode():
            output = self._model.generate(
                torch.tensor(ids, device=device),
                attention_mask=torch.tensor(mask, device=device),
                generation_config=config,
            )
        skipped = len(ids[0]) if self._pad_left else 1
        rows = [self._tokens(row) for row in output[:, skipped:].tolist()]
        return [rows[first : first + candidates] for first in range(0, len(rows), candidates)]

    def _batch(self, prompts: Sequence[Sequence[str]]) -> tuple[list[list[int]], list[list[int]]]:
        rows = [[self._ids[token] for token in prompt] for prompt in prompts]
        width = max(map(len, rows))
        ids, mask = [], []
        for row in rows:
            padding = [self._pad] * (width - len(row))
            ids.append(padding + row if self._pad_left else row + padding)
            mask.append(
                [0] * len(padding) + [1] * len(row) if self._pad_left else [1] * len(row) + [0] * len(padding)
            )
        return ids, mask

    def _tokens(self, row: Sequence[int]) -> list[str]:
        """The tokens up to the end token."""
        row = row[: row.index(self._end)] if self._end in row else row
        return [token_name(self._tokenizer, number) for number in row]
