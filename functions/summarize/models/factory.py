"""The models by name. A new one is an entry here, a small module and a card."""

from functools import cache
from importlib import import_module
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from functions.common.errors import InvalidOption, ModelUnavailable
from functions.summarize.models.card import EngineName
from functions.summarize.models.checkpoint import (
    read_or_describe,
    read_special_tokens,
    read_tokenizer,
    verify_files,
)
from functions.summarize.models.contract import Model

if TYPE_CHECKING:
    from collections.abc import Callable

    from functions.summarize.models.architecture import Architecture
    from functions.summarize.models.contract import Engine

MODELS = {
    "gpt2": "functions.summarize.models.gpt2:GPT2",
    "t5": "functions.summarize.models.t5:T5",
    "bart": "functions.summarize.models.bart:BART",
}
ENGINES = {
    "ctranslate2": "functions.summarize.models.ctranslate2_engine:open_engine",
    "transformers": "functions.summarize.models.transformers_engine:open_engine",
}
WEIGHTS = Path(__file__).parents[1] / "weights"

_loading = Lock()


def load_model(
    name: str, *, weights: Path = WEIGHTS, engine: EngineName = "ctranslate2", threads: int = 1
) -> Model:
    """The model in `weights/name`, verified against its checksums; loaded once per process and arguments.

    `threads` is the number of cores that it may keep busy.

    Raises:
        InvalidOption: an unknown model or engine; the message lists the known ones.
        ModelUnavailable: the checkpoint is missing, damaged or meant for the other engine.
    """
    with _loading:  # two first requests at once must not load the weights twice
        return _load(name, weights, engine, threads)


@cache
def _load(name: str, weights: Path, engine: EngineName, threads: int) -> Model:
    from functions.summarize.models.writer import Writer

    architecture: Architecture = _resolve("model", MODELS, name)
    open_engine: Callable[..., Engine] = _resolve("engine", ENGINES, engine)
    folder = weights / name
    card = read_or_describe(folder)
    if (card.architecture, card.format) != (name, engine):
        raise ModelUnavailable(
            f"{folder.name} holds {card.architecture} for {card.format}; {name} for {engine} was asked for."
        )
    verify_files(folder, card)
    tokenizer = read_tokenizer(folder)
    return Writer(
        card=card,
        architecture=architecture,
        engine=open_engine(folder, architecture, tokenizer, threads=threads),
        tokenizer=tokenizer,
        special=read_special_tokens(folder, tokenizer),
    )


def _resolve(option: str, table: dict[str, str], name: str) -> Any:
    if name not in table:
        raise InvalidOption.value(option, name, table)
    module, attribute = table[name].split(":")
    return getattr(import_module(module), attribute)
