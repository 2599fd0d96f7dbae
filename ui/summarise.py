"""The first page: a resume in, a summary with its sources out."""

import streamlit as st

from ui import choices, result
from ui.choices import Document
from ui.client import ServiceError, Services
from ui.records import Options, Shelf, Summary
from ui.wording import advice, plain_html, plain_markdown

_STYLE = """
<style>
  .stMainBlockContainer { max-width: 70rem; padding-top: 3.5rem; }
  .st-key-options { row-gap: 0.25rem; }
  @media (max-width: 40rem) {
    .st-key-options .stHorizontalBlock { row-gap: 0.5rem; }
    .st-key-options .stColumn { min-width: calc(50% - 0.5rem); flex: 1 1 calc(50% - 0.5rem); }
  }
</style>
"""


def show(services: Services) -> None:
    """Draw the page for the state of this session."""
    st.html(_STYLE)
    document: Document | None = st.session_state.get("document")
    if document is None:
        _begin()
        return
    _chosen(document)
    options = choices.options(_shelf(services))
    summary = _summary(services, document, options)
    if summary is not None:
        result.show(services, document.name, summary, options.voice)


def _begin() -> None:
    """The start: what this does, and the one thing to do next."""
    st.title("A true summary of your resume")
    st.markdown(
        "Upload a resume and get a short professional summary. Every sentence is checked against the resume "
        "and shows where it comes from; nothing is invented."
    )
    chosen = choices.document()
    if chosen is not None:
        st.session_state.document = chosen
        st.rerun()
    st.caption("The document is read in memory and forgotten when you clear it or close the page.")


def _chosen(document: Document) -> None:
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.html(
            f"<strong style='font-size:1.1rem;overflow-wrap:anywhere'>{plain_html(document.name)}</strong>"
        )
        st.button("Clear and start again", icon=":material/restart_alt:", on_click=_forget)


def _forget() -> None:
    """Drop everything this session knows."""
    st.session_state.clear()


def _shelf(services: Services) -> Shelf:
    """The catalog's lists, kept for the session; without a catalog the service's defaults do."""
    if "shelf" not in st.session_state:
        try:
            st.session_state.shelf = services.shelf()
        except ServiceError as error:
            st.info(
                f"The list of models and parsers is not available ({plain_markdown(error.title.lower())}), "
                "so the usual ones are used.",
                icon=":material/info:",
            )
            return Shelf()
    shelf: Shelf = st.session_state.shelf
    return shelf


def _summary(services: Services, document: Document, options: Options) -> Summary | None:
    """The summary for these options, asked for once; a failure is explained and leaves a way on."""
    written: dict[Options, Summary] = st.session_state.setdefault("written", {})
    if options not in written:
        try:
            with st.spinner("Reading the resume and writing the summary …", show_time=True):
                written[options] = services.summarise(document.name, document.data, options)
        except ServiceError as error:
            _explain(error)
            return None
    return written[options]


def _explain(error: ServiceError) -> None:
    """Say what went wrong and offer what can help: waiting, or another document."""
    st.error(
        f"**{plain_markdown(error.title)}**\n\n{plain_markdown(error.detail)}\n\n{advice(error.code)}",
        icon=":material/error:",
    )
    if error.passing:
        st.button("Try again", type="primary")
    else:
        st.button("Choose another file", type="primary", on_click=_forget)
