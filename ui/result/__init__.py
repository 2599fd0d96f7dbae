"""A finished summary on a page: its versions, sources, facts, and a check of what a person changes."""

import streamlit as st

from ui import reader
from ui.client import Services
from ui.drafts import kept, memory
from ui.facts import facts_html
from ui.records import Summary
from ui.result import alternatives, corrections, editor, other_texts, years
from ui.result.original import as_read, on_document
from ui.result.shaping import act, tools
from ui.session import Document, Question, holder
from ui.wording import plain_markdown, words


def show(services: Services, asked: Question, summary: Summary, *, oversee: bool = True) -> Summary:
    """Show the summary that answers `asked`; gives back what is shown, as the person changed it.

    `oversee` reminds whoever decides about a person, unless the page does so itself.
    """
    options = asked[2]
    held, document = memory(), holder(asked)
    place = held.place_of(asked, summary)
    with st.container(key="doing"):  # always, so that a wait or a note takes the place of nothing below
        act(services, asked, place, held.as_taken(place, summary))
        editor.check(services, place, held.as_written(place, summary), options.voice)
    shown = held.as_taken(place, summary)
    names = ["Summary", "Edit", *(["Versions"] if summary.alternatives else []), "Facts", "Other places"]
    tabs = dict(zip(names, st.tabs(names, key="result", on_change="rerun"), strict=True))
    with tabs["Summary"]:
        refusal = st.container()
        resting = _on_document(document, asked, summary, shown) if document else shown
        keeping = {each.sentence.text for each in kept(place)}
        reader.show(resting, tools(place), kept=keeping, blind=options.blind)
        if oversee and (options.output == "brief" or options.blind):
            oversight(blind=options.blind)
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.caption(_authorship(shown), width="content")
            if summary.alternatives:
                alternatives.offer_next(asked, summary, place[1])
    # What stands in a tab that is closed is not made: the answer comes sooner.
    with tabs["Edit"]:
        if tabs["Edit"].open:
            editor.show(place, held.as_written(place, summary))
    if summary.alternatives and tabs["Versions"].open:
        with tabs["Versions"]:
            alternatives.show(asked, summary, place[1])
    with tabs["Facts"]:
        if tabs["Facts"].open:
            if options.blind:
                st.caption("Here the facts are covered. Switch Blind off to put them right.")
            elif document:
                corrections.show(document, summary)
            with st.expander("Everything that was read"):
                st.html(facts_html(summary.resume))
    if document and not options.blind:
        with refusal:  # after the tables, which know what is still begun
            corrections.tell_refusal(document)
    with tabs["Other places"]:
        if tabs["Other places"].open:
            other_texts.show(services, asked, summary)
    return shown


def _on_document(document: Document, asked: Question, summary: Summary, shown: Summary) -> Summary:
    """What is shown with its sources in the document itself, below what is to be asked of its facts."""
    options = asked[2]
    if not options.blind:
        years.ask_about(document, summary)
    if not document.corrected:
        return shown
    st.info(words("facts")["made"], icon=":material/edit_note:")
    read = as_read(document, options)
    return on_document(shown, read) if read else shown


def oversight(*, blind: bool) -> None:
    """What whoever decides about a person should know."""
    said = words("oversight")
    text = f"**{said['title']}.** {said['text']}"
    if blind:
        st.info(f"**Blind review.** {said['blind']}\n\n{text}", icon=":material/visibility_off:")
    else:
        st.info(text, icon=":material/balance:")


def _authorship(summary: Summary) -> str:
    """Who wrote it, in a sentence; versions and why the resume was read as it was stand in the JSON."""
    if any(sentence.origin == "person" for sentence in summary.sentences):
        return plain_markdown("A person changed this text.")
    origins = [sentence.origin for sentence in summary.sentences if sentence.writable]
    told = "highlights" if summary.brief else "sentences"
    written, others = f"all {told}", ", rules the other lines" if summary.brief else ""
    if "plan" in origins:
        written, others = f"{origins.count('model')} of {len(origins)} {told}", ", rules the others"
    share = (
        f"The model {summary.model.id.upper()} wrote {written}{others}."
        if origins
        else words("origin")["plan"]
    )
    return plain_markdown(share)
