"""The evaluation as Markdown for people and as JSON for programs."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from functions.summarize.resume import Resume, Role
from training.evaluation.bars import Bar, reading_bars, writing_bars
from training.evaluation.fields import Counts
from training.evaluation.reading import FieldTable
from training.evaluation.verifying import Trial
from training.evaluation.writing import Figures, Judged

SHOWN_MISSES = 40
_SUMMARY_HEAD = (
    "model", "parser", "output", "length", "voice", "n", "free of faults", "without verifier", "title", "years",
    "result", "skills", "model share", "lints", "openings", "words", "R-1", "R-2", "R-L", "ms",
)  # fmt: skip


@dataclass
class Report:
    """Everything measured. Keys of `writing` are (model, parser, output, length, voice), those of `trials` models."""

    constructs: list[tuple[str, str]] = field(default_factory=list)
    hostile: list[tuple[str, str]] = field(default_factory=list)
    reading: dict[str, FieldTable] = field(default_factory=dict)
    differing: list[str] = field(default_factory=list)
    writing: dict[tuple[str, ...], Figures] = field(default_factory=dict)
    trials: dict[str, Trial] = field(default_factory=dict)
    gallery: list[Judged] = field(default_factory=list)

    def bars(self) -> dict[str, list[Bar]]:
        """Every bar by what it is about."""
        reading = {
            f"reading, {name}": list(reading_bars(table.fields)) for name, table in self.reading.items()
        }
        writing = {
            f"writing, {' '.join(key)}": list(writing_bars(each, brief="brief" in key))
            for key, each in self.writing.items()
        }
        return reading | writing


def as_json(report: Report) -> str:
    """The figures, stable in order, one value a line, so that a change shows in a diff."""
    values: dict[str, Any] = {
        "constructs": _share_right(report.constructs),
        "hostile": _share_right(report.hostile),
        "reading": {
            parser: {name: _figures(counts) for name, counts in table.fields.items()}
            for parser, table in report.reading.items()
        },
        "parsers_differ_on": report.differing,
        "writing": {" ".join(key): asdict(figures) for key, figures in report.writing.items()},
        "verifier": {model: asdict(trial) for model, trial in report.trials.items()},
    }
    return json.dumps(_rounded(values), indent=1, ensure_ascii=False) + "\n"


def as_markdown(report: Report) -> str:
    """The report for people."""
    parts = (
        _bars,
        _documents,
        _fields,
        _layouts,
        _summaries,
        _verifier,
        _fault_table,
        _speed,
        _gallery,
        _misses,
    )
    return (
        "# Evaluation\n\n"
        + _INTRODUCTION
        + "".join(f"\n{line}" for part in parts for line in part(report))
        + "\n"
    )


_INTRODUCTION = """\
Written by `make evaluate`; figures of the same run stand in `evaluation.json`. The labelled set is
`tests/data/resumes/`: invented people, with gold facts and, for some, a reference summary written by hand. Precision
and recall are over all values of all documents; a value that spells the same facts differently counts as wrong. The
rubric (`training/rubric/`) shares no code with the verifier.

