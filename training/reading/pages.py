"""Written pages with the label of every line: what the reader's models are trained and measured on.

A family is who wrote the pages and of what kind they are; a model is judged on families that it was not trained on.
A file `data/FAMILY/name.txt` has three parts divided by a line `---`: the page (marks as in `tests/builders/pages.py`),
its facts as `key: value`, and a label for each line of the page. The pages of the test suite have their labels in
`data/labels/FAMILY/name.txt`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from functions.summarize.docx.document import Document
from tests.builders import pages as written
from training.reading.harmonise import harmonised, harmonised_fact

DATA = Path(__file__).parent / "data"
LABELLED = (
    "west", "english", "europe", "world", "continent", "abroad", "examples", "siblings", "small", "everyday",
    "services", "professions", "heads", "north", "german", "romance", "mixed", "odd", "recent", "dach", "east", "latin",
    "anglo", "overseas", "qualified", "ranks", "trades", "south", "schooling", "posts", "sampled", "borders", "alpine",
    "atlantic", "contracts",
)  # fmt: skip
UNREAD = ("unread", "later")
"""Families of hands that knew no other page, as people send resumes: read, and not learned from yet."""
OWN = {"written": written.WRITTEN, **written.UNSEEN}
"""Families of the test suite: "written" are those that the first rules were made on."""


@dataclass(frozen=True)
class LabelledPage:
    """One page: the document, the label of each of its lines (`Document.lines`) and its facts."""

    name: str
    family: str
    document: Document
    labels: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]

    def all(self, key: str) -> list[str]:
        """Every value of a key."""
        return [value for name, value in self.facts if name == key]


def labelled_pages(*families: str) -> list[LabelledPage]:
    """The pages of the families, all of them when none is named; in the order of families and names."""
    chosen = families or (*LABELLED, *OWN)
    return [page for family in chosen for page in _family(family)]


def _family(family: str) -> Iterator[LabelledPage]:
    if family in OWN:
        yield from _own(family, OWN[family])
        return
    for path in sorted((DATA / family).glob("*.txt")):
        lines, facts, labels = (
            part.strip("\n").split("\n")
            for part in re.split(r"^---$", path.read_text("utf-8"), flags=re.MULTILINE)
        )
        yield _page(
            path.stem,
            family,
            list(filter(str.strip, lines)),
            facts,
            list(filter(None, map(str.strip, labels))),
        )


def _own(family: str, folder: Path) -> Iterator[LabelledPage]:
    for path in sorted(folder.glob("*.txt")):
        labels = DATA / "labels" / family / path.name
        if labels.exists():
            text, _, facts = path.read_text("utf-8").partition("\n---\n")
            lines = list(filter(None, map(str.rstrip, text.splitlines())))
            yield _page(path.stem, family, lines, facts.splitlines(), labels.read_text("utf-8").split())


def _page(name: str, family: str, lines: list[str], facts: list[str], labels: list[str]) -> LabelledPage:
    document = written.page("\n".join(lines))
    if len(labels) != len(document.blocks):
        raise ValueError(f"{family}/{name}: {len(document.blocks)} lines and {len(labels)} labels")
    pairs = tuple(
        harmonised_fact(key, value.strip())
        for key, _, value in (fact.partition(":") for fact in facts if fact)
    )
    by_block = harmonised([block.text for block in document.blocks], labels, pairs)
    return LabelledPage(
        name, family, document, tuple(by_block[line.block.index] for line in document.lines), pairs
    )
