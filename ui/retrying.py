"""A service that is away is asked again by the page itself, after pauses that grow and that can be stopped."""

from collections.abc import Hashable, Sequence
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
    """How often a question found nobody, and when it is asked again; `due` is None once that was stopped."""

    tries: int
    due: float | None


def heed(asked: Hashable, outcome: Outcome | None) -> None:
    """Take notice of what became of a question: one that nobody answered gets its next pause, any other has none."""
    now = monotonic()
    known = _absences().pop(asked, Absence(0, now))
    if not isinstance(outcome, ServiceError) or not outcome.away:
        return
    if known.due is not None and known.due <= now:  # asked before, by whatever draws the page: no further try
        pause = max(PAUSES[min(known.tries, len(PAUSES) - 1)], outcome.pause or 0)
        known = Absence(known.tries + 1, now + pause)
    _absences()[asked] = known


def is_due(questions: Sequence[Hashable]) -> bool:
    """Whether the page asks one of these again by itself."""
    return any(one.due is not None for one in _of(questions))


def show(questions: Sequence[Hashable], key: str = "again", label: str = "Try again") -> None:
    """Let a person ask these again; of those that nobody answered, say when the page does so, and let that be stopped.

    They are asked together, when the first of them is due.
    """
    with st.container(horizontal=True, vertical_alignment="center", key=f"retrying-{key}"):
        st.button(label, type="primary", key=key, on_click=_now, args=(questions,))
        if is_due(questions):
            st.button("Stop trying", key=f"stop-{key}", on_click=_stop, args=(questions,))
            st.fragment(_count_down, run_every=LOOK)(questions)
        elif _of(questions):
            st.caption("The page does not try again by itself.")


def _count_down(questions: Sequence[Hashable]) -> None:
    waiting = [(one.due, one.tries) for one in _of(questions) if one.due is not None]
    if not waiting:
        return
    due, tries = min(waiting)
    left = due - monotonic()
    if left <= 0:
        session.reopen(questions)
        st.rerun()
    tried = f"Tried {tries} times" if tries > 1 else "Tried once"
    st.caption(f"{tried}; the next try is in {ceil(left)} s.")


def _now(questions: Sequence[Hashable]) -> None:
    """Ask at once; whoever asks wants the page to go on, from short pauses."""
    for one in questions:
        _absences().pop(one, None)
    session.reopen(questions)


def _stop(questions: Sequence[Hashable]) -> None:
    known = _absences()
    known.update({one: replace(known[one], due=None) for one in questions if one in known})


def _of(questions: Sequence[Hashable]) -> list[Absence]:
    return [found for one in questions if (found := _absences().get(one))]


def _absences() -> dict[Hashable, Absence]:
    found: dict[Hashable, Absence] = st.session_state.setdefault("absences", {})
    return found
