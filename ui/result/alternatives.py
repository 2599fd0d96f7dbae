"""The versions of a summary side by side, and which of them is taken."""

import streamlit as st

from ui.records import Summary, Version
from ui.session import Question, versions
from ui.wording import plain_html


def show(asked: Question, summary: Summary, number: int) -> None:
    """Every version, with a button that takes it."""
    st.caption(
        "Each is checked against the resume. The one you take is shown with its sources and downloaded."
    )
    for row in range(0, len(summary.versions), 2):
        for each, place in enumerate(st.columns(2), row):
            if each < len(summary.versions):
                with place:
                    _card(asked, each, summary.versions[each], taken=each == number)


def _card(asked: Question, number: int, version: Version, *, taken: bool) -> None:
    with st.container(border=True, height="stretch", key=f"version-{number}"):
        st.html(f"<p class='version'>{plain_html(version.summary)}</p>")
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(
                "Taken" if taken else f"Take version {number + 1}",
                key=f"take-{number}",
                disabled=taken,
                on_click=_choose,
                args=(asked, number),
            )
            st.caption(f"Version {number + 1} · {version.words} words")


def _choose(asked: Question, number: int) -> None:
    versions()[asked] = number
