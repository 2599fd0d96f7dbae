"""The card of the reader's models: what they were trained on and how well they read what they never saw."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, asdict, dataclass, field, fields
from pathlib import Path

from functions.common.errors import ModelUnavailable
from functions.summarize.models.card import CARD_FILE


@dataclass(frozen=True, slots=True)
class ReaderCard:
    """Everything declared about the reader's models.

    `left_out` holds figures on families that the measured model was not trained on, as shares from 0 to 1; they come
    first, because they are what an unknown resume may expect. `development` holds those on pages it was built on.
    `files` maps each file to its SHA-256 in hexadecimal.
    """

    id: str
    name: str
    version: str
    licence: str
    description: str
    source: str
    training_data: tuple[str, ...]
    left_out: Mapping[str, float] = field(default_factory=dict)
    development: Mapping[str, float] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)


def read_reader_card(folder: Path) -> ReaderCard:
    """The card of the models in `folder`.

    Raises:
        ModelUnavailable: no card, or one that is not complete; the message names the folder and the key.
    """
    path = folder / CARD_FILE
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelUnavailable(f"{folder.name} has no readable {CARD_FILE}: {error}.") from error
    known = {item.name for item in fields(ReaderCard)}
    needed = {item.name for item in fields(ReaderCard) if item.default is item.default_factory is MISSING}
    if wrong := sorted(set(table) - known | needed - set(table)):
        raise ModelUnavailable(f"{folder.name}/{CARD_FILE} has unknown or missing keys: {', '.join(wrong)}.")
    return ReaderCard(**table | {"training_data": tuple(table["training_data"])})


def write_reader_card(card: ReaderCard, folder: Path) -> None:
    """Write `card.toml` into `folder`: scalars first, then the tables, in the order of the record."""
    record = asdict(card)
    lines = [
        f"{key} = {json.dumps(value, ensure_ascii=False)}"
        for key, value in record.items()
        if not isinstance(value, Mapping)
    ]
    for key, value in record.items():
        if isinstance(value, Mapping):
            lines += [
                "",
                f"[{key}]",
                *(f"{json.dumps(name)} = {json.dumps(each)}" for name, each in value.items()),
            ]
    (folder / CARD_FILE).write_text("\n".join(lines) + "\n", encoding="utf-8")
