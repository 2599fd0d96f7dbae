"""Where sentences end: a full stop inside "Node.js", "e.g. x", "St. Mary" or "1. Januar" ends none."""

import re
from collections.abc import Iterator

_SHORT = """
st dr mr mrs ms prof no nr vol fig approx ca incl excl max min vs e.g i.e etc resp jan feb mar apr jun jul aug sep sept
oct nov dec gen sgt lt capt col maj cpl hon rev mt ft inc corp co ltd bros asst dept bzw inkl z.b d.h u.a usw abt fa str
tel mio mrd av bd ste sra ing lic art núm
""".split()
_END = re.compile(
    r"(?<=[.!?])(?<!\b[A-Z]\.)(?<!\b\d\.)(?<!\b\d\d\.)"
    + "".join(rf"(?<!\b{re.escape(form)}\.)" for one in _SHORT for form in sorted({one, one.capitalize()}))
    + r"\s+(?=[\"'“(]?[A-ZÀ-ÖØ-Þ0-9$£€])"
)
"""An end: no initial, no number ("1. Januar") and no abbreviation before it."""


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
