"""Is what a sentence joins joined in the resume? Employer with line, title with employer."""

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from functions.summarize.sentences import Fault
from functions.summarize.verify.alignment import Alignment, is_joint
from functions.summarize.verify.index import Index
from functions.summarize.verify.levels import mislevelled, overstated
from functions.summarize.verify.meaning import WORK, RunMeaning, fault, meaning_of, misplaced
from functions.summarize.verify.study import misjoined_study
from functions.summarize.verify.times import mistimed

_SEPARATES = frozenset(", ; : and where while earlier previously formerly before then as now".split())
_ATTACHES = frozenset("at for with".split())
_TURNS = frozenset(
    "now earlier first after formerly previously before then turned began later once since recently".split()
)
_OF_THE_TITLE = frozenset("now recently".split())
"""What turns to another job in English, and is said of the title itself elsewhere: "Köchin, derzeit bei Valdora"."""
_RESTARTS = frozenset("began begin started earlier previously formerly once before then later".split())


def misjoined(alignment: Alignment, index: Index) -> Iterator[Fault]:
    """A fault for every two things of a sentence that the resume does not join so."""
    told = [meaning_of(run, index, alignment.text) for run in alignment.runs]
    yield from _unjoined_lines(alignment, told)
    yield from _WorkWalk(alignment, told, index).faults()
    yield from mistimed(alignment, told, index)
    yield from misjoined_study(alignment, told, index)
    yield from mislevelled(alignment, index)
    yield from overstated(alignment, index)


def _unjoined_lines(alignment: Alignment, told: Sequence[RunMeaning]) -> Iterator[Fault]:
    """Words of two lines side by side, with nothing between them that may join lines."""
    for left, right in pairwise(told):
        if not (left.is_line and right.is_line):
            continue
        between = alignment.between(left.run, right.run)
        if not is_joint(between) and not (left.jobs & right.jobs and alignment.is_framed(left.run, between)):
            yield fault("join", alignment, left.run, right.run, "")


class _WorkWalk:
    """Walks the runs from left to right and keeps the job that is spoken of."""

    def __init__(self, alignment: Alignment, told: Sequence[RunMeaning], index: Index) -> None:
        self.alignment = alignment
        self.told = told
        self.index = index
        self.job: frozenset[int] | None = None
        self.named: RunMeaning | None = None
        self.waiting: list[RunMeaning] = []
        self.since_name = 0

    def faults(self) -> Iterator[Fault]:
        previous: RunMeaning | None = None
        for at, one in enumerate(self.told):
            words = self.alignment.words_between(previous.run, one.run) if previous else self._lead(one)
            if set(words) & _RESTARTS and not (previous and (previous.is_employer or previous.is_title)):
                self.job = None
                self.waiting.clear()
            if one.kinds & WORK and one.is_employer:
                yield from self._employer(one, previous, words)
            elif one.kinds & WORK and one.is_title:
                yield from self._title(one, previous, words)
            elif one.is_line and one.kinds <= WORK:
                yield from self._line(one, at)
            previous = one

    def _lead(self, one: RunMeaning) -> tuple[str, ...]:
        return tuple(token.word for token in self.alignment.tokens[: one.run.first])

    def _employer(
        self, one: RunMeaning, previous: RunMeaning | None, words: tuple[str, ...]
    ) -> Iterator[Fault]:
        attached = bool(previous) and not set(words) & _SEPARATES
        if previous is not None and previous.is_title and (attached or set(words) <= {",", "the"}):
            shared = previous.jobs & one.jobs
            if not shared:
                yield self._place(previous, one)
            self.job = shared or one.jobs
        elif words[-1:] and words[-1] in _ATTACHES and self._title_in_hand(one):
            if self.named is not None and not self.named.jobs & one.jobs:
                yield self._place(self.named, one)
            self.job = one.jobs
        elif attached and previous is not None and previous.is_line:
            if not previous.jobs & one.jobs:
                yield self._place(previous, one)
            self.job = one.jobs
        else:
            self.job = one.jobs
        for line in self.waiting:
            if attached and not line.jobs & one.jobs and line is not previous:
                yield self._place(line, one)
        self.waiting.clear()
        self.named = one

    def _title_in_hand(self, one: RunMeaning) -> bool:
        """Whether a title was named, and nothing since that turns to another job or tells a line."""
        named = self.named
        if named is None or not named.is_title:
            return False
        between = self.alignment.tokens[named.run.last + 1 : one.run.first]
        lines = [
            other for other in self.told if named.run.last < other.run.first < one.run.first and other.is_line
        ]
        turns = _TURNS if self.index.function_words.is_english else _TURNS - _OF_THE_TITLE
        return not lines and not {token.word for token in between} & turns

    def _title(self, one: RunMeaning, previous: RunMeaning | None, words: tuple[str, ...]) -> Iterator[Fault]:
        if previous is not None and previous.is_employer and not set(words) & (_SEPARATES - {",", "as"}):
            shared = previous.jobs & one.jobs
            if not shared:
                yield self._place(one, previous)
            self.job = shared or one.jobs
        else:
            self.job = one.jobs
        self.waiting.clear()
        self.named = one

    def _line(self, one: RunMeaning, at: int) -> Iterator[Fault]:
        if self.job is None:
            clash = [line for line in self.waiting if not line.jobs & one.jobs]
            if clash:
                yield self._place(one, clash[-1])
            self.waiting.append(one)
            return
        if one.jobs & self.job:
            self.job = one.jobs & self.job
        elif not self._is_named_after(one, at):
            yield self._place(one, self.named)

    def _is_named_after(self, one: RunMeaning, at: int) -> bool:
        """Whether the employer that follows in the same clause is the line's own."""
        for left, right in pairwise(islice(self.told, at, None)):
            if set(self.alignment.words_between(left.run, right.run)) & _SEPARATES:
                return False
            if right.is_employer:
                return bool(right.jobs & one.jobs)
        return False

    def _place(self, one: RunMeaning, other: RunMeaning | None) -> Fault:
        own = self.index.entries.all[min(one.jobs or one.entries)]
        said = self.index.entries.all[min(other.jobs or other.entries)] if other else None
        truth = f"{own.where}, not {said.where}" if said and said.where != own.where else own.where
        return misplaced(self.alignment, one, other or one, truth)
