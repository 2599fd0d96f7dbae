"""The lines of a brief: a label and its words."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from ui.records import Sentence
from ui.wording import words


def brief_lines(sentences: Sequence[Sentence]) -> Iterator[tuple[str, str]]:
    """The label and the words of each line."""
    for slot, group in groupby(sentences, key=lambda sentence: sentence.slot):
        yield slot_label(slot), " ".join(sentence.text for sentence in group)


def slot_label(slot: str | None) -> str:
    """What stands before a line; nothing before a sentence of a summary."""
    return words("slot").get(slot, slot) if slot else ""
