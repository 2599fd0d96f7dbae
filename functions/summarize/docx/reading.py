"""The state of one read that all stories of a document share, and the scope in which a paragraph stands."""

from collections import Counter
from dataclasses import dataclass, field

from functions.summarize.docx.document import Block, Cell, Part
from functions.summarize.docx.formatting import PLAIN, RunFormat
from functions.summarize.docx.limits import Budget
from functions.summarize.docx.package import Package
from functions.summarize.docx.styles import Styles
from functions.summarize.docx.visibility import Page


@dataclass(frozen=True, slots=True)
class Scope:
    """Where in a story a paragraph stands: what its blocks inherit from there."""

    part: Part
    background: str
    cell: Cell | None = None
    concealed: bool = False
    placeholder: bool = False
    table_format: RunFormat = PLAIN


@dataclass(slots=True)
class Reading:
    """What the stories of one document share and add to. `background` is the colour behind all text.

    `beside` is the visible text next to the first hidden passage and the first tracked change.
    """

    package: Package
    budget: Budget
    styles: Styles
    page: Page
    background: str
    tables: int = 0
    placeholder_length: int = 0
    hidden: list[str] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)
    beside: dict[str, Block] = field(default_factory=dict)
    notes: dict[Part, list[str]] = field(default_factory=lambda: {"footnote": [], "endnote": []})

    def scope(self, part: Part) -> Scope:
        """The outermost scope of a story."""
        return Scope(part, self.background)
