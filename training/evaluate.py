"""Measure the product on the labelled set: `python -m training.evaluate`.

Writes `docs/evaluation.md` and `docs/evaluation.json`. With `--check` nothing is written: the exit code is 1 if any
figure that has a bar is worse than in the committed report.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

from functions.common.errors import ModelUnavailable
from functions.summarize.models.factory import MODELS, load_model
from functions.summarize.parsers.factory import PARSERS
from functions.summarize.pipeline import Pipeline
from functions.summarize.planning.paragraph import plan_paragraph
from functions.summarize.planning.records import ParagraphPlan
from functions.summarize.resume import Resume
from functions.summarize.sentences import Options
from tests.builders.gold import AS_OF
from training.evaluation import documents, lints, reading, writing
from training.evaluation.cases import Case, layout_cases, own_cases
from training.evaluation.plots import plot
from training.evaluation.report import Report, as_json, as_markdown
from training.evaluation.verifying import try_out

DOCS = Path(__file__).parents[1] / "docs"
TOLERANCE = 0.005
GALLERY = 20


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the evaluation that the arguments ask for."""
    chosen = _parse(arguments)
    report = evaluate(chosen.models, chosen.parsers, layouts=not chosen.quick, voices=not chosen.quick)
    figures = as_json(report)
    if chosen.check:
        lost = regressions(
            json.loads((chosen.out / "evaluation.json").read_text("utf-8")), json.loads(figures)
        )
        print("\n".join(lost) or "No figure is worse than in the committed report.")
        return int(bool(lost))
    chosen.out.mkdir(parents=True, exist_ok=True)
    (chosen.out / "evaluation.md").write_text(as_markdown(report), "utf-8")
    (chosen.out / "evaluation.json").write_text(figures, "utf-8")
    if report.writing:
        plot(report.writing, chosen.out / "evaluation.png")
    print(f"Wrote {chosen.out / 'evaluation.md'}")
    return 0


def evaluate(models: Iterable[str], parsers: Sequence[str], *, layouts: bool, voices: bool) -> Report:
    """All measurements: documents, fields and summaries. A model that is not installed is left out, and said so."""
    report = Report()
    own = list(own_cases())
    report.constructs, report.hostile = documents.construct_table(), documents.hostile_table()
    for parser in parsers:
        cases = chain(own, layout_cases()) if layouts and parser == parsers[0] else own
        report.reading[parser] = reading.field_table(parser, cases)
    report.differing = reading.differing(own, parsers)
    if missing := lints.why_not():
        print(f"Grammar is not linted: {missing}.", file=sys.stderr)
    for model in models:
        try:
            load_model(model)
        except ModelUnavailable as reason:
            print(f"{model} is not measured: {reason}", file=sys.stderr)
            continue
        report.gallery += _write(report, model, parsers, own, voices=voices)
    report.gallery = writing.worst(report.gallery, GALLERY)
    return report


def _write(
    report: Report, model: str, parsers: Sequence[str], cases: Sequence[Case], *, voices: bool
) -> list[writing.Judged]:
    """Measure one model with every parser, and with the first of them every length and voice."""
    everything: list[writing.Judged] = []
    pipeline, loaded = Pipeline(), load_model(model)
    for parser in parsers:
        base = Options(as_of=AS_OF, model=model, parser=parser)  # type: ignore[arg-type]
        grid = writing.options_grid(base) if voices and parser == parsers[0] else [base]
        for options in grid:
            judged = [writing.judge(case, options, pipeline, loaded) for case in cases]
            written = [each for each in judged if each is not None]
            key = (model, parser, options.output, options.length, options.voice)
            report.writing[key] = writing.figures_of(written, len(cases) - len(written), _lints(written))
            everything += written
            print(f"{' '.join(key)}: {report.writing[key].clean:.0%} free of faults")
    report.trials[model] = try_out(_plans(everything), loaded)
    return everything


def _plans(judged: Sequence[writing.Judged]) -> Iterable[tuple[Resume, ParagraphPlan]]:
    """The plans of long summaries in all voices, which hold most of the shorter ones."""
    base = [each for each in judged if each.options.length == "medium" and each.options.output == "summary"]
    for each in base:
        resume, options = each.summary.resume, replace(each.options, length="long")
        yield resume, plan_paragraph(resume, options, options.as_of)


def _lints(judged: Sequence[writing.Judged]) -> list[int] | None:
    """How many grammar lints each summary has, or None where there is no checker."""
    if lints.why_not() is not None:
        return None
    texts = [writing.told(each.summary) if each.case.language == "en" else "" for each in judged]
    return [
        len(lints.ours(found, text, each.summary.resume.text))
        for found, text, each in zip(lints.lint(texts), texts, judged, strict=True)
    ]


def regressions(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """Every share that a higher value is better for and that fell by more than the tolerance."""
    old, new = dict(_shares("", before)), dict(_shares("", after))
    return [
        f"{name}: {old[name]} before, {value} now"
        for name, value in new.items()
        if name in old and value < old[name] - TOLERANCE
    ]


def _shares(path: str, table: dict[str, Any]) -> Iterable[tuple[str, float]]:
    for key, value in table.items():
        if isinstance(value, dict) and key not in ("faults", "rouge", "milliseconds"):
            yield from _shares(f"{path}/{key}", value)
        elif key in ("precision", "recall", "f1", "clean", "repeatable", "model_share", "as_specified") or (
            path.endswith("/coverage")
        ):
            yield f"{path}/{key}", float(value)


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training.evaluate", description=__doc__)
    parser.add_argument("--models", nargs="*", choices=tuple(MODELS), default=list(MODELS))
    parser.add_argument("--parsers", nargs="+", choices=tuple(PARSERS), default=list(PARSERS))
    parser.add_argument(
        "--quick", action="store_true", help="each resume in its own layout, usual options only"
    )
    parser.add_argument(
        "--check", action="store_true", help="compare with the committed report and write nothing"
    )
    parser.add_argument("--out", type=Path, default=DOCS, help="folder of the report")
    chosen = parser.parse_args(arguments)
    if chosen.check and chosen.quick:
        parser.error(
            "--check needs the whole evaluation: the committed report is of more documents than --quick reads"
        )
    return chosen


if __name__ == "__main__":
    sys.exit(main())
