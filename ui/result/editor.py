"""A person changes the text: it is kept at once, checked when they pause, and given by Copy and the downloads."""

from dataclasses import replace

import streamlit as st

from ui import retrying
from ui.client import ServiceError, Services
from ui.drafts import Draft, Place, change, field_key, histories, history, renew_field
from ui.records import Sentence, Summary
from ui.result.checking import checked
from ui.trouble import told
from ui.waiting import wait_for
from ui.wording import faults, plain_html, words

LONGEST_TEXT = 10_000


def show(place: Place, written: Summary) -> None:
    """Let a person change `written`; what they write is a draft at `place`, kept as soon as they leave the field."""
    draft = history(place).draft
    key = field_key(place)
    st.text_area(
        "Change the text as you like: it is checked when you leave the field",
        draft.text if draft else written.summary,
        height=200,
        key=key,
        on_change=_keep,
        args=(place, key, written.summary),
    )
    if draft:
        st.button("Back to the original", icon=":material/restart_alt:", on_click=change, args=(place, None))
    if draft and draft.version:
        st.html(f"<ul class='verdicts'>{''.join(map(_verdict, draft.version.sentences))}</ul>")


def check(services: Services, place: Place, written: Summary, voice: str) -> None:
    """Have the person's own text at `place` checked, if there is one that was not."""
    draft = history(place).draft
    if draft is None or draft.version is not None:
        return
    try:
        version = wait_for(lambda: checked(services, written, draft.text, voice), words("waiting")["verify"])
    except ServiceError as error:
        retrying.heed(place, error)
        st.warning(f"Your text is kept, but it is not checked yet.\n\n{told(error)}", icon=":material/rule:")
        retrying.show([place], "check-again", "Check again")
        return
    retrying.heed(place, None)
    histories()[place] = history(place).checked(replace(draft, version=version))


def _keep(place: Place, key: str, original: str) -> None:
    """Keep what was typed; a text over the limit is cut where everybody can see it."""
    typed: str = st.session_state[key]
    if _stale(place, key, typed, original):
        renew_field()
        return
    st.session_state.edited = key
    own = typed[:LONGEST_TEXT]
    change(place, None if typed == original or not typed.strip() else Draft(own), typed=own == typed)
    if len(typed) > LONGEST_TEXT:
        st.toast(f"The text was cut at {LONGEST_TEXT:,} characters; {len(typed):,} were given.")


def _stale(place: Place, key: str, typed: str, original: str) -> bool:
    """Whether nobody typed this: a field that was made anew can send what the field before it held.

    Streamlit's browser side does so where the next thing happens within a few hundred milliseconds.
    """
    past = history(place)
    return (
        key != st.session_state.get("edited")
        and past.draft is not None
        and (typed == original or past.had(typed))
    )


def _verdict(sentence: Sentence) -> str:
    """A sentence with its mark; what is said in colour is said in words too."""
    if sentence.passed:
        return f"<li class='holds'>{plain_html(sentence.text)}</li>"
    if not sentence.problems:
        return f"<li>{plain_html(sentence.text)}<br><small>{plain_html(words('fault')['left'])}</small></li>"
    told = faults(sentence.problems, sentence.truths)
    reasons = "".join(f"<br><small>{plain_html(each)}</small>" for each in told)
    return f"<li class='fails'>{plain_html(sentence.text)}{reasons}</li>"
