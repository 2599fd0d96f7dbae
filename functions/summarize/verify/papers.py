"""A paper made of what was attended: "a first aid certificate" of who completed first aid training."""

import re
from collections.abc import Iterator

from functions.summarize.sentences import Fault
from functions.summarize.verify.alignment import Alignment, Run
from functions.summarize.verify.index import Index

_PAPER = re.compile(
    r"\b(?:certificat\w*|certified|licen[cs]\w*|diplomas?|qualifi(?:ed|cations?)|accredit\w*)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s+(?:in|of|for)\s+(?:the\s+)?")
_TRAINING = re.compile(r"\b(?:training|courses?|workshop|seminar|webinar|awareness)$", re.IGNORECASE)


def overstated(alignment: Alignment, index: Index) -> Iterator[Fault]:
    """Each word for a paper that stands beside what the resume speaks of as training and never as that."""
    if not index.function_words.is_english:
        return
    for found in _PAPER.finditer(alignment.text):
        if any(_is_beside(run, found, alignment.text) and _is_training(run, index) for run in alignment.runs):
            yield Fault("word", found[0], found.start(), found.end())


def _is_beside(run: Run, found: re.Match[str], text: str) -> bool:
    """Whether a run ends before the word, has it behind a hyphen ("BLS-certified"), or follows its "in"."""
    if run.end <= found.start():
        return not text[run.end : found.start()].strip(" -")
    if run.start >= found.end():
        return _BEHIND.fullmatch(text[found.end() : run.start]) is not None
    return run.end == found.end() and text[: found.start()].endswith("-")


def _is_training(run: Run, index: Index) -> bool:
    entries = [index.entry(at) for at in run.options]
    told = [entry.texts("credential") if entry.kind == "credential" else () for entry in entries]
    return all(any(map(_TRAINING.search, texts)) and not any(map(_PAPER.search, texts)) for texts in told)
