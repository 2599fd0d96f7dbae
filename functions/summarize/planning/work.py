"""The sentences about work: the present job, more of it, and back in time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from functions.summarize.language.bullets import cliches_in
from functions.summarize.language.surface import article
from functions.summarize.planning.draft import Draft, Speaker
from functions.summarize.planning.line import Line
from functions.summarize.planning.records import Form, SentencePlan, Slot, Variant

_MOST_WORDS = 38
"""Words of a sentence about work: three lines merged."""
_CLAUSE_WORDS = 17
_BROKEN = re.compile(
    r"[→<>|\[\]{}@]|->|=>|\. [A-Z]|https?:|www\.|\b(?:I|me|my|mine|we|our|ours|us|he|him|his|she|her|they|their|them)\b"
    r"|\bwith (?:for|of|in|at|to|by|with|and|from|is|was|handling)\b|\b(?:a|an|the) (?:a|an|the)\b|\band and\b"
    r"|, ,|^[,;]"
    r"|\b(?:of|for|to|in|by|at|with|the|a|an|from|and|or)$"
)
_FIGURE = re.compile(r"\d")
_CHANGE = re.compile(
    r"\d\S* to |\b(?:down|up|won|first|ranked|saved|gained|fewer|more|above|below|record|award\w*)\b"
)
_MARKERS = ("Earlier", "Previously", "Before that")


@dataclass(frozen=True, slots=True)
class Told:
    """A line in the form in which a sentence tells it."""

    line: Line
    variant: Variant

    @property
    def pair(self) -> tuple[Slot, Variant]:
        """The slot and its variant."""
        return self.line.slot, self.variant


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


def present(
    lines: Sequence[Line], speaker: Speaker, *, house: Slot | None, current: bool
) -> SentencePlan | None:
    """The job told of: scope and duties first, then what was done, then what stands beside it."""
    standing, done, things = _sorted(lines, current=current)
    draft = Draft("present")
    if not standing and not done:
        return _of_things(draft, house, things, speaker, current=current)
    if house:
        draft.say("At").tell(house).say(",")
    draft.say(speaker.subject(introduced=True))
    verbs = [told.pair for told in (*standing, *done)]
    draft.join(verbs)
    return _with(draft, things, _MOST_WORDS).finish()


def _with(draft: Draft, things: Sequence[Told], most: int) -> Draft:
    """What stands beside the acts: "..., with a and b"."""
    telling = [
        told for told in things if _FIGURE.search(told.variant.text) or len(told.variant.text.split()) > 3
    ]
    kept = list(_within(telling, most - draft.words))[:2]
    if not kept or any(re.search(r"\bwith\b", piece.text) for piece in draft.pieces):
        return draft
    return draft.say(", with").join([told.pair for told in kept])


def _sorted(lines: Sequence[Line], *, current: bool) -> tuple[list[Told], list[Told], list[Told]]:
    """Lines as standing duties, acts and things, within the words of one sentence."""
    standing: list[Told] = []
    done: list[Told] = []
    things: list[Told] = []
    words = 4
    for line in lines:
        told, group = _told(line, current=current)
        if told is None:
            continue
        length = len(told.variant.text.split())
        if words + length > _MOST_WORDS and (standing or done or things):
            continue
        words += length
        {"standing": standing, "done": done, "things": things}[group].append(told)
    if standing and done and current:
        done = [choose(told.line, "perfect", "past") or told for told in done]
    return standing, done, things


def _told(line: Line, *, current: bool) -> tuple[Told | None, str]:
    if current and (told := choose(line, "present")):
        return told, "standing"
    if told := choose(line, "past"):
        return told, "done"
    return choose(line, "noun phrase"), "things"


def _of_things(
    draft: Draft, house: Slot | None, things: Sequence[Told], speaker: Speaker, *, current: bool
) -> SentencePlan | None:
    """Only things: results are named as results, duties as work."""
    kept = list(_within(things, _MOST_WORDS - 8))
    if not kept:
        return None
    clauses = [clause for told in kept if (clause := choose(told.line, "clause"))]
    if clauses and len(clauses) == len(kept) and house:
        return draft.say("At").tell(house).say(",").join([told.pair for told in clauses]).finish()
    if any(_FIGURE.search(told.variant.text) for told in kept):
        results = len(kept) > 1 and all(_CHANGE.search(told.variant.text) for told in kept[:2])
        noun = "results" if results else "work"
        draft.say(f"Further {noun}" if draft.part == "more" else noun.capitalize())
        draft.say("at").tell(house) if house else draft
        draft.say("include" if results else "includes")
        return draft.join([told.pair for told in kept]).finish()
    if house:
        draft.say("At").tell(house).say(",")
    draft.say(speaker.subject(introduced=True))
    also = "also " if draft.part == "more" else ""
    draft.say(also + (speaker.verb("works", "work") if current else "worked") + " on")
    return draft.join([told.pair for told in kept]).finish()


def _within(things: Sequence[Told], most: int) -> Iterator[Told]:
    words = 0
    for told in things:
        words += len(told.variant.text.split())
        if words <= most:
            yield told


def more(lines: Sequence[Line], speaker: Speaker, *, current: bool) -> SentencePlan | None:
    """More of the same job: what still goes on is told as going on, what is done as done."""
    standing, done, things = _sorted(lines, current=current)
    draft = Draft("more")
    if not standing and not done:
        return _of_things(draft, None, things, speaker, current=current)
    subject = speaker.subject(introduced=True)
    if standing:
        draft.say("Also" if not subject else f"{subject} also")
    else:
        draft.say(subject)
    draft.join([told.pair for told in (*standing, *done)])
    return _with(draft, things, _MOST_WORDS - 8).finish()


def earlier(
    lines: Sequence[Line], speaker: Speaker, *, title: Slot | None, house: Slot | None, seed: int
) -> SentencePlan | None:
    """One sentence back in time: where, as what, and the best that was done there."""
    _, done, things = _sorted(lines, current=False)
    marker = _MARKERS[seed % len(_MARKERS)]
    draft = Draft("earlier")
    as_title = title is not None and (house is None or seed % 2 == 0)
    if done:
        draft.say(f"{marker},")
        if as_title and title:
            draft.say(f"as {article(title.variants[0].text)}").tell(title)
        if house:
            draft.say("at").tell(house)
        if (as_title and title) or house:
            draft.say(",")
        draft.say(speaker.subject(introduced=True)).join([told.pair for told in done[:2]])
        return _with(draft, things[:1], _MOST_WORDS - 6).finish()
    return _earlier_things(draft, title, house, things, speaker, marker)


def _earlier_things(
    draft: Draft,
    title: Slot | None,
    house: Slot | None,
    things: Sequence[Told],
    speaker: Speaker,
    marker: str,
) -> SentencePlan | None:
    """A job of which only things are told: "Earlier work as a buyer at Orvik includes ..."."""
    if title is None and house is None:
        return None
    kept = list(_within(things, 24))[:2]
    if not kept:
        draft.say(marker if speaker.voice == "implied" else f"{marker}, {speaker.subject(introduced=True)}")
        return _named(draft.say("worked"), title, house).finish()
    if marker == "Earlier" or speaker.voice != "implied":
        _named(draft.say("Earlier work"), title, house).say("includes")
        return draft.join([told.pair for told in kept]).finish()
    _named(draft.say(f"{marker} worked"), title, house).say(
        "on" if title is None and not _FIGURE.search(kept[0].variant.text) else ", with"
    )
    return draft.join([told.pair for told in kept]).finish()


def _named(draft: Draft, title: Slot | None, house: Slot | None) -> Draft:
    if title:
        draft.say(f"as {article(title.variants[0].text)}").tell(title)
    return draft.say("at").tell(house) if house else draft
