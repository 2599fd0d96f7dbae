"""The head of a page about a document: its name, what can be taken away, and the ways to leave it."""

from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui import background, session
from ui.wording import plain_html


def heading(
    name: str,
    *,
    leave: bool = True,
    another: bool = True,
    level: Literal["document", "title"] = "document",
) -> DeltaGenerator:
    """The page's first heading: a title, or the name of a file, which is shown as it stands.

    What is drawn into the container given back stands beside it; `leave` offers the ways out, `another` the one to
    another resume among them.
    """
    with st.container(
        horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", key="heading"
    ):
        st.html(f"<h1 class='{level}'>{plain_html(name)}</h1>", width="stretch")
        actions = st.container(horizontal=True, width="content", gap="small", key="actions")
        if leave and another:
            _offer_another()
        if leave and st.button(
            "Forget everything", icon=":material/delete_forever:", type="tertiary", key="forget"
        ):
            _sure()
    return actions


def _offer_another() -> None:
    st.button(
        "Another resume",
        icon=":material/note_add:",
        on_click=session.another,
        help="The options, the batch and your own wordings stay.",
        shortcut="Alt+N",
        key="another-resume",
    )


def _sure() -> None:
    st.dialog("Forget everything?")(_ask_again)()


def _ask_again() -> None:
    """Ask before everything is gone: there is no way back."""
    st.markdown(
        "The resumes, the batch, your own wordings and the options of this session are dropped for good."
    )
    with st.container(horizontal=True):
        if st.button("Forget everything", type="primary", key="forget-all"):
            background.stop()
            session.forget()
            st.rerun()
        if st.button("Keep it", key="keep"):
            st.rerun()
