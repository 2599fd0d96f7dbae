"""The last gate before anything is told: what is no statement about the person's work leaves the facts.

A parser may read it, a person may have typed it into corrected facts; it is told neither way.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from functions.summarize.language_detection import SERVED
from functions.summarize.privacy.particulars import is_particular, particulars_in
from functions.summarize.resume import Contact, Evidence, Fact, Resume, Role
from functions.summarize.screening.addressed import is_addressed
from functions.summarize.screening.others import tells_of_others
from functions.summarize.status import status_of, status_of_period

_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w+|https?://|www\.|(?:linkedin|github)\.com/|\+?\d[\d ().-]{8,}\d")


def withhold(resume: Resume, as_of: date) -> Resume:
    """The resume without what must not be told; the lines that went are `unused`.

    A role that begins after `as_of` was not held: it is no role.

    Lines to the reviewer, of somebody else's deeds, of what did not happen and of personal particulars are no
    achievements; such words are no titles and no skills, nor is contact data. Of a resume in a language that is not
    served, degrees and certificates are left out: their words cannot be known.
    """
    resume, language = _begun(resume, as_of), resume.language
    refused: list[Evidence] = []

    def told(role: Role) -> Role:
        title = role.title if role.title and is_title(role.title.value, language) else None
        return replace(
            role, title=title, bullets=_kept(role.bullets, lambda text: is_own_deed(text, language), refused)
        )

    roles = tuple(map(told, resume.roles))
    headline = resume.headline if resume.headline and is_title(resume.headline.value, language) else None
    served = language in SERVED
    return replace(
        resume,
        headline=headline,
        contact=_contact(resume),
        roles=roles,
        volunteering=tuple(map(told, resume.volunteering)),
        achievements=tuple(one for one in resume.achievements if is_own_deed(one.text.value, language)),
        skills=tuple(skill for skill in resume.skills if is_skill(skill.name)),
        credentials=tuple(one for one in resume.credentials if served and is_skill(one.name.value)),
        education=resume.education if served else (),
        unused=tuple(sorted({*resume.unused, *refused})),
    )


def _begun(resume: Resume, as_of: date) -> Resume:
    """The resume without the roles that lie ahead; the achievements of the others keep their role."""
    begun = [at for at, role in enumerate(resume.roles) if not _lies_ahead(role, as_of)]
    if len(begun) == len(resume.roles):
        return resume
    again = {before: after for after, before in enumerate(begun)}
    return replace(
        resume,
        roles=tuple(resume.roles[at] for at in begun),
        achievements=tuple(
            replace(one, role=again[one.role]) for one in resume.achievements if one.role in again
        ),
    )


def _lies_ahead(role: Role, as_of: date) -> bool:
    return role.period is not None and status_of_period(role.period.value, as_of) == "planned"


def _contact(resume: Resume) -> Contact:
    """The contact data without a place that the resume gives as something else: a place of birth is no address."""
    place = resume.contact.location
    if place is None or not place.evidence:
        return resume.contact
    start = resume.text.rfind("\n", 0, place.evidence[0].start) + 1
    line = resume.text[start:].split("\n", 1)[0]
    born = any(one.start + start <= place.evidence[0].start < one.end + start for one in particulars_in(line))
    return replace(resume.contact, location=None) if born else resume.contact


def is_own_deed(text: str, language: str = "en") -> bool:
    """Whether a line may be an achievement: the person's own, and said to have happened."""
    return not (
        is_addressed(text)
        or is_particular(text)
        or tells_of_others(text)
        or status_of(text, "line", language) is not None
    )


def is_title(text: str, language: str = "en") -> bool:
    """Whether words may be a job title: no wish for one, no praise."""
    return not (is_addressed(text) or is_particular(text) or status_of(text, "title", language) is not None)


def is_skill(text: str) -> bool:
    """Whether words may be a skill or a certificate."""
    return not (is_addressed(text) or is_particular(text) or _CONTACT.search(text))


def _kept(
    facts: Iterable[Fact[str]], holds: Callable[[str], bool], refused: list[Evidence]
) -> tuple[Fact[str], ...]:
    kept: list[Fact[str]] = []
    for fact in facts:
        if holds(fact.value):
            kept.append(fact)
        else:
            refused.extend(fact.evidence)
    return tuple(kept)
