"""A person changes the text; every sentence is checked again, and what the resume does not support is marked."""

import streamlit as st

from ui.client import ServiceError, Services
from ui.records import Sentence, Summary
from ui.result.checking import checked
from ui.session import Edit, Question, edits
from ui.trouble import told
from ui.waiting import wait_for
from ui.wording import fault, plain_html, words

LONGEST_TEXT = 10_000


def show(services: Services, place: tuple[Question, int], written: Summary, voice: str) -> None:
    """Let a person change `written`; what comes of it is kept under `place`."""
    edit = edits().get(place)
    text = st.text_area(
        "Change the text as you like",
        edit.text if edit else written.summary,
        height=220,
        max_chars=LONGEST_TEXT,
        help="Nothing is saved: your text is checked in memory, and shown and downloaded in place of the other.",
        key=f"text-{abs(hash(place))}-{edit is None}",
    )
    with st.container(horizontal=True):
        if st.button("Check against the resume", type="primary", disabled=not text.strip()):
            _check(services, place, written, text, voice)
        if edit:
            st.button("Back to the original", on_click=edits().pop, args=(place,))
    if edit:
        st.html(f"<ul class='verdicts'>{''.join(map(_verdict, edit.version.sentences))}</ul>")


def _check(services: Services, place: tuple[Question, int], written: Summary, text: str, voice: str) -> None:
    try:
        version = wait_for(lambda: checked(services, written, text, voice), words("waiting")["verify"])
    except ServiceError as error:
        st.error(told(error), icon=":material/error:")
        return
    edits()[place] = Edit(text, version)
    st.rerun()


def _verdict(sentence: Sentence) -> str:
    """A sentence with its mark; what is said in colour is said in words too."""
    if not sentence.problems:
        return f"<li class='holds'>{plain_html(sentence.text)}</li>"
    reasons = "".join(f"<br><small>{plain_html(fault(problem))}</small>" for problem in sentence.problems)
    return f"<li class='fails'>{plain_html(sentence.text)}{reasons}</li>"
