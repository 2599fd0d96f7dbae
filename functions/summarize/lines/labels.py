"""Parts of a line <-> one label a word: B- begins a part, I- goes on with it; the line's own item carries the head."""

from collections.abc import Iterable, Sequence

from functions.summarize.lines.records import Part, Tag
from functions.summarize.lines.tokens import Token


def to_labels(tokens: Sequence[Token], parts: Iterable[Part]) -> list[str]:
    """The label of each word."""
    starts = [(part.start, part.tag) for part in parts]
    labels, place = [], 0
    for token in tokens:
        begins = place < len(starts) and token.start >= starts[place][0]
        place += begins
        labels.append(f"{'B' if begins else 'I'}-{starts[place - 1][1]}")
    return labels


def to_parts(tokens: Sequence[Token], labels: Sequence[str]) -> tuple[Part, ...]:
    """The parts that the labels cut; a part that goes on without having begun begins there."""
    parts: list[Part] = []
    for token, label in zip(tokens, labels, strict=True):
        begin, _, name = label.partition("-")
        tag: Tag = name  # type: ignore[assignment]
        if begin == "B" or not parts or parts[-1].tag != tag:
            parts.append(Part(tag, token.start, token.end))
        else:
            parts[-1] = Part(tag, parts[-1].start, token.end)
    return tuple(parts)
