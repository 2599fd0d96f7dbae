"""What a person chooses: a resume, and how its summary is written. The choices hold on every page."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Literal

import streamlit as st

from ui import session
from ui.client import ServiceError, Services
from ui.records import ModelCard, Options, ParserCard, Shelf
from ui.session import Document
from ui.waiting import wait_for
from ui.wording import plain_markdown, short_names, words

LONGEST_TARGET = 20_000
MOST_ALTERNATIVES = 5
_FIRST_MODEL = "t5"
_AUTO = ParserCard(id="auto", name=words("parser")["auto"], description=words("parser")["about"])


def document() -> Document | None:
    """Ask for a resume: an upload, or one of the samples. None until there is one."""
    upload = st.file_uploader(
        "Your resume as a Word document (.docx)",
        type=["docx"],
        max_upload_size=10,
        key=f"upload-{session.generation()}",
    )
    if upload is not None:
        return Document(upload.name, upload.getvalue())
    sample = st.pills(
        "No resume at hand? Try a sample.",
        list(words("sample")),
        format_func=words("sample").get,
        key="sample",
    )
    return session.sample(sample) if sample else None


def shelf(services: Services) -> Shelf:
    """The catalog's lists, asked for once a session; without a catalog the service's defaults do."""
    with st.container():
        if "shelf" not in st.session_state:
            st.session_state.shelf = _ask_catalog(services)
        found: Shelf | ServiceError = st.session_state.shelf
        if isinstance(found, Shelf):
            return found
        st.info(
            f"The list of models and parsers is not available ({plain_markdown(found.title.lower())}), "
            "so the usual ones are used.",
            icon=":material/info:",
        )
        st.button("Look for them again", on_click=st.session_state.pop, args=("shelf",))
        return Shelf()


def _ask_catalog(services: Services) -> Shelf | ServiceError:
    try:
        return wait_for(services.shelf, words("waiting")["catalog"])
    except ServiceError as error:
        return error


def options(shelf: Shelf, *, model: bool = True, alternatives: bool = True) -> Options:
    """Ask how the summary is to be written; `model` and `alternatives` say whether to ask for these."""
    with st.container(key="options"):
        with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
            output = _output()
            blind = st.toggle(
                "Blind review", key="blind", help=words("help")["blind"], persist_state="session"
            )
        length, voice = "medium", "implied"
        with st.container(horizontal=True, key="row"):
            model_id = _card("Model", "model", shelf.models, _FIRST_MODEL) if model else None
            parser_id = _card("Parser", "parser", (_AUTO, *shelf.parsers) if shelf.parsers else (), _AUTO.id)
            if output == "summary":
                length = _worded("Length in words", "length", length)
                voice = _worded("Voice", "voice", voice)
        target, count = _more(alternatives=alternatives and output == "summary")
    return Options(
        model=model_id,
        parser=parser_id,
        output=output,
        length=length,
        voice=voice,
        target=target,
        alternatives=count,
        blind=blind,
        as_of=datetime.now(UTC).astimezone().date(),
    )


def _output() -> Literal["summary", "brief"]:
    chosen = st.segmented_control(
        "What to write",
        list(words("output")),
        default="summary",
        required=True,
        format_func=words("output").get,
        key="output",
        help=words("help")["output"],
        persist_state="session",
        label_visibility="collapsed",
    )
    return "brief" if chosen == "brief" else "summary"


def _more(*, alternatives: bool) -> tuple[str, int]:
    """The rarer choices, folded away: the job to write for, and how many versions."""
    count = 1
    label = "Fit to a job, or ask for alternatives" if alternatives else "Fit to a job"
    with st.expander(label, icon=":material/tune:", key="more"):
        target = st.text_area(
            "Job description",
            max_chars=LONGEST_TARGET,
            placeholder="Paste it here: what the job asks for is told first, if the resume states it.",
            help=words("help")["target"],
            key="target",
            persist_state="session",
        )
        if alternatives:
            count = st.select_slider(
                "Versions to choose from",
                range(1, MOST_ALTERNATIVES + 1),
                help=words("help")["alternatives"],
                key="alternatives",
                persist_state="session",
            )
    return target.strip(), count


def _card(label: str, kind: str, cards: Sequence[ModelCard | ParserCard], first: str) -> str | None:
    """A choice among cards; None where there are none."""
    by_id = {card.id: card for card in cards}
    if not by_id:
        return None
    about = "\n\n".join(
        f"**{plain_markdown(card.name)}** {plain_markdown(card.description)}" for card in cards
    )
    names = dict(zip(by_id, short_names([card.name for card in cards]), strict=True))
    index = list(by_id).index(first) if first in by_id else 0
    chosen: str = st.selectbox(label, list(by_id), index, names.get, kind, about, persist_state="session")
    return chosen


def _worded(label: str, kind: str, first: str) -> str:
    """A choice that the page words itself."""
    names = list(words(kind))
    chosen: str = st.selectbox(
        label,
        names,
        names.index(first),
        words(kind).get,
        kind,
        words("help")[kind],
        persist_state="session",
    )
    return chosen
