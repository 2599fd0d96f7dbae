"""Where sentences end: a full stop inside "Node.js", "e.g. x", "St. Mary" or "ca. 40" ends none."""

import re
from collections.abc import Iterator

_SHORT = "St Dr Mr Mrs Ms No Nr approx ca incl excl bzw inkl z.B d.h e.g i.e resp etc".split()
_END = re.compile(
    r"(?<=[.!?])(?<!\b[A-Z]\.)" + "".join(rf"(?<!\b{re.escape(one)}\.)" for one in _SHORT) +
    r"\s+(?=[\"'“(]?[A-ZÀ-ÖØ-Þ0-9$£€])"
)  # fmt: skip


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of a text begins and ends, without the spaces around it."""
    start = len(text) - len(text.lstrip())
    for end in _END.finditer(text):
        if end.start() > start:
            yield start, end.start()
        start = end.end()
    if text[start:].strip():
        yield start, len(text.rstrip())


def split_sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text."""
    return tuple(text[start:end] for start, end in sentence_spans(text))
