"""The sentences about work: the present job in one sentence or two, and back in time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from functions.summarize.language.cliches import cliches_in
from functions.summarize.language.surface import article
from functions.summarize.language.verbs import recognise
from functions.summarize.lines.lexicon import word_classes
from functions.summarize.lines.supplied import is_size, names_work
from functions.summarize.lines.verbs import verb_form
from functions.summarize.planning.draft import Draft, Speaker
from functions.summarize.planning.line import Line
from functions.summarize.planning.records import Form, SentencePlan, Slot, Variant

_MOST_WORDS = 34
"""Words of a sentence about work."""
_CLAUSE_WORDS = 17
_SHORT_ACT = 9
"""Words of an act after which the employer may still be named."""
_BROKEN = re.compile(
    r"[→<>|\[\]{}@]|->|=>|\. [A-Z]|https?:|www\.|\b(?:I|me|my|mine|we|our|ours|us|he|him|his|she|her|they|their|them)\b"
    r"|\bwith (?:for|of|in|at|to|by|with|and|from|is|was|handling)\b|\b(?:a|an|the) (?:a|an|the)\b|\band and\b"
    r"|, ,|^[,;]"
    r"|\b(?:of|for|to|in|by|at|with|the|a|an|from|and|or)$"
)
_FIGURE = re.compile(r"\d")
_MARKERS = ("Earlier", "Previously", "Before that")
_FRAME = re.compile(
    r"^(?:(?:has|have) (?:brought|raised|cut|grown|reduced|increased)|brought|raised|cut|grew|reduced|increased"
    r"|runs?|ran|leads?|led|serves?(?: as)?|served(?: as)?|handles?|handled|manages?|managed|keeps?|kept|takes?|took"
    r"|carry out|carries out|carried out|works?|worked) "
)
"""Verbs that two things share: "brought costs down and output up"."""
_EMPTY = re.compile(r"^(?:(?:works?|worked) in|handles?|handled|keeps?|kept|takes?|took|has|have|had)\b")
_SIZE = re.compile(r"^(?:leads?|led|runs?|ran|serves? \d|served \d|manages?|managed|is responsible|heads?)")
_COUNTED = re.compile(
    r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten) (?!leave\b)[a-z]{3,}(?!.*\bleave\b)"
)
_NOT_NAMED = re.compile(
    r"^(?:[#+*]|alone\b|first in\b|best\b|on\b|in\b|from\b|up\b|down\b|no\b|not\b|zero\b|of\b|[A-Z]\w* \d+(?:\.\d+)?$"
    r"|\d[\d,.]*$)|: |\+\d|\bleave\b"
)
"""What cannot be named as part of a job: a state, a time, a bare figure, what was not."""
_BEING = re.compile(r"^(?:is|am|was) ")
_ELLIPTIC = re.compile(r"\d[\d,]* (?:\w+ed|built|sold|made) *(?:\b|$)(?! by)")
"""How many of what the line before names: "64 installed, no failure in five years"."""
_TAIL_WORDS = 10
_SIZE_WORDS = 8
_ENOUGH = 2
"""Acts of a job beside which nothing is told with an empty verb."""

_ACT = re.compile(r", (?:wrote|ran|led|built|won|trained|raised|cut|made|took) ")

Group = Literal["standing", "done", "things"]


@dataclass(frozen=True, slots=True)
class Told:
    """A line in the form in which a sentence tells it."""

    line: Line
    variant: Variant

    @property
    def pair(self) -> tuple[Slot, Variant]:
        """The slot and its variant."""
        return self.line.slot, self.variant

    @property
    def words(self) -> int:
        """How long it is."""
        return len(self.variant.text.split())


def choose(line: Line, *forms: Form, words: int = _CLAUSE_WORDS) -> Told | None:
    """The line in the first of the forms that it has: the fullest that fits, without a bracket where there is one."""
    for form in forms:
        fits = [
            one
            for one in line.slot.variants
            if one.form == form and not is_broken(one.text) and (form == "noun phrase" or " " in one.text)
        ]
        if fits:
            whole = [one for one in fits if len(one.text.split()) <= words] or [
                min(fits, key=lambda one: len(one.text))
            ]
            best = min(whole, key=lambda one: ("(" in one.text, -len(one.text)))
            return Told(line, best) if len(best.text.split()) <= words + 8 else None
    return None


def is_broken(text: str) -> bool:
    """What no sentence can hold: an arrow, an unbalanced bracket, a sentence end inside, a pronoun, an address."""
    return _BROKEN.search(text) is not None or text.count("(") != text.count(")") or bool(cliches_in(text))


def told_of(line: Line, *, current: bool) -> tuple[Told, Group] | None:
    """How a line is told best, and whether that is a standing duty, an act, or a mere thing."""
    if current and (told := choose(line, "present")):
        return told, "standing"
    if told := choose(line, "past", "perfect"):
        return told, "done"
    told = choose(line, "noun phrase")
    return (told, "things") if told else None


def hardness(line: Line, *, current: bool) -> float:
    """What it costs a line's strength that it can only be told weakly, as a thing or with an empty verb."""
    found = told_of(line, current=current)
    if found is None:
        return _UNTELLABLE
    told, group = found
    if group == "things":
        if not _is_named(told.variant.text):
            return _UNTELLABLE
        return _THING if _FIGURE.search(told.variant.text) else _WEAK
    if not _is_empty(told):
        return 0.0
    return _THING if _FIGURE.search(told.variant.text) else _WEAK


