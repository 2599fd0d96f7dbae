"""A summary beside the resume: choose a sentence and its source is marked in the text, and the other way round.

All text reaches the browser as data and is set as text, never as HTML or Markdown.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import streamlit as st

from ui.brief import slot_label
from ui.reader.segments import Span, segments
from ui.records import NOT_CHECKED, Place, Sentence, Summary, Target, Warned
from ui.wording import faults, words

_HERE = Path(__file__).parent
_KEY = "reader"


@cache
def _component() -> Any:
    parts = {kind: (_HERE / f"reader.{kind}").read_text("utf-8") for kind in ("html", "css", "js")}
    return st.components.v2.component("resume_summary_reader", **parts)


def show(
    summary: Summary,
    tools: Mapping[str, bool] | None = None,
    *,
    kept: Collection[str] = (),
    blind: bool = False,
) -> None:
    """Show a summary with its sources; `blind` sets off what stands for the parts left out.

    `kept` are the sentences that stay whatever else is asked for; `tools` say what can be done with the text.
    """
    _component()(
        data={
            **reader_data(summary, kept),
            "blind": blind,
            "tools": dict(tools or {}),
            "words": words("done"),
        },
        key=_KEY,
        on_wish_change=lambda: None,
    )


def wish() -> Mapping[str, Any] | None:
    """What the person has just asked for in the reader, known before it is drawn anew.

    It has its `kind` and, where it needs them, the `number` of the sentence or the `line` of the resume; `turn` tells
    one wish from the next.
    """
    drawn = st.session_state.get(_KEY) or {}
    found: Mapping[str, Any] | None = drawn.get("wish")
    return found


def reader_data(summary: Summary, kept: Collection[str] = ()) -> dict[str, Any]:
    """What the component draws.

    `items` are what can be chosen: sentences, then terms of the job description, then warnings. `lines` group
    the sentences: one line in a summary, one a slot in a brief. `resume` are the lines of the resume with their
    looks, cut where marks begin and end, each piece with the numbers of the items that rest on it and of the
    place that it is a part of, over the ends of lines.
    """
    terms = _terms(summary.target)
    items = (
        *((_sentence(each, kept), _spans(each.evidence)) for each in summary.sentences),
        *terms,
        *((_warning(each), _span(each)) for each in summary.warnings),
    )
    return {
        "items": [item for item, _ in items],
        "lines": _lines(summary.sentences),
        "resume": _resume_lines(summary, [spans for _, spans in items]),
        "name": summary.resume.get("basics", {}).get("name", ""),
        "copied": summary.summary,
        "sentences": len(summary.sentences),
        "state": _state(summary),
    }


def _resume_lines(summary: Summary, spans: Sequence[Sequence[Span]]) -> list[dict[str, Any]]:
    lines: list[list[dict[str, Any]]] = [[]]
    for place, segment in enumerate(segments(summary.text, spans)):
        pieces = [{"text": text, "items": segment.items, "place": place} for text in segment.text.split("\n")]
        lines[-1].append(pieces[0])
        lines += [[piece] for piece in pieces[1:]]
    looks = summary.looks if len(summary.looks) == len(lines) else ["text"] * len(lines)
    return [
        {"look": look, "pieces": [piece for piece in line if piece["text"]]}
        for look, line in zip(looks, lines, strict=True)
    ]


def _state(summary: Summary) -> str:
    """What is to be known of a text that a person changed."""
    if any(NOT_CHECKED in sentence.problems for sentence in summary.sentences):
        return "Not checked yet."
    if summary.unsupported:
        return f"{summary.unsupported} of {len(summary.sentences)} sentences did not pass the check."
    return ""


def _lines(sentences: Sequence[Sentence]) -> list[dict[str, Any]]:
    numbered = groupby(enumerate(sentences), key=lambda each: each[1].slot)
    return [
        {"label": slot_label(slot), "sentences": [number for number, _ in group]} for slot, group in numbered
    ]


def _sentence(sentence: Sentence, kept: Collection[str]) -> dict[str, Any]:
    quotes: dict[str, list[str]] = {}
    for place in sentence.evidence:
        quotes.setdefault(words("section").get(place.section, place.section), []).append(place.quote)
    return {
        "kind": "sentence",
        "text": sentence.text,
        "about": words("origin")[sentence.origin],
        "pieces": _pieces(sentence),
        "kept": sentence.text in kept,
        "reword": sentence.writable,
        "faults": faults(sentence.problems, sentence.truths),
        "sources": [{"section": section, "quotes": found} for section, found in quotes.items()],
    }


def _pieces(sentence: Sentence) -> list[dict[str, Any]]:
    """The sentence cut where the words begin and end that are not supported; one that fails as a whole is one piece."""
    places = [(fault.start, fault.end) for fault in sentence.faults]
    if not places:
        return [{"text": sentence.text, "fault": bool(sentence.problems)}]
    return [{"text": piece.text, "fault": bool(piece.items)} for piece in segments(sentence.text, [places])]


def _terms(target: Target | None) -> Iterable[tuple[dict[str, Any], list[Span]]]:
    for term in target.terms if target else ():
        yield {"kind": "stated" if term.stated else "unstated", "text": term.term}, _spans(term.evidence)


def _warning(warning: Warned) -> dict[str, Any]:
    return {"kind": "warning", "text": warning.message}


def _spans(places: Iterable[Place]) -> list[Span]:
    return [(place.start, place.end) for place in places]


def _span(warning: Warned) -> list[Span]:
    return [] if warning.start is None or warning.end is None else [(warning.start, warning.end)]
