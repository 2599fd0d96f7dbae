"""DOCX bytes to a `Document`: the visible text, block by block, with addresses; warnings beside it."""

from functions.summarize.docx.limits import DEFAULT_LIMITS, Limits
from functions.summarize.docx.reader import read

__all__ = ["DEFAULT_LIMITS", "Limits", "read"]
