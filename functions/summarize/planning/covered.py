"""What a job is made of where no act is told: things in figures, a list of work, or a line as the resume writes it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from functions.summarize.lines.lexicon import noun_kinds
from functions.summarize.lines.nouns import head_noun, is_plural
from functions.summarize.lines.supplied import names_work
from functions.summarize.lines.supplied_tables import PREPOSITION, counts_people, is_led, is_size, members_of
from functions.summarize.lines.things import is_person
from functions.summarize.planning.named_things import MEMBERS, begins_as_order, is_named, is_parted, is_whole
from functions.summarize.planning.told_lines import Told, chance, fitting, has_figure, is_sendable

_MOST_INCLUDED, _MOST_LISTED = 26, 24
"""Words of the things in figures that a sentence names, and of those that it lists."""
_FEWEST_LISTED = 2
"""Things from which on one more makes a list."""
_BEING = re.compile(r"(?:is|am|was|are|were|has|have|had) ")


def included(things: Sequence[Told]) -> list[Told]:
    """Things in figures that can be named as part of the work."""
    named = [
        told
        for told in map(_in_whole, things)
        if has_figure(told)
        and is_named(told.variant.text)
        and not is_size(told.variant.text)
        and not counts_people(told.variant.text)
        and not is_person(told.variant.text)
        and (is_sendable(told) or _has_so_many(told))
    ]
    whole = [told for told in named if is_whole(told.variant.text)][:_MOST_COVERED]
    return list(fitting(whole or list(filter(_stands_alone, named))[:1], _MOST_INCLUDED))


def _stands_alone(told: Told) -> bool:
    """Whether a thing that is too long for a list can be all that a sentence names."""
    text = told.variant.text
    return told.words <= _ALONE_WORDS and _PARTED.search(_WITH_SO_MANY.sub("", text)) is None


def _has_so_many(told: Told) -> bool:
    """Whether a thing is told with how many belong to it; editors wrote it so where a line had only a comma."""
    return _WITH_SO_MANY.search(told.variant.text) is not None and chance(told) >= _SO_MANY_CHANCE


_ALONE_WORDS, _SO_MANY_CHANCE = 15, 0.2
_PARTED = re.compile(r"[,;:()/]| so far$| [–-] ")
_WITH_SO_MANY = re.compile(r", with (?=(?:[a-z]+ )*\d)")


def _in_whole(told: Told) -> Told:
    """A thing as a member of a list: its half where the whole says more behind a comma ("21,000 entries a year")."""
    if is_whole(told.variant.text):
        return told
    whole = told.variant.text
    halves = [
        replace(told, variant=one)
        for one in told.line.slot.variants
        if one.form == "noun phrase" and _begins(whole, one.text) and _says_enough(one.text)
    ]
    return max(halves, key=lambda one: len(one.variant.text), default=told)


_SEVERAL = re.compile(
    r"(?:(?:more than|about|around|over|nearly|up to) )?\d\S* (?:[\w-]+ ){0,2}?[\w-]+[^\Ws]s\b(?:,? (?:\w+ )*\w+)?$"
)
"""So many of something: "312 closed sides"; not "345 kV plan", of which the figure says the kind."""


def _begins(whole: str, half: str) -> bool:
    """Whether the half is what the whole begins with, and not what is said behind its first comma."""
    return whole.replace(",", "").split()[:2] == half.replace(" and ", " ").split()[:2]


def _says_enough(half: str) -> bool:
    """Whether the half of a thing says enough by itself: so much of something, or more than one word of work."""
    figured = re.search(r"\d", half) is not None
    if figured:
        return is_whole(half) and len(half.split()) > 2 and _SEVERAL.match(half) is not None
    return is_whole(half) and " " in half


def covered(things: Sequence[Told]) -> list[Told]:
    """The things that are work, as a list: "month-end accruals, and weekly cheque and EFT runs"."""
    kept = list(filter(_is_work, things)) or list(filter(_is_work, map(_in_whole, things)))
    return list(fitting(kept[:_MOST_COVERED], _MOST_LISTED))


def _is_work(told: Told) -> bool:
    text = told.variant.text
    if _BEING.match(text) or _is_one_person(text):
        return False
    return names_work(text) and is_whole(text) and not has_figure(told) and is_sendable(told)


def list_of_work(things: Sequence[Told]) -> list[Told]:
    """The first line that is a list of work by itself: "dictation, court filing and diary"."""
    return list(filter(_is_list_of_work, things))[:1]


def _is_list_of_work(told: Told) -> bool:
    """Whether what a line lists is work and can stand as it is, with a figure behind it or none.

    "Sutures, plasters and triage for up to 40 patients"; not "front desk, 150 callers on market days".
    """
    text = told.variant.text
    *members, last = MEMBERS.split(text)
    things = [*members, _FIGURE_BEHIND.sub("", last)]
    listed = f"{', '.join(members)} and {things[-1]}"
    return (
        len(things) > _FEWEST_LISTED
        and " and " in text
        and chance(told) >= _LIST_CHANCE
        and (names_work(listed) or 2 * sum(map(names_work, things)) >= len(things))
        and not any(map(is_person, things))
        and all(
            is_whole(one) and len(PREPOSITION.split(one, maxsplit=1)[0].split()) <= _MEMBER for one in things
        )
    )


def as_it_stands(things: Sequence[Told]) -> list[Told]:
    """The first thing that is told in its own words, or not at all: "direct care for 11 residents with dementia"."""
    return list(filter(_can_stand, things))[:1]


def _can_stand(told: Told) -> bool:
    """Whether a thing is the line as the resume has it, names no act, and says of what work or how much of it."""
    text = told.variant.text
    members = members_of(text)
    return (
        told.words <= _MOST_AS_IT_STANDS
        and is_named(text)
        and _is_common(head_noun(members[0]))
        and _begins_as(told.variant.evidence[0].quote, text)
        and not is_parted(text)
        and not _BARE_COUNT.match(text)
        and not begins_as_order(text)
        and not counts_people(text)
        and not _is_one_person(text)
        and not any((is_size(one) and is_plural(one)) or is_person(one) for one in members)
    )


def _is_one_person(text: str) -> bool:
    """Whether a thing begins with somebody who works for one: "one helper two days a week"."""
    first, *others = text.lower().split()
    return first in ("a", "an", "one", "1") and any(is_led(f"{word.strip(',')}s") for word in others[:2])


def _is_common(noun: str) -> bool:
    """Whether a word is a common noun; a name, a unit or a short form says of no work."""
    return noun.islower() and (noun in noun_kinds() or is_plural(noun) or noun.endswith("ing"))


def _begins_as(line: str, text: str) -> bool:
    """Whether a thing is what its line begins with: not "38 lakhs a year" of a line that says "Saved Rs. 38 lakhs"."""
    first = next(iter(re.findall(r"\w+", line)), "")
    return re.match(rf"(?:(?:an?|the) )?\W*{re.escape(first)}\b", text, re.IGNORECASE) is not None


_MOST_AS_IT_STANDS = 20
_BARE_COUNT = re.compile(
    r"(?:\w+ )*(?:ave|avg|average)\b"
    r"|\W*\d\S* (?:hundred|thousand|million|billion|lakhs?|crores?|\w{1,2}|\S*hours?|years?|months?|weeks?|days?)\b"
)
"""What somebody counted, and no work: "2300 hours logged", "11.2 million man-hours without an accident"."""
_FIGURE_BEHIND = re.compile(
    r" (?:for|of|with) (?:(?:up to|about|around|over|more than) )?\d[\d,]* [a-z]+(?: [a-z]+)?$"
)
"""For how many the last thing of a list is done."""
_MEMBER, _LIST_CHANCE = 4, 0.25
"""Words of a thing in a list of one line, up to what is said of it, and the chance from which on a list is told.

Of 213 such lists without a figure that editors judged, 143 were let stand, and 7 were false.
"""
_MOST_COVERED = 3
"""Things in a list of what a job covers."""
