"""The downloads of a summary."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from ui.files.names import file_name
from ui.files.own import find_place, with_summary
from ui.files.paragraphs import NoPlaceError
from ui.files.plain import as_json, as_json_resume, as_text
from ui.files.word import MEDIA, as_docx
from ui.records import NOT_CHECKED, Summary

_FILES: tuple[tuple[str, str, str, Callable[[Summary], bytes], str], ...] = (
    ("Summary as a Word document", "summary.docx", MEDIA, as_docx, "A page to print or send"),
    ("Summary as text", "summary.txt", "text/plain", as_text, "The text alone"),
    (
        "Facts as data (JSON Resume)",
        "resume.json",
        "application/json",
        as_json_resume,
        "For other programs, in the open format JSON Resume",
    ),
    (
        "Summary with its sources as data (JSON)",
        "summary.json",
        "application/json",
        as_json,
        "For other programs: every sentence with its source",
    ),
)


def show(source: str, summary: Summary, document: bytes | None = None) -> None:
    """Offer the files; they are built when they are asked for. With the `document`, also it with the summary put in."""
    with st.popover("Download", icon=":material/download:", key="downloads"):
        _caution(summary)
        if document is not None and not summary.brief:
            _own(source, summary, document)
        for label, kind, media, build, about in _FILES:
            _download(label, file_name(source, kind), media, build, about, summary)


def _own(source: str, summary: Summary, document: bytes) -> None:
    """The person's own document with the summary in it, or why there is none."""
    try:
        find_place(document, summary)
    except NoPlaceError as error:
        st.caption(f"Your own document cannot take the summary: {error}")
        return
    label, about = (
        "My resume with the summary in it",
        "Your own Word document with the summary put in; nothing else is changed",
    )
    _download(
        label, file_name(source, "with-summary.docx"), MEDIA, partial(with_summary, document), about, summary
    )


def _caution(summary: Summary) -> None:
    if any(NOT_CHECKED in sentence.problems for sentence in summary.sentences):
        st.warning("Your text is not checked yet; the files say so.", icon=":material/rule:")
    elif summary.unsupported:
        st.warning(
            f"{summary.unsupported} of {len(summary.sentences)} sentences did not pass the check against the"
            " resume. They are marked in the text, and the files hold them too.",
            icon=":material/rule:",
        )


def _download(
    label: str, name: str, media: str, build: Callable[[Summary], bytes], about: str, summary: Summary
) -> None:
    st.download_button(
        label,
        lambda: build(summary),
        name,
        media,
        key=f"download-{label}",
        help=about,
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
    )
