"""The word lists of the reader, `lexicons/*/*.txt`, as one index. They are features: no list decides alone."""

from functools import cache
from pathlib import Path

from functions.summarize.text.phrases import PhraseIndex, read_lists

FOLDER = Path(__file__).parent / "lexicons"


@cache
def word_index() -> PhraseIndex:
    """All lists of the reader."""
    return PhraseIndex(read_lists(FOLDER))
