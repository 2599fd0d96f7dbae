"""What comes out, shown before anything is given: a sentence, and the places of a sample that it rests on."""

import re

from ui.wording import plain_html, words

_MARKED = re.compile(r"\[(.+?)\]")


def example_html() -> str:
    """The sentence and the lines beside each other, with what it rests on marked."""
    example = words("example")
    lines = "".join(f"<p>{_marked_html(line)}</p>" for line in words("example_lines").values())
    return (
        "<figure class='example'>"
        f"<div><strong>{plain_html(example['told'])}</strong><blockquote>{plain_html(example['sentence'])}</blockquote></div>"
        f"<div><strong>{plain_html(example['stated'])}</strong>{lines}</div>"
        "</figure>"
    )


def marked() -> list[str]:
    """The places that are marked, as they stand in the sample."""
    return [place for line in words("example_lines").values() for place in _MARKED.findall(line)]


def _marked_html(line: str) -> str:
    return _MARKED.sub(r"<mark>\1</mark>", plain_html(line))
