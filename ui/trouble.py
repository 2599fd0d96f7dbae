"""What went wrong, said so that a person knows what to do."""

import streamlit as st

from ui import retrying, session
from ui.client import ServiceError
from ui.session import Question
from ui.wording import advice, plain_markdown, words


def explain(asked: Question, error: ServiceError) -> None:
    """Say what went wrong with what was asked and offer what can help: waiting, or another document."""
    waiting = "away" if retrying.is_due([asked]) else "stopped"
    kept = f"\n\n{words('waiting')[waiting]}" if error.away else ""
    st.error(told(error) + kept, icon=":material/cloud_off:" if error.away else ":material/error:")
    if error.passing:
        retrying.show([asked])
    else:
        st.button("Choose another file", type="primary", on_click=session.another, key="another-file")
        document = session.holder(asked)
        if document and document.corrected:
            st.button("Back to what was read", on_click=session.uncorrect, args=(document,))


def told(error: ServiceError) -> str:
    """The problem in Markdown: its title, its detail and what to do."""
    title = words("problem").get(error.code, error.title)
    paragraphs = [f"**{plain_markdown(title)}**", plain_markdown(error.detail), advice(error.code)]
    if error.pause:
        paragraphs.append(f"The service asks to be left alone for {error.pause} seconds.")
    return "\n\n".join(filter(None, paragraphs))
