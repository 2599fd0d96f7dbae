"""The default engine: CTranslate2, int8 on the CPU.

CTranslate2 4.8 imports torch for its converters only, so that a serving process stays small even where torch
is installed. Greedy and beam search draw no random numbers, and the answer to a prompt does not depend on what
else is in its batch.
"""

from collections.abc import Sequence
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

from functions.common.errors import ModelUnavailable
from functions.summarize.models.architecture import Architecture
from functions.summarize.models.contract import Engine

if TYPE_CHECKING:
    import ctranslate2
    from tokenizers import Tokenizer


def open_engine(folder: Path, architecture: Architecture, tokenizer: "Tokenizer", *, threads: int) -> Engine:
    """Load `model.bin` once for `threads` workers of one core each; they share a batch and serve parallel calls.

    Several cores on one small batch (`intra_threads`) took twice the CPU time for the same answer, waiting for
    each other. CTranslate2 reads and writes token strings itself: the tokenizer is not used.

    Raises:
        ModelUnavailable: the files are not a CTranslate2 checkpoint of this architecture.
    """
    del tokenizer
    import ctranslate2

    load, engine = (
        (ctranslate2.Generator, GeneratorEngine)
        if architecture.decoder_only
        else (ctranslate2.Translator, TranslatorEngine)
    )
    cores = {"inter_threads": threads, "intra_threads": 1}
    try:
        loaded = load(str(folder), device="cpu", compute_type="default", **cores)
    except (RuntimeError, ValueError) as error:
        raise ModelUnavailable(f"CTranslate2 cannot load {folder.name}: {error}.") from error
    return engine(loaded, threads)


class TranslatorEngine:
    """Encoder-decoder checkpoints."""

    def __init__(self, translator: "ctranslate2.Translator", workers: int) -> None:
        self._translator = translator
        self._workers = workers

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
        results = self._translator.translate_batch(
            prompts,
            max_batch_size=ceil(len(prompts) / self._workers),
            beam_size=beams,
            num_hypotheses=candidates,
            max_decoding_length=max_tokens,
            max_input_length=0,
            suppress_sequences=[list(sequence) for sequence in forbidden] or None,
        )
        return [result.hypotheses for result in results]


class GeneratorEngine:
    """Decoder-only checkpoints."""

    def __init__(self, generator: "ctranslate2.Generator", workers: int) -> None:
        self._generator = generator
        self._workers = workers

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
        results = self._generator.generate_batch(
            prompts,
            max_batch_size=ceil(len(prompts) / self._workers),
            beam_size=beams,
            num_hypotheses=candidates,
            max_length=max_tokens,
            include_prompt_in_result=False,
            suppress_sequences=[list(sequence) for sequence in forbidden] or None,
        )
        return [result.sequences for result in results]
