"""Lines -> labelled lines: what each line of the document is, by a linear-chain conditional random field.

A label is a section and what the line does in it, `work.head` for the line that names a job. The model decides over
all lines at once; what is certain beforehand (the rows of a table whose columns are named) is forced before it does.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from functions.summarize.docx.document import Line
from functions.summarize.parsers.features import LineFeatures
from functions.summarize.parsers.forced_labels import forced_labels
from functions.summarize.parsers.line_observations import observations
from functions.summarize.parsers.pauses import is_pause
from functions.summarize.parsers.sequence_model import SequenceModel

SectionName = Literal[
    "name", "contact", "personal", "profile", "work", "education", "skills", "credentials", "languages", "projects",
    "publications", "awards", "volunteer", "interests", "references", "other",
]  # fmt: skip
KindName = Literal["heading", "head", "body", "field", "columns", "sub"]


@dataclass(frozen=True, slots=True)
class Label:
    """What a line is.

    `section` is the part of the resume ("other" is furniture of the page: titles such as "Curriculum Vitae",
    instructions). `kind`: `heading` · `head` (holds title, employer, school, degree, credential, place or dates of an
    entry) · `body` (bullets and sentences) · `field` (a label with its value; in a table the label's cell and the
    value's) · `columns` (the names of a table's columns) · `sub` (a heading inside an entry: "Key achievements").
    """

    section: SectionName
    kind: KindName

    def __str__(self) -> str:
        """`work.head`: as the labels are written in the training data."""
        return f"{self.section}.{self.kind}"

    @classmethod
    def of(cls, text: str) -> "Label":
        """The label that is written so."""
        section, _, kind = text.partition(".")
        return cls(section, kind)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class LabelledLine:
    """A line, its label and how probable it is given the whole document.

    `second` is the next best label, None where the first is beyond doubt. `forced` says that the label did not come
    from the model; its probability is then 1.
    """

    line: Line
    label: Label
    probability: float
    second: Label | None
    forced: bool


_HEAD, _TEXT = Label("work", "head"), Label("work", "body")


def label_lines(features: Sequence[LineFeatures], model: SequenceModel) -> tuple[LabelledLine, ...]:
    """The lines, each with its label."""
    forced = forced_labels(features)
    decoded = model.decode(observations(features, forced))
    found = [
        _with_pause(each, _labelled(each.line, forced.get(number), best, decoded_second, probability))
        for number, (each, (best, probability, decoded_second)) in enumerate(
            zip(features, decoded, strict=True)
        )
    ]
    return tuple(_with_dated_cells(features, found))


def _with_dated_cells(
    features: Sequence[LineFeatures], found: Sequence[LabelledLine]
) -> Iterator[LabelledLine]:
    """A cell that may name a job does so beside one of nothing but dates of work: dates alone are of no job.

    "2016 – present | Supervisor, Orvik Ltd. Run a team of 14", where the model takes the long cell for text.
    """
    heads = Counter(_row(one.line) for one in found if one.label == _HEAD)
    yield from found[:1]
    for (above, one), dates in zip(pairwise(found), features, strict=False):
        row = _row(one.line)
        beside = row is not None and row == _row(above.line) and heads[row] == 1
        is_job = beside and above.label == _HEAD and one.label == _TEXT and one.second == _HEAD
        if is_job and _is_dates(dates):
            yield replace(one, label=_HEAD, probability=above.probability, second=_TEXT)
        else:
            yield one


def _row(line: Line) -> tuple[int, int] | None:
    cell = line.block.cell
    return None if cell is None else (cell.table, cell.row)


def _is_dates(each: LineFeatures) -> bool:
    """Whether nothing but a period stands on a line."""
    return len(each.periods) == 1 and not re.search(
        r"\w", each.text[: each.periods[0].start] + each.text[each.periods[0].end :]
    )


def _with_pause(each: LineFeatures, labelled: LabelledLine) -> LabelledLine:
    """A time without a job is none of the jobs it stands among; with its dates on another line it takes these along."""
    label, bulleted = labelled.label, each.style.list_level is not None or "bullet" in each.flags
    if label.section != "work" or label.kind in ("heading", "columns") or (bulleted and label.kind != "head"):
        return labelled
    if not is_pause(each.text, each.words, each.mentions, each.periods):
        return labelled
    return replace(labelled, label=Label("work", "sub" if each.periods else "head"))


def _labelled(line: Line, forced: str | None, best: str, second: str, probability: float) -> LabelledLine:
    if forced is not None:
        return LabelledLine(line, Label.of(forced), 1.0, None, forced=True)
    return LabelledLine(line, Label.of(best), probability, Label.of(second) if second else None, forced=False)
