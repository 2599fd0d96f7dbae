"""Paragraphs as an output: planned as a whole, put into words by a writer, each sentence with its evidence."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from functions.summarize.output.versions import Version, differs
from functions.summarize.planning.paragraph import plan_paragraph
from functions.summarize.planning.records import ParagraphPlan
from functions.summarize.resume import Resume
from functions.summarize.sentences import Options, Sentence

Writer = Callable[[ParagraphPlan], tuple[tuple[Sentence, ...], int]]
"""Puts a plan into sentences, one for each of its own, and says how many of a model's were rejected."""

_ATTEMPTS = 9


def plain(plan: ParagraphPlan) -> tuple[tuple[Sentence, ...], int]:
    """A `Writer` without a model: the plan's own sentences."""
    return tuple(Sentence(one.text, one.part, "plan", one.evidence) for one in plan.sentences), 0


def composed_versions(
    resume: Resume, options: Options, as_of: date, wanted: int, write: Writer = plain
) -> tuple[tuple[Version, ...], int]:
    """The text and up to `wanted` - 1 others that differ from it in what they tell and how they are built.

    Nothing where the resume gives nothing that could be told. The second number counts a model's rejected sentences.
    """
    planned: set[ParagraphPlan] = set()

    def told(variant: int) -> Iterator[tuple[tuple[Sentence, ...], int]]:
        plan = plan_paragraph(resume, options, as_of, variant)
        if plan not in planned:  # a resume of few facts has few plans, and writing one again costs as much
            planned.add(plan)
            yield write(plan)
            yield plain(plan)

    return versions_of(told, wanted)


def versions_of(
    told: Callable[[int], Iterable[tuple[tuple[Sentence, ...], int]]], wanted: int
) -> tuple[tuple[Version, ...], int]:
    """Up to `wanted` different versions among the tellings that `told` gives by their number from 0, best first."""
    versions: list[Version] = []
    rejected = 0
    for variant in range(1 + (wanted - 1) * _ATTEMPTS):
        if len(versions) == wanted:
            break
        for sentences, refused in told(variant):
            rejected += refused
            version = Version(sentences)
            if sentences and all(differs(version, other) for other in versions):
                versions.append(version)
                break
    return tuple(versions), rejected
