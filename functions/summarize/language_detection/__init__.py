"""Which language a text is written in, among many: those that are served and the neighbours they are taken for."""

from functions.summarize.language_detection.detector import SERVED, language_of

__all__ = ["SERVED", "language_of"]
