"""What the browser does for the page: it asks before work is lost, keeps the keyboard's place, and tells the news."""

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


def guard(news: str = "", turn: object = None) -> None:
    """Let the browser ask if this session holds something that a reload would lose, and say `news` to who cannot see.

    News are said once for each `turn`.
    """
    with st.container(key="guard"):
        _component()(data={"work": has_work(), "news": news, "turn": str(hash(turn))}, key="work")
