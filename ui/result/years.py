"""Years that the resume states and its dates do not bear out: the person is asked which of them is right."""

import streamlit as st

from ui import session
from ui.records import Summary
from ui.result.corrections import as_shown, unread_of
from ui.session import Document


def ask_about(document: Document, summary: Summary) -> None:
    """Ask, until the person has said it; the summary tells the years of the dates until then."""
    stated, counted = summary.years_stated, summary.years
    if stated is None or counted is None or session.is_settled(document):
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="years"):
        st.markdown(
            f"The resume says {_years(stated.value)}; its dates give {_years(counted)}. Which is right?",
            width="content",
        )
        confirmed = {"yearsExperience": {"value": stated.value, "rule": "confirmed"}}
        st.button(
            _years(stated.value),
            key="years-stated",
            on_click=session.correct,
            args=(document, {**as_shown(summary.resume), "meta": confirmed}, unread_of(document, summary)),
        )
        st.button(_years(counted), key="years-counted", on_click=session.settle, args=(document,))


def _years(number: int) -> str:
    return f"{number} year{'' if number == 1 else 's'}"
