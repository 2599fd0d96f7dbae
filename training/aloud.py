"""Thirty summaries in full beside their facts and a reader's remarks: `python -m training.aloud`.

Ten resumes that are no shipped samples, each written by the three models; writes `docs/summaries.md`. The remarks are
a person's, in `training/evaluation/aloud/remarks.toml`: read the new summaries and put them right after a change.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from functions.summarize.models.factory import MODELS
from functions.summarize.pipeline import Pipeline, Summary
from functions.summarize.sentences import Options
from tests.builders.gold import AS_OF
from tests.builders.specification import specification, specifications
from training.evaluation.cases import Case, case_of
from training.evaluation.report import facts

OUT = Path(__file__).parents[1] / "docs" / "summaries.md"
FOLDER = Path(__file__).parent / "evaluation" / "aloud"


def cases() -> dict[str, Case]:
    """The ten resumes by name, in the order in which they are read."""
    own = [specification(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*-*.toml"))]
    known = {spec.name: spec for spec in (*own, *specifications())}
    return {name: case_of(known[name]) for name in remarks()["resumes"]}


def remarks() -> dict[str, Any]:
    """What a reader said."""
    return tomllib.loads((FOLDER / "remarks.toml").read_text("utf-8"))


def write(pipeline: Pipeline) -> Iterator[str]:
    """The page, paragraph by paragraph."""
    said = remarks()
    yield "# Thirty summaries, read aloud"
    yield (
        "Written by `python -m training.aloud`: ten resumes that are no shipped samples, three models, usual options. A"
        " sentence made by rules, because no sentence of the model held, is in italics. The remarks are a reader's."
    )
    yield "## What was objected to, and what was done"
    yield from (_joined(said["general"][part]) for part in ("objected", "done"))
    yield "## Whole resumes, judged for truth"
    yield _joined(said["general"]["whole"])
    yield "\n".join(_table(said["general"]["readings"]))
    yield _joined(said["general"]["still"])
    for name, case in cases().items():
        summaries = {model: pipeline.summarise(case.data, Options(AS_OF, model=model)) for model in MODELS}  # type: ignore[arg-type]
        yield f"## {name.replace('-', ' ').capitalize()}"
        yield f"Facts: {facts(next(iter(summaries.values())).resume)}."
        yield from (f"**{model}**: {_marked(summary)}" for model, summary in summaries.items())
        yield f"Remarks: {_joined(said['remarks'][name])}"


def _table(readings: list[list[Any]]) -> Iterator[str]:
    """The blind readings, a row each."""
    yield "| Day | Resumes | Readers | Before: true, sendable, useful | After | What changed |"
    yield "|---|---|--:|---|---|---|"
    for day, resumes, readers, before, after, changed in readings:
        cells = (", ".join(map(str, figures)) or "-" for figures in (before, after))
        yield f"| {day} | {resumes} | {readers} | {' | '.join(cells)} | {changed} |"


def _marked(summary: Summary) -> str:
    return " ".join(each.text if each.origin == "model" else f"*{each.text}*" for each in summary.sentences)


def _joined(text: str) -> str:
    return " ".join(text.split())


def main() -> None:
    """Command line."""
    OUT.write_text("\n\n".join(write(Pipeline())) + "\n", encoding="utf-8")
    print(f"Wrote {OUT}")


if __name__ == "__main__":
    main()
