"""The summary beside the resume: choose a sentence, and what supports it is marked in the text.

All text reaches the browser as data and is set as text, never as HTML or Markdown.
"""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from ui.reader.segments import segments
from ui.records import Sentence, Summary
from ui.wording import words

_HERE = Path(__file__).parent


@cache
def _component() -> Any:
    parts = {kind: (_HERE / f"reader.{kind}").read_text("utf-8") for kind in ("html", "css", "js")}
    return st.components.v2.component("resume_summary_reader", **parts)


def show(summary: Summary) -> None:
    """Show a summary with its sources."""
    _component()(data=reader_data(summary), key="reader")


def reader_data(summary: Summary) -> dict[str, Any]:
    """What the component draws: sentences with their quotes, and the resume cut where marks begin and end."""
    spans = [[(place.start, place.end) for place in sentence.evidence] for sentence in summary.sentences]
    return {
        "sentences": [_sentence(sentence) for sentence in summary.sentences],
        "segments": [
            {"text": piece.text, "sentences": piece.sentences} for piece in segments(summary.text, spans)
        ],
    }


def _sentence(sentence: Sentence) -> dict[str, Any]:
    quotes: dict[str, list[str]] = {}
    for place in sentence.evidence:
        quotes.setdefault(words("section").get(place.section, place.section), []).append(place.quote)
    sources = [{"section": section, "quotes": found} for section, found in quotes.items()]
    return {"text": sentence.text, "origin": words("origin")[sentence.origin], "sources": sources}
