"""Which job says who somebody is now: the post that is held, before what is older, shorter or done beside it."""

from collections.abc import Sequence

from functions.summarize.planning.employment import (
    is_beside_a_post,
    is_beside_studies,
    is_casual,
    is_of_few_hours,
    is_seat,
    is_unpaid,
)
from functions.summarize.planning.families import families_named
from functions.summarize.resume import Resume, Role

_BACK = 2
"""Years before a seat was taken within which the post before it had ended, so that it says more than the seat."""


def main_post(resume: Resume) -> int | None:
    """The role told of as the present or last job: employment first; None where there is no role.

    An internship that came after the last employment says more of who the person is now; what nobody pays for says
    nothing of a profession, unless there is nothing else. A seat on a board, a casual job or lessons that a student
    gives say less than a post.
    """
    roles = resume.roles
    paid = [index for index in range(len(roles)) if not is_unpaid(resume, index)]
    if not paid:
        return next((index for index, role in enumerate(roles) if role.kind == "volunteering"), None)
    learned = [index for index in paid if not is_beside_studies(resume, index)] or paid
    employed = [index for index in learned if roles[index].kind == "employment"]
    if not employed:
        return learned[0]
    first = _first(resume, employed)
    later = next((index for index in learned if roles[index].kind == "internship"), first)
    if is_casual(roles[first]) and _began_after(roles[later], roles[first]):
        return later
    return later if later < first and not is_held(roles[first]) else first


def held_posts(resume: Resume, employed: Sequence[int]) -> list[int]:
    """The jobs that are held now and are no seat or job beside another, nor of few hours where there are others."""
    held = [at for at in employed if is_held(resume.roles[at]) and not is_beside_a_post(resume.roles[at])]
    if len(held) == 1:
        return held
    return [at for at in held if not is_of_few_hours(resume.roles[at], resume.text)] or held


def is_held(role: Role) -> bool:
    """Whether a job goes on."""
    return role.period is not None and role.period.value.current


def _first(resume: Resume, employed: Sequence[int]) -> int:
    roles, first = resume.roles, employed[0]
    if held := held_posts(resume, employed):
        return _named_first(resume, held) if first in held or is_beside_a_post(roles[first]) else held[0]
    if is_seat(roles[first]):
        posts = (at for at in employed if not is_beside_a_post(roles[at]))
        return next((at for at in posts if _is_near(roles[at], roles[first])), first)
    return first


def _named_first(resume: Resume, held: Sequence[int]) -> int:
    """Of several posts the one whose trade the lines above all jobs name first; the first, where they name none."""
    begins = [
        place.start
        for role in resume.roles
        for fact in (role.title, role.employer)
        if fact
        for place in fact.evidence
    ]
    head = resume.text[: min(begins, default=0)]
    for line in head.split("\n") if len(held) > 1 else ():
        for part in line.split("·"):
            named = families_named(part)
            for at in held:
                title = resume.roles[at].title
                if title is not None and not named.isdisjoint(families_named(title.value)):
                    return at
    return held[0]


def _is_near(post: Role, seat: Role) -> bool:
    """Whether a post had not ended long before a seat was taken."""
    end = post.period.value.end if post.period else None
    start = seat.period.value.start if seat.period else None
    return end is not None and start is not None and end.year >= start.year - _BACK


def _began_after(one: Role, other: Role) -> bool:
    """Whether a job is known to have begun later than another."""
    begun = [role.period.value.start for role in (one, other) if role.period and role.period.value.start]
    return len(begun) > 1 and (begun[0].year, begun[0].month or 0) > (begun[1].year, begun[1].month or 0)
