"""The plan of the whole text: who, in what, how long · the present job · back in time · the close.

Chosen for the text as a whole: no fact twice, each employer named once, scope before result, tenses by sentence,
a length that the resume carries. A plan is pure and deterministic; another `variant` tells other lines.
"""

import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from typing import Literal

from functions.summarize.planning.budgets import BUDGETS, Budget, Emphasis
from functions.summarize.planning.close import Ending, closing
from functions.summarize.planning.draft import Draft, Speaker
from functions.summarize.planning.employment import is_beside_studies, is_pocket_money, is_seat, is_unpaid
from functions.summarize.planning.line import Line
from functions.summarize.planning.line_of_work import is_of_several
from functions.summarize.planning.opening import opening
from functions.summarize.planning.person import Person
from functions.summarize.planning.records import ParagraphPlan, SentencePlan, Slot
from functions.summarize.planning.selection import spoken
from functions.summarize.planning.slots import Slots
from functions.summarize.planning.stacked_posts import is_below_another
from functions.summarize.planning.strength import strength
from functions.summarize.planning.strengths import Strength, strengths, with_strengths
from functions.summarize.planning.told_lines import hardness
from functions.summarize.planning.translated import translated
from functions.summarize.planning.translated_words import languages
from functions.summarize.planning.volunteering import voluntary, voluntary_role
from functions.summarize.planning.work import When, earlier, present
from functions.summarize.planning.years import is_before
from functions.summarize.resume import Resume
from functions.summarize.sentences import WORDS, Length, Options

_STRENGTHS = 3
_FULLER: tuple[tuple[Literal["rich", "full", "one"], int], ...] = (
    ("rich", _STRENGTHS), ("rich", _STRENGTHS + 1), ("rich", 2), ("full", 2), ("one", 2), ("one", 0),
)  # fmt: skip
"""What the ending of a short text tells, and how many skills: the first that is long enough, else the first that fits.

Four skills only where three leave the text too short.
"""
_KINDS = {"rich": 4, "full": 3, "one": 1, "none": 0}
"""How many kinds of credentials, degrees, prizes and languages an ending tells."""
_FEW = 2
"""Lines of the present job from which on they are two sentences."""
_LEAST = -50.0
"""Below, a line cannot be told."""
_MOST_SENTENCES = 5
_ROOM = 3
"""Sentences so far that leave no room for two earlier jobs."""
_WORKED = re.compile(r"^(?:Earlier|Previously|Before that|Also)(?:, \S+)? work(?:ed|s)?\b")
"""A job of which no act is told."""
_LITTLE = 4
"""Sentences beside which a job of which nothing is told need not be mentioned."""
_LOOKS_BACK = re.compile(r"\bearlier worked\b", re.IGNORECASE)
"""An opening that is about an earlier post."""
_UNTRAINED = re.compile(r"(?:untrained|unqualified|unskilled)\b")
"""What nobody puts forward of an earlier job."""
_LONG = 5
"""Years that make an earlier job of another kind worth a mention."""
_FIGURE = re.compile(r"\b(?!(?:19|20)\d\d\b)\d")
"""A figure that is no year."""
_EARLIER, _FADING = 4, 0.5
"""How many earlier jobs are looked at, and what each step back costs the strength of its best line."""
_WORTH = 0.0
"""How strong a line is for which an earlier job is told in the place of a better one."""
_NEAR = 3.0
"""How much less a line may weigh than the best of its job, to be told in its place."""


def plan_paragraph(
    resume: Resume, options: Options, as_of: date, variant: int = 0, emphasis: Emphasis = "work"
) -> ParagraphPlan:
    """The paragraph for a resume; without sentences where it says nothing that could be told."""
    name, given = _names(resume)
    speaker = Speaker(options.voice, name, given)
    person = Person(Slots(resume, options.voice), as_of)
    if (language := spoken(resume)) in languages():
        told = tuple(translated(resume, language, options.length, person, emphasis))
        return ParagraphPlan("implied", options.length, options.output, told, language, name, given)
    sentences = _fitting(person, speaker, options, variant, emphasis)
    return ParagraphPlan(options.voice, options.length, options.output, sentences, "en", name, given)


