"""Many resumes at once: one that cannot be read does not stop the others, and a click opens the person."""

from collections.abc import Callable, Iterable
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui import choices, dropzone, result, session
from ui.asking import ask_corrected
from ui.background import background, stop
from ui.client import ServiceError, Services
from ui.drafts import memory
from ui.files.archive import LARGEST_FILE, ArchiveError, files_of, is_archive
from ui.files.batch import FILES, WITH_CONTACTS, as_key
from ui.guard import guard
from ui.heading import heading
from ui.people import Person, called, counts, kept, table
from ui.records import Options, Summary
from ui.session import Document, Question, outcomes, question
from ui.trouble import told as problem
from ui.wording import plain_markdown, words

LARGEST_ARCHIVE = 100
"""Megabytes of an upload, which may be an archive of many."""
REDRAWN = 0.5
"""Seconds between two drawings of the table while the work goes on."""
_HEIGHT, _ROW = 430, 35
"""Pixels of the table at most, and of a row."""
_WIDTHS = {"Status": 130, "Name": 170, "Title": 220, "Years": 60, "Place": 150, "Notes": 60}
"""Pixels of the columns; what is left is the file's."""
_COLUMNS = {title: st.column_config.Column(width=width) for title, width in _WIDTHS.items()}
_SORTS = ("", "Name", "Title", "Years", "Place", "File")
"""What the rows can be sorted by without a mouse; the titles of the table do it with one."""
_NAMELESS = ("File", "Status", "Title", "Years", "Notes")
"""The columns of a blind review, which would show empty ones for the name and the place."""


def show(services: Services) -> None:
    """Draw the page for the state of this session."""
    news = _draw_page(services)
    guard(news, news)


def _draw_page(services: Services) -> str:
    """Draw it; gives back what is to be said of it."""
    documents = session.batch()
    heading("Many resumes at once", leave=bool(documents), another=False, level="title")
    for refusal in st.session_state.get("refused", ()):
        st.error(plain_markdown(refusal), icon=":material/error:")
    if not documents:
        st.markdown(
            "Every resume is dealt with by itself, in the order given: nobody is compared, scored or ranked."
        )
        _give(documents)
        return ""
    options = choices.options(choices.shelf(services), alternatives=False, first="brief")
    if (changed := st.session_state.pop("again", None)) in documents:
        ask_corrected(services, changed, options, words("waiting")["summary"])
        documents = session.batch()
    people = _people(documents, options)
    if _running():
        left = [(documents[each.number], options) for each in people if each.outcome is None]
        background(services).ask(left)
    told = _progress(people, documents, options)
    opened = _table(services, people, documents, options, told)
    result.oversight(blind=options.blind)
    if opened:
        return f"{called(opened)} is open."
    return "" if _running() else counts(people).replace(" ·", ",")


def _give(documents: tuple[Document, ...]) -> None:
    """Where resumes are given: each upload is added to those that are there already."""
    key = session.upload_key(f"uploads-{len(documents)}")
    with st.container(key=choices.GIVE):
        widget = st.container()
        dropzone.gather()  # sent before the widget that it listens to: who is quick gives it five hundred files at once
        widget.file_uploader(
            "Drop resumes here, or a folder or ZIP of them: Word documents (.docx), "
            f"{choices.LARGEST_READ} MB at most each",
            accept_multiple_files=True,
            max_upload_size=LARGEST_ARCHIVE,
            key=key,
            on_change=_take_uploads,
            args=(key,),
        )
        with widget:
            choices.refusals(words("refused")["archive"].replace("{most}", str(LARGEST_ARCHIVE)))
    if not documents:
        st.button("Try it with six samples", on_click=_take_samples)
        st.caption("The documents are read in memory and forgotten when you clear them or close the page.")


def _take_uploads(key: str) -> None:
    files = st.session_state[key]
    documents, refused = [], dropzone.missing(each.name for each in files)
    for each in files:
        try:
            documents += _documents(each.name, each.getvalue())
        except ArchiveError as error:
            refused.append(str(error))
    _add(documents)
    st.session_state.refused = refused


