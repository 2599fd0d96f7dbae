"""A question to the service, asked once in a session."""

from functools import partial
from time import monotonic

import streamlit as st

from ui import begun, retrying, session
from ui.client import ServiceError, Services
from ui.records import Options
from ui.session import Document, Outcome, outcomes, question
from ui.waiting import wait_for

Asked = tuple[Document, Options]


def ask(services: Services, document: Document, options: Options, doing: str) -> Outcome:
    """The answer, from this session's memory or from the service.

    What the page showed of another question stays, greyed, until this one is answered: the wait has a place of its own,
    whether there is one or not, so that it takes nothing else's.
    """
    asked = question(document, options)
    with st.container():
        if asked not in outcomes():
            outcomes()[asked] = wait_for(partial(answer, services, (document, options)), doing)
            retrying.heed(asked, outcomes()[asked])
    return outcomes()[asked]


def ask_corrected(
    services: Services, document: Document, options: Options, doing: str
) -> tuple[Document, Outcome]:
    """The answer about a document, and the document: as it was before, where facts just put right give no summary.

    What the person put right stays in its tables either way; a summary of it is shown at once.
    """
    outcome = ask(services, document, options, doing)
    before = session.take_correction(document)
    if before is None:
        return document, outcome
    if not isinstance(outcome, ServiceError):
        begun.drop(before)
        st.session_state.result = "Summary"
        st.session_state.view = st.session_state.get("view", 0) + 1
        return document, outcome
    asked = question(document, options)
    retrying.heed(asked, None)
    del outcomes()[asked]  # a press asks again
    session.put_back(document, before, outcome)
    return before, ask(services, before, options, doing)


def answer(services: Services, asked: Asked) -> Outcome:
    """The answer with the time that it took, as the one who waits sees it."""
    document, options = asked
    began = monotonic()
    try:
        summary = services.summarise(document.name, document.data, options, document.corrected)
    except ServiceError as error:
        return error
    return summary.model_copy(update={"seconds": monotonic() - began})
