"""What a person chooses: a resume, and how its summary is written. The choices hold on every page."""

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from ui import session
from ui.client import ServiceError, Services
from ui.records import ModelCard, Options, ParserCard, Shelf
from ui.session import Document
from ui.waiting import wait_for
from ui.wording import plain_html, plain_markdown, short_names, words

GIVE = "give"
"""The key of the container that holds an upload zone, which makes the zone large and puts its words into it."""
LARGEST_READ = 10
"""Megabytes of a document that the service reads."""
LARGEST_UPLOAD = 25
"""Megabytes that the page takes, so that the service answers to more than it reads; more is not sent."""
LONGEST_TARGET = 20_000
MOST_ALTERNATIVES = 5
_FIRST_MODEL = "bart"
_WIDTH = {"length": 170, "voice": 150}
"""Pixels of a choice in the row."""
_AUTO = ParserCard(id="auto", name=words("parser")["auto"], description=words("parser")["about"])


def document() -> None:
    """Ask for a resume: an upload of any kind, which the service answers, or one of the samples."""
    key = session.upload_key("upload")
    with st.container(key=GIVE):
        st.file_uploader(
            f"Drop your resume here: a Word document (.docx), {LARGEST_READ} MB at most",
            max_upload_size=LARGEST_UPLOAD,
            key=key,
            on_change=_take_upload,
            args=(key,),
        )
        refusals(words("refused")["file"].replace("{most}", str(LARGEST_UPLOAD)))
    st.pills(
        "No resume at hand? Try a sample.",
        list(words("sample")),
        format_func=words("sample").get,
        key="sample",
        on_change=_take_sample,
    )


def refusals(too_large: str) -> None:
    """Where the page says in words why the upload above takes no file; of one that is `too_large`, what to do."""
    st.html(f"<p class='refused' role='alert' data-said='{plain_html(too_large)}'></p>")


def _take_upload(key: str) -> None:
    if (upload := st.session_state[key]) is not None:
        session.choose(Document(upload.name, upload.getvalue()))


def _take_sample() -> None:
    if name := st.session_state.sample:
        session.choose(session.sample(name))


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


def options(
    shelf: Shelf,
    *,
    model: bool = True,
    alternatives: bool = True,
    first: Literal["summary", "brief"] = "summary",
) -> Options:
    """Ask how the summary is to be written, in one slim row; `model`, `alternatives`: whether to ask for these.

    `first` is for whom it is unless somebody chooses; each default is a choice of its own.
    """
    length, voice = "medium", "implied"
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="options"):
        output = _output(first)
        if output == "summary":
            length = _worded("Length in words", "length", length)
            voice = _worded("Voice", "voice", voice)
        blind = st.toggle("Blind", key="blind", help=words("help")["blind"], persist_state="session")
        with st.popover("More", icon=":material/tune:", key="more"):
            target, count = _more(alternatives=alternatives and output == "summary")
            st.caption("Advanced")
            model_id = _card("Model", "model", shelf.models, _FIRST_MODEL) if model else None
            parser_id = _card("Parser", "parser", (_AUTO, *shelf.parsers) if shelf.parsers else (), _AUTO.id)
    return Options(
        model=model_id,
        parser=parser_id,
        output=output,
        length=length,
        voice=voice,
        target=target,
        alternatives=count,
        blind=blind,
        as_of=session.today(),
    )


def prepare(services: Services) -> None:
    """Draw the choices where nobody sees them, before there is a resume.

    What the browser loads for them, and the catalog's lists, are no part of the way from an upload to its text then.
    """
    with st.container(key="prepared"):
        options(shelf(services))


def _output(first: str) -> Literal["summary", "brief"]:
    chosen = st.segmented_control(
        "For whom",
        list(words("output")),
        default=first,
        required=True,
        format_func=words("output").get,
        key="output" if first == "summary" else "output-batch",
        persist_state="session",
        label_visibility="collapsed",
        wrap=False,
    )
    return "brief" if chosen == "brief" else "summary"


def _more(*, alternatives: bool) -> tuple[str, int]:
    """The rarer choices: the job to write for, and how many versions."""
    count = 1
    given = st.text_area(
        "Fit to a job",
        placeholder="Paste the job description: what it asks for is told first, if the resume states it.",
        help=words("help")["target"],
        key="target",
        persist_state="session",
    )
    target = given.strip()
    if len(target) > LONGEST_TARGET:
        st.warning(
            f"Only the first {LONGEST_TARGET:,} of {len(target):,} characters are used: up to"
            f" “… {plain_markdown(target[LONGEST_TARGET - 40 : LONGEST_TARGET])}”.",
            icon=":material/content_cut:",
        )
    if alternatives:
        count = st.select_slider(
            "Versions to choose from",
            range(1, MOST_ALTERNATIVES + 1),
            help=words("help")["alternatives"],
            key="alternatives",
            persist_state="session",
        )
    return target[:LONGEST_TARGET].strip(), count


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
        persist_state="session",
        label_visibility="collapsed",
        width=_WIDTH[kind],
    )
    return chosen
