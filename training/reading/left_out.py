"""Reading families that the models were not trained on: the honest figure of what an unknown resume may expect."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from functions.common.errors import ResumeSummaryError
from functions.summarize.docx import read
from functions.summarize.docx.document import Document
from functions.summarize.resume import Resume
from tests.builders.gold import AS_OF
from tests.builders.page_docx import docx_of
from training.reading.measures import PageScore, score_page
from training.reading.pages import OWN, LabelledPage, labelled_pages

FAMILIES: Mapping[str, tuple[str, ...]] = {
    "west": ("west",),
    "english": ("english",),
    "europe": ("europe",),
    "world": ("world",),
    "continent": ("continent",),
    "abroad": ("abroad",),
    "unseen": ("first", "second", "third"),
    "everyday": ("everyday",),
    "services": ("services",),
    "professions": ("professions",),
    "heads": ("heads",),
    "north": ("north",),
    "german": ("german",),
    "romance": ("romance",),
    "mixed": ("mixed", "odd", "recent", "sampled"),
    "dach": ("dach", "alpine"),
    "east": ("east", "borders"),
    "latin": ("latin", "south", "atlantic"),
    "anglo": ("anglo",),
    "overseas": ("overseas",),
    "qualified": ("qualified", "schooling", "contracts"),
    "posts": ("posts", "ranks"),
    "trades": ("trades",),
}
"""What is reported together. "unseen" are the three small families of the test suite that were written unread."""
FOLDS: tuple[tuple[str, ...], ...] = (
    ("everyday", "mixed", "romance", "latin"),
    ("continent", "east", "west", "world", "unseen", "overseas", "services", "trades"),
    (
        "german",
        "dach",
        "professions",
        "north",
        "heads",
        "qualified",
        "english",
        "abroad",
        "europe",
        "anglo",
        "posts",
    ),
)
"""Families that one training leaves out together, a third of the pages: three trainings measure them all."""

PAGES_AS_OF = date(2026, 11, 1)
"""When the pages of the data were written; those of the test suite are read as of their own date."""

Read = Callable[[Document, date], Resume]


@dataclass(frozen=True, slots=True)
class Scored:
    """The pages of one family, each scored."""

    family: str
    pages: tuple[LabelledPage, ...]
    scores: tuple[PageScore, ...]


def score_families(reader_without: Callable[[str], Read]) -> Iterator[Scored]:
    """Every family, read by the reader that `reader_without` gives for it."""
    for family, members in FAMILIES.items():
        pages = tuple(labelled_pages(*members))
        yield Scored(family, pages, tuple(score(page, reader_without(family)) for page in pages))


def score(page: LabelledPage, reader: Read) -> PageScore:
    """The page as a DOCX file, read from its bytes like any upload."""
    as_of = AS_OF if page.family in OWN else PAGES_AS_OF
    try:
        resume = reader(read(docx_of(page.document)), as_of)
    except ResumeSummaryError:
        resume = Resume(text="")
    return score_page(resume, page)


def pages_without(fold: Sequence[str]) -> list[LabelledPage]:
    """The pages that a model may learn from when the families of a fold are left out."""
    out = {member for family in fold for member in FAMILIES[family]}
    return [page for page in labelled_pages() if page.family not in out]


def folder_of(family: str, root: Path) -> Path:
    """Where the models without a family, and without those left out with it, are kept."""
    fold = next(fold for fold in FOLDS if family in fold)
    return root / f"without-{'+'.join(fold)}"