def _documents(name: str, data: bytes) -> list[Document]:
    """The file that was given, or the files in it; of one that is too large enough for the service to refuse it."""
    files = files_of(name, data) if is_archive(name, data) else [(name, data[: LARGEST_FILE + 1])]
    return [Document(*file) for file in files]


def _take_samples() -> None:
    _add(session.sample(name) for name in words("sample"))


def _add(documents: Iterable[Document]) -> None:
    """Append what is new: the same file given twice is one row."""
    st.session_state.batch = tuple(dict.fromkeys((*session.batch(), *documents)))


def _progress(people: list[Person], documents: tuple[Document, ...], options: Options) -> DeltaGenerator:
    """How far it is, start, stop and downloads, which stay in view; gives back where the counts are told."""
    left = [person for person in people if _is_open(person)]
    running = _running()
    with st.container(horizontal=True, vertical_alignment="center", key="progress"):
        told = st.empty()
        told.markdown(f"**{counts(people)}**")
        with st.popover("Add resumes", icon=":material/add:", key="add"):
            _give(documents)
        if left or running:
            others = "all" if len(left) == len(documents) else "the other"
            st.button(
                "Stop" if running else f"Summarise {others} {len(left)}",
                key="run",
                type="secondary" if running else "primary",
                on_click=_stop if running else _start,
            )
        _downloads(people, documents, options)
    return told


def _start() -> None:
    session.reopen(session.outcomes())
    st.session_state.running = True


def _stop() -> None:
    st.session_state.running = False
    stop()


def _running() -> bool:
    return bool(st.session_state.get("running", False))


def _is_open(person: Person) -> bool:
    """Whether there is no answer yet, or only a failure that may have passed."""
    return person.outcome is None or (isinstance(person.outcome, ServiceError) and person.outcome.passing)


def _people(documents: tuple[Document, ...], options: Options) -> list[Person]:
    """Everybody in the order given; in a blind review a number stands for the file's name."""
    held = memory()
    return [
        Person(
            number,
            f"Resume {number + 1}" if options.blind else each.name,
            held.shown(question(each, options)),
        )
        for number, each in enumerate(documents)
    ]


def _downloads(people: list[Person], documents: tuple[Document, ...], options: Options) -> None:
    """What can be taken away; of a blind review, the key of its numbers too, which reviewers should not have."""
    results = [(each.name, each.outcome) for each in people if each.outcome is not None]
    if not results:
        return
    with st.popover("Download", icon=":material/download:", key="downloads"):
        for label, name, media, build in FILES if options.blind else (*FILES, WITH_CONTACTS):
            _download(label, partial(build, results, options), name, media)
        if options.blind:
            numbers = [(person.name, documents[person.number].name) for person in people]
            st.caption("Whose number is whose, for you alone:")
            _download("Key of the numbers (CSV)", partial(as_key, numbers), "key.csv", "text/csv")


def _download(label: str, build: Callable[[], bytes], name: str, media: str) -> None:
    st.download_button(
        label,
        build,
        name,
        media,
        key=f"download-{name}",
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
    )


def _table(
    services: Services,
    people: list[Person],
    documents: tuple[Document, ...],
    options: Options,
    told: DeltaGenerator,
) -> Person | None:
    """The people, and the one that was clicked beside them, who is given back.

    The rows are drawn anew while the work goes on.
    """
    _filters()
    rows = _looked_for(people)
    opened = _opened(rows)
    # Columns in any case: a table that moves is made anew, without its order and the keyboard's place in it.
    beside, inside = st.columns([2, 3] if opened else [1, 0.0001], gap="small" if opened else None)
    if opened:
        with inside:
            _open(services, opened, question(documents[opened.number], options))
    with beside, st.container(key="people"):
        # The same when nothing is under way: a table that is drawn elsewhere is made anew too.
        draw = st.fragment(_draw_rows, run_every=REDRAWN if _running() else None)
        draw(services, documents, options, told, opened)
        st.caption(
            "The arrow keys go on to the next person."
            if opened
            else "Click a row to read the person; the arrow keys go on to the next."
        )
    return opened


