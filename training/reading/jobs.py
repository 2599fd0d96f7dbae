"""The two models of the fields of jobs: a first reading of their header lines, and a second that knows the first.

The second learns from what first readings find on pages that they were not trained on, as they will meet them: the
pages are dealt to `FOLDS` hands, and each hand is read by a model of the others.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from functions.summarize.parsers.features import line_features
from functions.summarize.parsers.field_context import with_context
from functions.summarize.parsers.field_features import Observed, observations_of
from functions.summarize.parsers.field_lines import HEADED, FieldLine
from functions.summarize.parsers.reader_model import CONTEXT, FIELDS, QUALIFYING, SequenceModel
from training.reading.fields import completed, gold_tags, runs_of, states, train
from training.reading.pages import LABELLED, LabelledPage

FOLDS = 4
SECTIONS = HEADED - QUALIFYING
_CHANGES = {"c1": 0.3}
"""With 0.05 jobs of left-out families are a point of F1 worse."""
_OF_SECOND = {"c1": 0.3, "max_iterations": 40}
"""With 80 iterations left-out families are read no better."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring lines of jobs: what the first reading sees, and the name of the field of each token."""

    lines: tuple[FieldLine, ...]
    observed: list[Observed]
    tags: list[str]


_Page = list[_Run]


def train_jobs(pages: Sequence[LabelledPage], folder: Path) -> None:
    """Train both and write them into the folder.

    They learn from the pages as they are (copies with other names bring nothing), those of the test suite completed.
    """
    whole = [_runs(page) for page in pages if page.family in LABELLED]
    first = _trained(whole, folder / FIELDS)
    others = [_completed(_runs(page), first) for page in pages if page.family not in LABELLED]
    every = [*whole, *others]
    _trained(every, folder / FIELDS)
    train(_second(every), folder / CONTEXT, _OF_SECOND)


def _runs(page: LabelledPage) -> _Page:
    return [
        _Run(lines, list(observations_of(lines)), gold_tags(lines, page.facts))
        for lines in runs_of(page, line_features(page.document))
        if lines[0].section in SECTIONS
    ]


def _completed(page: _Page, model: SequenceModel) -> _Page:
    return [
        replace(run, tags=completed((run.observed, run.tags), model)[1])
        for run in page
        if states((run.observed, run.tags))
    ]


def _trained(pages: Iterable[_Page], path: Path) -> SequenceModel:
    train(((run.observed, run.tags) for page in pages for run in page), path, _CHANGES)
    return SequenceModel(path)


def _second(pages: Sequence[_Page]) -> Iterator[tuple[list[Observed], list[str]]]:
    """The examples of the second reading."""
    with TemporaryDirectory() as folder:
        for fold in range(FOLDS):
            others = [page for number, page in enumerate(pages) if number % FOLDS != fold]
            model = _trained(others, Path(folder) / f"{fold}.bin")
            for run in (run for page in pages[fold::FOLDS] for run in page):
                yield list(with_context(run.lines, run.observed, model.decode(run.observed))), run.tags
