"""What other kinds of word a word is, and the closed classes: two tables of words."""

from functools import cache
from importlib.resources import files


@cache
def word_classes() -> dict[str, str]:
    """The closed word classes of `data/word_classes.txt`: preposition, determiner, unit, finite, ..."""
    return _table("word_classes.txt")


@cache
def noun_kinds() -> dict[str, str]:
    """What a common word is beside a verb: N noun, P plural noun, A adjective, R adverb."""
    return _table("nouns.txt")


def _table(name: str) -> dict[str, str]:
    text = (files("functions.summarize.lines") / "data" / name).read_text(encoding="utf-8")
    rows = (line.split(": ", 1) for line in text.splitlines() if line and not line.startswith("#"))
    return {word: kind for kind, words in rows for word in words.split()}