_UNTELLABLE, _THING, _WEAK = 99.0, 0.3, 0.7


@dataclass
class _Job:
    """The lines of one job as they are told, in the order of what they are worth."""

    standing: list[Told]
    done: list[Told]
    things: list[Told]


def _sorted(lines: Sequence[Line], *, current: bool) -> _Job:
    job = _Job([], [], [])
    for line in lines:
        found = told_of(line, current=current)
        if found:
            getattr(job, found[1]).append(found[0])
    strong = [told for told in (*job.standing, *job.done) if not _is_empty(told)]
    if any(map(_has_figure, strong)):
        kept = [told for told in (*job.standing, *job.done) if told in strong or (_has_figure(told) and len(strong) < _ENOUGH)]
        job.standing[:] = [told for told in job.standing if told in kept]
        job.done[:] = [told for told in job.done if told in kept]
    job.standing.sort(key=lambda told: (_is_empty(told), not _is_size(told)))
    return job


def _is_empty(told: Told) -> bool:
    """Whether its verb is ours and says nothing: "handles", not of "64 incidents handled"."""
    reading = told.line.told.reading
    stated = set(re.findall(r"\w+", reading.text.lower()))
    own = reading.begins_with_verb or not stated.isdisjoint(told.variant.text.split()[:1])
    return not own and _EMPTY.match(told.variant.text) is not None


def _is_size(told: Told) -> bool:
    return told.line.slot.kind == "scope" and _SIZE.match(told.variant.text) is not None


def present(
    lines: Sequence[Line],
    speaker: Speaker,
    *,
    house: Slot | None,
    current: bool,
    more: bool = True,
    seed: int = 0,
) -> Iterator[SentencePlan]:
    """The job told of: how big it is and the best of it, then the rest of what was done, in a sentence of its own."""
    job = _sorted(lines, current=current)
    if not job.standing and not job.done:
        sentence = _of_things(house, job.things, speaker, current=current)
        if sentence:
            yield sentence
        return
    first = list(_fitting(_first(job, whole=not more), _MOST_WORDS - 4))
    used = {told.line.place for told in first}
    rest = [told for told in (*job.done, *job.standing) if told.line.place not in used]
    if len(first) >= _ENOUGH and any(map(_has_figure, first)):
        rest = [told for told in rest if not _is_empty(told) and not _BEING.match(told.variant.text)]
    alone = len(first) + len(rest) == 1
    covers = _Covers(_covers(speaker, current=current), _covered(job.things)) if alone else _NOTHING
    sentence = _sentence(first, job.things, speaker, house, seed, covers)
    tails = {slot.place for slot in sentence.slots}
    yield sentence
    things = [told for told in job.things if told.line.place not in tails]
    if more:
        told = sum(map(_has_figure, rest))
        further = _includes(things, current=current) if len(_included(things)) > told else None
        further = further or (_more(rest, speaker) if rest else None)
        if further is None and len(first) == _ENOUGH and not any(map(_has_figure, first)):
            further = _also_covers(things, speaker, current=current)
        if further:
            yield further


