"""A finished summary on the page: sources, downloads, facts, and a check of what a person changes."""

from collections.abc import Callable

import streamlit as st

from ui import downloads, reader
from ui.client import ServiceError, Services
from ui.facts import facts_html
from ui.records import Checked, Summary
from ui.wording import advice, fault, plain_html, plain_markdown


def show(services: Services, source: str, summary: Summary, voice: str) -> None:
    """Show a summary of the file `source`."""
    with_sources, facts, edit = st.tabs(["Summary and sources", "Facts found", "Edit and check"])
    with with_sources:
        _downloads(source, summary)
        reader.show(summary)
        _warnings(summary)
        st.caption(_authorship(summary))
    with facts:
        st.html(facts_html(summary.resume))
    with edit:
        _edit(services, summary, voice)


def _warnings(summary: Summary) -> None:
    if summary.warnings:
        lines = "\n".join(f"- {plain_markdown(warning.message)}" for warning in summary.warnings)
        st.warning(f"Good to know\n\n{lines}", icon=":material/visibility:")


def _downloads(source: str, summary: Summary) -> None:
    with st.container(horizontal=True, horizontal_alignment="right", gap="medium"):
        _download("Word", source, "docx", downloads.WORD, lambda: downloads.as_docx(summary))
        _download("Text", source, "txt", "text/plain", lambda: downloads.as_text(summary))
        _download("JSON", source, "json", "application/json", lambda: downloads.as_json(summary))


def _download(label: str, source: str, suffix: str, media: str, build: Callable[[], bytes]) -> None:
    name = downloads.file_name(source, suffix)
    st.download_button(
        label, build, name, media, key=suffix, on_click="ignore", type="tertiary", icon=":material/download:"
    )


def _authorship(summary: Summary) -> str:
    """Who wrote it, in a sentence."""
    model, parser = summary.model, summary.parser
    origins = [sentence.origin for sentence in summary.sentences]
    share = "The model wrote all sentences."
    if "plan" in origins:
        share = f"The model wrote {origins.count('model')} of {len(origins)} sentences, rules the others."
    return plain_markdown(f"{share} Model {model.id} {model.version}, parser {parser.id} {parser.version}.")


def _edit(services: Services, summary: Summary, voice: str) -> None:
    """Let a person change the text and have every sentence checked again."""
    text = st.text_area("Change the summary as you like.", summary.summary, height=180)
    if not st.button("Check against the resume", type="primary"):
        return
    try:
        with st.spinner("Checking …"):
            verdicts = services.verify(summary.resume, text, voice)
    except ServiceError as error:
        st.error(f"**{plain_markdown(error.title)}**\n\n{advice(error.code)}", icon=":material/error:")
        return
    st.html("".join(map(_verdict, verdicts.sentences)))


def _verdict(sentence: Checked) -> str:
    mark = "✓" if sentence.supported else "✗"
    problems = "".join(f"<br><small>{plain_html(fault(problem))}</small>" for problem in sentence.problems)
    return f"<p><strong>{mark}</strong> {plain_html(sentence.text)}{problems}</p>"
