"""Paragraphs as an output: planned as a whole, put into words by a writer, each sentence with its evidence."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from functions.summarize.output.versions import Version, differs
from functions.summarize.planning.budgets import Emphasis
from functions.summarize.planning.paragraph import plan_paragraph
from functions.summarize.planning.records import ParagraphPlan, SlotKind
from functions.summarize.resume import Evidence, Resume
from functions.summarize.sentences import Options, Sentence

Telling = tuple[tuple[Sentence, ...], int]
Writer = Callable[[ParagraphPlan], Telling]
"""Puts a plan into sentences, one for each of its own, and says how many of a model's were rejected."""

_ATTEMPTS = 9
_EMPHASES: tuple[Emphasis, ...] = ("skills", "history", "work")
"""What further texts dwell on in turn, after the first, which is the one that dwells on work."""
_CONTENT: frozenset[SlotKind] = frozenset((
    "scope", "result", "duty", "earlier line", "credential", "degree", "language", "award", "strength", "change",
))  # fmt: skip
_HOUSES: frozenset[SlotKind] = frozenset(("employer", "earlier employer"))
"""What another text must tell more of: a text without a fact of its own is the same one in other words."""


def plain(plan: ParagraphPlan) -> Telling:
    """A `Writer` without a model: the plan's own sentences."""
    return tuple(Sentence(one.text, one.part, "plan", one.evidence) for one in plan.sentences), 0


def composed_versions(
    resume: Resume, options: Options, as_of: date, wanted: int, write: Writer = plain
) -> tuple[tuple[Version, ...], int]:
    """The text and up to `wanted` - 1 others that differ from it in what they tell and how they are built.

    Nothing where the resume gives nothing that could be told. The second number counts a model's rejected sentences.
    """

    def told(plan: ParagraphPlan) -> Iterator[Telling]:
        yield write(plan)
        yield plain(plan)

    def plan(number: int) -> ParagraphPlan:
        turn, kind = divmod(number + len(_EMPHASES) - 1, len(_EMPHASES))
        emphasis = _EMPHASES[kind]
        return plan_paragraph(resume, options, as_of, turn - (emphasis != _EMPHASES[-1]), emphasis)

    return versions_of(plan, told, wanted)


def versions_of(
    plan: Callable[[int], ParagraphPlan], told: Callable[[ParagraphPlan], Iterable[Telling]], wanted: int
) -> tuple[tuple[Version, ...], int]:
    """Up to `wanted` different versions of the plans that `plan` gives by their number from 0, best first.

    `told` gives the tellings of a plan; no plan is told twice, since a resume of few facts has few.
    """
    versions: list[Version] = []
    planned: set[ParagraphPlan] = set()
    known: list[frozenset[Evidence]] = []
    rejected = 0
    for variant in range(1 + (wanted - 1) * _ATTEMPTS):
        if len(versions) == wanted:
            break
        if (another := plan(variant)) in planned:
            continue
        planned.add(another)
        facts = _facts(another)
        if any(facts <= others for others in known):
            continue
        for sentences, refused in told(another):
            rejected += refused
            version = Version(sentences)
            if sentences and all(differs(version, other) for other in versions):
                versions.append(version)
                known.append(facts)
                break
    return tuple(versions), rejected


def _facts(plan: ParagraphPlan) -> frozenset[Evidence]:
    """Where the facts stand that a plan tells of somebody's work, skills and training."""
    return frozenset(
        place
        for one in plan.sentences
        for slot in one.slots
        if slot.kind in _CONTENT or (one.part == "earlier" and slot.kind in _HOUSES)
        for place in slot.variants[0].evidence
    )
