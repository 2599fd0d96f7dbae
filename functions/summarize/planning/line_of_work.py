"""Which of a person's roles belong to the same line of work as the latest.

A logistic model over what titles, employers and lines share; its weights (`data/line_of_work.toml`) are learned from
the composed summaries, whose writers said which roles they counted. It is asked role by role, going back in time.
"""

import math
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import starmap

from functions.summarize.language.words import stems_in
from functions.summarize.planning.employers import spoken_employer
from functions.summarize.planning.employment import (
    is_aside,
    is_training,
    is_training_title,
    is_unpaid,
    steps_of,
)
from functions.summarize.planning.families import (
    Family,
    families,
    families_named,
    family_of,
    is_shared,
    may_be_related,
    related,
)
from functions.summarize.planning.trades import is_other_trade
from functions.summarize.planning.vocabulary import vocabulary
from functions.summarize.resume import Resume, Role

COUNTED = 0.5
"""The probability from which a role is counted. Of kept-out roles 84 % are then decided as the writer did."""
SURE = 0.8
"""From here on it is beyond doubt: of 280 careers 17 are then told longer than their writers told them, of a narrower
work than the title's; from 0.75 on 22.
"""

LEARNED = 0.6
"""From here on training with a name is counted, as the text says that it is among the years: of the twelve that come
in below the line above, ten were counted so by their writers.
"""
MOST_ROLES = 16
"""How far back a career is read: beyond, nothing that a summary tells changes, and time would grow with the square."""

_RANKS = frozenset(
    "senior junior lead head chief assistant associate deputy manager officer of and the in for to with specialist"
    " coordinator director trainee apprentice intern staff team leader supervisor engineer technician analyst"
    " consultant".split()
)


def same_line(resume: Resume, anchor: int, least: float = COUNTED) -> tuple[int, ...]:
    """The roles in the line of work of the role `anchor`, that one first, then going back in time.

    `least` is the probability from which a role belongs to it; what nobody pays for never does.
    """
    counted = [anchor]
    for index in range(anchor + 1, min(len(resume.roles), anchor + MOST_ROLES)):
        if is_unpaid(resume, index) or is_of_several(resume.roles[index]):
            continue
        if probability(resume, index, counted) > _enough(resume.roles[anchor], resume.roles[index], least):
            counted.append(index)
    return tuple(counted)


def _enough(anchor: Role, role: Role, least: float) -> float:
    """How likely a role must be: less where its title is of the same line of work.

    Training is counted only where it has a name, as it is told to be among the years.
    """
    if is_training(role) or role.kind != "employment":
        return min(least, LEARNED) if role.title and vocabulary().training_name(role.title.value) else 1.0
    mine, another = _family(anchor), _family(role)
    same = mine is not None and another is not None and mine.id == another.id
    return min(least, COUNTED) if same and not _is_ambiguous(role) else least


def _is_ambiguous(role: Role) -> bool:
    """Whether a title may be of lines of work that have nothing to do with each other: "Domestic helper"."""
    named = [family for family in families() if role.title and family.id in families_named(role.title.value)]
    return any(not related(one, other) for one in named for other in named)


_STANDING = stems_in(
    "graduate newly qualified probationary acting temporary casual locum relief bank agency part-time full-time"
)
"""How a post is held, which says nothing of another trade."""


def is_of_several(role: Role) -> bool:
    """Whether one entry tells of posts of several trades in turn: nobody says how long each of them was held.

    Learning a trade belongs to it, and so does a post that shares a word with the one after it.
    """
    steps = steps_of(role.title.value) if role.title else []
    if len(steps) < 2 or family_of(steps[-1]) is None:
        return False
    return not all(_may_lead_to(step, steps[-1]) for step in steps[:-1])


def _may_lead_to(step: str, title: str) -> bool:
    if is_training_title(step) or not stems_in(step).isdisjoint(stems_in(title)):
        return True
    if families_named(step):
        return may_be_related(step, title)
    return stems_in(step) <= _RANKS | _STANDING


def is_of_another(resume: Resume, index: int, counted: Sequence[int]) -> bool:
    """Whether a role is beyond doubt of another line of work than those counted: both titles say of which."""
    title = resume.roles[index].title
    if resume.language != "en":  # families know English titles only: "chef comptable" is no cook
        mine = [other.value for at in counted[:1] if (other := resume.roles[at].title)]
        return title is not None and bool(mine) and is_other_trade(title.value, mine[0])
    if title is None or not _names_a_trade(title.value):
        return False
    known = [
        other.value for at in counted if (other := resume.roles[at].title) and families_named(other.value)
    ]
    return bool(known) and not any(may_be_related(title.value, other) for other in known)


def _names_a_trade(title: str) -> bool:
    """Whether a title says of which trade it is: a helper is one of any."""
    named = families_named(title)
    return any(not family.entry for family in families() if family.id in named) or (
        bool(named) and not is_shared(title)
    )


def probability(resume: Resume, index: int, counted: Sequence[int]) -> float:
    """How likely a writer counts a role, given the later roles already counted."""
    weights = _weights()
    total = sum(weights[name] * value for name, value in features(resume, index, counted))
    return 1 / (1 + math.exp(-total))


def features(resume: Resume, index: int, counted: Sequence[int]) -> Iterator[tuple[str, float]]:
    """What is known about a role beside those counted, by name."""
    role, others = resume.roles[index], [resume.roles[other] for other in counted]
    family, families = _family(role), [_family(other) for other in others]
    anchor = families[0]
    same = any(family and other and family.id == other.id for other in families)
    near = not same and any(family and other and related(family, other) for other in families)
    unknown = not (same or near) and (family is None or not any(families))
    house = _employer(role)
    at_home = house is not None and any(house == _employer(other) for other in others)
    learning = is_training(role)
    headline = stems_in(resume.headline.value) if resume.headline else frozenset()
    yield from starmap(
        lambda name, value: (name, float(value)),
        (
            ("one", True),
            ("same_family", same),
            ("related_family", near),
            ("unknown_family", unknown),
            ("entry_work", family is not None and family.entry and not same),
            ("other_than_latest", bool(family and anchor and not related(family, anchor))),
            ("titles_share", max(_shared(_title_words(role), _title_words(other)) for other in others)),
            ("lines_share", max(_shared(_all_words(role), _all_words(other)) for other in others)),
            ("headline_shares", _shared(_title_words(role), headline)),
            ("same_employer", at_home),
            ("same_employer_unknown", at_home and unknown),
            ("follows", index - 1 in counted),
            ("training", learning),
            ("training_same", learning and same),
            ("training_same_employer", learning and at_home),
            ("no_employment", role.kind != "employment"),
            ("no_lines", not role.bullets),
            ("aside", is_aside(role)),
            ("as_latest", bool(family and anchor and family.id == anchor.id)),
        ),
    )


@cache
def _weights() -> dict[str, float]:
    text = (files("functions.summarize.planning") / "data/line_of_work.toml").read_text(encoding="utf-8")
    return {name: float(value) for name, value in tomllib.loads(text)["weights"].items()}


def _family(role: Role) -> Family | None:
    return family_of(role.title.value) if role.title else None


def _employer(role: Role) -> str | None:
    return spoken_employer(role.employer.value) if role.employer else None


def _title_words(role: Role) -> frozenset[str]:
    return (stems_in(role.title.value) if role.title else frozenset()) - _RANKS


def _all_words(role: Role) -> frozenset[str]:
    stated = [fact.value for fact in (role.title, role.employer, *role.bullets) if fact]
    return stems_in(" ".join(stated)) - _RANKS


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / math.sqrt((len(one) + 1) * (len(other) + 1))
