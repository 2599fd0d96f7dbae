"""Which facts are told: those whose calibrated probability of being true is high enough.

Of families that no model was trained on (`docs/reading.md`) 59 % of the values are told from 0.95 on, and 98.3 of 100
of these are true. From 0.98 on it would be 39 % and 99.1; from 0.9 on 73 % and 97.4.
"""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from functions.summarize.parsers.person.phrase_kinds import is_title
from functions.summarize.planning.employment import is_beside_a_post
from functions.summarize.planning.families import family_of
from functions.summarize.planning.self_description import self_description
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
    roles = tuple(role for role in resume.roles if _is_likely(role))
    likely = replace(resume, roles=roles, jobs_in_doubt=len(roles) < len(resume.roles))
    certain = replace(likely, roles=tuple(_with_probable(role, TELLING) for role in likely.roles))
    agreed = with_agreed_title(likely)
    for says_who in (_says_title_and_employer, _says_title):
        for least in (TELLING, PROBABLE, LEAST):
            told = replace(agreed, roles=tuple(_with_probable(role, least) for role in agreed.roles))
            if says_who(told):
                return told, least < TELLING
    return _with_unsure_title(likely) or (certain, False)


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
    named = tuple(
        replace(role, title=_from(_LIKELY, role.title)) if role in latest else role for role in told.roles
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

    It must be of a known line of work and be the title of another job or stand in the profile, or be likely in a job
    whose employer and dates are. Of pages that nothing was learned from, 11 of 11 such titles that a second source
    named anywhere were true, and 7 of 7 of the others; it must now be what the profile calls the person.
    """
    for role in _latest(resume):
        title = role.title
        if title is not None and title.confidence < LEAST and _is_agreed(role, title, resume):
            raised = replace(role, title=replace(title, confidence=LEAST))
            return replace(resume, roles=tuple(raised if one is role else one for one in resume.roles))
    return resume


def _is_agreed(role: Role, title: Fact[str], resume: Resume) -> bool:
    core = _CORE_END.sub("", title.value).strip()
    if title.confidence < _POSSIBLE or not core or family_of(core) is None or not is_title(core):
        return False
    others = (one.title for one in resume.roles if one is not role)
    twin = any(
        other is not None and other.confidence >= LEAST and fold(other.value) == fold(core)
        for other in others
    )
    own = self_description(resume)
    named = (
        own is not None and re.search(rf"(?<!\w){re.escape(fold(core))}(?!\w)", fold(own.text)) is not None
    )
    beside = (role.employer, role.period)
    borne = all(fact is not None and fact.confidence >= _BORNE_OUT for fact in beside)
    return twin or named or (title.confidence >= _LIKELY and borne)


_CORE_END = re.compile(r"(?:\s*[,(|;]|(?<=\w{3})\s*/|\s+[-–—]\s).*|\s+\d\w?$")
"""What stands behind the occupation in a title."""
_BORNE_OUT = 0.8
"""Of an employer and dates, between which a title is likely the title of a job."""


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
    """The present or last job, employment first, no side job before the post; nothing where there is none."""
    roles = tuple(role for role in resume.roles if role.kind == "employment") or resume.roles
    if roles and is_beside_a_post(roles[0]):
        roles = (
            tuple(
                one for one in roles if one.period and one.period.value.current and not is_beside_a_post(one)
            )
            or roles
        )
    return roles[:1]


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
