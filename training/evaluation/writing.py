"""How good the summaries are: the rubric before and after the verifier, coverage, model share, ROUGE, speed."""

import re
import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from functions.common.errors import ResumeSummaryError
from functions.summarize.models.contract import Model
from functions.summarize.pipeline import Pipeline, Summary
from functions.summarize.planning.paragraph import plan_paragraph
from functions.summarize.resume import Resume
from functions.summarize.sentences import Options
from training.evaluation.cases import Case
from training.evaluation.rouge import rouge
from training.rubric import covers, faults
from training.rubric.prose import sentences
from training.rubric.truth import years_said


@dataclass(frozen=True)
class Judged:
    """One summary and all that is measured on it.

    `overclaimed`: it says more years than the gold facts give, whatever the parser read. `raw` is what the model
    wrote, unverified; `rouge` is empty for a resume without a reference summary.
    """

    case: Case
    options: Options
    summary: Summary
    faults: tuple[str, ...]
    overclaimed: bool
    raw: str
    raw_faults: tuple[str, ...]
    covers: dict[str, bool]
    rouge: dict[str, float]
    same_again: bool

    @property
    def badness(self) -> tuple[int, int, float]:
        """Worst last: faults, then what is not told, then distance from the reference."""
        return len(self.faults), list(self.covers.values()).count(False), -self.rouge.get("rougeL", 1.0)


def judge(case: Case, options: Options, pipeline: Pipeline, model: Model) -> Judged | None:
    """Summarise a case twice and measure; None for a document that the pipeline refuses."""
    try:
        summary = pipeline.summarise(case.data, options)
        again = pipeline.summarise(case.data, options)
    except ResumeSummaryError:
        return None
    text = told(summary)
    raw = _unverified(summary.resume, options, model) if options.output == "summary" else text
    return Judged(
        case=case,
        options=options,
        summary=summary,
        faults=faults(text, resume=summary.resume, options=options) if text else (),
        overclaimed=_overclaims(summary.text, case.gold.months),
        raw=raw,
        raw_faults=faults(raw, resume=summary.resume, options=options) if raw else (),
        covers=covers(summary.text, resume=summary.resume),
        rouge=rouge(summary.text, case.gold.reference) if case.gold.reference else {},
        same_again=again.sentences == summary.sentences,
    )


def told(summary: Summary) -> str:
    """The sentences that are judged as prose: all of a summary, the highlights of a brief."""
    return " ".join(each.text for each in summary.sentences if each.slot in (None, "highlights"))


def _overclaims(text: str, months: int | None) -> bool:
    opening = next(iter(sentences(text)), "")
    return any(claimed > (months or 0) + 1 for _, claimed in years_said(opening))


def _unverified(resume: Resume, options: Options, model: Model) -> str:
    """The paragraph as it would be without a verifier: the first draft, by rule where that says nothing."""
    plan = plan_paragraph(resume, options, options.as_of)
    draft = next(iter(model.compose([plan], candidates=1)[0]), (None,) * len(plan.sentences))
    return " ".join(
        written.text if written else planned.text
        for planned, written in zip(plan.sentences, draft, strict=True)
    )


@dataclass(frozen=True)
class Figures:
    """The figures of a set of summaries; shares are 0 to 1, times in milliseconds.

    `model_share` is of resumes in English, the models' only language; `openings` is how many begin like no other
    before them; `lints` is what a grammar checker objects to in a summary, None where it was not asked.
    """

    summaries: int
    refused: int
    clean: float
    clean_unverified: float
    unsupported: int
    overclaimed_years: int
    faults: dict[str, int]
    coverage: dict[str, float]
    model_share: float
    rejected: float
    words: float
    commonest_opening: float
    openings: float
    lints: float | None
    repeatable: float
    rouge: dict[str, float]
    milliseconds: dict[str, float]


def figures_of(judged: Sequence[Judged], refused: int, lints: Sequence[int] | None = None) -> Figures:
    """The figures of one model, parser, output, length and voice; `lints` are counts, one a summary."""
    openings = [_opening(each.summary) for each in judged]
    return Figures(
        summaries=len(judged),
        refused=refused,
        clean=_mean(not each.faults for each in judged),
        clean_unverified=_mean(not each.raw_faults for each in judged),
        unsupported=sum(fault.startswith("support") for each in judged for fault in each.faults),
        overclaimed_years=sum(each.overclaimed for each in judged),
        faults=dict(Counter(fault.partition(":")[0] for each in judged for fault in each.faults)),
        coverage=_coverage([each.covers for each in judged]),
        model_share=_mean(each.summary.model_share for each in judged if each.case.language == "en"),
        rejected=_mean(each.summary.rejected for each in judged),
        words=_mean(len(each.summary.text.split()) for each in judged),
        commonest_opening=_commonest(openings),
        openings=len(set(openings)) / max(1, len(openings)),
        lints=None if lints is None else _mean(lints),
        repeatable=_mean(each.same_again for each in judged),
        rouge={
            name: _mean(each.rouge[name] for each in judged if each.rouge)
            for name in ("rouge1", "rouge2", "rougeL")
        },
        milliseconds=_medians([dict(each.summary.timings) for each in judged]),
    )


def worst(judged: Iterable[Judged], count: int) -> list[Judged]:
    """The worst summaries, worst first, one a resume and parser."""
    chosen: dict[tuple[str, str, str], Judged] = {}
    for each in sorted(judged, key=lambda one: one.badness, reverse=True):
        chosen.setdefault((each.case.name, each.options.parser, each.options.model), each)
    return list(chosen.values())[:count]


def options_grid(base: Options) -> list[Options]:
    """The options that are measured besides the usual ones, each changed alone."""
    lengths = [replace(base, length=length) for length in ("short", "long")]
    voices = [replace(base, voice=voice) for voice in ("first", "third")]
    return [base, *lengths, *voices, replace(base, output="brief")]


def _opening(summary: Summary) -> str:
    """The first words of the first sentence with its facts taken out."""
    text = summary.sentences[0].text
    role = summary.resume.roles[0] if summary.resume.roles else None
    names = [fact.value for fact in (role.title, role.employer, summary.resume.name) if fact] if role else []
    for name in names:
        text = re.sub(re.escape(name), "_", text, flags=re.IGNORECASE)
    return " ".join(re.sub(r"\d+", "#", text).split()[:5])


def _commonest(openings: Sequence[str]) -> float:
    return max(Counter(openings).values()) / len(openings) if openings else 0.0


def _coverage(told: Sequence[dict[str, bool]]) -> dict[str, float]:
    return {
        item: _mean(each[item] for each in told if item in each)
        for item in ("title", "years", "result", "skills")
    }


def _medians(timings: Sequence[dict[str, float]]) -> dict[str, float]:
    stages = dict.fromkeys(stage for each in timings for stage in each)
    return {stage: round(statistics.median(each[stage] for each in timings), 1) for stage in stages}


def _mean(values: Iterable[float]) -> float:
    known = list(values)
    return sum(known) / len(known) if known else 0.0