def _draw_rows(
    services: Services,
    documents: tuple[Document, ...],
    options: Options,
    told: DeltaGenerator,
    opened: Person | None,
) -> None:
    """Draw what has come, alone: the whole page only when somebody else is opened, and when all is done."""
    if _running() and not background(services).goes_on():
        _stop()
        st.rerun()
    people = _people(documents, options)
    rows = _looked_for(people)
    if _opened(rows) != opened:
        st.rerun()
    told.markdown(f"**{counts(people)}**")
    key = _table_key(rows)
    st.dataframe(
        table(rows),
        hide_index=True,
        height=_height(rows),
        placeholder="",
        column_config=_COLUMNS,
        column_order=_NAMELESS if options.blind else None,
        on_select=partial(_choose, key, tuple(row.number for row in rows), _closed()),
        selection_mode="single-cell",
        key=key,
    )


def _filters() -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="filters"):
        st.segmented_control(
            "Show",
            list(words("shown")),
            default="all",
            required=True,
            format_func=words("shown").get,
            key="shown",
            label_visibility="collapsed",
            persist_state="session",
        )
        st.selectbox(
            "Sort by",
            _SORTS,
            format_func=lambda title: f"By {title.lower()}" if title else "As given",
            key="sorted",
            label_visibility="collapsed",
            persist_state="session",
            width=150,
        )
        st.text_input(
            "Search",
            placeholder="Search names, titles, places, texts",
            key="wanted",
            label_visibility="collapsed",
            persist_state="session",
        )


def _looked_for(people: list[Person]) -> list[Person]:
    """Those of the kind and with the words that somebody looks for."""
    state = st.session_state
    return kept(people, state.shown, state.wanted or "", by=state.sorted, failed_first=not _running())


def _height(people: list[Person]) -> int:
    """Room for everybody, as far as the page has it; that nobody is there takes a row."""
    return min(_HEIGHT, _ROW * (max(len(people), 1) + 1) + 3)


def _table_key(rows: list[Person]) -> str:
    """A selection counts rows, so that other rows make another table; so does a person who is closed.

    Answers that come while the work goes on make none, or the table would lose its place and order each time; under a
    filter, a search or a sorting they make other rows.
    """
    state = st.session_state
    moved = 0 if _running() else sum(row.failed for row in rows)
    found = (
        hash(tuple(row.number for row in rows)) if state.shown != "all" or state.wanted or state.sorted else 0
    )
    return f"people-{state.shown}-{state.wanted}-{state.sorted}-{found}-{moved}-{_closed()}"


def _closed() -> int:
    """How often a person was closed so far."""
    return int(st.session_state.get("closed", 0))


def _choose(key: str, numbers: tuple[int, ...], closed: int) -> None:
    """Open the person of the row that was clicked, by the rows that the table had.

    The browser tells a little later what was chosen, and the tab key chooses each cell that it passes: what comes from
    before a person was closed opens nobody again.
    """
    if closed != _closed():
        return
    cells = st.session_state[key].selection.cells
    if not cells:
        st.session_state.opened = None
    elif cells[0][0] < len(numbers):
        st.session_state.opened = numbers[cells[0][0]]


def _close() -> None:
    st.session_state.opened = None
    st.session_state.closed = _closed() + 1


def _opened(rows: list[Person]) -> Person | None:
    """The person who was clicked, where the rows have them."""
    chosen = st.session_state.get("opened")
    return next((row for row in rows if row.number == chosen), None)


def _open(services: Services, person: Person, asked: Question) -> None:
    """One person in full: the text with its sources, or why there is none."""
    known_as = called(person)
    with st.container(
        horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", key="opened"
    ):
        st.markdown(f"**{plain_markdown(known_as)}**")
        if known_as != person.name:
            st.caption(plain_markdown(person.name))
        st.button("Back to all", icon=":material/arrow_back:", type="tertiary", key="close", on_click=_close)
    outcome = outcomes().get(asked)
    if isinstance(outcome, Summary):
        result.show(services, asked, outcome, oversee=False)
    elif outcome is None:
        st.info("Not done yet.", icon=":material/hourglass_empty:")
    else:
        st.error(problem(outcome), icon=":material/error:")
        if outcome.passing:
            st.button("Try this one again", key="retry", on_click=_retry, args=(asked,))


def _retry(asked: Question) -> None:
    outcomes().pop(asked, None)
    st.session_state.running = True