def _includes(things: Sequence[Told], *, current: bool) -> SentencePlan | None:
    """What else there is in figures and has no verb: "The work also includes 25 speeches a year"."""
    kept = _included(things)
    draft = Draft("more").say("The work also includes" if current else "The work also included")
    return draft.join([told.pair for told in kept]).finish() if kept else None


def _included(things: Sequence[Told]) -> list[Told]:
    """Things in figures that can be named as part of the work."""
    named = [told for told in things if _has_figure(told) and _is_named(told.variant.text)]
    return list(
        _fitting([told for told in named if _is_whole(told.variant.text)][:_MOST_COVERED], _MOST_WORDS - 8)
    )


def _is_named(text: str) -> bool:
    figured = _FIGURE.search(text) is not None and not _has_verb(text) and not _is_past(text)
    return names_work(text) or (figured and " " in text and not _NOT_NAMED.search(text))


def _is_whole(text: str) -> bool:
    """Whether a thing stands in a list by itself: not "crew and kit driven", "user courses, twice a semester"."""
    words = text.split()
    parted = any(
        (verb := verb_form(word)) and verb.forms <= {"past", "participle"} and not _describes(behind)
        for word, behind in zip(words, [*words[1:], ""], strict=True)
    )
    return not parted and len(words) <= _MOST_THING and not _LOOSE.search(text)


def _describes(behind: str) -> bool:
    """Whether the word behind a participle is the noun that it describes: "guided tours", not "driven on tour"."""
    return behind[:1].isalpha() and word_classes().get(behind.lower()) is None


_MOST_THING = 8
"""Words of a thing in a list: a longer one is a story without its verb."""
_LOOSE = re.compile(r"[,;:()]|\d.*\bto\b.*\d|\band\b.*\d")
"""What a thing has beside it that becomes a member of the list, and a false one."""


def _is_past(text: str) -> bool:
    known = recognise(text.split(maxsplit=1)[0])
    return known is not None and known[1] in ("past", "third")


def _also_covers(things: Sequence[Told], speaker: Speaker, *, current: bool) -> SentencePlan | None:
    """What else the job is made of, in no figures: "Also covers month-end accruals"."""
    covered = _covered(things)
    draft = Draft("more").say(_also(speaker)).say(_covers(speaker, current=current))
    return draft.join([told.pair for told in covered]).finish() if covered else None


def _also(speaker: Speaker) -> str:
    subject = speaker.subject(introduced=True)
    return f"{subject} also" if subject else "Also"


def _covers(speaker: Speaker, *, current: bool) -> str:
    return speaker.verb("covers", "cover") if current else "covered"


@dataclass(frozen=True, slots=True)
class _Covers:
    """What a job covers beside its acts, and the verb of it."""

    verb: str
    things: list[Told]


_NOTHING = _Covers("", [])


def _covered(things: Sequence[Told]) -> list[Told]:
    """The things that are work, as a list: "month-end accruals, and weekly cheque and EFT runs"."""
    kept = [
        told
        for told in things
        if names_work(told.variant.text) and _is_whole(told.variant.text) and not _has_figure(told)
    ]
    return list(_fitting(kept[:_MOST_COVERED], _MOST_WORDS - 10))


_MOST_COVERED = 3
"""Things in a list of what a job covers."""


def _first(job: _Job, *, whole: bool) -> list[Told]:
    """What the first sentence tells: standing duties and one act, or two acts.

    Duties without a figure stand back behind acts with one.
    """
    figured = [told for told in job.done if _has_figure(told)]
    weighty = [told for told in job.standing if _has_figure(told) or _is_size(told)]
    standing = weighty if len(figured) > 1 else job.standing
    if not standing:
        return job.done[: 3 if whole else 2]
    done = [_perfect(told) for told in job.done[:1]]
    return [*standing[: 2 if done or not whole else 3], *done]


