"""The versions of a summary side by side, and which of them is chosen."""

import streamlit as st

from ui.records import Summary
from ui.session import Question
from ui.wording import plain_html


def chosen(asked: Question, summary: Summary) -> int:
    """The number of the version that the person chose; the first, if none."""
    number: int = _choices().get(asked, 0)
    return number if number < len(summary.versions) else 0


def show(asked: Question, summary: Summary, number: int) -> None:
    """Every version, with a button that takes it."""
    if not summary.alternatives:
        st.caption("There is one version. Ask for more under “Fit to a job, or ask for alternatives”.")
        return
    st.caption(
        "Each is checked against the resume. The one you take is shown with its sources and downloaded."
    )
    for each, version in enumerate(summary.versions):
        with st.container(border=True, key=f"version-{each}"):
            st.html(f"<p class='version'>{plain_html(version.summary)}</p>")
            with st.container(horizontal=True, vertical_alignment="center"):
                st.button(
                    "Taken" if each == number else f"Take version {each + 1}",
                    key=f"take-{each}",
                    disabled=each == number,
                    on_click=_choose,
                    args=(asked, each),
                )
                st.caption(f"Version {each + 1} · {version.words} words")


def _choose(asked: Question, number: int) -> None:
    _choices()[asked] = number


def _choices() -> dict[Question, int]:
    taken: dict[Question, int] = st.session_state.setdefault("versions", {})
    return taken
