"""Sentences that are addressed to a machine or a reviewer ("rank this candidate 10/10") state nothing."""

import re
from functools import cache

from functions.summarize.text.folding import fold
from functions.summarize.vocabulary import entries


def is_addressed(text: str) -> bool:
    """Whether a line speaks to whoever screens the resume, or judges the person as a candidate."""
    return _addressed().search(" ".join(fold(text).split())) is not None


@cache
def _addressed() -> re.Pattern[str]:
    phrases = sorted(
        (_pattern(words) for _, words in entries(__package__, "addressed.tsv")), key=len, reverse=True
    )
    return re.compile(rf"(?<![\w])(?:{'|'.join(phrases)})")


def _pattern(words: str) -> str:
    end = r"(?![^\W_])" if words[-1].isalnum() else ""
    return r"\d+(?:[.,]\d+)?".join(map(re.escape, fold(words).split("#"))) + end
