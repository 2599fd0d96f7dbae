"""Where sentences end: a full stop inside "Node.js", "e.g. x", "St. Mary" or "1. Januar" ends none."""

import re
from collections.abc import Iterator

_SHORT = """
st dr mr mrs ms prof no nr vol fig approx ca incl excl max min vs e.g i.e etc resp jan feb mar apr jun jul aug sep sept
oct nov dec gen sgt lt capt col maj cpl hon rev mt ft inc corp co ltd bros asst dept bzw inkl z.b d.h u.a usw abt fa str
tel mio mrd av bd ste sra ing lic art núm u ggf evtl vgl staatl gepr städt evang ev kath stellv dipl mag allg
jr sr engr rd stv dzt zzgl jährl monatl mtl wöchtl z o.m vnl seg hnos ayto aux
""".split()
_BEFORE_A_NAME = ("Op",)
"""Short forms that are words of a language when they are written small: "stelde roosters op. Leidde ..." is parted."""
_END = re.compile(
    r"(?<=[.!?])(?<!\b[A-Z]\.)"
    + "".join(rf"(?<!\b{re.escape(form)}\.)" for one in _SHORT for form in sorted({one, one.capitalize()}))
    + "".join(rf"(?<!\b{form}\.)" for form in _BEFORE_A_NAME)
    + r"\s+(?=[\"'“(]?[A-ZÀ-ÖØ-Þ0-9$£€])"
)
"""An end: no initial and no abbreviation before it."""
_ORDINAL = re.compile(
    r"(?:^|\b(?:de[mnrs]|die|das|am|vom|zum|zur|im|ab|seit|bis|als|jede[nrms]?|und|oder) )\d{1,2}\.$",
    re.IGNORECASE,
)
"""A number that counts what follows, as German writes it: "seit dem 1. Januar"."""
_LEAD = 8
"""Characters before an end that are looked at: the longest of these words, a space and a number."""


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of a text begins and ends, without the spaces around it."""
    start = len(text) - len(text.lstrip())
    for end in _END.finditer(text):
        if _ORDINAL.search(text[max(start, end.start() - _LEAD) : end.start()]):
            continue
        if end.start() > start:
            yield start, end.start()
        start = end.end()
    if text[start:].strip():
        yield start, len(text.rstrip())


def split_sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text."""
    return tuple(text[start:end] for start, end in sentence_spans(text))
