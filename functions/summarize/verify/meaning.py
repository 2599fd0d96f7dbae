"""What the runs of a sentence may be, and the faults of two that are not joined so in the resume."""

from dataclasses import dataclass

from functions.summarize.sentences import Fault
from functions.summarize.verify.alignment import Alignment, Run
from functions.summarize.verify.index import Index, name_words

WORK = frozenset({"role", "volunteering", "project"})
"""Kinds of entries that are jobs."""
_LEADING_A_NAME = frozenset("at for with from in of the a an as".split())
_NO_NAMES = frozenset({"line", "field"})


@dataclass(frozen=True, slots=True)
class RunMeaning:
    """A run and what it may be: its entries, and whether it names its entry, or tells a line of it."""

    run: Run
    entries: frozenset[int]
    kinds: frozenset[str]
    fields: frozenset[str]
    jobs: frozenset[int]

    @property
    def is_title(self) -> bool:
        return "title" in self.fields and not self.fields & _NO_NAMES

    @property
    def is_employer(self) -> bool:
        return "employer" in self.fields and not self.fields & _NO_NAMES

    @property
    def is_line(self) -> bool:
        return bool(self.fields & {"line", "date", "location"}) and not self.fields & {
            "profile", "skill", "credential", "field", "years", "headline", "language", "level", "title", "employer",
        }  # fmt: skip


def meaning_of(run: Run, index: Index, text: str) -> RunMeaning:
    """What a run may be, by all statements that carry it; a complete name is that name and nothing else."""
    options = run.options
    words = name_words(text[run.start : run.end])
    for field in ("employer", "title"):
        named = frozenset(
            at
            for at in options
            if index.all[at].statement.field == field and index.is_called(words, index.all[at])
        )
        options = named or options
    return RunMeaning(
        run,
        frozenset(index.all[at].entry for at in options),
        frozenset(index.entry(at).kind for at in options),
        frozenset(index.all[at].statement.field for at in options),
        frozenset(index.all[at].entry for at in options if index.entry(at).kind in WORK),
    )


def misplaced(alignment: Alignment, one: RunMeaning, other: RunMeaning, truth: str) -> Fault:
    """Only what names the wrong place is marked, with the word that leads it: "at Zalando SE"."""
    names = [told for told in (other, one) if told.is_employer or told.fields == {"institution"}]
    names += [told for told in (other, one) if told.is_title]
    if not names:
        return fault("place", alignment, one.run, other.run, truth)
    run = names[0].run
    first = run.first
    while first and alignment.tokens[first - 1].word in _LEADING_A_NAME:
        first -= 1
    start = alignment.tokens[first].start
    return Fault("place", alignment.text[start : run.end], start, run.end, truth)


def fault(code: str, alignment: Alignment, one: Run, other: Run, truth: str) -> Fault:
    """A fault that marks everything from one run to the other."""
    start, end = min(one.start, other.start), max(one.end, other.end)
    return Fault(code, alignment.text[start:end], start, end, truth)
