"""The shelf: cards of the models and parsers that are installed beside this code, read once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from functions.common.errors import NotFound
from functions.summarize.models.card import CARD_FILE, Card
from functions.summarize.models.card import read_card as read_model_card
from functions.summarize.parsers.card import CARDS, ParserCard, card_names
from functions.summarize.parsers.card import read_card as read_parser_card
from functions.summarize.parsers.reader_card import ReaderCard, read_reader_card

WEIGHTS = CARDS.parents[1] / "weights"
READER = CARDS.parent / "weights"

C = TypeVar("C")


@dataclass(frozen=True, slots=True)
class Shelf:
    """Cards by id, in alphabetical order, and that of the models with which every parser reads."""

    models: Mapping[str, Card]
    parsers: Mapping[str, ParserCard]
    reader: ReaderCard

    def model(self, identity: str) -> Card:
        """The card of a model; raises `NotFound` naming those there are."""
        return _take("model", self.models, identity)

    def parser(self, identity: str) -> ParserCard:
        """The card of a parser; raises `NotFound` naming those there are."""
        return _take("parser", self.parsers, identity)


def read_shelf(weights: Path = WEIGHTS, parser_cards: Path = CARDS, reader: Path = READER) -> Shelf:
    """The cards as they are installed; raises `ModelUnavailable` for a card that is not complete.

    The id of a model is the name it is asked for by, which is that of its folder, whatever checkpoint is there.
    """
    folders = sorted(path.parent for path in weights.glob(f"*/{CARD_FILE}"))
    return Shelf(
        models={folder.name: replace(read_model_card(folder), id=folder.name) for folder in folders},
        parsers={name: read_parser_card(name, parser_cards) for name in card_names(parser_cards)},
        reader=read_reader_card(reader),
    )


def _take(what: str, cards: Mapping[str, C], identity: str) -> C:
    if identity not in cards:
        raise NotFound(f"There is no {what} {identity[:80]!r}; known: {', '.join(cards) or 'none'}.")
    return cards[identity]
