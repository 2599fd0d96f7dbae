"""The model card: what a checkpoint is, where it came from and how well it does.

A card is `card.toml` beside the weights. Reading one needs the standard library only, so that the catalog can
serve cards without importing a model library.
"""

import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, Literal, get_args

from functions.common.errors import ModelUnavailable

CARD_FILE = "card.toml"

Architecture = Literal["gpt2", "t5", "bart"]
PromptKind = Literal["slots", "facts", "document"]
EngineName = Literal["ctranslate2", "transformers"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source of training data or weights, as its licence asks it to be named."""

    name: str
    licence: str
    notice: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """Everything that is declared about one checkpoint.

    `prompt` says how facts are put to it: "slots" (copyable spans replaced by slot tokens), "facts" (tagged
    lines of text) or "document" (plain prose, for summarisers from a hub). `format` is the engine that reads
    the files. `window` is the longest prompt in tokens. `quality` holds shares from 0 to 1 unless the name
    says otherwise; `speed` holds milliseconds or MB, named with their unit. `files` maps each file of the
    checkpoint, the card left out, to its SHA-256 in hexadecimal.
    """

    id: str
    name: str
    version: str
    architecture: Architecture
    parameters: int
    licence: str
    prompt: PromptKind
    format: EngineName
    quantisation: str
    window: int
    description: str = ""
    source: str = ""
    revision: str = ""
    seed: int = 0
    training_data: tuple[str, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    quality: Mapping[str, float] = field(default_factory=dict)
    speed: Mapping[str, float] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)

    @property
    def sha256(self) -> str:
        """One digest for the whole checkpoint: over the sorted lines of `files`, in `sha256sum` form."""
        lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(self.files.items()))
        return hashlib.sha256(lines.encode()).hexdigest()


CHOICES: dict[str, tuple[str, ...]] = {
    "architecture": get_args(Architecture),
    "prompt": get_args(PromptKind),
    "format": get_args(EngineName),
}


def read_card(folder: Path) -> Card:
    """The card of the checkpoint in `folder`.

    Raises:
        ModelUnavailable: no card, or one that is not complete; the message names the folder and the key.
    """
    table = read_table(folder, Card)
    for key, allowed in CHOICES.items():
        if table[key] not in allowed:
            where = f"{folder.name}/{CARD_FILE}"
            raise ModelUnavailable(f"{where}: {key} is {table[key]!r}; allowed: {', '.join(allowed)}.")
    sources = tuple(Attribution(**source) for source in table.pop("attributions", ()))
    data = tuple(table.pop("training_data", ()))
    return Card(**table, training_data=data, attributions=sources)


def read_table(folder: Path, record: type) -> dict[str, Any]:
    """The card in `folder` as TOML has it, with the keys of the record.

    Raises:
        ModelUnavailable: no card, or one that is not complete; the message names the folder and the key.
    """
    where = f"{folder.name}/{CARD_FILE}"
    try:
        table = tomllib.loads((folder / CARD_FILE).read_text(encoding="utf-8"))
    except OSError as error:
        raise ModelUnavailable(f"{folder.name} has no readable {CARD_FILE}.") from error
    except ValueError as error:
        raise ModelUnavailable(f"{where} is not valid TOML: {error}.") from error
    if unknown := sorted(set(table) - {item.name for item in fields(record)}):
        raise ModelUnavailable(f"{where} has unknown keys: {', '.join(unknown)}.")
    needed = [item.name for item in fields(record) if item.default is item.default_factory is MISSING]
    if missing := [key for key in needed if key not in table]:
        raise ModelUnavailable(f"{where} lacks: {', '.join(missing)}.")
    return table


def write_card(card: Card, folder: Path) -> None:
    """Write `card.toml` into `folder`."""
    write_table(asdict(card), folder)


def write_table(record: Mapping[str, Any], folder: Path) -> None:
    """Write the values of a card into `folder`: scalars first, then the tables, in the order of the record."""
    sources = record.get("attributions", ())
    tables = {key: value for key, value in record.items() if isinstance(value, Mapping)}
    scalars = record.keys() - tables.keys() - {"attributions"}
    lines = [f"{key} = {_toml(value)}" for key, value in record.items() if key in scalars]
    for source in sources:
        lines += ["", "[[attributions]]", *(f"{key} = {_toml(value)}" for key, value in source.items())]
    for key, table in tables.items():
        lines += ["", f"[{key}]", *(f"{_toml(name)} = {_toml(entry)}" for name, entry in table.items())]
    (folder / CARD_FILE).write_text("\n".join(lines) + "\n", encoding="utf-8")


def _toml(value: object) -> str:
    """Strings, numbers and lists of strings are written alike in JSON and TOML."""
    return json.dumps(value, ensure_ascii=False)
