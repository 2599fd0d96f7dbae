"""The models side by side on one resume."""

from collections.abc import Callable, Sequence

import streamlit as st

from ui import choices, retrying, session
from ui.asking import ask
from ui.bars import amounts, charts_html, shares
from ui.client import ServiceError, Services
from ui.guard import guard
from ui.heading import heading
from ui.records import ModelCard, Summary
from ui.session import Outcome
from ui.trouble import told
from ui.wording import plain_html, short_names, words

Column = tuple[ModelCard, Outcome]


def show(services: Services, read: Callable[[], None]) -> None:
    """Draw the page for the state of this session; `read` opens the page that shows one summary."""
    _draw_page(services, read)
    guard()


def _draw_page(services: Services, read: Callable[[], None]) -> None:
    document = session.chosen()
    if document is None:
        _begin()
        return
    title = st.container()
    shelf = choices.shelf(services)
    options = choices.options(shelf, model=False, alternatives=False)
    with title:
        heading("Resume" if options.blind else document.name)
    asked = [(card, options.model_copy(update={"model": card.id})) for card in shelf.models]
    columns = [(card, ask(services, document, each, f"{card.name} …")) for card, each in asked]
    with st.container():
        if (
            any(isinstance(outcome, ServiceError) and outcome.passing for _, outcome in columns)
            or not columns
        ):
            retrying.show([session.question(document, each) for _, each in asked])
        _figures([(card.name, outcome) for card, outcome in columns if isinstance(outcome, Summary)])
        _summaries(columns, read)


def _begin() -> None:
    st.title("Compare the models", anchor=False)
    st.markdown(
        "Each model writes a summary of the same resume. All of them are checked in the same way, "
        "so they differ in wording and speed, not in truth."
    )
    choices.document()


def _figures(written: Sequence[tuple[str, Summary]]) -> None:
    if not written:
        return
    names = short_names([name for name, _ in written])
    written = [(name, summary) for name, (_, summary) in zip(names, written, strict=True)]
    times = [(name, summary.timings["write"]) for name, summary in written if "write" in summary.timings]
    waits = [(name, 1000 * summary.seconds) for name, summary in written]
    own = [(name, summary.model_share) for name, summary in written]
    writing = [amounts("Time to write", times, "ms", "Shorter is better.")] if times else []
    waiting = amounts("Time you waited", waits, "ms", "With reading, checking and the way here.")
    authors = shares("Written by the model", own, "Of the sentences; rules wrote the others.")
    st.html(charts_html(*writing, waiting, authors))
    st.caption("The first time that a model is asked it has to be loaded, which its times then hold too.")


def _summaries(columns: Sequence[Column], read: Callable[[], None]) -> None:
    if columns:
        st.header("What they wrote", anchor=False)
    title = ""
    if _agree(columns):
        st.info(words("compare")["agree"].format(count=len(columns)), icon=":material/done_all:")
        title = " · ".join(short_names([card.name for card, _ in columns]))
        columns = columns[:1]
    for place, (card, outcome) in zip(st.columns(len(columns) or 1), columns, strict=False):
        with place, st.container(border=True, height="stretch", key=f"card-{card.id}"):
            st.subheader(title or card.name, anchor=False)
            if isinstance(outcome, ServiceError):
                st.error(told(outcome), icon=":material/error:")
                continue
            st.html(f"<p class='version'>{plain_html(outcome.summary)}</p>")
            st.caption(f"{outcome.words} words")
            if st.button("Read with its sources", key=f"read-{card.id}"):
                st.session_state.model = card.id
                read()


def _agree(columns: Sequence[Column]) -> bool:
    """Whether several models wrote the same text."""
    texts = {outcome.summary if isinstance(outcome, Summary) else "" for _, outcome in columns}
    return len(columns) > 1 and len(texts) == 1 and "" not in texts
