"""The card of the reader's models: what they were trained on and how well they read what they never saw."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from functions.summarize.models.card import read_table, write_table


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
    """The card of the models in `folder`; raises `ModelUnavailable` as `read_table` does."""
    table = read_table(folder, ReaderCard)
    return ReaderCard(**table | {"training_data": tuple(table["training_data"])})


def write_reader_card(card: ReaderCard, folder: Path) -> None:
    """Write `card.toml` into `folder`."""
    write_table(asdict(card), folder)
