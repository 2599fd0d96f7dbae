"""The years told beside a title: of the jobs whose titles say that they are of its trade, and of no others."""

from collections.abc import Sequence
from datetime import date

from functions.summarize.confidence import LEAST
from functions.summarize.planning.employment import is_apart, is_training
from functions.summarize.planning.trades import is_same_trade
from functions.summarize.planning.years import Years, years_of
from functions.summarize.resume import Resume

_MOST = 0.6
"""Of all the years of work, the share below which those of the trade would make little of a career."""


def years_of_trade(
    resume: Resume, counted: Sequence[int], possible: Sequence[int], career: Years, as_of: date
) -> Years | None:
    """The years of a career that are of the trade of the jobs counted, in a language whose lines of work are not known.

    `possible` are those that may be of it. A least where some years are of another, None where most may be.
    """
    roles = [at for at in (*counted, *possible) if _is_of_it(resume, at, counted)]
    if set(career.roles) <= set(roles):
        return career
    dated = [at for at in roles if at in counted or years_of(resume, (*counted, at), as_of) is not None]
    found = years_of(resume, dated, as_of)
    return found.at_least if found and found.least >= _MOST * career.months else None


def _is_of_it(resume: Resume, index: int, counted: Sequence[int]) -> bool:
    """Whether a job is one of the trade, and no learning or service, which these languages count apart."""
    role, now = resume.roles[index], resume.roles[counted[0]]
    if is_training(role) or is_apart(role):
        return False
    if index in counted:
        return True
    if role.title is None or now.title is None or role.title.confidence < LEAST:
        return False
    return is_same_trade(role.title.value, now.title.value)
