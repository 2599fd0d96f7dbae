"""A summary of facts that a person put right, beside the document itself: its sources are places of the document.

The service has such facts alone, and points into a list of them, a value a line. What the document says is found in it
by its words, dates by what they mean; what it does not say stands below it, as the person put it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate

import streamlit as st

from functions.summarize.parsers.dates.periods import find_periods
from functions.summarize.resume import Period
from ui.records import Options, Place, Summary
from ui.session import Document, outcomes
from ui.wording import words

Span = tuple[int, int]


def as_read(document: Document, options: Options) -> Summary | None:
    """An answer about the document before its facts were put right; None where there was none.

    None in a blind review too: a name that was misread covers itself in that text, and not the one put right.
    """
    if options.blind:
        return None
    digest = replace(document, corrected="", unread=()).digest
    answers = (outcome for (_, asked, of), outcome in outcomes().items() if asked == digest and not of.blind)
    return next((outcome for outcome in answers if isinstance(outcome, Summary)), None)


def on_document(made: Summary, read: Summary) -> Summary:
    """The summary `made` of facts, with the text of the document that was `read` and its sources in that."""
    page = _page(made.text, read)
    sentences = tuple(
        sentence.model_copy(update={"evidence": tuple(page.places(sentence.evidence))})
        for sentence in made.sentences
    )
    target = made.target and made.target.model_copy(
        update={
            "terms": tuple(
                term.model_copy(update={"evidence": tuple(page.places(term.evidence))})
                for term in made.target.terms
            )
        }
    )
    warnings = tuple(each.model_copy(update={"start": None, "end": None}) for each in made.warnings)
    looks = (*read.looks, *page.looks) if read.looks else ()
    return made.model_copy(
        update={
            "sentences": sentences,
            "target": target,
            "warnings": warnings,
            "text": page.text,
            "looks": looks,
        }
    )


def _page(facts: str, read: Summary) -> "_Page":
    """The last one stays in this session: to find many facts takes a second, and every press draws the page anew."""
    key = facts, read.text
    known: tuple[object, _Page] | None = st.session_state.get("page_of_facts")
    if known is None or known[0] != key:
        known = st.session_state.page_of_facts = key, _Page.of(facts, read)
    return known[1]


@dataclass(frozen=True, slots=True)
class _Page:
    """The document's text with what it does not say below; `spans` are where the lines of the facts stand in it."""

    text: str
    looks: tuple[str, ...]
    starts: tuple[int, ...]
    spans: tuple[Span, ...]

    @classmethod
    def of(cls, facts: str, read: Summary) -> "_Page":
        lines = facts.split("\n")
        starts = tuple(accumulate((len(line) + 1 for line in lines[:-1]), initial=0))
        found = _found(lines, read.text)
        new = [line for line, span in zip(lines, found, strict=True) if span is None and line]
        if not new:
            return cls(read.text, (), starts, tuple(span or (0, 0) for span in found))
        text = f"{read.text}\n\n{words('facts')['yours']}"
        spans = []
        for line, span in zip(lines, found, strict=True):
            if span is None and line:
                text += f"\n{line}"
                span = len(text) - len(line), len(text)  # noqa: PLW2901 - where it stands now
            spans.append(span or (0, 0))
        return cls(text, ("text", "heading", *("item" for _ in new)), starts, tuple(spans))

    def places(self, places: tuple[Place, ...]) -> Iterator[Place]:
        """The places of the facts as places of this text."""
        for place in places:
            for start, end in dict.fromkeys(self._within(place)):
                yield place.model_copy(update={"start": start, "end": end, "quote": self.text[start:end]})

    def _within(self, place: Place) -> Iterator[Span]:
        """A part of a line is that part where it stands here so, else the line."""
        quotes = place.quote.split("\n")
        first = bisect_right(self.starts, place.start) - 1
        for quote, (start, end) in zip(quotes, self.spans[first:], strict=False):
            if start < end:
                part = spelled(quote).search(self.text, start, end)
                yield part.span() if part else (start, end)


def _found(lines: list[str], text: str) -> list[Span | None]:
    """Where each line stands in the text: of several places the one next to where a line beside it stands."""
    dated = _dated(text)
    places = [
        [match.span() for match in spelled(line).finditer(text)] or dated.get(line, []) for line in lines
    ]
    found = [spans[0] if len(spans) == 1 else None for spans in places]
    for at, spans in enumerate(places):
        if len(spans) > 1:
            beside = [each[0] for each in (*found[max(0, at - 1) : at], *found[at + 1 : at + 2]) if each]
            free = [span for span in spans if span not in found] or spans
            found[at] = min(free, key=partial(_distance, beside))
    return found


def _distance(beside: list[int], span: Span) -> int:
    return min((abs(span[0] - place) for place in beside), default=0)


def spelled(line: str) -> re.Pattern[str]:
    """The words of a line, in capitals or not, as a document may break them."""
    words_of_it = r"\s+".join(map(re.escape, line.split()))
    return re.compile(rf"(?<!\w){words_of_it}(?!\w)" if words_of_it else r"(?!)", re.IGNORECASE)


def _dated(text: str) -> Mapping[str, list[Span]]:
    """The periods of the text by how the service writes them."""
    spans: dict[str, list[Span]] = {}
    start = 0
    for line in text.split("\n"):
        for found in find_periods(line):
            if found.period:
                spans.setdefault(_written(found.period), []).append((start + found.start, start + found.end))
        start += len(line) + 1
    return spans


def _written(period: Period) -> str:
    joined = " – ".join(str(day) for day in (period.start, period.end) if day)
    return f"{joined} –" if period.end is None else joined
