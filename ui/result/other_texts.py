"""The same facts for other places: a headline, a text about oneself, the beginning of an e-mail."""

import streamlit as st

from ui import retrying, session
from ui.asking import ask
from ui.client import ServiceError, Services
from ui.records import Options, Summary
from ui.session import Question
from ui.trouble import told
from ui.wording import words

_TEXTS: dict[str, dict[str, str]] = {
    "about": {"voice": "first", "length": "long"},
    "introduction": {"voice": "first", "length": "short"},
}
_PLAIN = {"output": "summary", "alternatives": 1}


def show(services: Services, asked: Question, summary: Summary) -> None:
    """Offer the texts; they are written when somebody wants them."""
    with st.container(key="other-texts"):
        _show(services, asked, summary)


def _show(services: Services, asked: Question, summary: Summary) -> None:
    document, options = session.holder(asked), asked[2]
    if document is None:
        return
    headline = str(summary.resume.get("basics", {}).get("label", ""))
    if headline:
        _text("headline", headline)
    if not st.session_state.get("texts"):
        st.button("Write a text about me and an introduction", key="write-texts", on_click=_want)
        return
    wanted = [(kind, options.model_copy(update={**_PLAIN, **changes})) for kind, changes in _TEXTS.items()]
    found = [_asked(services, document, each, kind) for kind, each in wanted]
    if not all(found):
        retrying.show([session.question(document, each) for _, each in wanted], "again-texts")


def _want() -> None:
    st.session_state.texts = True


def _asked(services: Services, document: session.Document, options: Options, kind: str) -> bool:
    """Whether the text is there, or never will be: otherwise it can be asked for again."""
    outcome = ask(services, document, options, words("waiting")["summary"])
    if isinstance(outcome, ServiceError):
        st.error(told(outcome), icon=":material/error:")
        return not outcome.passing
    _text(kind, outcome.summary)
    return True


def _text(kind: str, text: str) -> None:
    """A text with the button that copies it."""
    st.caption(words("text")[kind])
    st.code(text, language=None, wrap_lines=True)
