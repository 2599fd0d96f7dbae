"""Lines that tell what somebody else did: a colleague, a predecessor, a relative, the head who was assisted."""

import re
from functools import cache

from functions.summarize.text.folding import fold
from functions.summarize.vocabulary import entries

_OF_THE_HEAD = re.compile(
    r"\bthe (?:[a-z]+ ){0,3}[a-z]+, who\b|^[“\"«„].{10,}[”\"»“]\s*,?\s*(?:says|said|sagt|dit|dice)\b"
)


def tells_of_others(text: str) -> bool:
    """Whether the line's deed is not the person's own."""
    words = fold(text).strip(" \t•-–—")
    return _starts().match(words) is not None or _OF_THE_HEAD.search(words) is not None


@cache
def _starts() -> re.Pattern[str]:
    phrases = sorted(
        (fold(words) for _, _, words in entries(__package__, "others.tsv")), key=len, reverse=True
    )
    return re.compile(rf"(?:{'|'.join(map(re.escape, phrases))})(?![^\W_])")
