"""A finished summary on a page: its versions, sources, downloads, facts, and a check of what a person changes."""

import streamlit as st

from ui import reader
from ui.client import Services
from ui.facts import facts_html
from ui.records import Summary
from ui.result import alternatives, editor, toolbar
from ui.session import Question, edits
from ui.wording import plain_markdown, words


def show(services: Services, asked: Question, summary: Summary) -> None:
    """Show the summary that answers `asked`."""
    source, _, options = asked
    number = alternatives.chosen(asked, summary)
    written = summary.taking(summary.versions[number])
    edit = edits().get((asked, number))
    shown = written.taking(edit.version) if edit else written
    with st.container():
        if options.output == "brief" or options.blind:
            oversight(blind=options.blind)
    toolbar.show("Resume.docx" if options.blind else source, shown)
    tabs = st.tabs(["Summary", "Edit and check", "Versions", "Facts"], key="result")
    with tabs[0]:
        reader.show(shown, blind=options.blind)
        st.caption(_authorship(shown))
    with tabs[1]:
        editor.show(services, (asked, number), written, options.voice)
    with tabs[2]:
        alternatives.show(asked, summary, number)
    with tabs[3]:
        st.html(facts_html(summary.resume))


def oversight(*, blind: bool) -> None:
    """What whoever decides about a person should know."""
    said = words("oversight")
    text = f"**{said['title']}.** {said['text']}"
    if blind:
        st.info(f"**Blind review.** {said['blind']}\n\n{text}", icon=":material/visibility_off:")
    else:
        st.info(text, icon=":material/balance:")


def _authorship(summary: Summary) -> str:
    """Who wrote it, in a sentence or two."""
    model, parser = summary.model, summary.parser
    origins = [sentence.origin for sentence in summary.sentences if sentence.slot in (None, "highlights")]
    share = "The model wrote all sentences."
    if "person" in origins:
        share = "A person changed this text."
    elif "plan" in origins:
        share = f"The model wrote {origins.count('model')} of {len(origins)} sentences, rules the others."
    made = f"Model {model.id} {model.version}, parser {parser.id} {parser.version}."
    return plain_markdown(" ".join(filter(None, (share, made, parser.reason))))
