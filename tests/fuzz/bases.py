"""What fuzzing starts from: every construct, every hostile file, every written page and the samples."""

from functools import cache

from functions.summarize import samples
from tests.builders.constructs import constructs
from tests.builders.hostile import hostile
from tests.builders.page_docx import docx_of
from tests.builders.pages import FOLDERS, pages

_LARGEST = 100_000
"""Bytes: a larger file would be read a few times a second only."""


@cache
def bases() -> tuple[bytes, ...]:
    """All starting files, always in the same order."""
    files = [
        *(construct.data for construct in constructs()),
        *(file.data for file in hostile()),
        *(docx_of(page.document) for folder in FOLDERS for page in pages(folder)),
        *(samples.path(name).read_bytes() for name in sorted(samples.names())),
    ]
    return tuple(data for data in files if len(data) <= _LARGEST)


@cache
def lines() -> tuple[str, ...]:
    """Every line of the written pages: words that the parsers have rules for."""
    return tuple(block.text for folder in FOLDERS for page in pages(folder) for block in page.document.blocks)
