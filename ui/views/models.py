"""What there is to choose from: the cards of models and parsers, and how the models compare."""

from collections.abc import Callable, Sequence

import streamlit as st

from ui import choices
from ui.bars import amounts, charts_html, shares
from ui.client import Services
from ui.guard import guard
from ui.records import ModelCard, ParserCard
from ui.wording import plain_html, short_names, words

Chart = Callable[[str, Sequence[tuple[str, float]]], str]


def show(services: Services) -> None:
    """Draw the page for the state of this session."""
    st.title("Models and parsers", anchor=False)
    st.markdown(
        "A parser reads the facts, a model words them. The figures are those of the models’ cards: quality on "
        "sentences that no model was trained on, speed on the machine that made the card."
    )
    shelf = choices.shelf(services)
    _charts("Quality", [(card.name, card.quality) for card in shelf.models], shares)
    _charts("Speed and size", [(card.name, card.speed) for card in shelf.models], _amounts)
    _cards("Models", [(card.name, card.description, _model(card)) for card in shelf.models])
    _cards("Parsers", [(card.name, card.description, _parser(card)) for card in shelf.parsers])
    guard()


def _charts(title: str, figures: Sequence[tuple[str, dict[str, float]]], draw: Chart) -> None:
    """A chart for each figure that a card has, the models beside each other."""
    names = dict.fromkeys(name for _, measured in figures for name in measured)
    if not names:
        return
    st.header(title, anchor=False)
    models = short_names([model for model, _ in figures])
    charts = [
        draw(
            words("figure").get(name, name.replace("_", " ")),
            [
                (model, measured[name])
                for model, (_, measured) in zip(models, figures, strict=True)
                if name in measured
            ],
        )
        for name in names
    ]
    st.html(charts_html(*charts))


def _amounts(title: str, figures: Sequence[tuple[str, float]]) -> str:
    return amounts(title, figures, "", "Shorter is better.")


def _cards(title: str, cards: Sequence[tuple[str, str, dict[str, str]]]) -> None:
    if not cards:
        return
    st.header(title, anchor=False)
    for place, (name, about, lines) in zip(st.columns(len(cards)), cards, strict=True):
        with place, st.container(border=True, height="stretch"):
            st.subheader(name, anchor=False)
            st.html(f"<p>{plain_html(about)}</p>{_lines(lines)}")


def _lines(lines: dict[str, str]) -> str:
    rows = (
        f"<dt>{plain_html(label)}</dt><dd>{plain_html(text)}</dd>" for label, text in lines.items() if text
    )
    return f"<dl class='card'>{''.join(rows)}</dl>"


def _model(card: ModelCard) -> dict[str, str]:
    return {
        "Version": card.version,
        "Kind": " ".join(filter(None, (card.architecture.upper(), card.quantisation))),
        "Parameters": f"{card.parameters / 1e6:.1f} million" if card.parameters else "",
        "Trained on": "; ".join(card.training_data),
        "Licence": card.licence,
        "Checksum": card.sha256[:16],
    }


def _parser(card: ParserCard) -> dict[str, str]:
    return {
        "Version": card.version,
        "Stance": card.stance,
        "Skills": card.skills,
        "Achievements": card.achievements,
        "Never": card.never,
    }
