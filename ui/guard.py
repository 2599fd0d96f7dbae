"""What the browser does for the page: it asks before work is lost, keeps the keyboard's place, and tells the news."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from ui.begun import are_begun
from ui.drafts import has_work
from ui.wording import words

_SCRIPT = Path(__file__).parent / "guard.js"


@cache
def _component() -> Any:
    return st.components.v2.component(
        "resume_summary_guard", html="<span hidden></span>", js=_SCRIPT.read_text("utf-8")
    )


def guard(news: str = "", turn: object = None) -> None:
    """Let the browser ask if this session holds something that a reload would lose, and say `news` to who cannot see.

    News are said once for each `turn`. Each summary of facts just put right is brought into view, once.
    """
    data = {
        "work": has_work() or are_begun(),
        "news": news,
        "turn": str(hash(turn)),
        "view": st.session_state.get("view", 0),
        "offline": words("waiting")["offline"],
    }
    with st.container(key="guard"):
        _component()(data=data, key="work")
