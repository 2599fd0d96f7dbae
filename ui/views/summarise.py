"""The first page: a resume in, a summary with its sources out."""

import streamlit as st

from ui import choices, result, session
from ui.asking import ask_corrected
from ui.client import Services
from ui.example import example_html
from ui.guard import guard
from ui.heading import heading
from ui.records import Summary
from ui.result import toolbar
from ui.trouble import explain
from ui.wording import words


def show(services: Services) -> None:
    """Draw the page for the state of this session."""
    document = session.chosen()
    if document is None:
        _begin()
        guard()
        choices.prepare(services)
    else:
        guard(*_answer(services, document))


def _answer(services: Services, document: session.Document) -> tuple[str, object]:
    """Draw it; gives back what is to be said of it, and the question that it answers."""
    title = st.container()
    options = choices.options(choices.shelf(services))
    with title:
        actions = heading("Resume" if options.blind else document.name)
    document, outcome = ask_corrected(services, document, options, words("waiting")["summary"])
    asked = session.question(document, options)
    with st.container():
        if not isinstance(outcome, Summary):
            explain(asked, outcome)
            return "", None
        shown = result.show(services, asked, outcome)
    with actions:
        toolbar.show(
            "Resume.docx" if options.blind else document.name, shown, None if options.blind else document.data
        )
    count = len(shown.sentences)
    return words("news")["one" if count == 1 else "many"].format(count), asked


def _begin() -> None:
    """The start: what this does, and the one thing to do next."""
    st.title("A true summary of your resume", anchor=False)
    st.markdown(
        "Upload a resume and get a short professional summary. Every sentence is checked against the resume "
        "and shows where it comes from; nothing is invented."
    )
    choices.document()
    st.caption("The document is read in memory and forgotten when you clear it or close the page.")
    st.html(example_html())
    st.html(f"<ol class='steps'>{''.join(map(_step, words('steps').items()))}</ol>")


def _step(step: tuple[str, str]) -> str:
    title, text = step
    return f"<li><strong>{title}</strong> {text}</li>"