def _has_figure(told: Told) -> bool:
    return _FIGURE.search(told.line.told.reading.text) is not None


def _perfect(told: Told) -> Told:
    return choose(told.line, "perfect", "past") or told


def _fitting(acts: Sequence[Told], most: int) -> Iterator[Told]:
    words = 0
    for told in acts:
        words += told.words
        if words <= most or words == told.words:
            yield told


def _sentence(
    acts: Sequence[Told],
    things: Sequence[Told],
    speaker: Speaker,
    house: Slot | None,
    seed: int,
    covers: "_Covers",
) -> SentencePlan:
    draft = Draft("present")
    subject = speaker.subject(introduced=True)
    inside = (
        house is not None
        and seed % 2 == 1
        and len(acts) > 1
        and acts[0].words <= _SHORT_ACT
        and not re.search(
            r"^(?:is|am|was|has|have|works with)\b|\b(?:at|with|for|from|and)\b|,", acts[0].variant.text
        )
    )
    if house and not inside:
        _sized(draft.say("At").tell(house), things).say(",")
    draft.say(subject)
    if covers.things:
        return _beside(draft, acts[0], covers).finish()
    _join(draft, acts, house if inside else None)
    return _with(draft, acts[-1], things).finish()


def _beside(draft: Draft, act: Told, covers: _Covers) -> Draft:
    """The one act of a job and what else it covers; what goes on comes before what was done."""
    things = [told.pair for told in covers.things]
    perfect = choose(act.line, "perfect") if act.variant.form == "past" else None
    if perfect and covers.verb != "covered":
        return draft.say(covers.verb).join(things).say(", and").join([perfect.pair])
    return draft.join([act.pair]).say(f", and {covers.verb}").join(things)


def _more(rest: Sequence[Told], speaker: Speaker) -> SentencePlan:
    """What else was done there; standing duties only where nothing was."""
    done = [told for told in rest if told.variant.form == "past"]
    acts = list(_fitting(done[:2] or rest[:2], _MOST_WORDS - 6))
    draft = Draft("more")
    if done:
        draft.say(speaker.subject(introduced=True))
    else:
        draft.say(_also(speaker))
    return _join(draft, acts).finish()


def _join(draft: Draft, acts: Sequence[Told], house: Slot | None = None) -> Draft:
    """Acts as a series; those of one verb share it."""
    groups: list[list[Told]] = []
    for told in acts:
        thing = _sharing(groups[-1], told) if groups else None
        if thing:
            groups[-1].append(thing)
        else:
            groups.append([told])
    inner = len(groups) > 1 and any(
        len(group) > 1 or re.search(r"\band\b|,", told.variant.text) for group in groups for told in group
    )
    for at, group in enumerate(groups):
        if at:
            last = at == len(groups) - 1
            draft.say((", and" if inner or len(groups) > 2 else "and") if last else ",")
        draft.join([told.pair for told in group])
        if house and at == 0:
            draft.say("at").tell(house)
    return draft


def _sharing(group: Sequence[Told], told: Told) -> Told | None:
    """The thing that an act tells, where the act before it begins with the same verb."""
    verb, other = _FRAME.match(group[0].variant.text), _FRAME.match(told.variant.text)
    if not verb or not other or verb.group() != other.group():
        return None
    text = told.variant.text[other.end() :]
    return next(
        (
            replace(told, variant=one)
            for one in told.line.slot.variants
            if one.text == text and one.form == "noun phrase"
        ),
        None,
    )


def _sized(draft: Draft, things: Sequence[Told]) -> Draft:
    """How big the place is, right behind its name, where it belongs to no act: "At Orvik, with 210 beds, ...". """
    size = next(
        (one for one in things if one.words <= _SIZE_WORDS and _COUNTED.match(one.variant.text) and is_size(one.variant.text)),
        None,
    )
    return draft.say(", with").join([size.pair]) if size else draft