def _fitting(
    person: Person, speaker: Speaker, options: Options, variant: int, emphasis: Emphasis
) -> tuple[SentencePlan, ...]:
    """The richest telling within the words of the length; of those that are too short, the one of most lines.

    None of a text that dwells on something else than work and could only be too long.
    """
    low, high = WORDS[options.length]
    best: tuple[SentencePlan, ...] = ()
    budgets = BUDGETS[emphasis][options.length]
    chosen = budgets[0]
    ranking = _Ranking(person.slots, options.target)

    def told(budget: Budget) -> tuple[SentencePlan, ...]:
        return tuple(_Story(person, speaker, ranking, variant, budget, emphasis).sentences())

    for budget in budgets:
        sentences = told(budget)
        words = _words(sentences)
        fits = words <= high
        enough = low <= words <= high
        if (
            enough
            or not best
            or (fits and not _words(best) <= high)
            or (fits and _told(sentences) > _told(best))
        ):
            best, chosen = sentences, budget
        if enough:
            break
    more = told(replace(chosen, seeks=True)) if _words(best) < high else best
    if _words(more) <= high:
        best, chosen = more, replace(chosen, seeks=True)
    if emphasis != "work" and _words(best) > high:
        return ()
    return best if _words(best) >= low else _fuller(best, chosen, told, options.length)


def _fuller(
    short: tuple[SentencePlan, ...],
    budget: Budget,
    told: Callable[[Budget], tuple[SentencePlan, ...]],
    length: Length,
) -> tuple[SentencePlan, ...]:
    """A text below its length with a fuller ending and skills, as far as there are any and the length holds them."""
    low, high = WORDS[length]
    best = short
    budget = replace(budget, back=max(budget.back, 1), spare=length != "short")
    for close, count in _FULLER:
        sentences = told(replace(budget, close=close, strengths=count))
        if _words(best) < _words(sentences) <= high:
            best = sentences
        if best is not short and (_words(best) >= low or count != _STRENGTHS):
            break
    return best


def _words(sentences: tuple[SentencePlan, ...]) -> int:
    return sum(len(sentence.text.split()) for sentence in sentences)


def _told(sentences: tuple[SentencePlan, ...]) -> tuple[int, int]:
    """How many lines of the resume sentences tell, and in how many words."""
    lines = sum(".bullets." in slot.place for sentence in sentences for slot in sentence.slots)
    return lines, _words(sentences)


class _Ranking:
    """The lines of each role with what they are worth, the most telling first; each role is ranked once."""

    def __init__(self, slots: Slots, target: str) -> None:
        self._slots, self.target = slots, target
        self._known: dict[int, list[tuple[float, Line]]] = {}

    def of(self, role: int) -> list[tuple[float, Line]]:
        """The lines of one role."""
        if role not in self._known:
            period = self._slots.resume.roles[role].period
            current = period is not None and period.value.current
            own = [
                (strength(line, self.target) - hardness(line, current=current), line)
                for line in self._slots.lines
                if line.role == role
            ]
            self._known[role] = sorted((one for one in own if one[0] > _LEAST), key=lambda one: -one[0])
        return self._known[role]