Read the figures as those of a development set: the parsers were improved while looking at these documents, and the
rubric's word lists after looking at summaries of them, so unseen resumes will do worse. Model share is of the resumes
in English: the others are told in plain sentences of their own language, because the models write English. "Openings"
is the share of summaries that begin otherwise than all before them; "lints" is what harper.js objects to in a summary,
without the spelling of words that the resume spells the same way. Thirty summaries in full, with the facts and a
reader's remarks, are in [summaries.md](summaries.md). Of a brief the highlights are judged, the only lines that a
model writes.
"""


def _bars(report: Report) -> Iterator[str]:
    yield "## Bars\n"
    yield "| about | met | missed |\n|---|---|---|"
    for about, bars in report.bars().items():
        missed = [f"{bar.name} {_number(bar.value)} (bar {_number(bar.bar)})" for bar in bars if not bar.met]
        yield f"| {about} | {sum(bar.met for bar in bars)} of {len(bars)} | {'; '.join(missed) or '–'} |"


def _documents(report: Report) -> Iterator[str]:
    for title, rows in (("Constructs", report.constructs), ("Hostile files", report.hostile)):
        if rows:
            right = sum(not problem for _, problem in rows)
            yield f"\n## {title}\n\n{right} of {len(rows)} read as specified.\n"
            yield from _table(("file", "problem"), [row for row in rows if row[1]])


def _fields(report: Report) -> Iterator[str]:
    if report.reading:
        yield "\n## Fields\n"
    for parser, table in report.reading.items():
        yield f"\n### {parser}: {len(table.milliseconds)} documents\n"
        rows = [
            (
                name,
                _percent(each.precision),
                _percent(each.recall),
                _percent(each.f1),
                str(each.right + each.missed),
            )
            for name, each in table.fields.items()
        ]
        yield from _table(("field", "precision", "recall", "F1", "values"), rows)
    if report.reading:
        yield f"\nDocuments whose hard facts differ between parsers: {', '.join(report.differing) or 'none'}."


def _layouts(report: Report) -> Iterator[str]:
    for parser, table in list(report.reading.items())[:1]:
        fields = list(table.fields)
        yield f"\n### F1 by layout ({parser})\n"
        rows = [
            (layout, *(_percent(counts[name].f1) for name in fields))
            for layout, counts in table.layouts.items()
        ]
        yield from _table(("layout", *fields), rows)


def _summaries(report: Report) -> Iterator[str]:
    if report.writing:
        yield "\n## Summaries\n"
        yield "![Figures by model, parser, output, length and voice](evaluation.png)\n"
        yield from _table(
            _SUMMARY_HEAD,
            [(*key, *_summary_row(each)) for key, each in report.writing.items()],
        )


def _summary_row(each: Figures) -> tuple[str, ...]:
    told = (each.coverage[item] for item in ("title", "years", "result", "skills"))
    shares = (each.clean, each.clean_unverified, *told, each.model_share)
    scores = (each.rouge[name] for name in ("rouge1", "rouge2", "rougeL"))
    return (
        str(each.summaries),
        *map(_percent, shares),
        "–" if each.lints is None else f"{each.lints:.2f}",
        _percent(each.openings),
        f"{each.words:.0f}",
        *(f"{score:.2f}" for score in scores),
        f"{sum(each.milliseconds.values()):.0f}",
    )


def _verifier(report: Report) -> Iterator[str]:
    if report.trials:
        yield "\n### The verifier\n"
        yield _ON_THE_VERIFIER
        head = (
            "model",
            "plans",
            "no sentence",
            "rejected",
            "plain sentences rejected",
            "mutants",
            "mutants passed",
        )
        rows = [
            (model, *map(str, (each.greedy, each.unreadable, each.rejected, each.plain_rejected, each.mutants)),
             str(len(each.passed)))
            for model, each in report.trials.items()
        ]  # fmt: skip
        yield from _table(head, rows)


_ON_THE_VERIFIER = """\
What each model writes first for every plan of the English resumes (long summaries in all three voices): how many
answers are no sentence, how many the verifier rejects, and how many of the accepted ones it still accepts after one
thing in them was made untrue (a figure, a name, an addition, a cause, a person).
"""


def _fault_table(report: Report) -> Iterator[str]:
    items = sorted({item for each in report.writing.values() for item in each.faults})
    if items:
        yield "\n### Faults by rubric item\n"
        rows = [
            (" ".join(key), *(str(each.faults.get(i, 0)) for i in items))
            for key, each in report.writing.items()
        ]
        yield from _table(("run", *items), rows)


def _speed(report: Report) -> Iterator[str]:
    stages = list(dict.fromkeys(stage for each in report.writing.values() for stage in each.milliseconds))
    if stages:
        yield "\n### Median milliseconds by stage\n"
        rows = [
            (" ".join(key), *(str(each.milliseconds[stage]) for stage in stages))
            for key, each in report.writing.items()
        ]
        yield from _table(("run", *stages), rows)


def _gallery(report: Report) -> Iterator[str]:
    if report.gallery:
        yield "\n## The worst summaries\n"
    for each in report.gallery:
        untold = [item for item, told in each.covers.items() if not told]
        chosen = (
            each.options.model,
            each.options.parser,
            each.options.output,
            each.options.length,
            each.options.voice,
        )
        yield f"\n**{each.case.name}** ({', '.join(chosen)})"
        yield f"\n> {each.summary.text}\n"
        yield f"- faults: {'; '.join(each.faults) or 'none'}"
        yield f"- not told: {', '.join(untold) or 'nothing'}"
        yield f"- facts: {facts(each.summary.resume)}"
        yield f"- reference: {each.case.gold.reference or 'none written'}"


def facts(resume: Resume) -> str:
    """What a summary of a resume could tell, on one line."""
    roles = [_role(role) for role in resume.roles]
    results = [each.text.value for each in resume.achievements if each.quantified]
    courses = [
        " ".join(fact.value for fact in (each.degree, each.field) if fact) for each in resume.education
    ]
    told = {
        "roles": roles,
        "years": [f"{resume.experience.years}+"] if resume.experience else [],
        "results": results or [each.text.value for each in resume.achievements[:3]],
        "skills": [each.name for each in resume.skills],
        "credentials": [each.name.value for each in resume.credentials],
        "education": courses,
    }
    return "; ".join(f"{name}: {' | '.join(values)}" for name, values in told.items() if values)


def _role(role: Role) -> str:
    return ", ".join(fact.value for fact in (role.title, role.employer) if fact)


def _misses(report: Report) -> Iterator[str]:
    for parser, table in list(report.reading.items())[:1]:
        if table.misses:
            yield f"\n## Misread values ({parser}), {len(table.misses)} in all\n"
            yield from (f"- {line}" for line in table.misses[:SHOWN_MISSES])


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    body = list(rows)
    if body:
        yield f"| {' | '.join(head)} |\n|{'---|' * len(head)}"
        yield from (f"| {' | '.join(each.replace('|', '&#124;') for each in row)} |" for row in body)


def _percent(value: float) -> str:
    return f"{100 * value:.1f}"


def _number(value: float) -> str:
    return f"{value:.3g}"


def _share_right(rows: Sequence[tuple[str, str]]) -> dict[str, int]:
    return {"files": len(rows), "as_specified": sum(not problem for _, problem in rows)}


def _figures(counts: Counts) -> Mapping[str, float]:
    return {"precision": counts.precision, "recall": counts.recall, "f1": counts.f1}


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _rounded(each) for key, each in value.items() if key != "milliseconds"}
    return round(value, 4) if isinstance(value, float) else value
