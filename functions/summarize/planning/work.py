"""The sentences about work: the present job in one sentence or two, and back in time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from functions.summarize.language.surface import article
from functions.summarize.lines.levels import is_level
from functions.summarize.lines.supplied_tables import is_size
from functions.summarize.planning.covered import as_it_stands, covered, included, list_of_work
from functions.summarize.planning.draft import Draft, Speaker
from functions.summarize.planning.line import Line
from functions.summarize.planning.records import SentencePlan, Slot
from functions.summarize.planning.told_lines import (
    Told,
    choose,
    fitting,
    has_figure,
    in_perfect,
    is_empty,
    tells_result,
    tells_size,
    told_of,
)

_MOST_WORDS = 34
"""Words of a sentence about work."""
_SHORT_ACT = 9
"""Words of an act after which the employer may still be named."""
_MARKERS = ("Earlier", "Previously", "Before that")
_BESIDE = "Also"
_FRAME = re.compile(
    r"^(?:(?:has|have) (?:brought|raised|cut|grown|reduced|increased)|brought|raised|cut|grew|reduced|increased"
    r"|runs?|ran|leads?|led|serves?(?: as)?|served(?: as)?|handles?|handled|manages?|managed|keeps?|kept|takes?|took"
    r"|carry out|carries out|carried out|works?|worked) "
)
"""Verbs that two things share: "brought costs down and output up"."""
_COUNTED = re.compile(
    r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten) (?!leave\b)[a-z]{3,}(?!.*\bleave\b)"
)
_BEING = re.compile(r"^(?:is|am|was) ")
_ELLIPTIC = re.compile(r"\d[\d,]* (?:\w+ed|built|sold|made) *(?:\b|$)(?! by)")
"""How many of what the line before names: "64 installed, no failure in five years"."""
_TAIL_WORDS = 10
_SIZE_WORDS = 8
_LEVEL_WORDS = 14
_ENOUGH = 2
"""Acts of a job beside which nothing is told with an empty verb."""


@dataclass
class _Job:
    """The lines of one job as they are told, in the order of what they are worth."""

    standing: list[Told]
    done: list[Told]
    things: list[Told]
    changes: list[Told]


def _sorted(lines: Sequence[Line], *, current: bool) -> _Job:
    job = _Job([], [], [], [])
    for line in lines:
        found = told_of(line, current=current)
        if found:
            getattr(job, found[1]).append(found[0])
    strong = [told for told in (*job.standing, *job.done) if not is_empty(told)]
    if any(map(has_figure, strong)):
        kept = [
            told
            for told in (*job.standing, *job.done)
            if told in strong or (has_figure(told) and len(strong) < _ENOUGH)
        ]
        job.standing[:] = [told for told in job.standing if told in kept]
        job.done[:] = [told for told in job.done if told in kept]
    job.standing.sort(key=lambda told: (is_empty(told), not tells_size(told)))
    return job


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
        sentence = _of_things(house, job, speaker, current=current)
        if sentence:
            yield sentence
        return
    first = list(fitting(_first(job, whole=not more), _MOST_WORDS - 4))
    used = {told.line.place for told in first}
    rest = [told for told in (*job.done, *job.standing) if told.line.place not in used]
    if len(first) >= _ENOUGH and any(map(has_figure, first)):
        rest = [told for told in rest if not is_empty(told) and not _BEING.match(told.variant.text)]
    alone = len(first) + len(rest) == 1 and not (more and tells_result(first[0]) and included(job.things))
    covers = _Covers(_covers(speaker, current=current), covered(job.things)) if alone else _NOTHING
    sentence = _sentence(first, job.things, speaker, house, seed, covers)
    tails = {slot.place for slot in sentence.slots}
    yield sentence
    things = [told for told in job.things if told.line.place not in tails]
    if more:
        told = sum(map(has_figure, rest))
        further = _includes(things, current=current) if len(included(things)) > told else None
        further = further or (_more(rest, speaker) if rest else None)
        if further is None and sum(map(has_figure, first)) < _ENOUGH and not covers.things:
            figures = any(map(has_figure, (*first, *rest)))
            further = _also_covers(things, speaker, current=current, lacking=alone or not figures)
        if further:
            yield further
        if job.changes:
            yield _changed(job.changes)


def _changed(changes: Sequence[Told]) -> SentencePlan:
    """What changed there, which nobody says who changed: "Callbacks fell from 11% to 4%"."""
    return Draft("more").join([told.pair for told in fitting(changes[:2], _MOST_WORDS)]).finish()


def _includes(things: Sequence[Told], *, current: bool) -> SentencePlan | None:
    """What else there is in figures and has no verb: "The work also includes 25 speeches a year"."""
    kept = included(things)
    draft = Draft("more").say("The work also includes" if current else "The work also included")
    return draft.join([told.pair for told in kept]).finish() if kept else None


def _also_covers(
    things: Sequence[Told], speaker: Speaker, *, current: bool, lacking: bool
) -> SentencePlan | None:
    """What else the job is made of: "Also covers month-end accruals"; in any words where much is `lacking`."""
    listed = covered(things) or list_of_work(things) or (as_it_stands(things) if lacking else [])
    draft = Draft("more").say(_also(speaker)).say(_covers(speaker, current=current))
    return draft.join([told.pair for told in listed]).finish() if listed else None


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


def _first(job: _Job, *, whole: bool) -> list[Told]:
    """What the first sentence tells: standing duties and one act, or two acts.

    Duties without a figure stand back behind acts with one.
    """
    figured = [told for told in job.done if has_figure(told)]
    weighty = [told for told in job.standing if has_figure(told) or tells_size(told)]
    standing = weighty if len(figured) > 1 else job.standing
    if not standing:
        return job.done[: 3 if whole else 2]
    done = [in_perfect(told) for told in job.done[:1]]
    return [*standing[: 2 if done or not whole else 3], *done]


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
    level = _level(things)
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
        _stands(draft.say("At").tell(house), things, level).say(",")
    elif level and not covers.things:
        draft.say("With").join([level.pair]).say(",")
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
    done = [told for told in rest if told.variant.form in ("past", "perfect")]
    acts = list(fitting(done[:2] or rest[:2], _MOST_WORDS - 6))
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
    told_so = ("noun phrase", text), ("phrase", f"as {text}")
    return next(
        (
            replace(told, variant=one)
            for one in told.line.slot.variants
            if (one.form, one.text) in told_so[: 2 if other.group().endswith(" as ") else 1]
        ),
        None,
    )


def _level(things: Sequence[Told]) -> Told | None:
    """The best of what a thing stands at: "retention at 97%"."""
    return next(
        (one for one in things if is_level(one.line.told.reading) and one.words <= _LEVEL_WORDS), None
    )


def _stands(draft: Draft, things: Sequence[Told], level: Told | None) -> Draft:
    """What is said of the place right behind its name: how high something stands there, or how big it is."""
    return draft.say(", with").join([level.pair]) if level else _sized(draft, things)


def _sized(draft: Draft, things: Sequence[Told]) -> Draft:
    """How big the place is, right behind its name, where it belongs to no act: "At Orvik, with 210 beds, ..."."""
    size = next(
        (
            one
            for one in things
            if one.words <= _SIZE_WORDS and _COUNTED.match(one.variant.text) and is_size(one.variant.text)
        ),
        None,
    )
    return draft.say(", with").join([size.pair]) if size else draft


def _with(draft: Draft, last: Told, things: Sequence[Told]) -> Draft:
    """What became of the last act, where the next line says only that: "designed a converter, with 64 installed"."""
    _, _, number = last.line.place.rpartition(".")
    after = f"roles.{last.line.role}.bullets.{int(number) + 1}"
    tail = next(
        (one for one in things if one.line.place == after and _ELLIPTIC.match(one.variant.text)), None
    )
    if tail is None or tail.words > _TAIL_WORDS or draft.words + tail.words > _MOST_WORDS:
        return draft
    return (
        draft if re.search(r"\bwith(?:out)?\b", last.variant.text) else draft.say(", with").join([tail.pair])
    )


def _of_things(house: Slot | None, job: _Job, speaker: Speaker, *, current: bool) -> SentencePlan | None:
    """Only things: what became of them, or what the work covers."""
    draft = Draft("present")
    things = job.things
    clauses = [*job.changes, *(clause for told in things[:3] if (clause := choose(told.line, "clause")))]
    if clauses and (house or job.changes):
        draft = draft.say("At").tell(house).say(",") if house else draft
        return draft.join([told.pair for told in clauses[:2]]).finish()
    figured = included(things)
    if figured:
        draft.say("Work")
        draft.say("at").tell(house) if house else draft
        draft.say("includes" if current else "included")
        return draft.join([told.pair for told in figured]).finish()
    listed = covered(things) or list_of_work(things) or as_it_stands(things)
    if not listed:
        return None
    if house:
        draft.say("At").tell(house).say(",")
    draft.say(speaker.subject(introduced=True)).say(_covers(speaker, current=current))
    return draft.join([told.pair for told in listed]).finish()


def highlight(line: Line, speaker: Speaker, *, current: bool) -> SentencePlan | None:
    """One line in a sentence of its own."""
    found = told_of(line, current=current)
    if found is None:
        return None
    told, group = found
    if group in ("things", "changes"):
        clause = choose(line, "clause")
        return Draft("more").join([(clause or told).pair]).finish()
    return Draft("more").say(speaker.subject(introduced=True)).join([told.pair]).finish()


def _marker(when: "When", seed: int) -> str:
    """The word that says when; nothing where there is nothing that it could refer to."""
    if when in ("beside", "also", "alone"):
        return "" if when == "alone" else _BESIDE
    if when == "then":
        return _MARKERS[-1]
    marker = _MARKERS[seed % len(_MARKERS)]
    if when == "once":
        return _MARKERS[seed % (len(_MARKERS) - 1)]
    if when == "before that":
        return _MARKERS[0] if marker == _MARKERS[-1] else _MARKERS[-1]
    return marker


When = Literal["before", "before that", "then", "also", "once", "beside", "alone"]
"""When an earlier job was held: before the present one, before another one told of, or beside the present one.

