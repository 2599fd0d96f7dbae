"""What a person chooses: a resume, and how its summary is written."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import streamlit as st

from functions.summarize import samples
from ui.records import Choice, Options, Shelf
from ui.wording import plain_markdown, words

_FIRST_CHOICE = {"model": "t5", "parser": "ats"}


@dataclass(frozen=True, slots=True)
class Document:
    """A resume as it was uploaded: its file's name and its bytes."""

    name: str
    data: bytes


def document() -> Document | None:
    """Ask for a resume: an upload, or one of the samples. None until there is one."""
    upload = st.file_uploader("Your resume as a Word document (.docx)", type=["docx"], max_upload_size=10)
    if upload is not None:
        return Document(upload.name, upload.getvalue())
    sample = st.pills(
        "No resume at hand? Try a sample.", list(words("sample")), format_func=words("sample").get
    )
    return Document(f"{sample}.docx", samples.path(sample).read_bytes()) if sample else None


def options(shelf: Shelf) -> Options:
    """Ask how the summary is to be written."""
    with st.container(key="options"):
        places = iter(st.columns(2 + bool(shelf.models) + bool(shelf.parsers)))
        model = _card("Model", "model", shelf.models, places)
        parser = _card("Parser", "parser", shelf.parsers, places)
        length = _worded("Length in words", "length", "medium", places)
        voice = _worded("Voice", "voice", "implied", places)
    return Options(
        model=model.id if model else None,
        parser=parser.id if parser else None,
        length=length,
        voice=voice,
        as_of=datetime.now(UTC).astimezone().date(),
    )


def _card(label: str, kind: str, cards: tuple[Choice, ...], places: Iterator[Any]) -> Choice | None:
    """A choice among the catalog's cards; None, and no place taken, where the catalog offers none."""
    by_id = {card.id: card for card in cards}
    if not by_id:
        return None
    first = list(by_id).index(_FIRST_CHOICE[kind]) if _FIRST_CHOICE[kind] in by_id else 0
    about = "\n\n".join(
        f"**{plain_markdown(card.name)}** {plain_markdown(card.description)}" for card in cards
    )
    with next(places):
        chosen = st.selectbox(label, list(by_id), first, lambda each: by_id[each].name, key=kind, help=about)
    return by_id[chosen]


def _worded(label: str, kind: str, first: str, places: Iterator[Any]) -> str:
    """A choice that the page words itself."""
    names = list(words(kind))
    with next(places):
        chosen: str = st.selectbox(
            label, names, names.index(first), words(kind).get, key=kind, help=words("help")[kind]
        )
    return chosen
