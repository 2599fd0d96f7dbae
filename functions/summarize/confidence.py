"""Which facts are told: those whose calibrated probability of being true is high enough.

Of families that no model was trained on (`docs/reading.md`) 59 % of the values are told from 0.95 on, and 98.3 of 100
of these are true. From 0.98 on it would be 39 % and 99.1; from 0.9 on 73 % and 97.4.
"""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from functions.summarize.parsers.person.phrase_kinds import ends_in_trade_noun, is_title
from functions.summarize.planning.families import family_of, may_be_related
from functions.summarize.planning.main_post import is_held, main_post
from functions.summarize.planning.self_description import self_description
from functions.summarize.planning.unread_jobs import with_unread_post
from functions.summarize.resume import Fact, Resume, Role
from functions.summarize.text.folding import fold

Said = TypeVar("Said")

TELLING = 0.95
"""The probability from which a value is told. Below it: silence in the summary, the value in the facts, a notice."""
PROBABLE, LEAST = 0.9, 0.85
"""The same for a resume that would otherwise not say who the person is; a notice then says so.

The first also for the dates that years are summed from, the second for the lines of a job.
"""
_LIKELY, _POSSIBLE = 0.7, 0.5
"""From the first on the title of the present job is told in a language other than English where no surer fact says who
the person is: of 39 titles between it and `LEAST` 36 were true; the reader had learned from some of their pages.
"""


def is_certain(fact: Fact[Any] | None) -> bool:
    """Whether a sentence may state this fact."""
    return fact is not None and fact.confidence >= TELLING


def sure_enough(resume: Resume) -> tuple[Resume, bool]:
    """The resume as it is told, and whether that tells of its jobs what is only probable.

    Jobs that are more likely none are left out. Where the present or last job would not be told with its title and its
    employer, or not with its title, what is probable of the jobs is as good as certain, down to where it would. A title
    below that is as good as certain where something else agrees with it.
    """
    if (found := with_unread_post(resume)) is not resume:
        return sure_enough(found)[0], True
    roles = tuple(role for role in resume.roles if _is_likely(role))
    likely = replace(resume, roles=roles, jobs_in_doubt=len(roles) < len(resume.roles))
    certain = replace(likely, roles=tuple(_with_probable(role, TELLING) for role in likely.roles))
    agreed = with_agreed_title(likely)
    for says_who in (_says_title_and_employer, _says_title):
        for least in (TELLING, PROBABLE, LEAST):
            told = replace(agreed, roles=tuple(_with_probable(role, least) for role in agreed.roles))
            if says_who(told):
                housed = _with_likely_house(told, _POSSIBLE)
                return housed, least < TELLING or housed != told
    housed = _with_likely_house(certain, LEAST)
    return _with_unsure_title(likely) or (housed, housed != certain)


def _with_likely_house(resume: Resume, least: float) -> Resume:
    """The resume with the house of its present or last job as good as certain, where it is probable enough.

    Below `LEAST` where another job names the same: of 8 such houses of pages that nothing was learned from all were
    true, of 15 of others 14. Those that no other job names are not told. Without a title, its dates with it.
    """
    at = main_post(resume)
    if at is None:
        return resume
    role, house = resume.roles[at], resume.roles[at].employer
    if house is None or house.confidence < least or is_certain(house):
        return resume
    others = (one.employer for index, one in enumerate(resume.roles) if index != at)
    twin = any(other is not None and fold(other.value) == fold(house.value) for other in others)
    if house.confidence < LEAST and not twin:
        return resume
    raised = replace(role, employer=_from(least, house), period=_from(LEAST, role.period))
    return replace(resume, roles=(*resume.roles[:at], raised, *resume.roles[at + 1 :]))


def _with_unsure_title(resume: Resume) -> tuple[Resume, bool] | None:
    """The resume in another language with the title of its present job, be it but likely: nothing else says who it is.

    A first job of a title that is none, read beside another that is held at the same house, is one with that.
    """
    if resume.language == "en":
        return None
    shadow = _is_shadow(*resume.roles[:2]) if len(resume.roles) > 1 else False
    roles = resume.roles[1:] if shadow else resume.roles
    rest = replace(resume, roles=roles, jobs_in_doubt=resume.jobs_in_doubt or shadow)
    told = replace(rest, roles=tuple(_with_probable(role, LEAST) for role in rest.roles))
    latest = _latest(told)
    nameless = resume.headline is None and resume.summary is None
    least = _POSSIBLE if nameless else _LIKELY
    named = tuple(
        replace(role, title=_from(least, role.title)) if role in latest else role for role in told.roles
    )
    told = replace(told, roles=named)
    return (told, True) if latest and _says_title(told) else None


