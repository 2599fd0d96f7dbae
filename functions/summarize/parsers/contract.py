"""What a parser is."""

from datetime import date
from typing import Protocol

from functions.summarize.docx.document import Document
from functions.summarize.parsers.reading import Reading
from functions.summarize.parsers.skills.skills import FoundSkill
from functions.summarize.resume import Resume


class Parser(Protocol):
    """Reads facts out of a document. Pure: the same document and date give the same resume."""

    def parse(self, document: Document, as_of: date) -> Resume:
        """The resume; raises `UnusableDocument` (`no-text`, `unfilled-template`) rather than invent a person."""

    def of(self, reading: Reading, as_of: date) -> Resume:
        """The resume of a document that was read already."""

    def rank(self, facts: Resume, skills: tuple[FoundSkill, ...]) -> Resume:
        """The facts with what the parser derives from them: the order of skills and achievements, scope, level."""
