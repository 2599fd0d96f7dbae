"""A service that is away is asked again by the page itself, after pauses that grow and that can be stopped."""

from dataclasses import dataclass, replace
from math import ceil
from time import monotonic

import streamlit as st

from ui import session
from ui.client import ServiceError
from ui.session import Outcome

PAUSES = (2, 4, 8, 15, 30)
"""Seconds before each further try: a service that died is back in a few; the last one is for all that follow."""
LOOK = 1.0
"""Seconds between two drawings of what is left of a pause."""


@dataclass(frozen=True, slots=True)
class Absence:
    """How often a service that is away was asked, and when it is asked again; `due` is None once that was stopped."""

    tries: int
    due: float | None


def heed(outcome: Outcome | None) -> None:
    """Take notice of what became of a question: one that nobody answered sets the next pause, any other ends it."""
    if not isinstance(outcome, ServiceError) or not outcome.away:
        st.session_state.pop("absence", None)
        return
    known, now = _absence(), monotonic()
    if known is None:
        known = Absence(0, now)
    if known.due is not None and known.due <= now:  # a page asks several questions: they are one try
        pause = max(PAUSES[min(known.tries, len(PAUSES) - 1)], outcome.pause or 0)
        known = Absence(known.tries + 1, now + pause)
    st.session_state.absence = known


def show(key: str = "again", label: str = "Try again") -> None:
    """Let a person ask again; of a service that is away, say when the page does so, and let that be stopped."""
    known = _absence()
    with st.container(horizontal=True, vertical_alignment="center", key=f"retrying-{key}"):
        st.button(label, type="primary", key=key, on_click=_now)
        if known is None:
            return
        if known.due is None:
            st.caption("The page does not try again by itself.")
            return
        st.button("Stop trying", key=f"stop-{key}", on_click=_stop)
        st.fragment(_count_down, run_every=LOOK)()


def _count_down() -> None:
    known = _absence()
    if known is None or known.due is None:
        return
    left = known.due - monotonic()
    if left <= 0:
        session.reopen()
        st.rerun()
    tried = f"Tried {known.tries} times" if known.tries > 1 else "Tried once"
    st.caption(f"{tried}; the next try is in {ceil(left)} s.")


def _now() -> None:
    """Ask at once; whoever asks wants the page to go on, from short pauses."""
    st.session_state.pop("absence", None)
    session.reopen()


def _stop() -> None:
    if known := _absence():
        st.session_state.absence = replace(known, due=None)


def _absence() -> Absence | None:
    found: Absence | None = st.session_state.get("absence")
    return found
