"""DOCX bytes to a `Document`: the visible text, block by block, with addresses; warnings beside it."""

from functions.summarize.docx.document import Document
from functions.summarize.docx.limits import DEFAULT_LIMITS, Limits

__all__ = ["DEFAULT_LIMITS", "Limits", "read"]


def read(data: bytes, limits: Limits = DEFAULT_LIMITS) -> Document:
    """The visible text of a DOCX; see `functions.summarize.docx.reader.read`, which is imported on first use.

    So importing the service does not import lxml.
    """
    from functions.summarize.docx import reader

    return reader.read(data, limits)
