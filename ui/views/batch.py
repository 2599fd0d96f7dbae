"""Many resumes at once: one that cannot be read does not stop the others."""

from collections.abc import Iterable

import streamlit as st

from ui import choices, result, session
from ui.asking import ask_all
from ui.client import ServiceError, Services
from ui.files.batch import as_csv, as_zip
from ui.guard import guard
from ui.heading import heading
from ui.records import Options, Summary
from ui.results_table import Row, results_html
from ui.session import Document, Outcome, Question, as_taken, outcomes, place_of, question
from ui.wording import words


def show(services: Services) -> None:
    """Draw the page for the state of this session."""
    _draw_page(services)
    guard()


def _draw_page(services: Services) -> None:
    documents: tuple[Document, ...] = st.session_state.get("batch", ())
    heading("Many resumes at once", leave=bool(documents), level="title")
    st.markdown(
        "Every resume is dealt with by itself, in the order given: nobody is compared, scored or ranked."
    )
    _give(documents)
    if not documents:
        return
    options = choices.options(choices.shelf(services), alternatives=False)
    result.oversight(blind=options.blind)
    _run(services, documents, options)
    rows = _rows(documents, options)
    _downloads(rows, options)
    _one(services, rows, documents, options)


def _give(documents: tuple[Document, ...]) -> None:
    """Where resumes are given: each upload is added to those that are there already."""
    key = session.upload_key(f"uploads-{len(documents)}")
    st.file_uploader(
        "Drop resumes here: Word documents (.docx), 10 MB at most each",
        accept_multiple_files=True,
        max_upload_size=choices.LARGEST_UPLOAD,
        key=key,
        on_change=_take_uploads,
        args=(key,),
    )
    if not documents:
        st.button("Try it with six samples", on_click=_take_samples)
        st.caption("The documents are read in memory and forgotten when you clear them or close the page.")


def _take_uploads(key: str) -> None:
    _add(Document(each.name, each.getvalue()) for each in st.session_state[key])


def _take_samples() -> None:
    _add(session.sample(name) for name in words("sample"))


def _add(documents: Iterable[Document]) -> None:
    """Append what is new: the same file given twice is one row."""
    st.session_state.batch = tuple(dict.fromkeys((*st.session_state.get("batch", ()), *documents)))


def _run(services: Services, documents: tuple[Document, ...], options: Options) -> None:
    """Start and stop, and the work between the two, drawn as it goes on."""
    left = [each for each in dict.fromkeys(documents) if _is_open(each, options)]
    running = st.session_state.get("running", False)
    control, table = st.container(), st.empty()
    if left or running:
        others = "all" if len(left) == len(set(documents)) else "the other"
        control.button(
            "Stop" if running else f"Summarise {others} {len(left)}",
            key="run",
            type="secondary" if running else "primary",
            on_click=_stop if running else _start,
        )
    bar = control.progress(0.0, _progress(documents, options)) if running else None
    _draw(table, documents, options)
    if bar is None:
        return
    for answered in ask_all(services, [(each, options) for each in left]):
        outcomes().update(answered)
        done = sum(question(each, options) in outcomes() for each in documents)
        bar.progress(done / len(documents), _progress(documents, options))
        if answered:
            _draw(table, documents, options)
    _stop()
    st.rerun()


def _start() -> None:
    session.reopen()
    st.session_state.running = True


def _stop() -> None:
    st.session_state.running = False


def _is_open(document: Document, options: Options) -> bool:
    """Whether there is no answer yet, or only a failure that may have passed."""
    outcome = outcomes().get(question(document, options))
    return outcome is None or (isinstance(outcome, ServiceError) and outcome.passing)


def _progress(documents: tuple[Document, ...], options: Options) -> str:
    done = sum(question(each, options) in outcomes() for each in documents)
    return f"{done} of {len(documents)} resumes done"


def _rows(documents: tuple[Document, ...], options: Options) -> list[Row]:
    """A row a resume, in the order given; in a blind review a number stands for the file's name."""
    return [
        Row(f"Resume {number}" if options.blind else each.name, _shown(question(each, options)))
        for number, each in enumerate(documents, 1)
    ]


def _shown(asked: Question) -> Outcome | None:
    """What became of a resume, as the person took and changed it."""
    outcome = outcomes().get(asked)
    return as_taken(place_of(asked, outcome), outcome) if isinstance(outcome, Summary) else outcome


def _draw(
    place: st.delta_generator.DeltaGenerator, documents: tuple[Document, ...], options: Options
) -> None:
    place.html(results_html(_rows(documents, options)))


def _downloads(rows: list[Row], options: Options) -> None:
    results = [(row.name, row.outcome) for row in rows if row.outcome is not None]
    if not results:
        return
    with st.container(horizontal=True, gap="medium", key="tables"):
        for label, name, media, build in (
            ("Table (CSV)", "summaries.csv", "text/csv", as_csv),
            ("Everything (ZIP)", "summaries.zip", "application/zip", as_zip),
        ):
            st.download_button(
                label,
                lambda build=build: build(results, options),
                name,
                media,
                key=f"download-{name}",
                on_click="ignore",
                icon=":material/download:",
            )


def _one(services: Services, rows: list[Row], documents: tuple[Document, ...], options: Options) -> None:
    """One of the summaries in full."""
    written = {number: row for number, row in enumerate(rows) if isinstance(row.outcome, Summary)}
    if not written:
        return
    number = st.selectbox(
        "Read one with its sources",
        list(written),
        index=None,
        format_func=lambda each: written[each].name,
        placeholder="Choose a resume",
        key="one",
    )
    if number in written:
        asked = question(documents[number], options)
        if isinstance(outcome := outcomes()[asked], Summary):
            result.show(services, asked, outcome)
