"""The browser asks before work is lost by closing the page or loading it anew, and leaves a text before a key acts."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from ui.drafts import has_work

_SCRIPT = Path(__file__).parent / "guard.js"


@cache
def _component() -> Any:
    return st.components.v2.component(
        "resume_summary_guard", html="<span hidden></span>", js=_SCRIPT.read_text("utf-8")
    )


def guard() -> None:
    """Let the browser ask if this session holds something that a reload would lose."""
    with st.container(key="guard"):
        _component()(data={"work": has_work()}, key="work")