def _is_shadow(one: Role, other: Role) -> bool:
    """Whether a job is but a line of another that is held at the same house, taken for one of its own."""
    if one.employer is None or other.employer is None or one.employer.value != other.employer.value:
        return False
    held = all(role.period is not None and role.period.value.current for role in (one, other))
    sure = [role.title.confidence if role.title else 0.0 for role in (one, other)]
    twice = one.title is not None and other.title is not None and one.title.value == other.title.value
    return held and sure[0] < _LIKELY and (sure[1] >= LEAST or twice)


def with_agreed_title(resume: Resume) -> Resume:
    """The resume with the title of its present or last job as good as probable, where two weaker sources agree.

    It must be of a known line of work, or end as titles do, in a job that is dated; or be the title of another job, or
    what the profile calls the person. Of pages that nothing was learned from, 7 of 7 titles of held jobs between
    `_POSSIBLE` and `LEAST` were true, and 17 of 17 of ended ones from `_LIKELY` on; of others 18 and 56, all of them.
    """
    for role in _latest(resume):
        title = role.title
        if title is not None and title.confidence < LEAST and _is_agreed(role, title, resume):
            raised = replace(role, title=replace(title, confidence=LEAST))
            return replace(resume, roles=tuple(raised if one is role else one for one in resume.roles))
    return resume


def _is_agreed(role: Role, title: Fact[str], resume: Resume) -> bool:
    core = _CORE_END.sub("", title.value).strip()
    of_what = fold(_OF_WHAT.split(core, maxsplit=1)[0])
    if title.confidence < _POSSIBLE or not of_what or _BESIDE_ANOTHER.match(core):
        return False
    if not is_title(core) and not ends_in_trade_noun(of_what):
        return False
    own, family = self_description(resume), family_of(core)
    if own is not None and (family is None or not may_be_related(own.text, core)):
        return False  # the resume has a better word for the person
    if family is None and not ends_in_trade_noun(of_what):
        return False
    held = is_held(role) and resume.language == "en"
    if role.period is not None and (title.confidence >= _LIKELY or held):
        return True
    others = (one.title for one in resume.roles if one is not role)
    twin = any(
        other is not None and other.confidence >= LEAST and fold(other.value) == fold(core)
        for other in others
    )
    return twin or (
        own is not None and re.search(rf"(?<!\w){re.escape(fold(core))}(?!\w)", fold(own.text)) is not None
    )


_OF_WHAT = re.compile(r"\s+(?:of|for|in|to|at|de|des|du|di|da|do|van|für)\s+", re.IGNORECASE)
_BESIDE_ANOTHER = re.compile(r"(?:also|later|then|and|plus|from|since|until)\b", re.IGNORECASE)
"""What begins the second title of a line: "also type rating instructor"."""
_CORE_END = re.compile(r"(?:\s*[,(|;]|(?<=\w{3})\s*/|\s+[-–—]\s).*|\s+\d\w?$")
"""What stands behind the occupation in a title."""


def _is_likely(role: Role) -> bool:
    """Whether it is a job at all: one thing about it is likely, or two are possible."""
    if not any((role.title, role.employer, role.period)):  # nothing was read of it that could be wrong
        return True
    chances = sorted(fact.confidence if fact else 0.0 for fact in (role.title, role.employer, role.period))
    return chances[-1] >= _LIKELY or chances[-2] >= _POSSIBLE


def _with_probable(role: Role, least: float) -> Role:
    """The job with what is that probable as good as certain; its lines from the least on, whatever else is told.

    Of lines between that and certainty, nineteen of twenty on unread pages were lines of a job.
    """
    return replace(
        role,
        title=_from(least, role.title),
        employer=_from(least, role.employer),
        period=_from(least, role.period),
        bullets=tuple(
            replace(line, confidence=max(line.confidence, TELLING)) if line.confidence >= LEAST else line
            for line in role.bullets
        ),
    )


def _from(least: float, fact: Fact[Said] | None) -> Fact[Said] | None:
    """The fact, as good as certain when it is that probable."""
    return replace(fact, confidence=TELLING) if fact and least <= fact.confidence < TELLING else fact


def _says_title_and_employer(resume: Resume) -> bool:
    return _says_title(resume) and all(
        role.employer is None or is_certain(role.employer) for role in _latest(resume)
    )


def _says_title(resume: Resume) -> bool:
    return all(is_certain(role.title) for role in _latest(resume))


def _latest(resume: Resume) -> tuple[Role, ...]:
    """The present or last job; nothing where there is none."""
    at = main_post(resume)
    return () if at is None else (resume.roles[at],)


def with_probable(resume: Resume) -> Resume:
    """The resume with its probable facts as good as certain ones."""
    raised: Resume = _raised(resume)
    return raised


def _raised(node: Any) -> Any:
    if isinstance(node, Fact):
        return replace(node, confidence=TELLING) if PROBABLE <= node.confidence < TELLING else node
    if isinstance(node, tuple):
        return tuple(map(_raised, node))
    if is_dataclass(node) and not isinstance(node, type | Mapping):
        return replace(node, **{each.name: _raised(getattr(node, each.name)) for each in fields(node)})
    return node
