"""How well resumes are read: every field, in every layout, by every parser."""

import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from functions.common.errors import ResumeSummaryError
from functions.summarize.docx import read
from functions.summarize.parsers.factory import load_parser
from functions.summarize.resume import Resume
from tests.builders.gold import AS_OF
from training.evaluation.cases import Case
from training.evaluation.fields import Counts, add, score


@dataclass
class FieldTable:
    """Counts per field, per layout, and a line for every field read wrong, the worst documents first."""

    fields: dict[str, Counts] = field(default_factory=dict)
    layouts: dict[str, dict[str, Counts]] = field(default_factory=lambda: defaultdict(dict))
    misses: list[str] = field(default_factory=list)
    milliseconds: list[float] = field(default_factory=list)


def field_table(parser: str, cases: Iterable[Case]) -> FieldTable:
    """Read and score every case with one parser. A refused document counts all its facts as missed."""
    table = FieldTable()
    wrong: list[list[str]] = []
    for case in cases:
        start = time.perf_counter()
        resume = parsed(case, parser)
        table.milliseconds.append((time.perf_counter() - start) * 1000)
        scores = score(resume, case.gold)
        table.fields = add(table.fields, scores)
        table.layouts[case.layout] = add(table.layouts[case.layout], scores)
        wrong.append(
            [
                f"{case.name} ({case.layout}), {name}: found {', '.join(each.wrong) or 'nothing'};"
                f" wanted {', '.join(each.missed) or 'nothing more'}"
                for name, each in scores.items()
                if each.wrong or each.missed
            ]
        )
    table.misses = [line for lines in sorted(wrong, key=len, reverse=True) for line in lines]
    return table


def parsed(case: Case, parser: str) -> Resume:
    """The resume that a parser makes of a case."""
    try:
        return load_parser(parser).parse(read(case.data), AS_OF)
    except ResumeSummaryError:
        return Resume(text="")


def hard_facts(resume: Resume) -> tuple[object, ...]:
    """What must be the same whichever parser read it."""
    return resume.name, resume.contact, resume.roles, resume.education, resume.credentials, resume.experience


def differing(cases: Sequence[Case], parsers: Sequence[str]) -> list[str]:
    """The cases whose hard facts differ between parsers."""
    return [
        case.name for case in cases if len({repr(hard_facts(parsed(case, each))) for each in parsers}) > 1
    ]
