"""The browser asks before a page with unsaved work is closed or loaded anew."""

from functools import cache
from typing import Any

import streamlit as st

from ui.drafts import has_work

_SCRIPT = """
export default function guard({ data }) {
  window.onbeforeunload = data.work ? (event) => event.preventDefault() : null;
}
"""


@cache
def _component() -> Any:
    return st.components.v2.component("resume_summary_guard", html="<span hidden></span>", js=_SCRIPT)


def guard() -> None:
    """Let the browser ask if this session holds something that a reload would lose."""
    with st.container(key="guard"):
        _component()(data={"work": has_work()}, key="work")