def _with(draft: Draft, last: Told, things: Sequence[Told]) -> Draft:
    """What became of the last act, where the next line says only that: "designed a converter, with 64 installed"."""
    _, _, number = last.line.place.rpartition(".")
    after = f"roles.{last.line.role}.bullets.{int(number) + 1}"
    tail = next((one for one in things if one.line.place == after and _ELLIPTIC.match(one.variant.text)), None)
    if tail is None or tail.words > _TAIL_WORDS or draft.words + tail.words > _MOST_WORDS:
        return draft
    return draft if re.search(r"\bwith(?:out)?\b", last.variant.text) else draft.say(", with").join([tail.pair])


def _has_verb(text: str) -> bool:
    """Whether a thing is a sentence of its own: "average contract value grew from $31K to $86K"."""
    words = [word.strip(",").lower() for word in text.split()[1:]]
    return _ACT.search(text) is not None or any(map(_is_finite, words))


def _is_finite(word: str) -> bool:
    verb = verb_form(word)
    finite = verb is not None and (
        verb.forms == {"past"} or (verb.forms == {"third"} and "N" not in verb.kinds)
    )
    return finite or word_classes().get(word) in ("be", "finite")


def _of_things(
    house: Slot | None, things: Sequence[Told], speaker: Speaker, *, current: bool
) -> SentencePlan | None:
    """Only things: what became of them, or what the work covers."""
    draft = Draft("present")
    clauses = [clause for told in things[:3] if (clause := choose(told.line, "clause"))]
    if clauses and house:
        return draft.say("At").tell(house).say(",").join([told.pair for told in clauses[:2]]).finish()
    figured = _included(things)
    if figured:
        draft.say("Work")
        draft.say("at").tell(house) if house else draft
        draft.say("includes" if current else "included")
        return draft.join([told.pair for told in figured]).finish()
    covered = _covered(things)
    if not covered:
        return None
    if house:
        draft.say("At").tell(house).say(",")
    draft.say(speaker.subject(introduced=True)).say(_covers(speaker, current=current))
    return draft.join([told.pair for told in covered]).finish()


def highlight(line: Line, speaker: Speaker, *, current: bool) -> SentencePlan | None:
    """One line in a sentence of its own."""
    found = told_of(line, current=current)
    if found is None:
        return None
    told, group = found
    if group == "things":
        clause = choose(line, "clause")
        return Draft("more").join([(clause or told).pair]).finish()
    return Draft("more").say(speaker.subject(introduced=True)).join([told.pair]).finish()


def earlier(
    lines: Sequence[Line], speaker: Speaker, *, title: Slot | None, house: Slot | None, seed: int
) -> SentencePlan | None:
    """One sentence back in time: where, as what, and the best that was done there."""
    job = _sorted(lines, current=False)
    marker = _MARKERS[seed % len(_MARKERS)]
    draft = Draft("earlier")
    if not job.done:
        return _earlier_things(draft, title, house, job.things, speaker, marker)
    draft.say(f"{marker},")
    if title and (house is None or seed % 2 == 0):
        draft.say(f"as {article(title.variants[0].text)}").tell(title)
        named = True
    else:
        named = False
    if house:
        draft.say("at").tell(house)
    if named or house:
        _sized(draft, job.things).say(",")
    strong = [told for told in job.done if not _is_empty(told)]
    acts = list(_fitting((strong or job.done)[:2], _MOST_WORDS - 8))
    _join(draft.say(speaker.subject(introduced=True)), acts)
    return _with(draft, acts[-1], job.things).finish()


def _earlier_things(
    draft: Draft,
    title: Slot | None,
    house: Slot | None,
    things: Sequence[Told],
    speaker: Speaker,
    marker: str,
) -> SentencePlan | None:
    """A job of which no act is known: as what and where, and a thing that has a figure."""
    if title is None and house is None:
        return None
    draft.say(marker if speaker.voice == "implied" else f"{marker}, {speaker.subject(introduced=True)}")
    draft.say("worked")
    if title:
        draft.say(f"as {article(title.variants[0].text)}").tell(title)
    if house:
        draft.say("at").tell(house)
    kept = next(
        (told for told in things if _COUNTED.match(told.variant.text) and told.words <= _TAIL_WORDS), None
    )
    if kept:
        return draft.say(", with").join([kept.pair]).finish()
    covered = _covered(things) if title is None else []
    return (draft.say(", covering").join([told.pair for told in covered]) if covered else draft).finish()