`then` is before one that the text opens with as an earlier one; `once` is over now and was held while the present one
was, or another between the two, `also` while another one told of was; `alone` where nothing is told before it.
"""


def earlier(
    lines: Sequence[Line],
    speaker: Speaker,
    *,
    title: Slot | None,
    house: Slot | None,
    seed: int,
    when: When = "before",
) -> SentencePlan | None:
    """One sentence back in time: where, as what, and the best that was done there."""
    held = when == "beside"
    job = _sorted(lines, current=held)
    marker = _marker(when, seed)
    draft = Draft("earlier")
    if not job.done and not job.standing:
        return _earlier_things(
            draft, title, house, job.things, speaker, _MARKERS[0] if when == "also" else marker
        )
    draft.say(f"{marker}," if marker else "")
    if title and (house is None or seed % 2 == 0):
        draft.say(f"as {article(title.variants[0].text)}").tell(title)
        named = True
    else:
        named = False
    if house:
        draft.say("at").tell(house)
    if named or house:
        _stands(draft, job.things, _level(job.things)).say(",")
    found = _first(job, whole=False) if held else job.done
    strong = [told for told in found if not is_empty(told)]
    acts = list(fitting((strong or found)[:2], _MOST_WORDS - 8))
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
    subject = speaker.subject(introduced=True)
    draft.say(marker if speaker.voice == "implied" else f"{marker}, {subject}" if marker else subject)
    draft.say(speaker.verb("works", "work") if marker == _BESIDE else "worked")
    if title:
        draft.say(f"as {article(title.variants[0].text)}").tell(title)
    if house:
        draft.say("at").tell(house)
    kept = _level(things) or next(
        (told for told in things if _COUNTED.match(told.variant.text) and told.words <= _TAIL_WORDS), None
    )
    if kept:
        return draft.say(", with").join([kept.pair]).finish()
    listed = covered(things) if title is None else []
    if house is None and not listed:  # that a job was held, where nobody knows, is no news
        return None
    return (draft.say(", covering").join([told.pair for told in listed]) if listed else draft).finish()
