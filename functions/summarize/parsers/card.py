"""Parser cards: what a parser is and reports, for people who choose one.

Standard library only, so that a catalogue can serve the cards without a reader or a model library.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

CARDS = Path(__file__).parent / "cards"


@dataclass(frozen=True, slots=True)
class ParserCard:
    """What a person should know of a parser before choosing it.

    `identical` names the facts that every parser reads alike; `report` maps each key of the parser's own
    report to what it says.
    """

    id: str
    version: str
    name: str
    description: str
    stance: str
    skills: str
    achievements: str
    never: str
    identical: tuple[str, ...]
    report: Mapping[str, str]


def read_card(name: str, folder: Path = CARDS) -> ParserCard:
    """The card of a parser; raises `FileNotFoundError` where there is none."""
    values = tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
    return ParserCard(**{**values, "identical": tuple(values["identical"])})


def card_names(folder: Path = CARDS) -> tuple[str, ...]:
    """The parsers that have a card, in alphabetical order."""
    return tuple(sorted(path.stem for path in folder.glob("*.toml")))
