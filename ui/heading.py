"""The head of a page about a document: its name, and the way to forget it."""

from typing import Literal

import streamlit as st

from ui import session
from ui.wording import plain_html


def heading(name: str, *, clear: bool = True, level: Literal["document", "title"] = "document") -> None:
    """The page's first heading: a title, or the name of a file, which is shown as it stands."""
    with st.container(
        horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", key="heading"
    ):
        st.html(f"<h1 class='{level}'>{plain_html(name)}</h1>", width="stretch")
        if clear:
            st.button("Clear and start again", icon=":material/restart_alt:", on_click=session.forget)