@dataclass
class _Story:
    """One telling of a person within a budget, and the places already told."""

    person: Person
    speaker: Speaker
    ranking: "_Ranking"
    variant: int
    budget: Budget
    emphasis: Emphasis
    told: set[str] = field(default_factory=set)
    count: int = 0
    unplaced: bool = False
    looks_back: bool = False

    def sentences(self) -> Iterator[SentencePlan]:
        """The sentences in reading order; skills stand in the ending, or in the opening where there is none."""
        body = list(self._body())
        if self.speaker.voice == "implied":
            body = _with_first_act(body)
        skills = self._skills(body)
        ending = list(self._ending(skills))
        if skills and not ending and body and body[0].part == "opening":
            body[0] = with_strengths(body[0], skills)
        yield from (*body, *ending)

    def _skills(self, body: Sequence[SentencePlan]) -> tuple[Strength, ...] | None:
        if self.budget.strengths is None:
            return None
        text = " ".join(sentence.text for sentence in body)
        return strengths(self.person, text, self.ranking.target, most=self.budget.strengths)

    def _ending(self, skills: tuple[Strength, ...] | None) -> Iterator[SentencePlan]:
        kinds = _KINDS[self.budget.close]
        if kinds:
            room = self.count + 1 < _MOST_SENTENCES
            ending = Ending(kinds, self.budget.award, self.budget.seeks, skills, self.budget.spare, room)
            for sentence in closing(self.person, self.speaker, self.told, ending, self._seed()):
                yield from self._noted(sentence)

    def _body(self) -> Iterator[SentencePlan]:
        latest, turn = self.person.latest, self.variant + (self.emphasis != "work")
        told = self._of_latest(latest, named=False) if latest is not None else []
        opened = opening(self.person, self.speaker, turn, is_told=bool(told))
        self.unplaced = opened is not None and not opened.employer and _is_of_the_profile(opened.sentence)
        self.looks_back = opened is not None and _LOOKS_BACK.search(opened.sentence.text) is not None
        yield from self._noted(opened.sentence if opened else None)
        if latest is not None:
            if (opened is not None and opened.employer) or f"roles.{latest}.employer" in self.told:
                told = self._of_latest(latest, named=True)
            present = chain.from_iterable(map(self._noted, told))
            beside = self._voluntary(latest)
            yield from chain(present, beside) if self.person.is_current else chain(beside, present)
            if self.budget.back and self.count <= _ROOM:
                yield from self._earlier(latest)

    def _noted(self, sentence: SentencePlan | None) -> Iterator[SentencePlan]:
        if sentence is not None and sentence.slots:
            self.told.update(slot.place for slot in sentence.slots)
            self.count += 1
            yield sentence

    def _voluntary(self, latest: int) -> Iterator[SentencePlan]:
        role = voluntary_role(self.person.resume, latest)
        house = self.person.slots.employer(role) if role is not None else None
        if role is not None and house is not None and self.budget.further:
            yield from self._noted(voluntary(self._ranked(role), self.speaker, house))

    def _of_latest(self, latest: int, *, named: bool) -> list[SentencePlan]:
        """The sentences about the latest job; its employer where it is not `named` before."""
        lines = self._ranked(latest)
        most = self.budget.first + self.budget.further
        chosen = lines[:most] if self.variant else _with_scope(lines, most)
        told = self._told_of_latest(chosen, latest, named=named)
        while self.emphasis != "work" and not told and len(chosen) < len(lines):  # none can be told alone
            chosen = lines[: len(chosen) + 1]
            told = self._told_of_latest(chosen, latest, named=named)
        return told

    def _told_of_latest(self, chosen: Sequence[Line], latest: int, *, named: bool) -> list[SentencePlan]:
        most = self.budget.first + self.budget.further
        told = present(
            chosen,
            self.speaker,
            house=None if named else self.person.slots.employer(latest),
            current=self.person.is_current,
            more=most > self.budget.first or most > _FEW,
            seed=self._seed() // 2,
        )
        return list(told)

    def _earlier(self, latest: int) -> Iterator[SentencePlan]:
        """The earlier job, and where there is room another one of which a result is told, back in time."""
        first = self._back(latest)
        role = _role_of(first) if first else None
        second = self._second(latest, role) if role and self.budget.jobs > 1 and self.count < _ROOM else None
        if first is None or role is None or second is None:
            yield from self._noted(first)
            return
        later, before = sorted((role, second))
        yield from self._noted(self._of_earlier(later, latest))
        yield from self._noted(self._of_earlier(before, latest, later=later))

    def _before(self, latest: int) -> list[int]:
        """The paid jobs told of as earlier ones."""
        resume = self.person.resume
        others = [
            role
            for role in range(latest + 1, len(resume.roles))
            if not (is_unpaid(resume, role) or is_pocket_money(resume.roles[role]))
        ]
        posts = [role for role in others if not self._is_beside(role, latest)]
        return (posts or others)[:_EARLIER]

    def _is_beside(self, role: int, latest: int) -> bool:
        """Whether a job was a seat or a visit, or a short one elsewhere within the post told of as the present one."""
        one, now = self.person.resume.roles[role], self.person.resume.roles[latest]
        if is_seat(one) or is_beside_studies(self.person.resume, role):
            return True
        if self._is_held(role) or not self.person.is_current or self.ranking.of(role):
            return False
        began, since = (each.period.value.start if each.period else None for each in (one, now))
        return began is not None and since is not None and began.year > since.year

    def _second(self, latest: int, told: int) -> int | None:
        """Of the other earlier jobs the one with the strongest act in figures."""
        others = (role for role in self._before(latest) if role != told)
        for role in sorted(others, key=lambda index: (-self._best(index), index)):
            sentence = self._of_earlier(role, latest)
            lines = [slot for slot in sentence.slots if ".bullets." in slot.place] if sentence else []
            if sentence and not _WORKED.search(sentence.text) and any(map(_has_figure, lines)):
                return role
        return None

    def _back(self, latest: int) -> SentencePlan | None:
        """The earlier job with the strongest line of which something is told.

        Of a job of which nothing can be told, only that it was held is no news: it is mentioned where the years told
        rest on it and there is hardly anything else.
        """
        roles = self._before(latest)
        if not roles:
            return None
        ordered = sorted(roles, key=lambda index: (-self._best(index), index))
        best, *others = self._other_first(ordered) if self.emphasis == "history" else ordered
        sentence = self._of_earlier(best, latest)
        if sentence and any(".bullets." in slot.place for slot in sentence.slots):
            return sentence
        other = next(
            (one for role in others if self._is_news(one := self._of_earlier(role, latest), role)), None
        )
        rests = [role for role in (best, *others) if role in self.person.counted and self.count < _LITTLE]
        if other or rests or not self.budget.spare:
            return other or (self._of_earlier(rests[0], latest) if rests else None)
        held = (self._of_earlier(role, latest) for role in roles if self._is_of_weight(role))
        return next((one for one in held if one), None)

    def _other_first(self, ordered: Sequence[int]) -> list[int]:
        """The jobs of which there is something to tell, begun with another one than the best; then the others."""
        strong = [role for role in ordered if self._best(role) + _FADING * role >= _WORTH]
        return [*strong[1:], *strong[:1], *(role for role in ordered if role not in strong)]

    def _is_of_weight(self, role: int) -> bool:
        """Whether that a job was held says something by itself: it is of the same line of work, or was a long one."""
        period = self.person.resume.roles[role].period
        begun, ended = (period.value.start, period.value.end) if period else (None, None)
        long = begun is not None and ended is not None and ended.year - begun.year >= _LONG
        title = self.person.slots.title(role)
        if title is not None and _UNTRAINED.match(title.variants[0].text):
            return False
        return role in self.person.counted or (long and title is not None)

    def _is_news(self, sentence: SentencePlan | None, role: int) -> bool:
        """Whether it is worth going further back for: a line with a figure, or any where the resume has none."""
        told = [slot for slot in sentence.slots if ".bullets." in slot.place] if sentence else []
        plain = not any(map(_has_figure, (line.slot for line in self.person.slots.lines)))
        return any(map(_has_figure, told)) or (bool(told) and plain and role in self.person.counted)

    def _of_earlier(self, role: int, latest: int, *, later: int | None = None) -> SentencePlan | None:
        slots = self.person.slots
        house, title = slots.employer(role), slots.title(role)
        same = self.person.is_still_there(role)
        shared = is_below_another(self.person.resume, role) and (house is not None or same)
        if shared or is_of_several(self.person.resume.roles[role]):
            title = None  # nobody says in which of its posts something was done
        return earlier(
            self._ranked(role)[: self.budget.back],
            self.speaker,
            title=None if title is None or title.place in self.told else title,
            house=None if house is None or (same and self.count) or house.place in self.told else house,
            seed=self._seed(),
            when="alone" if shared and same else self._when(role, latest, later),
        )

    def _when(self, role: int, latest: int, later: int | None) -> When:
        """When an earlier job was held, as its sentence says it; `later` is the one told before it."""
        if self._is_held(role):
            return "beside" if self.count else "alone"
        if not self.count or (self.unplaced and self.count == 1):
            return "alone"
        if later is not None:
            return "before that" if self._is_over_before(role, later) else "also"
        if self.looks_back:
            return "then"
        between = any(latest < at < role for at in self.person.employed)
        return "before" if self._is_over_before(role, latest) and not between else "once"

    def _is_held(self, role: int) -> bool:
        """Whether an earlier role goes on."""
        period = self.person.resume.roles[role].period
        return period is not None and period.value.current

    def _is_over_before(self, role: int, latest: int) -> bool:
        """Whether an earlier job had ended when the latest began, as far as the dates say."""
        one, other = (self.person.resume.roles[index].period for index in (role, latest))
        return one is None or other is None or is_before(one.value, other.value)

    def _best(self, role: int) -> float:
        ranked = self.ranking.of(role)
        return (ranked[0][0] if ranked else -9.0) - _FADING * role

    def _ranked(self, role: int) -> list[Line]:
        """The lines of a role, the most telling first; another variant begins with another one.

        Where few lines are told, with another one of hardly less weight.
        """
        ranked = self.ranking.of(role)
        lines = [line for _, line in ranked]
        near = [value for value, _ in ranked if self.emphasis == "work" or value >= ranked[0][0] - _NEAR]
        turn = self.variant % max(1, len(near))
        return [*lines[turn : len(near)], *lines[:turn], *lines[len(near) :]]

    def _seed(self) -> int:
        """Which of equal wordings: other resumes, other words; the same bytes, the same."""
        stated = [
            fact.value for role in self.person.resume.roles for fact in (role.title, role.employer) if fact
        ]
        return zlib.crc32("\n".join(stated).encode()) % 997 + self.variant


