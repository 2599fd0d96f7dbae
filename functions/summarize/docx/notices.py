"""What a person should know about a document that was read, and why one without text is refused."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from functions.common.errors import UnusableDocument
from functions.summarize.docx.document import Block, Notice
from functions.summarize.docx.reading import Reading

_UNFILLED_SHARE = 3
_UNFILLED_TEXT = 150


def require_text(blocks: Sequence[Block], reading: Reading) -> None:
    """Refuse a document that shows a reader nothing: no person is ever made up for it."""
    shown = sum(len(block.text) for block in blocks)
    prompts = reading.placeholder_length
    if prompts > _UNFILLED_SHARE * shown and shown < _UNFILLED_TEXT:
        raise UnusableDocument(
            "unfilled-template",
            "The document is a template that is not filled in yet; fill it in and send it again.",
        )
    if shown:
        return
    if reading.seen["picture"]:
        raise UnusableDocument(
            "only-images", "The document holds pictures only; send one whose text can be selected."
        )
    reason = "no visible text; some is hidden" if reading.hidden else "no text"
    raise UnusableDocument("no-text", f"The document has {reason}; check that it is the right file.")


def notices_of(blocks: Sequence[Block], reading: Reading, beside: Mapping[str, Block]) -> Iterator[Notice]:
    """The notices of a read document, in a fixed order; `beside` is the visible text next to what one is about."""
    if count := len(reading.hidden):
        message = f"Hidden text was ignored ({_times(count, 'passage')})."
        yield Notice("hidden-text", message, *_place(beside.get("hidden-text")))
    if reading.placeholder_length:
        yield Notice("placeholder-text", "Template prompts that nobody filled in were ignored.")
    if count := reading.seen["tracked-change"]:
        yield Notice(
            "tracked-changes",
            f"The document has tracked changes ({count}); insertions were read, deletions were not.",
            *_place(beside.get("tracked-changes")),
        )
    if count := reading.seen["struck-through"]:
        yield Notice(
            "struck-through", f"Text that is struck through was left out ({_times(count, 'paragraph')})."
        )
    if count := reading.seen["comment"]:
        yield Notice("comments-ignored", f"Comments were ignored ({count}).")
    if count := reading.seen["foreign-part"]:
        yield Notice(
            "foreign-part", f"{_times(count, 'part')} in another format (altChunk) could not be read."
        )
    if count := reading.seen["external-content"]:
        yield Notice(
            "external-content", f"References to content outside the document were not followed ({count})."
        )
    for in_diagram, group in groupby(blocks, lambda block: block.part == "diagram"):
        if in_diagram:
            diagram = list(group)
            message = "Text of a diagram was read; its order is uncertain."
            yield Notice("diagram-text", message, diagram[0].start, diagram[-1].end)


def _place(block: Block | None) -> tuple[int | None, int | None]:
    return (block.start, block.end) if block else (None, None)


def _times(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
