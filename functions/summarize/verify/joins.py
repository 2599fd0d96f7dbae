"""Is what a sentence joins joined in the resume? Employer with line, title with employer, degree with school."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from functions.summarize.language.verbs import recognise
from functions.summarize.language.words import fold
from functions.summarize.sentences import Fault
from functions.summarize.verify.alignment import Alignment, Run, is_joint
from functions.summarize.verify.entries import Entry
from functions.summarize.verify.index import Index, name_words

_WORK = frozenset({"role", "volunteering", "project"})
_STUDY_FIELDS = frozenset({"degree", "subject", "institution"})
_SEPARATES = frozenset(", ; : and where while earlier previously formerly before then as now".split())
_ATTACHES = frozenset("at for with".split())
_LEADING_A_NAME = frozenset("at for with from in of the a an as".split())
_LEVEL = re.compile(
    r"native|fluent|basic|conversational|intermediate|advanced|proficient|beginner|elementary|professional|bilingual"
    r"|[ABC][12]",
    re.IGNORECASE,
)
_TURNS = frozenset(
    "now earlier first after formerly previously before then turned began later once since recently".split()
)
_NO_NAMES = frozenset({"line", "field"})
_RESTARTS = frozenset("began begin started earlier previously formerly once before then later".split())
_NOW = frozenset("now currently presently today".split())
_EARLIER = frozenset("earlier previously formerly".split())


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
        frozenset(index.all[at].entry for at in options if index.entry(at).kind in _WORK),
    )


def misjoined(alignment: Alignment, index: Index) -> Iterator[Fault]:
    """A fault for every two things of a sentence that the resume does not join so."""
    told = [meaning_of(run, index, alignment.text) for run in alignment.runs]
    yield from _unjoined_lines(alignment, told)
    yield from _WorkWalk(alignment, told, index).faults()
    yield from _times(alignment, told, index)
    yield from _study(alignment, told, index)
    yield from _levels(alignment, index)


def _unjoined_lines(alignment: Alignment, told: Sequence[RunMeaning]) -> Iterator[Fault]:
    """Words of two lines side by side, with nothing between them that may join lines."""
    for left, right in pairwise(told):
        if not (left.is_line and right.is_line):
            continue
        between = alignment.between(left.run, right.run)
        if not is_joint(between) and not (left.jobs & right.jobs and alignment.is_framed(left.run, between)):
            yield _fault("join", alignment, left.run, right.run, "")


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
            if one.kinds & _WORK and one.is_employer:
                yield from self._employer(one, previous, words)
            elif one.kinds & _WORK and one.is_title:
                yield from self._title(one, previous, words)
            elif one.is_line and one.kinds <= _WORK:
                yield from self._line(one, at)
            previous = one

    def _lead(self, one: RunMeaning) -> tuple[str, ...]:
        return tuple(fold(token.text) for token in self.alignment.tokens[: one.run.first])

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
        return not lines and not {fold(token.text) for token in between} & _TURNS

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
        own = self.index.entries.all[min(one.jobs)]
        said = self.index.entries.all[min(other.jobs)] if other else None
        truth = f"{own.where}, not {said.where}" if said and said.where != own.where else own.where
        return _misplaced(self.alignment, one, other or one, truth)


def _times(alignment: Alignment, told: Sequence[RunMeaning], index: Index) -> Iterator[Fault]:
    """ "Now" is said of a job that goes on, "earlier" of one that is not the latest, "most recently" of the latest."""
    jobs = [number for number, entry in enumerate(index.entries.all) if entry.kind == "role"]
    current = frozenset(number for number in jobs if index.entries.all[number].current)
    allowed = {
        **dict.fromkeys(_NOW, current),
        **dict.fromkeys(_EARLIER, frozenset(jobs[1:]) - current),
        "recently": current | frozenset(jobs[:1]),
    }
    for at, token in enumerate(alignment.tokens):
        word = fold(token.text)
        spoken_of = _spoken_of(alignment, told, at) if word in allowed else None
        if spoken_of is None or _jobs_meant(spoken_of, told) & allowed[word]:
            continue
        if any(word in fold(index.all[option].statement.text).split() for option in spoken_of.run.options):
            continue
        own = index.entries.all[min(_jobs_meant(spoken_of, told))]
        end = max(token.end, spoken_of.run.end)
        start = min(token.start, spoken_of.run.start)
        yield Fault(
            "time", alignment.text[start:end], start, end, f"{own.where}, {_period(own)}".lstrip(", ")
        )


def _spoken_of(alignment: Alignment, told: Sequence[RunMeaning], at: int) -> RunMeaning | None:
    """The job that a word of time is about: a name right after it, or the line that it opens or stands before."""
    after = next((one for one in told if one.run.first > at and one.fields != {"name"}), None)
    names = {
        place for one in told if one.fields == {"name"} for place in range(one.run.first, one.run.last + 1)
    }
    between = range(at + 1, after.run.first if after else 0)
    said = [place for place in between if alignment.tokens[place].is_content and place not in names]
    if after is None or not after.jobs or set(said) - alignment.light:
        return None
    if after.is_employer or after.is_title:
        return after
    opens = at == 0 or fold(alignment.tokens[at - 1].text) in ("and", ";", "that")
    known = recognise(after.run.tokens[0].text)
    acts = known is not None and known[1] in ("past", "third") and after.run.first == at + 1
    return after if after.is_line and (opens or acts) else None


def _jobs_meant(spoken_of: RunMeaning, told: Sequence[RunMeaning]) -> frozenset[int]:
    """The jobs that a name may mean, less those that nothing told of it right after belongs to."""
    jobs = spoken_of.jobs
    for one in told[told.index(spoken_of) + 1 :]:
        if not one.jobs or not (one.is_line or one.is_title or one.is_employer):
            continue
        if not one.jobs & jobs:
            break
        jobs = jobs & one.jobs
    return jobs


def _period(entry: Entry) -> str:
    years = entry.texts("date")
    if entry.current:
        return f"since {years[0]}" if years else "to this day"
    return " to ".join(years)


def _study(alignment: Alignment, told: Sequence[RunMeaning], index: Index) -> Iterator[Fault]:
    """Degree, subject and school side by side are of one course."""
    course: frozenset[int] | None = None
    previous: RunMeaning | None = None
    for one in told:
        elsewhere = one.fields == {"institution"} and "education" not in one.kinds
        if course and previous and elsewhere and _is_attached(alignment, previous, one):
            yield _misplaced(alignment, previous, one, _course(index.entries.all[min(course)]))
        if "education" not in one.kinds or not one.fields & _STUDY_FIELDS:
            course = None if previous is not one else course
            previous = one
            continue
        words = set(alignment.words_between(previous.run, one.run)) if previous else set()
        begins = (
            course is None
            or ("degree" in one.fields and not course & one.entries)
            or (bool(words & {"and", ";"}) and "institution" not in one.fields)
        )
        own = one.entries
        if begins:
            course = own
        elif course is not None and course & own:
            course = course & own
        elif course is not None and previous is not None:
            right = index.entries.all[min(course)]
            yield _misplaced(alignment, previous, one, _course(right))
            course = own
        previous = one


def _is_attached(alignment: Alignment, one: RunMeaning, other: RunMeaning) -> bool:
    return set(alignment.words_between(one.run, other.run)) <= {"from", "at", "the", "of"}


def _course(entry: Entry) -> str:
    parts = [*entry.texts("degree"), *entry.texts("subject")]
    return " ".join([" in ".join(parts), *(f"at {name}" for name in entry.texts("institution")[:1])]).strip()


def _levels(alignment: Alignment, index: Index) -> Iterator[Fault]:
    """A level belongs to the language beside it: "fluent German", "German (C1)", "fluent in German"."""
    for at, token in enumerate(alignment.tokens):
        beside = _language_beside(alignment, index, at) if _LEVEL.fullmatch(token.text) else None
        if beside is None:
            continue
        own = index.languages[fold(alignment.tokens[beside].text)]
        stated = {word for one in own.statements for word in re.findall(r"\w+", fold(one.text))}
        if fold(token.text) in stated:
            continue
        truth = " ".join((*own.texts("language")[:1], *(f"({text})" for text in own.texts("level")[:1])))
        first, last = sorted((token, alignment.tokens[beside]), key=lambda one: one.start)
        yield Fault("level", alignment.text[first.start : last.end], first.start, last.end, truth)


def _language_beside(alignment: Alignment, index: Index, at: int) -> int | None:
    """Where the language of a level stands: before its bracket, right after it, or before "at" and it."""
    first = max(0, at - 2)
    tokens = [fold(token.text) for token in alignment.tokens[first : at + 3]]
    at -= first
    near = (at - 2,) if tokens[at - 1 : at] == ["("] else (at + 1, at + 2, at - 1, at - 2)
    for place in near:
        between = tokens[min(place, at) + 1 : max(place, at)]
        if (
            0 <= place < len(tokens)
            and tokens[place] in index.languages
            and set(between) <= {"in", "(", "at", "to"}
        ):
            return first + place
    return None


def _misplaced(alignment: Alignment, one: RunMeaning, other: RunMeaning, truth: str) -> Fault:
    """Only what names the wrong place is marked, with the word that leads it: "at Zalando SE"."""
    names = [told for told in (other, one) if told.is_employer or told.fields == {"institution"}]
    names += [told for told in (other, one) if told.is_title]
    if not names:
        return _fault("place", alignment, one.run, other.run, truth)
    run = names[0].run
    first = run.first
    while first and fold(alignment.tokens[first - 1].text) in _LEADING_A_NAME:
        first -= 1
    start = alignment.tokens[first].start
    return Fault("place", alignment.text[start : run.end], start, run.end, truth)


def _fault(code: str, alignment: Alignment, one: Run, other: Run, truth: str) -> Fault:
    start, end = min(one.start, other.start), max(one.end, other.end)
    return Fault(code, alignment.text[start:end], start, end, truth)
