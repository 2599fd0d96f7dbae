"""Posts that stand one above the other, with one list below the last of them: it tells of the latest as well."""

import re
from dataclasses import replace
from itertools import combinations, starmap

from functions.summarize.language.words import stems_in
from functions.summarize.planning.families import family_of
from functions.summarize.resume import Resume, Role


def with_shared_list(resume: Resume) -> Resume:
    """The resume with the list of stacked posts at each of them, where the latest has none of its own.

    They are stacked where the employer is named once, above or beside the first, and nothing stands between them, and
    of one line of work or under a heading of duties: what is still done there is not told as done earlier, and what a
    cleaner did not of a manager.
    """
    resume = with_common_duties(resume)
    roles = list(resume.roles)
    first = next((at for at, role in enumerate(roles) if role.kind == "employment"), None)
    stack = _stack(roles, first, resume.text) if first is not None else []
    for at in stack[:-1]:
        roles[at] = replace(roles[at], bullets=roles[stack[-1]].bullets)
    return replace(resume, roles=tuple(roles)) if len(stack) > 1 else resume


def is_below_another(resume: Resume, index: int) -> bool:
    """Whether a list that stands at one post may be of the one above it too: nobody says in which it was done."""
    roles = list(resume.roles)
    above = next((at for at in range(index - 1, -1, -1) if roles[at].kind == "employment"), None)
    bare = above is not None and not roles[above].bullets and bool(roles[index].bullets)
    return bare and above is not None and _is_right_below(roles, above, index)


def with_common_duties(resume: Resume) -> Resume:
    """The resume with duties that stand below all its posts, under a heading of their own, at the latest of them.

    "Duties as cook" below five contracts of which none has a line is of none of them alone, least of all of the first.
    They are of one work, and the heading stands apart from the last of them or names it: else it may be the last one's.
    """
    roles = list(resume.roles)
    employed = [at for at, role in enumerate(roles) if role.kind == "employment"]
    bare, last = employed[:-1], employed[-1] if employed else 0
    if len(bare) < _SEVERAL or any(roles[at].bullets for at in bare) or not roles[last].bullets:
        return resume
    titles = [title.value for at in employed if (title := roles[at].title)]
    alike = len(titles) == len(employed) and all(starmap(_is_one_work, combinations(titles, 2)))
    if not alike or not _has_heading(resume.text, roles[last], titles):
        return resume
    roles[bare[0]] = replace(roles[bare[0]], bullets=roles[last].bullets)
    roles[last] = replace(roles[last], bullets=())
    return replace(resume, roles=tuple(roles))


_SEVERAL = 2
"""Posts without a line above a list from which on it is not told as the last one's."""
_DUTIES = re.compile(
    r"(?:(?:main|key|general|common|principal|my|overall|job) )?"
    r"(?:duties|responsibilit(?:y|ies)|tasks|work performed|job (?:description|profile))"
    r"(?: (?:and|&) (?:duties|responsibilities|tasks))?"
    r"(?: (?:as|of|in|on|for|performed|undertaken|held)\b[^.,;]{0,40})?\s*:?",
    re.IGNORECASE,
)


def _has_heading(text: str, role: Role, titles: list[str]) -> bool:
    """Whether a heading of duties is above the lines of a job, below an empty line or with the name of the work."""
    before, above = _above(text, role)
    named = all(stems_in(above) & stems_in(title) - _RANKS for title in titles)
    apart = not before.rpartition("\n")[2].strip()
    return _DUTIES.fullmatch(above) is not None and (apart or named)


_MARKS = " \n\t•-–*·"


def _above(text: str, role: Role) -> tuple[str, str]:
    """The line above the first of a job's lines, behind the text before it; a numeral before that is of the list."""
    begin = min((place.start for line in role.bullets for place in line.evidence), default=0)
    before, _, above = text[:begin].rpartition("\n")[0].rstrip(_MARKS).rpartition("\n")
    return before, above.strip()


def _is_of_both(upper: Role, lower: Role, text: str) -> bool:
    """Whether a list is of two posts: steps of one work, or with a heading of duties by itself between."""
    if upper.title and lower.title and _is_one_work(upper.title.value, lower.title.value):
        return True
    return bool(lower.bullets) and _DUTIES.fullmatch(_above(text, lower)[1]) is not None


def _stack(roles: list[Role], first: int, text: str) -> list[int]:
    """The post and those below it that have no list between them, down to the first that has one."""
    stack = [first]
    while not roles[stack[-1]].bullets:
        last = stack[-1]
        below = next((at for at in range(last + 1, len(roles)) if _is_right_below(roles, last, at)), None)
        if below is None or not _is_of_both(roles[last], roles[below], text):
            break
        stack.append(below)
    return stack


def _is_right_below(roles: list[Role], upper: int, lower: int) -> bool:
    one, other = roles[upper], roles[lower]
    if other.kind != "employment" or not (one.employer and other.employer and one.title and other.title):
        return False
    said = [fact for role in roles for fact in (role.title, *role.bullets) if fact and fact.evidence]
    begins = [fact.evidence[0].start for fact in said]
    if not all(fact.evidence for fact in (one.employer, other.employer, one.title, other.title)):
        return False
    above, below = one.title.evidence[0].start, other.title.evidence[0].start
    alone = above < below and not any(above < begin < below for begin in begins)
    once = one.employer.evidence[0].start == other.employer.evidence[0].start < below
    over = other.period is None or not other.period.value.current
    return alone and once and over


def _is_one_work(upper: str, lower: str) -> bool:
    """Whether two posts are steps of one work, so that what is listed may be of both; training is none."""
    one, other = family_of(upper), family_of(lower)
    of_one = one is not None and other is not None and one.id == other.id
    return not _LEARNING.search(lower) and (of_one or bool(stems_in(upper) & stems_in(lower) - _RANKS))


_RANKS = stems_in(
    "senior junior head chief lead leader team deputy assistant manager officer executive supervisor of and"
)
_LEARNING = re.compile(r"\b(?:trainee|apprentice|intern|student|cadet|graduate)\b", re.IGNORECASE)
