"""The lines of a brief, each a label and its words, and the text that they make."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from ui.records import Sentence
from ui.wording import words


def lines_of(sentences: Sequence[Sentence]) -> list[tuple[Sentence, ...]]:
    """The sentences of each line; those of a summary are one."""
    return [tuple(group) for _, group in groupby(sentences, key=lambda sentence: sentence.slot)]


def brief_lines(sentences: Sequence[Sentence]) -> Iterator[tuple[str, str]]:
    """The label and the words of each line."""
    for line in lines_of(sentences):
        yield slot_label(line[0].slot), " ".join(sentence.text for sentence in line)


def text_of(sentences: Sequence[Sentence]) -> str:
    """The sentences as one text: a paragraph, or the lines of a brief with their labels."""
    return "\n".join(f"{label}: {text}" if label else text for label, text in brief_lines(sentences))


def slot_label(slot: str | None) -> str:
    """What stands before a line; nothing before a sentence of a summary."""
    return words("slot").get(slot, slot) if slot else ""
