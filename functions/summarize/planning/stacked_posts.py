"""Posts that stand one above the other, with one list below the last of them: it tells of the latest as well."""

from dataclasses import replace

from functions.summarize.resume import Resume, Role


def with_shared_list(resume: Resume) -> Resume:
    """The resume with the list of stacked posts at the latest of them, where that one has none of its own.

    They are stacked where the employer is named once, above or beside the first, and nothing stands between them:
    what is still done there is not told as done earlier.
    """
    roles = list(resume.roles)
    for at, role in enumerate(roles):
        if role.kind != "employment":
            continue
        last = _end_of_stack(roles, at)
        if last != at and roles[last].bullets:
            roles[at] = replace(role, bullets=roles[last].bullets)
            roles[last] = replace(roles[last], bullets=())
            return replace(resume, roles=tuple(roles))
        return resume
    return resume


def _end_of_stack(roles: list[Role], first: int) -> int:
    """The last of the posts below the first that have no list between them."""
    last = first
    while not roles[last].bullets:
        below = next((at for at in range(last + 1, len(roles)) if _is_right_below(roles, last, at)), None)
        if below is None:
            break
        last = below
    return last


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