def _with_first_act(body: list[SentencePlan]) -> list[SentencePlan]:
    """ "Supply teacher who has run reading groups": of whom but the title is told, with what was done there."""
    if len(body) < _FEW or body[1].part != "present" or body[1].plain[0].slot is None:
        return body
    first, second, *others = body
    if [slot.kind for slot in first.slots] not in (["title"], ["earlier title"]) or len(first.plain) > 1:
        return body
    draft = Draft("opening").tell(first.slots[0]).end("who")
    for piece in second.plain:
        if piece.slot is None or piece.variant is None:
            draft.say(piece.text)
            continue
        slot = second.slots[piece.slot]
        variant = slot.variants[piece.variant]
        ended = slot.variant("perfect") if slot.current and variant.form == "past" else None
        draft.tell(slot, text=ended or variant)
    return [draft.finish(), *others]


def _is_of_the_profile(sentence: SentencePlan) -> bool:
    """Whether an opening says who somebody is by the profile alone, so that no job is told that another was before."""
    return any(slot.place == "profile" for slot in sentence.slots)


def _role_of(sentence: SentencePlan) -> int | None:
    """The role that a sentence back in time is about."""
    roles = [int(slot.place.split(".")[1]) for slot in sentence.slots if slot.place.startswith("roles.")]
    return roles[0] if roles else None


def _has_figure(slot: Slot) -> bool:
    return _FIGURE.search(slot.variants[0].evidence[0].quote) is not None


def _with_scope(lines: list[Line], most: int) -> list[Line]:
    """The first lines; where two or more are told and none says how big the job is, the best that does is the last."""
    chosen = lines[:most]
    scope = next((line for line in lines[most:] if _is_scope(line)), None)
    if most < 2 or scope is None or any(_is_scope(line) for line in chosen):
        return chosen
    return [*chosen[:-1], scope]


def _is_scope(line: Line) -> bool:
    return line.slot.kind == "scope" and any(letter.isdigit() for letter in line.told.reading.text)


def _names(resume: Resume) -> tuple[str, str]:
    """The full name and the given name; "the candidate" where the resume gives none."""
    if resume.name is None:
        return "the candidate", "the candidate"
    full = resume.name.value.title() if resume.name.value.isupper() else resume.name.value
    parts = [part for part in full.split() if len(part.rstrip(".")) > 1 and not part.endswith(".")]
    return full, parts[0] if parts else full
