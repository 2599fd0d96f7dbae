"""A line cut into words and marks, each with its place."""

import re
from dataclasses import dataclass

LONGEST = 600
"""Characters beyond which a line is a paragraph: it is not cut into parts (the longest labelled line has 190)."""

_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}|[-–—•▪‣*·]+(?=\s)|(?:->|=>|→|➔|➜)|[([{]|[)\]}]"
    r"|[\"“”‘](?=\w)|[,;:!?](?=\s|$|[)\]\"”])|[.](?=$|[)\]]|\s*$)|[&+/|=](?=\s)|[\"”]|\.\.\.|…"
    r"|(?:(?!->|=>)[^\s()\[\]{}\"“”→➔➜,;:!?.]|[,.:;!?](?!\s|$|[)\]\"”])|\.(?=\s))+"
    r"|\S"
)


@dataclass(frozen=True, slots=True)
class Token:
    """`text` is `line[start:end]`."""

    text: str
    start: int
    end: int


def tokenize(line: str) -> list[Token]:
    """Words with their figures and abbreviations whole ("£1.2m", "e.g.", "9:30", "24/7"); other marks apart."""
    return [Token(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(line)]
